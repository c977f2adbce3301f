"""The best hits first: BM25F over text and title.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the fields' frequencies are
weighted and added before they saturate.
"""

from collections.abc import Callable, Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from briefreader.search.analysis import matching as matches
from briefreader.search.analysis.stemming import stem
from briefreader.search.query.parser import Query, terms

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import SegmentReader

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
            for doc in way:
                found[tuple(map(stem, doc.keys)) if doc.kind != "stem" else doc.keys] = None
    return tuple(found)


def bm25f(
    wanted: Mapping[Group, int],
    segments: "Sequence[tuple[SegmentReader, Mapping[int, int]]]",
    total: int,
    poll: Callable[[], None],
) -> dict[int, float]:
    """Return the score of each slot in which one of the stems occurs.

    `wanted` says for each group in how many of all `total` briefs it is; with each segment comes the slot of each of
    its documents that is to be scored.
    """
    scores: dict[int, float] = {}
    norms = {field: _Norm(field, [segment for segment, _ in segments]) for field in _FIELDS}
    for group, holding in wanted.items():
        frequencies: dict[int, float] = {}
        for segment, doc_of in segments:
            for field, norm in norms.items():
                poll()
                lengths = segment.lengths(field.name)
                for key in group:
                    for documents, counts in segment.counts(field.name, key):
                        for document, count in zip(documents, counts, strict=True):
                            doc = doc_of.get(document)
                            if doc is not None:
                                part = count * norm[lengths[document]]
                                frequencies[doc] = frequencies.get(doc, 0.0) + part
        rarity = log(1 + (total - holding + 0.5) / (holding + 0.5))
        for doc, frequency in frequencies.items():
            scores[doc] = scores.get(doc, 0.0) + rarity * frequency / (_K1 + frequency)
    return scores


class _Norm(dict[int, float]):
    """What an occurrence in a field of some length counts for; lengths are told by one byte, so they are few."""

    def __init__(self, field: _Field, segments: "Sequence[SegmentReader]") -> None:
        super().__init__()
        self._weight = field.weight
        self._b = field.b
        total = count = 0
        for segment in segments:
            lengths = segment.lengths(field.name)
            total += sum(lengths) - sum(lengths[document] for document in segment.deleted)
            count += segment.count - len(segment.deleted)
        self._mean = max(1.0, total / max(1, count))

    def __missing__(self, length: int) -> float:
        norm = self[length] = self._weight / (1 - self._b + self._b * (length / self._mean))
        return norm
