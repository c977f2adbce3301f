"""The best hits first: BM25F over text and title.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the fields' frequencies are
weighted and added before they saturate.
"""

from collections.abc import Callable
from math import log
from typing import Final, NamedTuple

from briefreader.search import matches
from briefreader.search.analysis import stem
from briefreader.search.query import Query, terms
from briefreader.search.segments import Segment

_K1: Final = 1.2


class _Field(NamedTuple):
    name: str
    weight: float
    b: float


_FIELDS: Final = (_Field("stem", 1.0, 0.75), _Field("title_stem", 4.0, 0.3))


def groups(query: Query) -> tuple[tuple[str, ...], ...]:
    """Return the stems that a hit is scored by; those of one group count as the same word."""
    found: dict[tuple[str, ...], None] = {}
    for term in terms(query):
        for way in matches.ways(term) if term.field is None else ():
            for slot in way:
                found[tuple(map(stem, slot.keys)) if slot.kind != "stem" else slot.keys] = None
    return tuple(found)


def bm25f(
    wanted: tuple[tuple[str, ...], ...],
    segments: list[Segment],
    ranks: list[list[int]],
    among: int,
    total: int,
    poll: Callable[[], None],
) -> dict[int, float]:
    """Return the score of each rank of the set `among` (one bit a rank) in which one of the stems occurs."""
    scores: dict[int, float] = {}
    means = {field: _mean_length(field, segments) for field in _FIELDS}
    flags = bin(among)[:1:-1]
    for group in wanted:
        frequencies: dict[int, float] = {}
        holding: set[int] = set()
        for segment, places in zip(segments, ranks, strict=True):
            for field in _FIELDS:
                poll()
                mean = means[field]
                for key in group:
                    for document, count in segment.counts(field.name, key):
                        rank = places[document]
                        holding.add(rank)
                        if 0 <= rank < len(flags) and flags[rank] == "1":
                            relative = segment.length(field.name, document) / mean
                            part = field.weight * count / (1 - field.b + field.b * relative)
                            frequencies[rank] = frequencies.get(rank, 0.0) + part
        holding.discard(-1)
        rarity = log(1 + (total - len(holding) + 0.5) / (len(holding) + 0.5))
        for rank, frequency in frequencies.items():
            scores[rank] = scores.get(rank, 0.0) + rarity * frequency / (_K1 + frequency)
    return scores


def _mean_length(field: _Field, segments: list[Segment]) -> float:
    count = sum(segment.count for segment in segments)
    return max(1.0, sum(segment.total_length(field.name) for segment in segments) / max(1, count))
