"""The terms of a chunk, the letters between two spaces of a text; a chunk that comes again is looked up."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from briefreader.search.analysis.analyzer import shape
from briefreader.text import WORD

_GAP: Final = 100  # positions between two texts of a field
_AROUND: Final = ".,;:()"  # punctuation around a word, all that most chunks have besides
_MOST: Final = 131_072
_IN_A_ROW: Final = frozenset({"plain", "pair", "last", "lone"})


class Chunk(NamedTuple):
    """The terms of a chunk.

    `row` has the terms that take a position each, with a space between them; `size` is the number of bytes of the row
    with a space after it, 0 where there is no term. `others` are terms at the position of one of the row (a compound
    joined up, a word as it was spelled), each with the offset in the row where it begins and ends.
    """

    row: str
    size: int
    others: tuple[tuple[str, int, int], ...]


class _Chunks(dict[str, Chunk]):
    """Analyzes a chunk when it is first looked up; no word holds a space, and no word depends on its neighbours."""

    def __missing__(self, chunk: str) -> Chunk:
        row: list[str] = []
        offsets = [0]
        others: list[tuple[str, int, int]] = []
        plain = chunk.strip(_AROUND)
        found = [plain] if plain.isascii() and plain.isalpha() else [match[0] for match in WORD.finditer(chunk)]
        for word in found:
            at, (parts, length) = len(row), shape(word)
            for part in parts:
                if part.kind in _IN_A_ROW:
                    row.append(part.term)
                    offsets.append(offsets[-1] + len(part.term.encode()) + 1)
            for part in parts:
                if part.kind not in _IN_A_ROW:
                    last = at + (length if part.kind == "joined" else part.step + 1)
                    others.append((part.term, offsets[at + part.step], offsets[last]))
        if len(self) >= _MOST:
            self.clear()
        kept = self[chunk] = Chunk(" ".join(row), offsets[-1], tuple(others))
        return kept


chunks: Final = _Chunks()
"""The terms of each chunk."""


@lru_cache(maxsize=16_384)
def letter_of(chunk: str, offset: int) -> int:
    """Return the number of letters of a chunk before the term that has an offset in its row."""
    for match in WORD.finditer(chunk):
        for part in shape(match[0]).parts:
            if part.kind in _IN_A_ROW:
                if offset <= 0:
                    return match.start() + part.start
                offset -= len(part.term.encode()) + 1
    return 0


def positions(texts: Iterable[str]) -> dict[str, list[int]]:
    """Return the positions of every term of texts that follow each other, so far apart that no phrase joins them."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    at = 0
    for text in texts:
        for chunk in text.split():
            row, size, others = chunks[chunk]
            if not size:
                continue
            terms = row.split(" ")
            for step, term in enumerate(terms, at):
                found[term].append(step)
            for term, start, _ in others:
                found[term].append(at + row.encode().count(b" ", 0, start))
            at += len(terms)
        at += _GAP
    return dict(found)
