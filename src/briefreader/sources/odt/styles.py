"""Reads the styles of an OpenDocument text: what a paragraph is, and how a list or the headings are numbered."""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from briefreader.sources.odt.names import tag
from briefreader.sources.structure import list_numbers

Role = Literal["title", "quote", "hidden", ""]

_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_EAST_ASIAN = {
    "一, 二, 三, ...": "ideographic",
    "가, 나, 다, ...": "ganada",
    "ㄱ, ㄴ, ㄷ, ...": "chosung",
    "ア, イ, ウ, ...": "aiueo",
}
_DEEPEST = 20  # styles above a style
_LEVELS = 10


class Level(NamedTuple):
    """The numbers of a level of a list; `style` is empty where items have no number. `shown` counts upper levels in."""

    style: str
    before: str
    after: str
    shown: int
    start: int


class Styles:
    """The styles of a file by their names."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._parents: dict[str, str] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._hidden: set[str] = set()
        self._list_of_style: dict[str, str] = {}
        self._outlines: dict[str, int] = {}
        self.outline: dict[int, Level] = {}
        """The numbers of headings by their level."""
        for root in roots:
            for style in root.iter(tag("style:style")):
                name = style.get(tag("style:name")) or ""
                self._parents[name] = style.get(tag("style:parent-style-name")) or ""
                if listed := style.get(tag("style:list-style-name")):
                    self._list_of_style[name] = listed
                if (level := style.get(tag("style:default-outline-level")) or "").isdigit():
                    self._outlines[name] = int(level)
                if any(each.get(tag("text:display")) == "none" for each in style.iter(tag("style:text-properties"))):
                    self._hidden.add(name)
            for style in root.iter(tag("text:list-style")):
                self._lists[style.get(tag("style:name")) or ""] = _levels(style)
            for style in root.iter(tag("text:outline-style")):
                self.outline = _levels(style)

    def role(self, name: str | None) -> Role:
        """Return the role of a paragraph or a piece of text with a style."""
        for each in self._chain(name):
            plain = each.replace("_20_", " ").casefold()
            if each in self._hidden:
                return "hidden"
            if plain == "title":
                return "title"
            if plain in ("quotations", "quote", "intense quote", "block quotation", "block text"):
                return "quote"
        return ""

    def heading(self, name: str | None) -> int:
        """Return the level of the headings that a style is for, 0 where it is for none."""
        return next((self._outlines[each] for each in self._chain(name) if each in self._outlines), 0)

    def list_style(self, name: str | None) -> str:
        """Return the list style of a paragraph style, empty where it has none."""
        return next((self._list_of_style[each] for each in self._chain(name) if each in self._list_of_style), "")

    def levels(self, name: str | None) -> dict[int, Level]:
        """Return the levels of a list style, none where it is not known."""
        return self._lists.get(name or "", {})

    def _chain(self, name: str | None) -> list[str]:
        """Return the names of a style and of the styles that it is derived from."""
        chain: list[str] = []
        while name and name not in chain and len(chain) < _DEEPEST:
            chain.append(name)
            name = self._parents.get(name)
        return chain


def numbered(counts: dict[int, int], depth: int, levels: dict[int, Level]) -> str:
    """Return the number of an item of a level, with those of the upper levels that its style shows, empty without."""
    level = levels.get(depth)
    if level is None or not level.style:
        return ""
    parts = []
    for upper in range(max(1, depth - level.shown + 1), depth + 1):
        style = levels[upper].style if upper in levels else ""
        if style:
            parts.append(list_numbers.shown(counts.get(upper, levels[upper].start), style))
    return f"{level.before}{'.'.join(parts)}{level.after}"


def _levels(style: Any) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in style:
        depth = _number(element.get(tag("text:level")), 0)
        if not 1 <= depth <= _LEVELS:
            continue
        raw = element.get(tag("style:num-format")) or ""
        bullet = element.tag not in (tag("text:list-level-style-number"), tag("text:outline-level-style"))
        levels[depth] = Level(
            "" if bullet or not raw else _FORMATS.get(raw) or _EAST_ASIAN.get(raw, "decimal"),
            (element.get(tag("style:num-prefix")) or "").strip(),
            (element.get(tag("style:num-suffix")) or "").strip(),
            _number(element.get(tag("text:display-levels")), 1),
            _number(element.get(tag("text:start-value")), 1),
        )
    return levels


def _number(raw: str | None, otherwise: int) -> int:
    return int(raw) if raw and raw.isascii() and raw.isdigit() and len(raw) <= 6 else otherwise
