"""The wording of a text as the comparison sees it: folded words, sentences, and the words that every meeting brings."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import add
from typing import NamedTuple

from briefreader.compare.routine import routine_words, time_words
from briefreader.model import Mention
from briefreader.sentences import sentences
from briefreader.text import Span, fold, paragraphs, words

_HYPHEN = re.compile("[-‐‑]")
SMALL_WORDS = frozenset(
    "the a an of and to in on for with by at as that this these those it its they their we our which who or from is "
    "are was were be been has have had will would".split()
)
"""Words that all texts have, which prove nothing."""

_COMPOUNDS: Mapping[str, int] = {
    compound.replace("|", ""): compound.index("|")
    for compound in (
        "under|way long|standing like|minded well|being health|care child|care life|saving inter|agency "
        "cyber|security cyber|space cyber|attack cyber|attacks cyber|crime cyber|defense cyber|defence "
        "counter|terrorism non|proliferation non|governmental non|profit non|profits anti|corruption anti|semitism "
        "multi|stakeholder multi|year peace|keeping peace|building policy|makers decision|makers decision|making "
        "trans|atlantic de|escalation"
    ).split()
}
"""Words that are also written as two or with a hyphen, with the length of their first part."""

LEAST_PART = 3
"""Letters of the shorter part of a word that another text writes as two."""

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
    """A text with its words; `words` are folded, so that typography, case and spelling variants make no difference.

    `spans` are the places of the words, found in the text where they are not given.
    """

    def __init__(self, text: str, mentions: Sequence[Mention] = (), spans: Sequence[Span] = ()) -> None:
        self.text = text
        self.mentions = mentions
        self.spans: list[Span] = [*spans] or [*_word_parts(text)]
        self.words = [fold(text[span.start : span.end]) for span in self.spans]
        self._starts = [span.start for span in self.spans]

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
        """A flag for each word: it is part of an ordinal, a date, a place, a person's name or the office beside it.

        Words that stand for a person, such as `she`, have a flag of their own.
        """
        return routine_words(self)

    @cached_property
    def times(self) -> bytearray:
        """A flag for each word: it is part of an ordinal or a date, or the number of a paragraph."""
        return time_words(self)

    @cached_property
    def names_of_persons(self) -> dict[int, frozenset[str]]:
        """The words of the name of a person for each word that is part of one."""
        found: dict[int, frozenset[str]] = {}
        for mention in self.mentions:
            if mention.type == "PERSON":
                first, end = self.range(Span(mention.start, mention.end))
                found |= dict.fromkeys(range(first, end), frozenset(self.words[first:end]))
        return found

    @cached_property
    def named(self) -> bytearray:
        """A flag for each word: it is part of a name of any type."""
        flags = bytearray(len(self.words))
        for mention in self.mentions:
            first, end = self.range(Span(mention.start, mention.end))
            flags[first:end] = b"\1" * (end - first)
        return flags

    def is_hyphened(self, number: int) -> bool:
        """Return whether a hyphen stands between a word and the next one."""
        after = self.spans[number + 1 : number + 2]
        return bool(after and _HYPHEN.fullmatch(self.text, self.spans[number].end, after[0].start))

    def frame(self, sentence: Sentence) -> Frame:
        """Return the frame of a sentence."""
        words: list[str] = []
        weights: list[int] = []
        first, end = sentence.first, sentence.end
        routine, named = self.routine[first:end], self.named[first:end]
        for word, is_routine, is_named in zip(self.words[first:end], routine, named, strict=True):
            if not is_routine:
                words.append(word)
                weights.append(0 if is_named or word in SMALL_WORDS else 1)
            elif not words or words[-1] != _ROUTINE:
                words.append(_ROUTINE)
                weights.append(0)
        return Frame(tuple(words), tuple(weights), sum(weights))

    def weights(self, sentence: Sentence) -> list[int]:
        """Return the weight of each word of a sentence: 2, in a name or a routine passage 1, of a small word 0."""
        return [
            0 if self.words[n] in SMALL_WORDS else 1 if self.named[n] or self.routine[n] else 2
            for n in range(sentence.first, sentence.end)
        ]

    def range(self, span: Span) -> tuple[int, int]:
        """Return the range of the words that begin in a span of the text."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def span(self, first: int, end: int) -> Span | None:
        """Return the span of a range of words, None if the range is empty."""
        return Span(self.spans[first].start, self.spans[end - 1].end) if first < end else None


def with_same_compounds(a: Wording, b: Wording) -> tuple[Wording, Wording]:
    """Return two texts in which a compound is two words where one of them writes it so, as in `coast guard`."""
    compounds = {**_written_apart(a, frozenset(b.words)), **_written_apart(b, frozenset(a.words))}
    if not compounds:
        return a, b
    return _parted(a, compounds), _parted(b, compounds)


def _parted(text: Wording, compounds: Mapping[str, int]) -> Wording:
    """Return a text in which some words are two; `compounds` tells the length of the first part of each."""
    if compounds.keys().isdisjoint(text.words):
        return text
    spans = []
    for word, span in zip(text.words, text.spans, strict=True):
        if (first := compounds.get(word, 0)) and len(word) == span.end - span.start:
            spans += [Span(span.start, span.start + first), Span(span.start + first, span.end)]
        else:
            spans.append(span)
    return Wording(text.text, text.mentions, spans)


def _written_apart(text: Wording, others: frozenset[str]) -> dict[str, int]:
    """Return the words of another text that a text writes as two, with the length of their first part."""
    joined = others.intersection(map(add, text.words, text.words[1:]))
    found = {}
    for number, (first, second) in enumerate(pairwise(text.words)) if joined else ():
        if first + second in joined and min(len(first), len(second)) >= LEAST_PART:
            gap = text.text[text.spans[number].end : text.spans[number + 1].start]
            if (gap.isspace() or _HYPHEN.fullmatch(gap)) and SMALL_WORDS.isdisjoint((first, second)):
                found[first + second] = len(first)
    return found


def _word_parts(text: str) -> Iterator[Span]:
    """Yield the span of each word; a compound is several words, because writers differ about hyphens and spaces."""
    for word in words(text):
        at = word.start
        for part in _HYPHEN.split(word.text):
            if first := _COMPOUNDS.get(part.lower(), 0):
                yield Span(at, at + first)
            if part:
                yield Span(at + first, at + len(part))
            at += len(part) + 1
