"""Recognizes the bullets and numbers before the items of lists in plain text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefreader.roman_numerals import roman


class Mark(NamedTuple):
    """The mark before an item: its style, the number of its characters, and its number, 0 where it has none."""

    style: str
    length: int
    number: int = 0
    bullet: bool = False


_BULLETS = "-*•‣▪◦·●○■□➢➤►\uf0b7\uf0a7"
_BULLET = re.compile(rf"[{re.escape(_BULLETS)}](?:\s+|$)")
_DASH = re.compile(r"[–—](?:\s+|$)")
_NUMBER = re.compile(r"(?P<open>\(?)(?P<label>\d{1,3}|[a-z]|[ivx]{1,5}|[A-H]|[IVX]{1,5})(?P<close>[.)])(?:\s+|$)")
_ROMAN = {roman(number): number for number in range(1, 16)}


def find(text: str, counted: frozenset[str] = frozenset()) -> Mark | None:
    """Return the mark at the head of a line, None where there is none.

    A capital letter with a dot may be an initial, and an "o" a word; they count if they are among `counted`.
    """
    if not text:
        return None
    if bullet := _BULLET.match(text):
        return Mark(text[0], bullet.end(), bullet=True)
    if dash := _DASH.match(text):
        return Mark(text[0], dash.end(), bullet=True)
    if text[0] == "o" and "o" in counted and text[1:2] == " ":
        return Mark("o", 2)
    match = _NUMBER.match(text)
    if match is None:
        return None
    label, close = match["label"], match["close"]
    if label.isupper() and close == "." and label not in counted:
        return None
    style, number = _counted(label)
    return Mark(f"{match['open']}{style}{close}", match.end(), number)


def _counted(label: str) -> tuple[str, int]:
    if label.isdecimal():
        return "1", int(label)
    folded = label.lower()
    case = "A" if label.isupper() else "a"
    if len(label) > 1 or folded in "ivx":
        return ("I" if case == "A" else "i"), _ROMAN.get(folded, 0)
    return case, ord(folded) - ord("a") + 1


def counted(texts: Sequence[str]) -> frozenset[str]:
    """Return the labels (`A`, `II`) at the head of lines that number items: the next or the former label is there too.

    An "o", which word processors write for the bullets of the second level, is among them if it begins several lines of
    a text with other bullets.
    """
    found = {match["label"] for text in texts if (match := _NUMBER.match(text)) and match["label"].isupper()}
    values = {_counted(label) for label in found}
    letters = {label for label in found if len(label) == 1}
    labels = {
        label
        for label in found
        if any((style, number + step) in values for style, number in (_counted(label),) for step in (-1, 1))
        or (label in letters and {chr(ord(label) - 1), chr(ord(label) + 1)} & letters)
    }
    if sum(text.startswith("o ") for text in texts) > 1 and any(_BULLET.match(text) for text in texts):
        labels.add("o")
    return frozenset(labels)


class Levels:
    """Tells the level of each item from its indent and its style; items of one list have both in common."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    def level(self, indent: int, mark: Mark) -> int:
        """Return the level of the next item, 1 for the outermost."""
        while self._open and self._open[-1][0] > indent:
            self._open.pop()
        for depth, (other, style) in enumerate(self._open):
            if style == mark.style and other == indent:
                del self._open[depth + 1 :]
                return depth + 1
        self._open.append((indent, mark.style))
        return len(self._open)

    def continued(self, indent: int) -> int | None:
        """Return the level of the item that a paragraph with an indent continues, None where it ends the list."""
        while self._open and self._open[-1][0] >= indent:
            self._open.pop()
        return len(self._open) or None

    def number(self, style: str) -> bool:
        """Tell whether an item with a style is open."""
        return any(style == other for _, other in self._open)
