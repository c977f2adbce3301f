"""Reads the styles of a DOCX file: what a paragraph is, and in which list it stands."""

import re
from typing import Any, Literal, NamedTuple

from briefreader.sources.docx.names import is_on, number, tag, value

Role = Literal["title", "quote", ""]

_DEEPEST = 20  # styles above a style
_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (?:(?:bullet|number|continue) )?([2-5])")
_QUOTES = frozenset(("quote", "intense quote", "block text", "quotations", "block quotation", "quote block"))
_BODY = 9  # the outline level of text that is no heading


class Listed(NamedTuple):
    """The list of a paragraph by its number, the level in it counted from 0, and the paragraph's indent in twips."""

    list: str | None
    level: int | None
    indent: int | None


class Styles:
    """The paragraph and character styles of a file by their IDs."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._default = ""
        for style in root.iter(tag("style")) if root is not None else ():
            identity = style.get(tag("styleId")) or ""
            self._styles[identity] = style
            if style.get(tag("type")) == "paragraph" and style.get(tag("default")) in ("1", "true", "on"):
                self._default = identity

    def heading(self, identity: str | None) -> int:
        """Return the level of the heading that a paragraph style makes, 0 where it makes none."""
        for style in self._chain(identity):
            properties = style.find(tag("pPr"))
            if (stated := value(properties, "outlineLvl")) is not None:
                level = number(stated, _BODY)
                return level + 1 if 0 <= level < _BODY else 0
            if named := _HEADING.fullmatch(_name(style)):
                return int(named[1])
        return 0

    def role(self, identity: str | None) -> Role:
        """Return the role of the paragraphs of a style."""
        for style in self._chain(identity):
            name = _name(style)
            if name == "title":
                return "title"
            if name in _QUOTES:
                return "quote"
        return ""

    def listed(self, identity: str | None) -> Listed:
        """Return the list that a paragraph style puts its paragraphs in."""
        found, level, indent = None, None, None
        for style in self._chain(identity or self._default):
            properties = style.find(tag("pPr"))
            numbering = properties.find(tag("numPr")) if properties is not None else None
            if found is None and numbering is not None:
                found = value(numbering, "numId")
                stated = value(numbering, "ilvl")
                level = number(stated, 0) if stated is not None else level
            if indent is None:
                indent = indented(properties)
        return Listed(found, level, indent)

    def depth(self, identity: str | None) -> int:
        """Return the level that the name of a list style tells (`List Bullet 2`), 0 where it tells none."""
        return next((int(found[1]) for style in self._chain(identity) if (found := _LIST.fullmatch(_name(style)))), 0)

    def is_hidden(self, identity: str | None) -> bool:
        """Tell whether the text of a style is not shown."""
        return any(is_on(style.find(tag("rPr")), "vanish") for style in self._chain(identity))

    def _chain(self, identity: str | None) -> list[Any]:
        """Return a style and the styles that it is based on."""
        chain: list[Any] = []
        while identity and len(chain) < _DEEPEST and (style := self._styles.get(identity)) is not None:
            if style in chain:
                break
            chain.append(style)
            identity = value(style, "basedOn")
        return chain


def indented(properties: Any) -> int | None:
    """Return the left indent that the properties of a paragraph state, in twips, a twentieth of a point."""
    found = properties.find(tag("ind")) if properties is not None else None
    if found is None:
        return None
    raw = found.get(tag("left")) or found.get(tag("start"))
    return number(raw, 0) if raw is not None else None


def _name(style: Any) -> str:
    return (value(style, "name") or "").casefold()
