"""The commands with the keys that a person has given them in `config.yaml`, and the sentences that name a key."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefreader.config import SettingLine
from briefreader.model import Problem
from briefreader.text import clean_line
from briefreader.ui.key_commands import COMMANDS, Command
from briefreader.ui.key_names import key_name, shown, similar_key

if TYPE_CHECKING:
    from textual.events import Key
    from textual.screen import Screen

NO_KEY = "none"
"""The value that takes its keys away from a command."""

QUIT_KEY = "ctrl+q"
_KEPT = {QUIT_KEY: "it always quits", "ctrl+c": "it says how to quit"}
_REMEDY = "write keys such as Ctrl+F, PgDn, x or none"
_NAMED = re.compile(r"\{([a-z-]+)\}")


class KeyTable:
    """The commands with their keys; `problems` are the mistakes in the lines that change them.

    A command keeps its own keys where its line has a mistake.
    """

    def __init__(self, changes: Sequence[SettingLine] = (), commands: Sequence[Command] = COMMANDS) -> None:
        self._known = {command.id: command for command in commands}
        self._problems: list[Problem] = []
        lines = {line.name: line for line in changes if self._is_command(line)}
        changed = {id: keys for id, line in lines.items() if (keys := self._keys(line)) is not None}
        self._settle(changed, lines)
        order = [line.where for line in changes]
        self.problems = tuple(sorted(self._problems, key=lambda problem: order.index(problem.where)))
        self.commands = tuple(self._with_keys(command, changed) for command in commands)
        self._by_id = {command.id: command for command in self.commands}
        self.keymap = {id: ",".join(keys) for id, keys in changed.items() if keys}
        """The changed keys of commands, for the lists and dossiers that have them too."""

    def key_of(self, id: str) -> str:
        """Return the first key of a command as people write it; where it has none, the way to it."""
        command = self._by_id[id]
        if command.shown:
            return command.shown.split()[0]
        return f"{self.key_of('palette')} {id}" if id != "palette" else id

    def keys(self, id: str) -> Sequence[str]:
        """Return Textual's names of the keys of a command."""
        return [*_split(self._by_id[id].keys)]

    def line(self, command: Command) -> str:
        """Return what a command does, with its keys."""
        label = self.filled(command.label)
        return f"{label} ({command.shown})" if command.shown else label

    def filled(self, sentence: str) -> str:
        """Return a sentence of the program with the keys of the commands that it names as `{undo}`."""
        return _NAMED.sub(lambda named: self.key_of(named[1]), sentence)

    def _is_command(self, line: SettingLine) -> bool:
        if line.flaw:
            what, _, remedy = line.flaw.rpartition("; ")
            self._problems.append(Problem(line.where, what, remedy))
        elif line.name not in self._known:
            from difflib import get_close_matches  # only a mistake needs it

            near = get_close_matches(line.name, self._known, n=1, cutoff=0.5)
            remedy = f"did you mean {near[0]}?" if near else f"the commands are {', '.join(self._known)}"
            self._problems.append(Problem(line.where, f"there is no command {line.name!r}", remedy))
        else:
            return True
        return False

    def _keys(self, line: SettingLine) -> tuple[str, ...] | None:
        """Return Textual's names of the keys in a line, None where one of them is a mistake."""
        if [value.lower() for value in line.values] == [NO_KEY]:
            return ()
        found: list[str] = []
        for value in line.values:
            key = key_name(value)
            if key is None:
                near = similar_key(value)
                remedy = f"did you mean {near}?" if near else _REMEDY
                self._problems.append(Problem(line.where, f"{line.name}: there is no key {value!r}", remedy))
                return None
            if key in _KEPT:
                what = f"{line.name} cannot have {shown(key)}, because {_KEPT[key]}"
                self._problems.append(Problem(line.where, what, "give it another key"))
                return None
            if key.isdigit():
                what = f"{line.name} cannot have {key}, because digits count, as in 5j"
                self._problems.append(Problem(line.where, what, "give it another key"))
                return None
            found.append(key)
        return tuple(dict.fromkeys(found))

    def _settle(self, changed: dict[str, tuple[str, ...]], lines: Mapping[str, SettingLine]) -> None:
        """Take out of the changes those with a key that another command has already."""
        while clash := self._clash(changed):
            id, key, other = clash
            del changed[id]
            what = f"{id} cannot have {shown(key)}, which is the key of {other}"
            self._problems.append(Problem(lines[id].where, what, f"give {other} another key or {NO_KEY}"))

    def _clash(self, changed: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
        """Return a changed command, its key and the command that has it too, None where there is none."""
        owners = {key: id for id, command in self._known.items() if id not in changed for key in _split(command.keys)}
        for id, keys in changed.items():
            for key in keys:
                other = owners.setdefault(key, id)
                if other != id and not self._share(id, other, key):
                    return id, key, other
        return None

    def _share(self, id: str, other: str, key: str) -> bool:
        """Return whether a key is that of two commands at first, which act in different panes."""
        return all(key in _split(self._known[each].keys) for each in (id, other))

    @staticmethod
    def _with_keys(command: Command, changed: Mapping[str, tuple[str, ...]]) -> Command:
        if command.id not in changed:
            return command
        keys = changed[command.id]
        named = [*map(shown, keys), *([shown(QUIT_KEY)] if command.id == "quit" else [])]
        return command._replace(keys=",".join(keys), shown=" ".join(named))


def _split(keys: str) -> Iterable[str]:
    return filter(None, keys.split(","))


def flaw_notice(problems: Sequence[Problem]) -> str:
    """Return a sentence for the status line about the first mistake in files of the user, empty without one."""
    if not problems:
        return ""
    first, others = problems[0], len(problems) - 1
    more = f" ({others} more: briefreader check)" if others else ""
    return f"{Path(first.where).name}{more}: {first.what}; {first.remedy}"


_FIRST = KeyTable()


def key_of(id: str) -> str:
    """Return the first key of a command in the running reader as people write it."""
    return running_keys().key_of(id)


def keys_of(id: str) -> Sequence[str]:
    """Return Textual's names of the keys of a command in the running reader."""
    return running_keys().keys(id)


def with_keys(sentence: str) -> str:
    """Return a sentence of the program with the keys that `{undo}` and other commands have in the running reader."""
    return running_keys().filled(sentence)


def unknown_key(event: "Key", screen: "Screen[Any]") -> str:
    """Return the sentence that answers a letter or sign which does nothing on a screen; empty for other keys."""
    if not event.is_printable or event.character is None or event.character.isspace():
        return ""
    if screen.app.focused is None:
        return ""  # Textual cannot tell which keys act while a screen that is being opened on top has nothing in use
    if not screen.active_bindings.keys().isdisjoint((event.key, *event.aliases)):
        return ""  # Textual looks for a binding once the screen has had the key
    return with_keys(f"{clean_line(event.character)} does nothing here; {{help}} lists the keys")


def running_keys() -> KeyTable:
    """Return the keys of the running reader, without one the first keys."""
    from textual._context import active_app  # printed commands need no Textual

    table = getattr(active_app.get(None), "key_table", None)
    return table if isinstance(table, KeyTable) else _FIRST
