"""Parses the command line.

Options stand before or after the command, words and options in any order. A word with a single dash that is no option
belongs to a query (`search deterrence -nuclear`); argparse rejects such a word, and therefore is not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from briefreader.model import UsageError


class Option(NamedTuple):
    """An option by its long name; `value` names its value in the help, and `choices` are the allowed values."""

    name: str
    help: str
    value: str | None = None
    choices: tuple[str, ...] = ()
    number: bool = False


class Command(NamedTuple):
    """A command with `least` to `most` words, which are one query if `query`; if `json`, it can answer with JSON."""

    name: str
    words: str
    summary: str
    description: str
    examples: tuple[tuple[str, str], ...]
    options: tuple[Option, ...] = ()
    least: int = 0
    most: int | None = None
    query: bool = False
    json: bool = False


class Request(NamedTuple):
    """A parsed command line; `command` is None if it names none."""

    command: Command | None
    words: tuple[str, ...] = ()
    options: Mapping[str, str] = MappingProxyType({})

    def has(self, name: str) -> bool:
        """Return whether an option is given."""
        return name in self.options

    @property
    def json(self) -> bool:
        """Whether the answer is JSON."""
        return self.has("--json")

    @property
    def query(self) -> str:
        """The words as one query."""
        return " ".join(self.words)


GLOBAL_OPTIONS = (
    Option("--library", "read this folder (also: the variable BRIEFREADER_LIBRARY)", value="DIR"),
    Option("--sample", "read the sample library that comes with the program"),
    Option("--plain", "line mode: numbered lists and commands instead of drawing the reader"),
    Option("--fresh", "start the reader without what the last session has left open"),
    Option("--no-mouse", "leave the mouse to the terminal"),
    Option("--slow", "send as few bytes as possible, as it is done over SSH"),
    Option("--read-only", "write nothing but the cache of the search index"),
    Option("--json", "print JSON, a line each (commands that answer with data)"),
    Option("--help", "show this help, or that of a command"),
    Option("--version", "show the version"),
)


def understand(arguments: Sequence[str], commands: Mapping[str, Command]) -> Request:
    """Return the request of the arguments. Raises UsageError."""
    command: Command | None = None
    words: list[str] = []
    given: dict[str, str] = {}
    rest = iter(arguments)
    ended = False
    for argument in rest:
        name, equals, value = argument.partition("=")
        if not ended and argument == "--":
            ended = True
        elif not ended and argument in ("-h", "--help"):
            given["--help"] = ""
        elif not ended and argument.startswith("--"):
            option = _option(name, command)
            given[name] = _value(option, value if equals else None, rest)
        elif command is None:
            if argument.startswith("-") and not ended:
                raise UsageError(f"there is no option {argument}; `briefreader --help` lists them")
            command = _command(argument, commands)
        elif argument.startswith("-") and argument != "-" and not ended and not command.query:
            raise UsageError(f"{command.name} has no option {argument}; `briefreader {command.name} --help` lists them")
        else:
            words.append(argument)
    request = Request(command, tuple(words), given)
    if not (request.has("--help") or request.has("--version")):
        _check(request)
    return request


def _command(name: str, commands: Mapping[str, Command]) -> Command:
    if name in commands:
        return commands[name]
    near = _near(name, commands)
    hint = f"did you mean {near[0]}?" if near else "`briefreader --help` lists them"
    raise UsageError(f"there is no command {name!r}; {hint}")


def _near(name: str, known: Iterable[str]) -> list[str]:
    """Return the known name that is most similar to a name, if any is."""
    import difflib  # only a mistake needs it

    return difflib.get_close_matches(name, known, n=1)


def _option(name: str, command: Command | None) -> Option:
    known = {option.name: option for option in (*GLOBAL_OPTIONS, *(command.options if command else ()))}
    if name in known:
        return known[name]
    near = _near(name, known)
    of_whom = f"`briefreader {command.name} --help`" if command else "`briefreader --help`"
    hint = f"did you mean {near[0]}?" if near else f"{of_whom} lists them"
    raise UsageError(f"there is no option {name}; {hint}")


def _value(option: Option, value: str | None, rest: object) -> str:
    if option.value is None:
        if value is not None:
            raise UsageError(f"{option.name} takes no value; write {option.name} alone")
        return ""
    if value is None:
        value = next(rest, None)  # type: ignore[call-overload]
    if not value:
        raise UsageError(f"{option.name} needs a value; write {option.name} {option.value}")
    if option.choices and value not in option.choices:
        raise UsageError(f"{option.name} cannot be {value!r}; choose {' or '.join(option.choices)}")
    if option.number and not (value.isascii() and value.isdigit() and len(value) < 10):
        raise UsageError(f"{option.name} cannot be {value!r}; write a number such as 50")
    return value


def _check(request: Request) -> None:
    command = request.command
    if request.has("--sample") and request.has("--library"):
        raise UsageError("--sample and --library name two libraries; keep one of them")
    if command is None:
        if request.json:
            raise UsageError("the reader has no --json; `briefreader list --json` lists the library")
        return
    if request.json and not command.json:
        raise UsageError(f"{command.name} has no --json; `briefreader {command.name} --help` says what it has")
    count = len(request.words)
    if count < command.least or (command.most is not None and count > command.most):
        raise UsageError(
            f"{command.name} takes {command.words or 'no words'}; `briefreader {command.name} --help` says more"
        )
