"""Finds the words of a passage as they are compared with another edition of its text."""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Final

from briefreader.text import fold, words

# Words are compared without signs, and compounds by their parts; Chinese and Japanese, by letters.
_PARTS: Final = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^-‐‑+&\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)

_MOST_LOOKS: Final = 5_000  # in a text that says the same again and again


class PassageWords:
    """The words of a text: `keys` are their folded forms, and each stands from one of `starts` to one of `ends`."""

    def __init__(self, text: str) -> None:
        self.keys: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self._rows: dict[tuple[str, ...], list[int]] = {}
        for word in words(text):
            if word.text.isalnum() and word.text.isascii():
                self._add(word.text, word.start)
            else:
                for part in _PARTS.finditer(word.text):
                    self._add(part[0], word.start + part.start())

    def _add(self, part: str, start: int) -> None:
        key = fold(part)
        if not key.isalnum():
            key = "".join(filter(str.isalnum, key))
        if key:
            self.keys.append(key)
            self.starts.append(start)
            self.ends.append(start + len(part))

    def within(self, start: int, end: int) -> tuple[int, int]:
        """Return the first word that touches a range of characters, and the one after the last."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    @cached_property
    def letters(self) -> str:
        """The letters of all words without anything between them, in which no hyphen and no space matters."""
        return "".join(self.keys)

    @cached_property
    def _offsets(self) -> list[int]:
        return [0, *accumulate(map(len, self.keys))]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, key in enumerate(self.keys):
            found.setdefault(key, []).append(at)
        return found

    def in_a_row(self, sought: tuple[str, ...]) -> list[int]:
        """Return the first word of each place where some words stand in a row; many passages may ask for the same."""
        if sought not in self._rows:
            count, row = len(sought), [*sought]
            rarest = min(range(count), key=lambda step: len(self._places.get(sought[step], ())))
            begins = (at - rarest for at in self._places.get(sought[rarest], ()) if at >= rarest)
            self._rows[sought] = [at for at in begins if self.keys[at : at + count] == row]
        return self._rows[sought]

    def words_at(self, at: int, length: int) -> list[tuple[int, int]]:
        """Return the range of whole words that so many of the letters are, none if they begin or end within a word."""
        first, last = bisect_left(self._offsets, at), bisect_left(self._offsets, at + length)
        return [(first, last)] if self._offsets[first] == at and self._offsets[last] == at + length else []

    def spelled(self, letters: str) -> list[tuple[int, int]]:
        """Return the ranges of whole words that have exactly these letters, of very many the first ones."""
        found: list[tuple[int, int]] = []
        at = self.letters.find(letters) if letters else -1
        for _ in range(_MOST_LOOKS):
            if at < 0:
                break
            found += self.words_at(at, len(letters))
            at = self.letters.find(letters, at + 1)
        return found
