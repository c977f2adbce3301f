"""How much of the wording of two texts is the same, without what every meeting brings, and which words mark a text."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from briefreader.compare.change import Change
from briefreader.compare.wording import SMALL_WORDS, Wording
from briefreader.text import Span

UNRELATED = 0.02
"""Texts that share less of their wording than this have nothing to do with each other."""

_LEAST_MARK = 6.63
"""The log-likelihood from which a difference of frequency is no chance (p < 0.01, one degree of freedom)."""


class MarkingWord(NamedTuple):
    """A word that a text has more often than a series of texts does, with its number in the text."""

    word: str
    times: int
    score: float


def similarity(a: Wording, b: Wording, changes: Iterable[Change]) -> float:
    """Return the part of the words of both texts that is the same, from 0 to 1; routine words do not count."""
    changed_a, changed_b = bytearray(len(a.words)), bytearray(len(b.words))
    for change in changes:
        if change.kind != "move":
            _mark(a, changed_a, change.a)
            _mark(b, changed_b, change.b)
    counted = [sum(1 for flag in wording.routine if not flag) for wording in (a, b)]
    same = sum(
        1
        for wording, changed in ((a, changed_a), (b, changed_b))
        for is_routine, is_changed in zip(wording.routine, changed, strict=True)
        if not is_routine and not is_changed
    )
    return same / sum(counted) if sum(counted) else 1.0


def _mark(wording: Wording, flags: bytearray, span: Span | None) -> None:
    if span is not None:
        first, end = wording.range(span)
        flags[first:end] = b"\1" * (end - first)


def marking_words(text: Wording, others: Sequence[Wording], most: int = 10) -> tuple[MarkingWord, ...]:
    """Return the words that mark a text against others, the most striking first.

    The score is the log-likelihood ratio of Dunning (1993) for two counts.
    """
    own, rest = Counter(text.words), Counter(word for other in others for word in other.words)
    size, size_of_rest = own.total(), rest.total()
    routine = {word for word, flag in zip(text.words, text.routine, strict=True) if flag}
    found = []
    for word, count in own.items():
        if word in SMALL_WORDS or word in routine or word.isdigit():
            continue
        score = _log_likelihood(count, rest[word], size, size_of_rest)
        if score >= _LEAST_MARK and count / size > rest[word] / max(1, size_of_rest):
            found.append(MarkingWord(word, count, round(score, 2)))
    return tuple(sorted(found, key=lambda each: (-each.score, each.word))[:most])


def _log_likelihood(count: int, other_count: int, size: int, other_size: int) -> float:
    total = count + other_count
    expected = size * total / (size + other_size), other_size * total / (size + other_size)
    pairs = zip((count, other_count), expected, strict=True)
    return 2 * sum(seen * log(seen / average) for seen, average in pairs if seen and average)
