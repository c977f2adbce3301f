"""Counts the items of the lists of a DOCX file, and shows their numbers as Word does."""

import re
from typing import Any, NamedTuple

from briefreader.sources.docx.names import is_on, number, tag, value
from briefreader.sources.docx.styles import indented
from briefreader.sources.structure import list_numbers

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class _Level(NamedTuple):
    style: str
    shown: str  # such as `%1.%2)`
    start: int
    restart: int | None  # the level from 1 after which it starts anew, 0 for never, None for every upper one
    digits: bool  # upper numbers are shown in digits
    indent: int | None


class Numbering:
    """The lists of a file. Lists of the same abstract list count together."""

    def __init__(self, root: Any) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._by_style: dict[str, tuple[str, int]] = {}
        if root is not None:
            self._read(root)

    def by_style(self, style: str | None) -> tuple[str, int] | None:
        """Return the list and the level that belong to a paragraph style."""
        return self._by_style.get(style or "")

    def is_list(self, listed: str | None) -> bool:
        """Tell whether there is a list with a number."""
        return listed in self._of

    def indent(self, listed: str, level: int) -> int | None:
        """Return the left indent of a level of a list, in twips."""
        found = self._levels[listed].get(level)
        return found.indent if found else None

    def count(self, listed: str, level: int) -> str:
        """Count the next item of a level, from 0, of a list; return its number as shown, empty for a bullet."""
        abstract, levels = self._of[listed], self._levels[listed]
        counts = self._counts.setdefault(abstract, {})
        for at, start in self._starts.pop(listed, {}).items():
            counts[at] = start - 1
        counts[level] = counts.get(level, _start(levels, level) - 1) + 1
        for deeper in range(level + 1, _LEVELS):
            after = levels[deeper].restart if deeper in levels else None
            if deeper in counts and (after is None or 0 < after <= level + 1):
                del counts[deeper]
        return self._shown(counts, levels, level)

    def _shown(self, counts: dict[int, int], levels: dict[int, _Level], level: int) -> str:
        found = levels.get(level)
        if found is None or found.style == "bullet":
            return ""

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            style = levels[at].style if at in levels else "decimal"
            if found.digits and at != level:
                style = "decimal"
            return "" if style == "none" else list_numbers.shown(counts.get(at, _start(levels, at)), style)

        return _PLACE.sub(place, found.shown).strip()

    def _read(self, root: Any) -> None:
        by_link: dict[str, str] = {}
        links: dict[str, str] = {}
        for element in root.iter(tag("abstractNum")):
            identity = element.get(tag("abstractNumId")) or ""
            self._abstract[identity] = {
                number(level.get(tag("ilvl")), 0): _level(level) for level in element.findall(tag("lvl"))
            }
            if style := value(element, "styleLink"):
                by_link[style] = identity
            if style := value(element, "numStyleLink"):
                links[identity] = style
        for element in root.findall(tag("num")):
            listed, abstract = element.get(tag("numId")) or "", value(element, "abstractNumId") or ""
            abstract = by_link.get(links.get(abstract, ""), abstract)
            self._of[listed] = abstract
            levels = dict(self._abstract.get(abstract, {}))
            for override in element.findall(tag("lvlOverride")):
                at = number(override.get(tag("ilvl")), 0)
                if (own := override.find(tag("lvl"))) is not None:
                    levels[at] = _level(own)
                if (start := value(override, "startOverride")) is not None:
                    self._starts.setdefault(listed, {})[at] = number(start, 1)
            self._levels[listed] = levels
            for level in root.iterfind(f"{tag('abstractNum')}[@{tag('abstractNumId')}='{abstract}']/{tag('lvl')}"):
                if style := value(level, "pStyle"):
                    self._by_style.setdefault(style, (listed, number(level.get(tag("ilvl")), 0)))


def _start(levels: dict[int, _Level], level: int) -> int:
    return levels[level].start if level in levels else 1


def _level(element: Any) -> _Level:
    style = value(element, "numFmt")
    restart = value(element, "lvlRestart")
    return _Level(
        "decimal" if style is None else style,
        value(element, "lvlText") or "",
        number(value(element, "start"), 1),
        None if restart is None else number(restart, 0),
        is_on(element, "isLgl"),
        indented(element.find(tag("pPr"))),
    )
