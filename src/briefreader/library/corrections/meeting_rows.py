"""Reads the rows of `meetings.yaml`, the plain file in which a person corrects meetings.

The section `briefs` says which briefs are of one meeting (`joined`) and which are not (`parted`, `from`), `meetings`
holds facts of the meeting of a brief, and `series` names of series with their other names. Of rows that contradict each
other the later one counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.meetings import KEYS, Corrections, Fact, Facts, Grouping, fact
from briefreader.model import Problem, SettingsError, SourceError
from briefreader.text import clean_line, decode
from briefreader.yaml_rows import items, pairs, scalar

if TYPE_CHECKING:
    import yaml

BRIEFS, MEETINGS, SERIES = "briefs", "meetings", "series"
"""The names of the sections."""
_SECTIONS = (BRIEFS, MEETINGS, SERIES)
_DEEPEST = 16
"""Lists and mappings inside each other; the rows need four."""
_MOST_BRIEFS = 200
"""Briefs of a row, which are compared in pairs."""
_LONGEST = 200
"""Characters of the description of a mistake, which may quote the file."""
_ROW_FORMS = {
    BRIEFS: "write `{joined: [ID, ID]}` or `{parted: [ID], from: [ID]}`",
    MEETINGS: "write `{brief: ID, date: 2024-09-21}`",
    SERIES: "write `{name: NAME, aliases: [OTHER NAME]}`",
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
    return read_text(path, text)


def read_text(path: Path, text: str) -> OwnRows:
    """Return the corrections in the text of a file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        depth = 0
        for event in yaml.parse(text, Loader=loader):
            where = f"{path}, line {event.start_mark.line + 1}" if event.start_mark else str(path)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                return _broken(where, "lists stand inside each other too often", "write each row on a line of its own")
            if isinstance(event, yaml.AliasEvent):
                return _broken(where, "YAML aliases (*name) are not read", "write it out")
        root = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path}, line {mark.line + 1}" if mark else str(path)
        return _broken(where, f"this is not YAML ({getattr(error, 'problem', None) or error})", "mend it")
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
            BRIEFS: self._take_grouping, MEETINGS: self._take_facts, SERIES: self._take_series,
        }  # fmt: skip
        if section not in takers:
            self._note(key, f"there is no section `{section}`", _known_sections())
        elif scalar(value) != "" and not _is_list(value):
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
        said = clean_line(what)
        shown = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
        self.problems.append(Problem(f"{self._path}, line {line}", shown, remedy))

    def _take_grouping(self, row: yaml.Node) -> None:
        values = _values(row, BRIEFS, ("joined", "parted", "from"))
        joined, parted, others = (_texts(values.get(key), row, BRIEFS) for key in ("joined", "parted", "from"))
        if len(joined) + len(parted) + len(others) > _MOST_BRIEFS:
            raise _MistakeError(row, f"this row has more than {_MOST_BRIEFS} briefs", "write several rows")
        if len(joined) > 1 and not parted and not others:
            self.groupings.append(Grouping("joined", joined))
        elif parted and others and not joined:
            self.groupings.append(Grouping("parted", parted, others))
        else:
            raise _MistakeError(row, "this row neither joins briefs nor parts them", _ROW_FORMS[BRIEFS])

    def _take_facts(self, row: yaml.Node) -> None:
        values = _values(row, MEETINGS, ("brief", *KEYS))
        brief = clean_line(scalar(values.get("brief")) or "")
        if not brief:
            raise _MistakeError(row, "this row names no brief", _ROW_FORMS[MEETINGS])
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
        values = _values(row, SERIES, ("name", "aliases"))
        name = clean_line(scalar(values.get("name")) or "")
        aliases = _texts(values.get("aliases"), row, SERIES)
        if not name or not aliases:
            raise _MistakeError(row, "a series needs its name and its other names", _ROW_FORMS[SERIES])
        self.series.update((alias, name) for alias in aliases if alias != name)


def _is_list(node: yaml.Node) -> bool:
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


def check(path: Path, data: bytes) -> None:
    """Raise SettingsError if the YAML of a file is broken."""
    refuse_broken(read(path, data))


def refuse_broken(found: OwnRows) -> None:
    """Raise SettingsError if the YAML of a file is broken."""
    if found.is_broken:
        where, what, remedy = found.problems[0]
        raise SettingsError(f"{where}: {what}; {remedy}")
