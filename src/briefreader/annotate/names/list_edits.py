"""Changes one line of a list of names and keeps all other lines, with comments and order."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.annotate.names.lists import KILL, read
from briefreader.model import SettingsError
from briefreader.text import clean_line
from briefreader.yaml_rows import (
    after_line,
    end_of,
    inserted,
    is_flow,
    items,
    pairs,
    quoted,
    scalar,
    section_of,
    value_of,
    with_row,
)

if TYPE_CHECKING:
    import yaml


def check(path: Path, data: bytes) -> None:
    """Raise SettingsError if a list has a mistake."""
    read(path, data)


def with_alias(path: Path, text: str, section: str, name: str, alias: str) -> str:
    """Return the text of a list after a spelling was added to a name of a section.

    Raises SettingsError where the list has a mistake, contradicts the addition, or has a form that cannot be extended.
    """
    name, alias = clean_line(name), clean_line(alias)
    _refuse_contradiction(path, text, section, name, alias)
    entry = _entry_of(section_of(text, section), name)
    if entry is None:
        aliases = f", aliases: [{quoted(alias)}]" if alias != name else ""
        row = f"{{name: {quoted(name)}{aliases}}}" if aliases else quoted(name)
        return _checked(path, with_row(text, section, row), section, name, alias)
    return _checked(path, _with_spelling(text, entry, alias), section, name, alias)


def with_killed(path: Path, text: str, spelling: str) -> str:
    """Return the text of a list after a spelling was excluded. Raises SettingsError as `with_alias`."""
    spelling = clean_line(spelling)
    if spelling in read(path, text.encode()).killed:
        return text
    changed = with_row(text, KILL, quoted(spelling))
    if spelling not in read(path, changed.encode()).killed:
        raise _unwritable(path)
    return changed


def _refuse_contradiction(path: Path, text: str, section: str, name: str, alias: str) -> None:
    known = read(path, text.encode())
    if alias in known.killed or name in known.killed:
        raise SettingsError(f"{path}: {alias!r} is excluded under `{KILL}`; delete it there first")
    for entry in known.entries:
        if alias in entry.spellings and entry.name != name:
            where = f"`{entry.name}` in `{entry.section}`"
            raise SettingsError(f"{path}: {alias!r} belongs to {where} already; change it there")
        if entry.name == name and entry.section != section:
            raise SettingsError(f"{path}: {name!r} is already in `{entry.section}`; change it there")


def _checked(path: Path, text: str, section: str, name: str, alias: str) -> str:
    """Return a changed text if it has the wanted spelling. Raises SettingsError to protect a list of unknown form."""
    for entry in read(path, text.encode()).entries:
        if (entry.section, entry.name) == (section, name) and (
            alias in entry.facts.get("aliases", ()) or alias == name
        ):
            return text
    raise _unwritable(path)


def _unwritable(path: Path) -> SettingsError:
    return SettingsError(f"{path}: this list has a form that cannot be extended; write each name on a line of its own")


def _entry_of(section: tuple[yaml.Node, yaml.Node] | None, name: str) -> yaml.Node | None:
    for row in items(section[1]) if section else ():
        if clean_line(scalar(row) or "") == name or clean_line(scalar(value_of(row, "name") or row) or "") == name:
            return row
    return None


def _with_spelling(text: str, entry: yaml.Node, alias: str) -> str:
    whole = scalar(entry)
    if whole is not None:
        row = f"{{name: {quoted(clean_line(whole))}, aliases: [{quoted(alias)}]}}"
        return text[: entry.start_mark.index] + row + text[entry.end_mark.index :]
    aliases = value_of(entry, "aliases")
    if aliases is None and is_flow(entry):
        return inserted(text, entry.end_mark.index - 1, f", aliases: [{quoted(alias)}]")
    if aliases is None:
        *_, (_, last) = pairs(entry)
        column = " " * entry.start_mark.column
        return after_line(text, end_of(last), f"{column}aliases: [{quoted(alias)}]")
    known = items(aliases)
    if any(scalar(item) == alias for item in known):
        return text
    if is_flow(aliases):
        return inserted(text, aliases.end_mark.index - 1, f", {quoted(alias)}" if known else quoted(alias))
    return after_line(text, end_of(known[-1]), f"{' ' * aliases.start_mark.column}- {quoted(alias)}")
