"""The best hits first: BM25F over text and title.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the fields' frequencies are
weighted and added before they saturate.
"""

from collections.abc import Callable, Sequence
from math import log
from typing import Final, NamedTuple

from briefreader.search import matches
from briefreader.search.analysis import stem
from briefreader.search.archive import Filed
from briefreader.search.query import Query, terms

# Measured with tests/bench/ranking.py, for B of 0.6 to 0.85, K1 of 1.2 to 2.6 and titles of 1.5 to 4.
_K1: Final = 2.6


class _Field(NamedTuple):
    name: str
    weight: float
    b: float


_FIELDS: Final = (_Field("stem", 1.0, 0.6), _Field("title_stem", 4.0, 0.5))

Group = tuple[str, ...]
"""Stems that count as the same word."""


def groups(query: Query) -> tuple[Group, ...]:
    """Return the stems that a hit is scored by."""
    found: dict[Group, None] = {}
    for term in terms(query):
        for way in matches.ways(term) if term.field is None else ():
            for slot in way:
                found[tuple(map(stem, slot.keys)) if slot.kind != "stem" else slot.keys] = None
    return tuple(found)


def bm25f(
    wanted: dict[Group, int],
    segments: Sequence[Filed],
    slots: Sequence[int],
    among: int,
    total: int,
    poll: Callable[[], None],
) -> dict[int, float]:
    """Return the score of each slot of the set `among` in which one of the stems occurs.

    `wanted` says for each group in how many of all briefs it is, `slots` has the slot of each document.
    """
    scores: dict[int, float] = {}
    means = {field: _mean_length(field, segments) for field in _FIELDS}
    flags = bin(among)[:1:-1]
    for group, holding in wanted.items():
        frequencies: dict[int, float] = {}
        for first, segment in segments:
            for field in _FIELDS:
                poll()
                mean = means[field]
                for key in group:
                    for document, count in segment.counts(field.name, key):
                        slot = slots[first + document]
                        if slot < len(flags) and flags[slot] == "1":
                            relative = segment.length(field.name, document) / mean
                            part = field.weight * count / (1 - field.b + field.b * relative)
                            frequencies[slot] = frequencies.get(slot, 0.0) + part
        rarity = log(1 + (total - holding + 0.5) / (holding + 0.5))
        for slot, frequency in frequencies.items():
            scores[slot] = scores.get(slot, 0.0) + rarity * frequency / (_K1 + frequency)
    return scores


def _mean_length(field: _Field, segments: Sequence[Filed]) -> float:
    count = sum(segment.count for _, segment in segments)
    return max(1.0, sum(segment.total_length(field.name) for _, segment in segments) / max(1, count))
