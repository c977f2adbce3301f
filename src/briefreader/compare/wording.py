"""The wording of a text as the comparison sees it: folded words, sentences, and the words that every meeting brings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from briefreader.model import Mention
from briefreader.sentences import sentences
from briefreader.text import Span, fold, paragraphs, words

_HYPHEN = re.compile("[-‐‑]")
_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth inaugural".split()
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_ORDINAL_OR_YEAR = re.compile(r"\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d")
_GAP_BEFORE_NAME, _GAP_AFTER_NAME = 2, 3
"""Characters between an office and the name of the person: `Minister Kim`, `Kim, the Minister`."""


SMALL_WORDS = frozenset(
    "the a an of and to in on for with by at as that this these those it its they their we our which who or from is "
    "are was were be been has have had will would".split()
)
"""Words that all texts have, which prove nothing."""

_ROUTINE = "§"


class Sentence(NamedTuple):
    """A sentence with the range of its words and the number of its paragraph."""

    first: int
    end: int
    span: Span
    paragraph: int


class Frame(NamedTuple):
    """A sentence by which its kin is found: `words` with one sign for each routine passage, and the weight of each.

    Routine passages and names have no weight: many sentences name the same bodies and offices.
    """

    words: tuple[str, ...]
    weights: tuple[int, ...]
    weight: int


class Wording:
    """A text with its words; `words` are folded, so that typography, case and spelling variants make no difference."""

    def __init__(self, text: str, mentions: Sequence[Mention] = ()) -> None:
        self.text = text
        self._mentions = mentions
        parts = [*_word_parts(text)]
        self.words = [fold(text[span.start : span.end]) for span in parts]
        self.spans = parts
        self._starts = [span.start for span in parts]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that have words, in order."""
        starts = [span.start for span in paragraphs(self.text)]
        found = ((*self.range(span), span) for span in sentences(self.text))
        return [
            Sentence(first, end, span, bisect_right(starts, span.start) - 1)
            for first, end, span in found
            if first < end
        ]

    @cached_property
    def routine(self) -> bytearray:
        """A flag for each word: it is part of an ordinal, a date, a place, a person's name or the office beside it."""
        flags = bytearray(len(self.words))
        for number, mention in enumerate(self._mentions):
            if mention.type in ("DATE", "PLACE", "PERSON") or (
                mention.type == "TITLE" and self._is_beside_name(number)
            ):
                first, end = self.range(Span(mention.start, mention.end))
                flags[first:end] = b"\1" * (end - first)
        for number, word in enumerate(self.words):
            is_capital = self.text[self.spans[number].start].isupper()
            if word in _ORDINALS or (word in _CALENDAR and is_capital) or _ORDINAL_OR_YEAR.fullmatch(word):
                flags[number] = 1
        return flags

    @cached_property
    def _named(self) -> bytearray:
        """A flag for each word: it is part of a name of any type."""
        flags = bytearray(len(self.words))
        for mention in self._mentions:
            first, end = self.range(Span(mention.start, mention.end))
            flags[first:end] = b"\1" * (end - first)
        return flags

    def frame(self, sentence: Sentence) -> Frame:
        """Return the frame of a sentence."""
        words: list[str] = []
        weights: list[int] = []
        for number in range(sentence.first, sentence.end):
            if not self.routine[number]:
                words.append(self.words[number])
                weights.append(0 if self._named[number] or self.words[number] in SMALL_WORDS else 1)
            elif not words or words[-1] != _ROUTINE:
                words.append(_ROUTINE)
                weights.append(0)
        return Frame(tuple(words), tuple(weights), sum(weights))

    def _is_beside_name(self, number: int) -> bool:
        office = self._mentions[number]
        after = self._mentions[number + 1] if number + 1 < len(self._mentions) else None
        before = self._mentions[number - 1] if number else None
        return bool(
            (after and after.type == "PERSON" and after.start - office.end <= _GAP_BEFORE_NAME)
            or (before and before.type == "PERSON" and office.start - before.end <= _GAP_AFTER_NAME)
        )

    def range(self, span: Span) -> tuple[int, int]:
        """Return the range of the words that begin in a span of the text."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def span(self, first: int, end: int) -> Span | None:
        """Return the span of a range of words, None if the range is empty."""
        return Span(self.spans[first].start, self.spans[end - 1].end) if first < end else None


def _word_parts(text: str) -> Iterator[Span]:
    """Yield the span of each word; a compound with hyphens is several words, because writers differ about hyphens."""
    for word in words(text):
        at = word.start
        for part in _HYPHEN.split(word.text):
            if part:
                yield Span(at, at + len(part))
            at += len(part) + 1
