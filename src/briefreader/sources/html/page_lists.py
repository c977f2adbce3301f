"""Follows the open lists of a web page and numbers their items as a browser does."""

import re
from typing import Any

from briefreader.roman_numerals import roman

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(decimal|(?:lower|upper)-(?:alpha|latin|roman)|none|disc|circle|square)", re.I
)
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_LARGEST = 9_999


class OpenLists:
    """The open lists, outermost first, each with the number of its next item, None where items have no number."""

    def __init__(self) -> None:
        self._next: list[int | None] = []
        self._styles: list[str] = []
        self._steps: list[int] = []
        self._begun: list[str | None] = []  # of each open item: the number before its first text, None once it is taken

    @property
    def depth(self) -> int:
        """The number of open items."""
        return len(self._begun)

    def begin(self, element: Any) -> None:
        """Open a list."""
        style = _STYLE.search(element.get("style") or "")
        named = style[1].lower() if style else _TYPES.get(element.get("type") or "1", "decimal")
        numbered = element.tag == "ol" and named not in ("disc", "circle", "square", "none")
        backwards = element.get("reversed") is not None
        start = _number(element.get("start")) or (sum(1 for _ in element.iterchildren("li")) if backwards else 1)
        self._next.append(start if numbered else None)
        self._styles.append(named)
        self._steps.append(-1 if backwards else 1)

    def end(self) -> None:
        """Close the innermost list."""
        self._next.pop()
        self._styles.pop()
        self._steps.pop()

    def begin_item(self, element: Any) -> None:
        """Open an item of the innermost list; an item outside of lists has no number."""
        number = self._next[-1] if self._next else None
        if number is None:
            self._begun.append("")
            return
        number = _number(element.get("value")) or number
        self._next[-1] = number + self._steps[-1]
        self._begun.append(f"{_shown(number, self._styles[-1])}. ")

    def end_item(self) -> None:
        """Close the innermost item."""
        self._begun.pop()

    def take_item(self) -> tuple[bool, str]:
        """Return whether a text is the first of the innermost item, and the number that stands before it."""
        if not self._begun or self._begun[-1] is None:
            return False, ""
        number = self._begun[-1]
        self._begun[-1] = None
        return True, number


def _number(raw: str | None) -> int | None:
    return int(raw) if raw and raw.isascii() and raw.isdigit() and int(raw) <= _LARGEST else None


def _shown(number: int, style: str) -> str:
    """Return a number in the style of a list, in digits where the style cannot show it."""
    kind = style.partition("-")[2]
    if kind in ("alpha", "latin") and 1 <= number <= 26:
        text = chr(ord("a") + number - 1)
    elif kind == "roman" and 1 <= number <= _LARGEST:
        text = roman(number)
    else:
        return str(number)
    return text.upper() if style.startswith("upper") else text
