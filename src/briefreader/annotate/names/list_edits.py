"""Changes one line of a list of names and keeps all other lines, with comments and order.

ruamel.yaml does not serve: it writes the whole file anew, with one indentation for all lists and without the comments
inside a list in brackets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.annotate.names.lists import KILL, read
from briefreader.model import SettingsError
from briefreader.text import clean_line

if TYPE_CHECKING:
    import yaml

# YAML needs no quotation marks around these texts.
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9.'_/&() +-]*[A-Za-z0-9.')]|[A-Za-z]")
_OTHER_SCALARS = frozenset("null true false yes no on off y n".split())


def check(path: Path, data: bytes) -> None:
    """Raise SettingsError if a list has a mistake."""
    read(path, data)


def with_alias(path: Path, text: str, section: str, name: str, alias: str) -> str:
    """Return the text of a list after a spelling was added to a name of a section.

    Raises SettingsError where the list has a mistake, contradicts the addition, or has a form that cannot be extended.
    """
    name, alias = clean_line(name), clean_line(alias)
    _refuse_contradiction(path, text, section, name, alias)
    entry = _entry_of(_section(text, section), name)
    if entry is None:
        aliases = f", aliases: [{_quoted(alias)}]" if alias != name else ""
        row = f"{{name: {_quoted(name)}{aliases}}}" if aliases else _quoted(name)
        return _checked(path, _with_row(text, section, row), section, name, alias)
    return _checked(path, _with_spelling(text, entry, alias), section, name, alias)


def with_killed(path: Path, text: str, spelling: str) -> str:
    """Return the text of a list after a spelling was excluded. Raises SettingsError as `with_alias`."""
    spelling = clean_line(spelling)
    if spelling in read(path, text.encode()).killed:
        return text
    changed = _with_row(text, KILL, _quoted(spelling))
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


def _pairs(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    import yaml

    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    import yaml

    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _scalar(node: yaml.Node) -> str | None:
    import yaml

    return str(node.value) if isinstance(node, yaml.ScalarNode) else None


def _section(text: str, section: str) -> tuple[yaml.Node, yaml.Node] | None:
    """Return the key and the value of a section; `read` has refused YAML aliases before."""
    import yaml

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    return next((pair for pair in _pairs(root) if _scalar(pair[0]) == section), None)


def _entry_of(section: tuple[yaml.Node, yaml.Node] | None, name: str) -> yaml.Node | None:
    for row in _items(section[1]) if section else ():
        if clean_line(_scalar(row) or "") == name or clean_line(_scalar(_value(row, "name") or row) or "") == name:
            return row
    return None


def _value(node: yaml.Node, key: str) -> yaml.Node | None:
    return next((value for each, value in _pairs(node) if _scalar(each) == key), None)


def _with_row(text: str, section: str, row: str) -> str:
    """Return the text with a row added at the end of a section; a missing section is added too."""
    found = _section(text, section)
    if found is None:
        return f"{text}{'' if text.endswith(chr(10)) or not text else chr(10)}{section}:\n  - {row}\n"
    key, value = found
    rows = _items(value)
    if _is_flow(value):
        return _inserted(text, value.end_mark.index - 1, f", {row}" if rows else row)
    if not rows:
        return _after_line(text, key.end_mark.index, f"  - {row}")
    return _after_line(text, _end(text, rows[-1]), f"{' ' * value.start_mark.column}- {row}")


def _with_spelling(text: str, entry: yaml.Node, alias: str) -> str:
    scalar = _scalar(entry)
    if scalar is not None:
        row = f"{{name: {_quoted(clean_line(scalar))}, aliases: [{_quoted(alias)}]}}"
        return text[: entry.start_mark.index] + row + text[entry.end_mark.index :]
    aliases = _value(entry, "aliases")
    if aliases is None and _is_flow(entry):
        return _inserted(text, entry.end_mark.index - 1, f", aliases: [{_quoted(alias)}]")
    if aliases is None:
        *_, (_, last) = _pairs(entry)
        column = " " * entry.start_mark.column
        return _after_line(text, _end(text, last), f"{column}aliases: [{_quoted(alias)}]")
    known = _items(aliases)
    if any(_scalar(item) == alias for item in known):
        return text
    if _is_flow(aliases):
        return _inserted(text, aliases.end_mark.index - 1, f", {_quoted(alias)}" if known else _quoted(alias))
    return _after_line(text, _end(text, known[-1]), f"{' ' * aliases.start_mark.column}- {_quoted(alias)}")


def _is_flow(node: yaml.Node) -> bool:
    return bool(getattr(node, "flow_style", False))


def _end(text: str, node: yaml.Node) -> int:
    """Return the end of a node in the text; a block ends with its last scalar."""
    while not _is_flow(node):
        inner = [value for _, value in _pairs(node)] or _items(node)
        if not inner:
            break
        node = inner[-1]
    return int(node.end_mark.index)


def _inserted(text: str, at: int, added: str) -> str:
    before = text[:at].rstrip()
    gap = text[len(before) : at]
    return f"{before.removesuffix(',')}{added}{gap}{text[at:]}"


def _after_line(text: str, at: int, line: str) -> str:
    """Return the text with a line added after the line at a position and after its comment."""
    end = text.find("\n", at)
    return f"{text}\n{line}\n" if end < 0 else f"{text[:end]}\n{line}{text[end:]}"


def _quoted(text: str) -> str:
    """Return a text in YAML, in quotation marks where it needs them, also in a flow list."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _OTHER_SCALARS
    return text if plain else json.dumps(text, ensure_ascii=False)
