"""Splits chunks, the letters between two spaces of a text, into terms, and remembers the terms of each chunk."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from briefreader.search.analysis.analyzer import analyzed
from briefreader.text import WORD

_TEXT_GAP: Final = 100  # positions between two texts of a field
_AROUND: Final = ".,;:()"  # the punctuation around words that most chunks have
_MOST_KEPT: Final = 131_072
_POSITION_KINDS: Final = frozenset({"plain", "pair", "last", "lone"})


class Chunk(NamedTuple):
    """The terms of a chunk.

    `words` has the terms that take a position each, with a space between them; `size` is the number of bytes of `words`
    with a space after them, 0 where there is no term. `extra_terms` stand at the position of one of the words (a
    compound joined up, a word as it was spelled); each comes with the offsets in `words` where it begins and ends.
    """

    words: str
    size: int
    extra_terms: tuple[tuple[str, int, int], ...]


class _Chunks(dict[str, Chunk]):
    """Analyzes a chunk at the first look-up; no word contains a space, and no word depends on its neighbours."""

    def __missing__(self, chunk: str) -> Chunk:
        terms: list[str] = []
        offsets = [0]
        extra_terms: list[tuple[str, int, int]] = []
        plain = chunk.strip(_AROUND)
        found = [plain] if plain.isascii() and plain.isalpha() else [match[0] for match in WORD.finditer(chunk)]
        for word in found:
            at, parts = len(terms), analyzed(word).parts
            placed = [part for part in parts if part.kind in _POSITION_KINDS]
            for part in placed:
                terms.append(part.term)
                offsets.append(offsets[-1] + len(part.term.encode()) + 1)
            for part in parts:
                if part.kind not in _POSITION_KINDS:
                    last = at + sum(each.start < part.end for each in placed)
                    extra_terms.append((part.term, offsets[at + part.offset], offsets[last]))
        if len(self) >= _MOST_KEPT:
            self.clear()
        kept = self[chunk] = Chunk(" ".join(terms), offsets[-1], tuple(extra_terms))
        return kept


chunks: Final = _Chunks()
"""The terms of each chunk."""


@lru_cache(maxsize=16_384)
def letters_before(chunk: str, offset: int) -> int:
    """Return the number of letters of a chunk before the term at an offset in its words."""
    for match in WORD.finditer(chunk):
        for part in analyzed(match[0]).parts:
            if part.kind in _POSITION_KINDS:
                if offset <= 0:
                    return match.start() + part.start
                offset -= len(part.term.encode()) + 1
    return 0


def positions(texts: Iterable[str]) -> dict[str, list[int]]:
    """Return the positions of every term of consecutive texts, which lie too far apart to share a phrase."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    at = 0
    for text in texts:
        for chunk in text.split():
            words, size, extra_terms = chunks[chunk]
            if not size:
                continue
            terms = words.split(" ")
            for step, term in enumerate(terms, at):
                found[term].append(step)
            for term, start, _ in extra_terms:
                found[term].append(at + words.encode().count(b" ", 0, start))
            at += len(terms)
        at += _TEXT_GAP
    return dict(found)
