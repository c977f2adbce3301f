"""Recognizes the bullets and numbers before the items of lists."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefreader.roman_numerals import roman
from briefreader.sources.pdf.lines import BARE, MARKER, WIDE
from briefreader.sources.structure import list_marks

_INITIAL = re.compile(r"[A-Z]\.")
_BULLET = re.compile(r"[•‣▪◦●○■□◆➢➤✓·–—*-]")
_ITEM = re.compile(rf"\s*({MARKER.pattern})\s+(?=\S)")
_NUMBERED = re.compile(rf"\s*({BARE.pattern}){WIDE}\s*(?=\S)")


class Sign(NamedTuple):
    """The sign before an item, and the number of characters up to its text; `bare` is a number without a dot."""

    label: str
    length: int
    bullet: bool
    bare: bool


class Signs:
    """Finds the signs of items in the lines of a document.

    A number without a dot, or a capital letter, is a sign only if the next or the former one is there too.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._capitals = list_marks.counted([text.lstrip() for text in texts])
        self._numbers = _counted({match[1] for text in texts if (match := _NUMBERED.match(text))})

    def find(self, text: str) -> Sign | None:
        """Return the sign at the head of a line."""
        if (bare := _NUMBERED.match(text)) and bare[1] in self._numbers:
            return Sign(bare[1], bare.end(), False, True)
        match = _ITEM.match(text)
        if match is None or (_INITIAL.fullmatch(match[1]) and match[1][0] not in self._capitals):
            return None
        return Sign(match[1], match.end(), _BULLET.fullmatch(match[1]) is not None, False)


def _counted(labels: set[str]) -> set[str]:
    """Return the labels of which the next or the former one is there too."""
    series = [[str(number) for number in range(1, 100)], list("abcdefghijklmnopqrstuvwxyz")]
    series.append([roman(number) for number in range(1, 20)])
    return {
        label
        for each in series
        for before, label, after in zip(["", *each], each, [*each[1:], ""], strict=False)
        if label in labels and (before in labels or after in labels)
    }
