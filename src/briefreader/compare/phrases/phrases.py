"""Finds the phrases of a text that its series had and has no more, and those that are new in the series."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import log2
from typing import NamedTuple

from briefreader.compare.phrases.phrase_edges import LONGEST
from briefreader.compare.phrases.said_phrases import SaidPhrase, names_of, phrases_of
from briefreader.compare.phrases.sought_text import SoughtText
from briefreader.compare.wording import Wording
from briefreader.text import Span

LEAST_WEIGHT, LEAST_WEIGHT_SAID_ONCE = 3, 5
"""The weight of a phrase that is told, and of one that stands only once and in no other meeting; of this one less, if
readers look for a word of it.
"""

MOST_PHRASES, MOST_NAMES = 10, 5


class Phrase(NamedTuple):
    """A phrase as a text writes it first, with its place there, how often the text has it, in how many earlier
    meetings of the series it stands, and the sentence of its place.
    """

    words: str
    span: Span
    times: int
    meetings: int
    sentence: Span


def gone_phrases(before: Wording, now: Wording, earlier: Sequence[Wording] = ()) -> tuple[Phrase, ...]:
    """Return the phrases of the last text that are gone, the most telling first; those of many meetings tell more."""
    texts = [SoughtText(each) for each in earlier]
    found = [*names_of(before), *phrases_of(before)]
    return tuple(_told(before, found, [SoughtText(now)], [sum(text.has(each) for text in texts) for each in found]))


def new_phrases(now: Wording, earlier: Sequence[Wording]) -> tuple[Phrase, ...]:
    """Return the phrases of a text that no earlier one has, the most telling first; new words tell more."""
    found = [*names_of(now), *phrases_of(now)]
    return tuple(_told(now, found, [SoughtText(each) for each in earlier], [0] * len(found)))


def _told(
    wording: Wording, found: Sequence[SaidPhrase], others: Sequence[SoughtText], meetings: Sequence[int]
) -> Iterator[Phrase]:
    """Yield the best phrases that no other text has; of phrases that stand at one place only the best."""
    taken = bytearray(len(wording.words))
    told: set[str] = set()
    count = names = 0
    for number in sorted(range(len(found)), key=lambda each: _rank(found[each], others, meetings[each])):
        each = found[number]
        if (
            each.weight < _least_weight(each, meetings[number])
            or (each.is_name and names == MOST_NAMES)
            or any(any(taken[first:end]) for first, end in each.places)
            or each.words <= told
            or any(text.has(each) for text in others)
        ):
            continue
        for first, end in each.places:
            taken[first:end] = b"\1" * (end - first)
        names += each.is_name
        told |= each.words
        count += 1
        yield _phrase(wording, each, meetings[number])
        if count == MOST_PHRASES:
            return


def _least_weight(found: SaidPhrase, meetings: int) -> int:
    """Return the weight from which a phrase is told."""
    is_said_once = len(found.places) == 1 and not meetings and not found.is_name
    return LEAST_WEIGHT_SAID_ONCE - found.is_watched if is_said_once else LEAST_WEIGHT


def _rank(found: SaidPhrase, others: Sequence[SoughtText], meetings: int) -> tuple[float, int, int]:
    """Return the sort key of a phrase: that which tells more comes first, of equal ones the longer."""
    new_words = sum(not any(text.has_word(word) for text in others) for word in found.words)
    telling = (found.weight + min(new_words, 2)) * (1 + log2(len(found.places)) / 2 + meetings)
    return -telling, -LONGEST if found.is_name else -len(found.words), found.places[0][0]


def _phrase(wording: Wording, found: SaidPhrase, meetings: int) -> Phrase:
    first, end = found.places[0]
    span = Span(wording.spans[first].start, wording.spans[end - 1].end)
    number = bisect_right([each.first for each in wording.sentences], first) - 1
    words = " ".join(wording.text[span.start : span.end].split())
    if found.is_name and "(" in words and wording.text[span.end : span.end + 1] == ")":
        words, span = f"{words})", Span(span.start, span.end + 1)
    return Phrase(words, span, len(found.places), meetings, wording.sentences[number].span)
