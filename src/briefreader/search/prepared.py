"""A text made ready for looking for words: most are plain, and found by their first letters at once."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from briefreader.text import WORD

_ODD: Final = re.compile(r"[A-Za-z0-9]*[^\sA-Za-z0-9]\S*")


class Prepared:
    """A text made ready to be searched again and again, as the hits of a query that is being typed are."""

    def __init__(self, text: str) -> None:
        self.text = text
        lower = text.lower()
        # What keeps its length keeps its offsets; of the rest, some Turkish, every word is looked at.
        self.lower = lower if len(lower) == len(text) else None
        self.odd = tuple(_odd_words(text))
        self._starts = [start for start, _ in self.odd]

    def is_odd(self, at: int) -> bool:
        """Whether a word that is more than Latin letters and digits covers a character."""
        before = bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._starts[before] + len(self.odd[before][1])


def _odd_words(text: str) -> Iterator[tuple[int, str]]:
    for chunk in _ODD.finditer(text):
        for match in WORD.finditer(text, *chunk.span()):
            if not is_plain(match[0]):
                yield match.start(), match[0]


def is_plain(word: str) -> bool:
    """Whether a word has but one part, its own letters."""
    return word.isascii() and word.isalnum()
