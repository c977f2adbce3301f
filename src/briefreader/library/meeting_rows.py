"""Reads and writes the rows of `meetings.yaml`, the plain file in which a person corrects meetings.

The section `briefs` says which briefs are of one meeting (`joined`) and which are not (`parted`, `from`), `meetings`
holds facts of the meeting of a brief, and `series` names of series with their other names. Of rows that contradict each
other the later one counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.meetings import KEYS, Corrections, Fact, Facts, Grouping, fact, fact_text
from briefreader.model import Problem, SettingsError, SourceError
from briefreader.text import clean_line, decode
from briefreader.yaml_rows import (
    items,
    pairs,
    quoted,
    scalar,
    section_of,
    value_of,
    with_replaced,
    with_row,
    without_rows,
)

if TYPE_CHECKING:
    import yaml

_BRIEFS, _MEETINGS, _SERIES = "briefs", "meetings", "series"
_SECTIONS = (_BRIEFS, _MEETINGS, _SERIES)
_PLAIN_NUMBER = re.compile(r"[0-9][0-9A-Za-z-]*")
_ROW_FORMS = {
    _BRIEFS: "write `{joined: [ID, ID]}` or `{parted: [ID], from: [ID]}`",
    _MEETINGS: "write `{brief: ID, date: 2024-09-21}`",
    _SERIES: "write `{name: NAME, aliases: [OTHER NAME]}`",
}


class _MistakeError(Exception):
    """A mistake in a row: the node in which it is, a description and a remedy."""

    def __init__(self, node: yaml.Node, what: str, remedy: str) -> None:
        super().__init__(what)
        self.problem = (node.start_mark.line + 1, what, remedy)


class OwnRows(NamedTuple):
    """The corrections in a file, and its mistakes; a row with a mistake does not count, nor any of broken YAML."""

    corrections: Corrections = Corrections()
    problems: tuple[Problem, ...] = ()
    is_broken: bool = False


def read(path: Path, data: bytes) -> OwnRows:
    """Return the corrections in the content of a file."""
    try:
        text = decode(data)
    except SourceError as error:
        what, _, remedy = str(error).rpartition("; ")
        return _broken(str(path), what or str(error), remedy if what else "save it as UTF-8")
    return _read(path, text)


def _read(path: Path, text: str) -> OwnRows:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                where = f"{path}, line {event.start_mark.line + 1}" if event.start_mark else str(path)
                return _broken(where, "YAML aliases (*name) are not read", "write it out")
        root = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}, line {mark.line + 1}" if mark else str(path)
        return _broken(where, f"this is not YAML ({getattr(error, 'problem', None) or 'too deeply nested'})", "mend it")
    if root is None or scalar(root) == "":
        return OwnRows()
    if not isinstance(root, yaml.MappingNode):
        return _broken(f"{path}, line 1", "corrections of meetings stand under a section", _known_sections())
    reading = _Reading(path)
    for key, value in pairs(root):
        reading.take_section(key, value)
    corrections = Corrections(tuple(reading.groupings), tuple(reading.facts), reading.series)
    return OwnRows(corrections, tuple(reading.problems))


def _broken(where: str, what: str, remedy: str) -> OwnRows:
    return OwnRows(problems=(Problem(where, what, remedy),), is_broken=True)


def _known_sections() -> str:
    return f"use one of {', '.join(_SECTIONS)}"


class _Reading:
    """Collects corrections and mistakes from the nodes of a file."""

    def __init__(self, path: Path) -> None:
        self.groupings: list[Grouping] = []
        self.facts: list[tuple[str, Facts]] = []
        self.series: dict[str, str] = {}
        self.problems: list[Problem] = []
        self._path = path

    def take_section(self, key: yaml.Node, value: yaml.Node) -> None:
        """Take over the rows of a section."""
        section = scalar(key) or ""
        takers: dict[str, Callable[[yaml.Node], None]] = {
            _BRIEFS: self._take_grouping, _MEETINGS: self._take_facts, _SERIES: self._take_series,
        }  # fmt: skip
        if section not in takers:
            self._note(key, f"there is no section `{section}`", _known_sections())
        elif not items(value) and scalar(value) != "" and not _is_empty_list(value):
            self._note(value, f"section `{section}` is no list", "begin each row with `- `")
        else:
            for row in items(value):
                try:
                    takers[section](row)
                except _MistakeError as mistake:
                    self._note_line(*mistake.problem)

    def _note(self, node: yaml.Node, what: str, remedy: str) -> None:
        self._note_line(node.start_mark.line + 1, what, remedy)

    def _note_line(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(f"{self._path}, line {line}", what, remedy))

    def _take_grouping(self, row: yaml.Node) -> None:
        values = _values(row, _BRIEFS, ("joined", "parted", "from"))
        joined, parted, others = (_texts(values.get(key), row, _BRIEFS) for key in ("joined", "parted", "from"))
        if len(joined) > 1 and not parted and not others:
            self.groupings.append(Grouping("joined", joined))
        elif parted and others and not joined:
            self.groupings.append(Grouping("parted", parted, others))
        else:
            raise _MistakeError(row, "this row neither joins briefs nor parts them", _ROW_FORMS[_BRIEFS])

    def _take_facts(self, row: yaml.Node) -> None:
        values = _values(row, _MEETINGS, ("brief", *KEYS))
        brief = clean_line(scalar(values.get("brief")) or "")
        if not brief:
            raise _MistakeError(row, "this row names no brief", _ROW_FORMS[_MEETINGS])
        found: dict[str, Fact] = {}
        for key, value in values.items():
            if key == "brief" or scalar(value) == "":
                continue
            try:
                found[key] = _fact(key, value)
            except ValueError as error:
                what, _, remedy = str(error).rpartition("; ")
                self._note(value, f"`{key}`: {what}", remedy)
        self.facts.append((brief, found))

    def _take_series(self, row: yaml.Node) -> None:
        values = _values(row, _SERIES, ("name", "aliases"))
        name = clean_line(scalar(values.get("name")) or "")
        aliases = _texts(values.get("aliases"), row, _SERIES)
        if not name or not aliases:
            raise _MistakeError(row, "a series needs its name and its other names", _ROW_FORMS[_SERIES])
        self.series.update((alias, name) for alias in aliases if alias != name)


def _is_empty_list(node: yaml.Node) -> bool:
    import yaml

    return isinstance(node, yaml.SequenceNode)


def _values(row: yaml.Node, section: str, known: Collection[str]) -> dict[str, yaml.Node]:
    values = {scalar(key) or "": value for key, value in pairs(row)}
    if not values:
        raise _MistakeError(row, f"this is no row of `{section}`", _ROW_FORMS[section])
    for key, _ in pairs(row):
        if scalar(key) not in known:
            raise _MistakeError(key, f"`{scalar(key)}` is no key of `{section}`", f"use {', '.join(known)}")
    return values


def _texts(node: yaml.Node | None, row: yaml.Node, section: str) -> tuple[str, ...]:
    if node is None or scalar(node) == "":
        return ()
    texts = [clean_line(scalar(each) or "") for each in (items(node) or [node])]
    if not all(texts):
        raise _MistakeError(row, "a list holds something else than texts", _ROW_FORMS[section])
    return tuple(dict.fromkeys(texts))


def _fact(key: str, node: yaml.Node) -> Fact:
    names = [clean_line(scalar(each) or "") for each in items(node)]
    if names and key in ("sides", "leads") and all(names):
        return tuple(dict.fromkeys(names))
    text = clean_line(scalar(node) or "")
    if not text:
        raise ValueError("this is no text; write it on the line of its key")
    return fact(key, text)


def with_grouping(path: Path, text: str, grouping: Grouping) -> str:
    """Return the text of the file after a statement that joins or parts briefs. Raises SettingsError."""
    others = {"from": grouping.others} if grouping.kind == "parted" else {}
    row = _row({grouping.kind: grouping.briefs, **others})
    _refuse_broken(path, text)
    changed = with_row(text, _BRIEFS, row)
    return _checked(path, changed, lambda found: grouping in found.groupings[-1:])


def with_facts(path: Path, text: str, briefs: Sequence[str], facts: Facts) -> str:
    """Return the text of the file with all stated facts of the meeting of some briefs; they go to the first brief.

    Raises SettingsError.
    """
    _refuse_broken(path, text)
    former = [row for row in _rows(text, _MEETINGS) if clean_line(scalar(value_of(row, "brief")) or "") in briefs]
    row = _row({"brief": briefs[0], **facts}) if facts else None
    changed = _with_one_row(path, text, _MEETINGS, former, row)
    return _checked(path, changed, lambda found: found.facts_of(briefs) == facts)


def with_series(path: Path, text: str, name: str, others: Iterable[str]) -> str:
    """Return the text of the file after a name was given to series with other names. Raises SettingsError."""
    _refuse_broken(path, text)
    named = {*others, name}
    former: list[yaml.Node] = []
    aliases: dict[str, None] = {}
    for row in _rows(text, _SERIES):
        known = clean_line(scalar(value_of(row, "name")) or "")
        spellings = [clean_line(scalar(each) or "") for each in items(value_of(row, "aliases"))]
        if known in named or not named.isdisjoint(spellings):
            former.append(row)
            aliases.update(dict.fromkeys((*spellings, known)))
    aliases.pop("", None)
    aliases.update(dict.fromkeys(others))
    aliases.pop(name, None)
    row_text = _row({"name": name, "aliases": tuple(aliases)}) if aliases else None
    changed = _with_one_row(path, text, _SERIES, former, row_text)
    return _checked(path, changed, lambda found: len({found.series_called(each) for each in named}) == 1)


def _rows(text: str, section: str) -> list[yaml.Node]:
    found = section_of(text, section)
    return items(found[1]) if found else []


def _with_one_row(path: Path, text: str, section: str, former: Sequence[yaml.Node], row: str | None) -> str:
    """Return a text with one row in place of the former ones, or with none of them."""
    if row is not None and not former:
        return with_row(text, section, row)
    changed = without_rows(text, former[1:] if row is not None else former)
    if changed is None:
        raise _unwritable(path)
    return changed if row is None else with_replaced(changed, former[0], row)


def _refuse_broken(path: Path, text: str) -> None:
    found = _read(path, text)
    if found.is_broken:
        raise error_of(found.problems[0])


def error_of(problem: Problem) -> SettingsError:
    """Return the error of a mistake in a file."""
    return SettingsError(f"{problem.where}: {problem.what}; {problem.remedy}")


def check(path: Path, data: bytes) -> None:
    """Raise SettingsError if the YAML of a file is broken."""
    found = read(path, data)
    if found.is_broken:
        raise error_of(found.problems[0])


def _checked(path: Path, text: str, holds: Callable[[Corrections], bool]) -> str:
    """Return a changed text if it says the wanted. Raises SettingsError to protect a file of unknown form."""
    found = _read(path, text)
    if found.is_broken or not holds(found.corrections):
        raise _unwritable(path)
    return text


def _unwritable(path: Path) -> SettingsError:
    return SettingsError(f"{path}: this file has a form that cannot be extended; write each row on a line of its own")


def _row(values: Mapping[str, object]) -> str:
    return f"{{{', '.join(f'{key}: {_text(value)}' for key, value in values.items())}}}"


def _text(value: object) -> str:
    if isinstance(value, tuple) and value:
        return f"[{', '.join(map(_text, value))}]"
    text = value if isinstance(value, str) else fact_text(value)  # type: ignore[arg-type]
    return text if _PLAIN_NUMBER.fullmatch(text) else quoted(text)
