"""Reads the names and values of a YAML mapping with the lines on which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.model import SettingsError
from briefreader.text import clean_line

if TYPE_CHECKING:
    import yaml


class SettingLine(NamedTuple):
    """A name with its values in a file of the user; `where` is file and line.

    If the line has a mistake, it has no values, and `flaw` is a sentence about it with a remedy.
    """

    name: str
    values: tuple[str, ...]
    where: str
    flaw: str = ""


def pairs(text: str, path: Path) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Return the keys and values of a YAML mapping as nodes with line numbers. Raises SettingsError."""
    import yaml

    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise SettingsError(f"{place(path, event)}: aliases (*name) are not read; write it out")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "too deeply nested"
        remedy = "write lines as `theme: light`, and signs in quotes"
        raise SettingsError(f"{path}{line}: this is not YAML ({problem}); {remedy}") from error
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return []
    if not isinstance(node, yaml.MappingNode):
        raise SettingsError(f"{path}, line 1: settings are lines such as `theme: light`; write them so")
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise SettingsError(f"{place(path, key)}: a setting's name is a word; write `name: value`")
    return list(node.value)


def place(path: Path, part: yaml.Node | yaml.Event) -> str:
    """Return the file and the line of a part of a YAML text."""
    return f"{path}, line {part.start_mark.line + 1}" if part.start_mark else str(path)


def lines(found: Sequence[tuple[yaml.Node, yaml.Node]], path: Path, form: str) -> tuple[SettingLine, ...]:
    """Return the lines of keys and values that are words or lists of words; `form` shows how one is written."""
    known: dict[str, SettingLine] = {}
    flawed: list[SettingLine] = []
    for key, value in found:
        line = _line(key, value, place(path, key), form)
        if line.flaw:
            flawed.append(line)
        elif line.name in known:
            flawed.append(line._replace(values=(), flaw=f"{line.name} is set twice; keep one of the lines"))
        else:
            known[line.name] = line
    return (*known.values(), *flawed)


def _line(key: yaml.Node, value: yaml.Node, where: str, form: str) -> SettingLine:
    import yaml

    if not isinstance(key, yaml.ScalarNode):
        return SettingLine("", (), where, f"a name is one word; write {form}")
    name = clean_line(key.value)
    words = value.value if isinstance(value, yaml.SequenceNode) else [value]
    if not words or not all(isinstance(word, yaml.ScalarNode) and word.value.strip(" ") for word in words):
        return SettingLine(name, (), where, f"{name} needs a value; write {form}, signs in quotes")
    return SettingLine(name, tuple(clean_line(word.value) for word in words), where)
