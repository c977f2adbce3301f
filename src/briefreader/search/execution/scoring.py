"""The best hits first: BM25F over text and title.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009): the fields' frequencies are
weighted and added before they saturate. A word weighs more the fewer briefs have it and the oftener it is said where
it is said at all (Kwok, "A New Method of Weighting Query Terms for Ad-Hoc Retrieval", 1996).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from briefreader.search.analysis import matching as matches
from briefreader.search.analysis.analyzer import TermPattern
from briefreader.search.analysis.stemming import stem
from briefreader.search.query.tree import Query, terms
from briefreader.text import fold

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import SegmentReader

# Measured with tests/bench/ranking.py and by finding releases by parts of them, for B of 0.6 to 0.85, K1 of 1.2 to 2.6
# and powers of 0 to 0.5: a higher power is better for abstracts and worse for releases.
_K1: Final = 2.0
_BURSTS: Final = 0.35


class _Field(NamedTuple):
    name: str
    weight: float
    b: float


_TEXT: Final = _Field("stem", 1.0, 0.75)
_FIELDS: Final = (_TEXT, _Field("title_stem", 4.0, 0.5))

# Words that say nothing of a subject; `us`, `may` and `who` may be names.
_FUNCTION_WORDS: Final = frozenset(
    "a about above after all also an and any anyone anything are as at be because been before being below between both "
    "but by can cannot could did do does doing done for from had has have having he her here hers him his how i if in "
    "into is it its itself just me might must my no nor not of off on once only or other our out over own s same shall "
    "she should so some such t than that the their them then there these they this those through to too under until up "
    "upon very was we were what whatever when where whether which while whom whose why will with would you your".split()
)

Group = tuple[str, ...]
"""Stems that count as the same word."""


class Scores(NamedTuple):
    """The score of each doc in which one of the stems occurs, the weight of each group, the mean length of a text."""

    by_doc: dict[int, float]
    weights: dict[Group, float]
    mean: float


def groups(query: Query, terms_of: Callable[[TermPattern], Iterable[str]]) -> tuple[Group, ...]:
    """Return the stems that a hit is scored by: those of function words only where a query has no other words.

    `terms_of` returns the terms of the texts that a pattern matches.
    """
    found: dict[Group, bool] = {}
    for term in terms(query):
        for way in matches.ways(term) if term.field is None else ():
            for pattern in way:
                tells = fold(term.text) not in _FUNCTION_WORDS and pattern.keys[0] not in _FUNCTION_WORDS
                keys: Iterable[str] = pattern.keys
                if pattern.kind != "stem":
                    keys = map(stem, keys if pattern.kind == "word" else terms_of(pattern))
                if group := tuple(dict.fromkeys(keys)):
                    found[group] = found.get(group, False) or tells
    return tuple(group for group, tells in found.items() if tells) or tuple(found)


def bm25f(
    wanted: Mapping[Group, int],
    segments: "Sequence[tuple[SegmentReader, Mapping[int, int]]]",
    total: int,
    poll: Callable[[], None],
) -> Scores:
    """Return the score of each doc id.

    `wanted` says for each group in how many of all `total` briefs it is; one that most have adds nothing beside others.
    Each segment comes with the doc ids of those of its documents that are to be scored.
    """
    scores: dict[int, float] = {}
    weights: dict[Group, float] = {}
    norms = {field: _Norm(field, [segment for segment, _ in segments]) for field in _FIELDS}
    telling = any(0 < 2 * holding <= total for holding in wanted.values())
    for group, holding in wanted.items():
        rarity = log(1 + (total - holding + 0.5) / (holding + 0.5))
        if telling and 2 * holding > total:
            weights[group] = rarity
            continue
        frequencies: dict[int, float] = {}
        said = 0
        for segment, doc_of in segments:
            for field, norm in norms.items():
                poll()
                lengths = segment.lengths(field.name)
                for key in group:
                    first = field is _TEXT and key is group[0]
                    for documents, counts in segment.counts(field.name, key):
                        docs = map(doc_of.get, documents)
                        factors = map(norm.__getitem__, map(lengths.__getitem__, documents))
                        parts = [
                            (doc, count * factor)
                            for doc, count, factor in zip(docs, counts, factors, strict=True)
                            if doc is not None
                        ]
                        if field is _TEXT:
                            said += sum(counts) - _deleted(segment, documents, counts)
                        if first:
                            frequencies.update(parts)
                            continue
                        for doc, part in parts:
                            frequencies[doc] = frequencies.get(doc, 0.0) + part
        weights[group] = weight = rarity * max(1.0, said / max(1, holding)) ** _BURSTS
        for doc, frequency in frequencies.items():
            scores[doc] = scores.get(doc, 0.0) + weight * frequency / (_K1 + frequency) * (_K1 + 1)
    return Scores(scores, weights, norms[_TEXT].mean)


def _deleted(segment: "SegmentReader", documents: Sequence[int], counts: Sequence[int]) -> int:
    """Return how often deleted documents have a term."""
    if not segment.deleted or segment.deleted.isdisjoint(documents):
        return 0
    return sum(count for document, count in zip(documents, counts, strict=True) if document in segment.deleted)


class _Norm(dict[int, float]):
    """Maps the length of a field to the weight of an occurrence in it; one byte encodes a length, so these are few."""

    def __init__(self, field: _Field, segments: "Sequence[SegmentReader]") -> None:
        super().__init__()
        self._weight = field.weight
        self._b = field.b
        total = count = 0
        for segment in segments:
            lengths = segment.lengths(field.name)
            total += sum(lengths) - sum(lengths[document] for document in segment.deleted)
            count += segment.count - len(segment.deleted)
        self.mean = max(1.0, total / max(1, count))

    def __missing__(self, length: int) -> float:
        norm = self[length] = self._weight / (1 - self._b + self._b * (length / self.mean))
        return norm
