"""Finds the phrases of a text that its series had and has no more, and those that are new in the series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefreader.compare.wording import SMALL_WORDS, Wording
from briefreader.text import Span

SHORTEST, LONGEST = 2, 6
"""Words of a phrase."""

LONGEST_SAID_ONCE = 4
"""Words of a new phrase that stands only once, where nothing tells how far it goes."""

LETTERS = 4
"""Letters of the longest telling word of a phrase that count as much as one more occurrence."""

MOST_PHRASES = 10

_BETWEEN_WORDS = re.compile(r"\s+|[-‐‑]")
_UNTELLING = frozenset(
    "also all any both each more most other others such including include includes further well together not no "
    "leaders leader president presidents minister ministers secretary sides side participants parties countries "
    "country nations world people peoples government governments members member states partners meeting meetings "
    "today year years month months week weeks time new important importance continue continues continued continuing "
    "work working works efforts effort support supports supporting supported commitment commitments committed commit "
    "reaffirm reaffirmed reiterate reiterated discuss discussed welcome welcomed note noted underscore underscored "
    "stress stressed emphasize emphasized express expressed agree agreed recognize recognized look looks looked "
    "forward intend intends ensure ensuring strengthen strengthening strengthened enhance enhancing advance advancing "
    "promote promoting through across between among within towards toward into over under about can may should must "
    "could i you he she us them his her my your if when while where there here than then but one two three".split()
)
"""Words of statements of any subject."""

Key = tuple[str, ...]


class Phrase(NamedTuple):
    """A phrase as a text writes it first, with its place there, how often the text has it, and in how many earlier
    meetings of the series it stands.
    """

    words: str
    span: Span
    times: int
    meetings: int


def gone_phrases(before: Wording, now: Wording, earlier: Sequence[Wording] = ()) -> tuple[Phrase, ...]:
    """Return the phrases of the last text that are gone, those of most earlier meetings first.

    A phrase that stands only once in the last text and in no earlier one is not told.
    """
    found = _phrases(before)
    for key in _keys(now, found):
        del found[key]
    meetings = _meetings(found, earlier)
    kept = {key: at for key, at in found.items() if meetings[key] or len(at) > 1}
    return _told(
        before, kept, meetings, {key: (meetings[key], len(kept[key]) + _letters(key) // LETTERS) for key in kept}
    )


def new_phrases(now: Wording, earlier: Sequence[Wording]) -> tuple[Phrase, ...]:
    """Return the phrases of a text that no earlier one has, the most frequent and those with new words first.

    A phrase that stands only once is told if it has a word that no earlier text has.
    """
    found = _phrases(now)
    known = {_stem(word) for text in earlier for word in text.words}
    for text in earlier:
        for key in _keys(text, found):
            del found[key]
    new_words = {key: sum(word not in known for word in key) for key in found}
    kept = {key: at for key, at in found.items() if len(at) > 1 or (new_words[key] and len(key) <= LONGEST_SAID_ONCE)}
    return _told(
        now, kept, dict.fromkeys(kept, 0), {key: (len(kept[key]), new_words[key], _letters(key)) for key in kept}
    )


def _letters(key: Key) -> int:
    """Return the letters of the longest telling word of a phrase: rare words are long."""
    return max(len(word) for word in key if word not in SMALL_WORDS and word not in _UNTELLING)


def _stem(word: str) -> str:
    """Return a word without the ending of the plural."""
    return word.removesuffix("s")


def _windows(wording: Wording) -> Iterator[tuple[int, int]]:
    """Yield the range of each run of words that nothing but spaces and hyphens parts."""
    text, spans, size = wording.text, wording.spans, len(wording.words)
    end = 0
    for first in range(size):
        end = max(end, first + 1)
        while end < size and _BETWEEN_WORDS.fullmatch(text, spans[end - 1].end, spans[end].start):
            end += 1
        for last in range(first + SHORTEST, min(end, first + LONGEST) + 1):
            yield first, last


def _phrases(wording: Wording) -> dict[Key, list[int]]:
    """Return the content phrases of a text with the first word of each occurrence."""
    words = wording.words
    stems = [*map(_stem, words)]
    barred = [
        bool(flag or name) or not word.isalpha()
        for word, flag, name in zip(words, wording.routine, wording.named, strict=True)
    ]
    telling = [word not in SMALL_WORDS and word not in _UNTELLING for word in words]
    found: dict[Key, list[int]] = {}
    for first, end in _windows(wording):
        if (
            not telling[first]
            or not telling[end - 1]
            or any(barred[first:end])
            or not _has_whole_words(wording, first, end)
        ):
            continue
        found.setdefault(tuple(stems[first:end]), []).append(first)
    return found


def _has_whole_words(wording: Wording, first: int, end: int) -> bool:
    """Return whether a phrase is more than one compound, and begins and ends with no part of one: `rules-based`."""
    text, spans = wording.text, wording.spans
    start, stop = spans[first].start, spans[end - 1].end
    around = text[max(0, start - 1) : start], text[stop : stop + 1]
    return len(text[start:stop].split()) > 1 and not any(each in ("-", "‐", "‑") for each in around)


def _keys(wording: Wording, wanted: dict[Key, list[int]]) -> set[Key]:
    """Return the wanted phrases that a text has."""
    words = [*map(_stem, wording.words)]
    return {
        key
        for first in range(len(words) - 1)
        for end in range(first + SHORTEST, min(len(words), first + LONGEST) + 1)
        if (key := tuple(words[first:end])) in wanted
    }


def _meetings(found: dict[Key, list[int]], earlier: Sequence[Wording]) -> dict[Key, int]:
    meetings = dict.fromkeys(found, 0)
    for text in earlier:
        for key in _keys(text, found):
            meetings[key] += 1
    return meetings


def _told(
    wording: Wording, found: dict[Key, list[int]], meetings: dict[Key, int], scores: dict[Key, tuple[int, ...]]
) -> tuple[Phrase, ...]:
    """Return the best phrases; of phrases that stand at one place only the best, the longest of equal ones."""
    chosen: list[Phrase] = []
    taken = bytearray(len(wording.words))
    for key in sorted(found, key=lambda each: (*(-score for score in scores[each]), -len(each), found[each][0])):
        places = found[key]
        if any(any(taken[first : first + len(key)]) for first in places):
            continue
        for first in places:
            taken[first : first + len(key)] = b"\1" * len(key)
        span = wording.span(places[0], places[0] + len(key))
        if span is not None:
            words = " ".join(wording.text[span.start : span.end].split())
            chosen.append(Phrase(words, span, len(places), meetings[key]))
        if len(chosen) == MOST_PHRASES:
            break
    return tuple(chosen)
