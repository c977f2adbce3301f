"""Seeks phrases in a text in which they may stand in other forms and in another order."""

from bisect import bisect_left
from collections.abc import Sequence

from briefreader.compare.phrases.said_phrases import SaidPhrase
from briefreader.compare.phrases.telling import stem_of
from briefreader.compare.wording import Wording

KEPT_WITHIN = 6
"""Words of another text among which all words of a phrase stand, in any order and form, if the text keeps it."""

MORE_WORDS = 2
"""Words that may stand among those of a phrase."""

LONG_NAME = 4
"""Telling words of a name from which another text may leave out one."""


class SoughtText:
    """A text in which phrases are sought: where it has each word, whatever its ending."""

    def __init__(self, wording: Wording) -> None:
        self._places: dict[str, list[int]] = {}
        for number, word in enumerate(wording.words):
            self._places.setdefault(stem_of(word), []).append(number)

    def has_word(self, word: str) -> bool:
        """Return whether the text has a word."""
        return word in self._places

    def has(self, found: SaidPhrase) -> bool:
        """Return whether the text has a phrase: its words near each other, in any order and form, or its short form."""
        if found.short is not None and self.has_word(found.short):
            return True
        first, end = found.places[0]
        within = max(KEPT_WITHIN, end - first + MORE_WORDS)
        if not found.is_name or len(found.words) < LONG_NAME:
            return self._has_near(found.words, within)
        return any(self._has_near(found.words - {word}, within + MORE_WORDS) for word in ("", *found.usual))

    def _has_near(self, words: frozenset[str], within: int) -> bool:
        if not all(word in self._places for word in words):
            return False
        rarest, *others = sorted((self._places[word] for word in words), key=len)
        return any(_are_near(at, others, within) for at in rarest)


def _are_near(at: int, others: Sequence[Sequence[int]], within: int) -> bool:
    """Return whether each of some words stands in one and the same stretch of `within` words around a place."""
    around = []
    for places in others:
        first, end = bisect_left(places, at - within + 1), bisect_left(places, at + within)
        if first == end:
            return False
        around.append(places[first:end])
    starts = {at, *(place for places in around for place in places if place < at)}
    return any(all(any(start <= place < start + within for place in places) for places in around) for start in starts)
