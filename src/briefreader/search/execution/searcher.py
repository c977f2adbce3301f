"""Answers a query from an open index: which briefs match, in which order, and what is shown of them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from heapq import nsmallest
from operator import neg
from time import perf_counter
from typing import Any, Final, NamedTuple

from briefreader.fields import FIELDS, WHOLE_NAMES
from briefreader.model import Completion, Hit, LibraryError, Results, Sort
from briefreader.search.analysis.analyzer import TermPattern
from briefreader.search.analysis.matching import find
from briefreader.search.execution.cancellation import Cancelled, never, raise_if
from briefreader.search.execution.evaluator import Evaluator
from briefreader.search.execution.facets import FacetCounter, Facets
from briefreader.search.execution.hit_list import NewestRanks
from briefreader.search.execution.hits import Hits
from briefreader.search.execution.index_terms import IndexTerms
from briefreader.search.execution.marked_briefs import NO_MARKS, Marked, MarkedBriefs
from briefreader.search.execution.phrases import PhraseFinder
from briefreader.search.execution.snippets import Snippet
from briefreader.search.execution.whole_names import WholeNames
from briefreader.search.execution.wordings import WordingCounter, WordingUse
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.index.tag_table import Occurrences
from briefreader.search.query.synonyms import SynonymExpander
from briefreader.search.query.tree import Or, Query, Term
from briefreader.search.storage.bitset import from_members
from briefreader.search.storage.checksummed import REMEDY


class StoredDocument(NamedTuple):
    """A document as the index stores it: its ID, its stored value, and a function that returns its text."""

    id: str
    value: Any
    text: Callable[[], str]


_WHOLE_NAMES: Final = tuple(field.query for field in FIELDS if field.whole_names)
_LOOKED_INTO: Final = 50  # of the best hits by the words they have, for where these stand; a text takes 0.1 ms


@contextmanager
def _damage_told() -> Iterator[None]:
    """Raise LibraryError for an error of an index whose structures do not fit together."""
    try:
        yield
    except (Cancelled, LibraryError):
        raise
    except Exception as error:
        raise LibraryError(f"the search index is damaged; {REMEDY}") from error


class Searcher:
    """Searches a snapshot of an index, by one thread at a time; keeps what it has found out until it is closed."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.close = snapshot.close
        self._column = snapshot.column
        self._doc_map = snapshot.doc_map
        self._tables = snapshot.tables
        self._segment_set = snapshot.segment_set
        phrases = PhraseFinder(self._doc_map, self._segment_set, self._poll)
        self._marked = MarkedBriefs(self._doc_map, lambda: self._rank_of)
        self._terms = IndexTerms(self._doc_map, self._tables, phrases, self._marked, self._poll)
        self._evaluator = Evaluator(self._terms)
        self._wordings = WordingCounter(self._terms, self._evaluator, self._segment_set, self._poll)
        self._names = WholeNames(self._doc_map, self._tables)
        self._hits = Hits(self._doc_map, self._segment_set, self._poll, snapshot.entries)
        self._synonyms = SynonymExpander(snapshot.synonyms, self._names.has) if snapshot.synonyms else None
        self._facet_counter = FacetCounter(self._doc_map, self._tables)
        self._last: tuple[int, int | None, Sequence[int]] = 0, 0, []
        self._last_ranks: tuple[Sequence[int], int] = (), 0
        self._counted: tuple[int, Facets] | None = None
        self._cancelled: Callable[[], bool] = never

    def search(
        self,
        query: Query,
        *,
        limit: int | None = 50,
        sort: Sort = "date",
        quick: bool = False,
        cancelled: Callable[[], bool] = never,
        marked: Marked = NO_MARKS,
    ) -> Results:
        """Return the briefs that match, newest first or best first, as many as `limit` (None: all) of all counted.

        `marked` holds the briefs for each of the query's `marks`.
        `quick` leaves out snippets, matches and facets. Raises Cancelled soon after `cancelled` says so, LibraryError
        where the index turns out to be damaged.
        """
        started = perf_counter()
        self._cancelled, self._marked.given = cancelled, marked
        live = self._doc_map.live
        with _damage_told():
            query = self.expanded(self._names.resolved(query))
            found = self._evaluator.find(query.root, live) if query.root else live
            scores = self._scores(query, found) if sort == "relevance" else {}
            ranks = self._by_score(found, scores, limit) if scores else self._newest(found, limit)
            hits: Sequence[Hit]
            if not quick:
                hits = self._hits.with_snippets(ranks, scores, query)
            else:
                hits = self._hits.scored(ranks, scores) if scores else self._hits.plain(ranks)
            facets = None if quick else self._facets(found)
            better = None
            if not quick and not found and query.root:
                from briefreader.search.query.spelling import suggestion

                better = suggestion(query, lambda node: bool(self._evaluator.find(node, live)), self._words)
        took = (perf_counter() - started) * 1_000
        return Results(query.text, query.understood, found.bit_count(), hits, better, took, facets)

    def facets(self, query: Query, cancelled: Callable[[], bool] = never, marked: Marked = NO_MARKS) -> Facets:
        """Return all names of each kind in the briefs that match, with their counts. Raises as `search` does."""
        self._cancelled, self._marked.given = cancelled, marked
        live = self._doc_map.live
        with _damage_told():
            query = self.expanded(self._names.resolved(query))
            return self._facet_counter.all_of(self._evaluator.find(query.root, live) if query.root else live)

    def snippets(self, query: Query, ids: Iterable[str], cancelled: Callable[[], bool] = never) -> dict[str, Snippet]:
        """Return for some IDs the snippet of each brief; an ID that the index lacks is left out.

        Raises Cancelled soon after `cancelled` says so, LibraryError where the index turns out to be damaged.
        """
        self._cancelled = cancelled
        with _damage_told():
            query = self.expanded(self._names.resolved(query))
            ranks = [self._rank_of[id] for id in ids if id in self._rank_of]
            hits = self._hits.with_snippets(ranks, {}, query)
            return {hit.id: Snippet(hit.snippet or "", find(query, hit.snippet or "")) for hit in hits}

    def occurrences(self, queries: Sequence[Query], among: Collection[str] | None = None) -> list[WordingUse]:
        """Return the briefs whose texts have the words of a query, newest first, each with the number of times in all.

        Other names for the words do not count. With `among` only these IDs are counted. Raises LibraryError where the
        index turns out to be damaged.
        """
        with _damage_told():
            docs = self._doc_map.live
            if among is not None:
                ranks = [self._rank_of[id] for id in among if id in self._rank_of]
                docs &= from_members([*self._doc_map.doc_ids(ranks)], self._doc_map.size)
            times = self._wordings.counts(queries, docs)
            ranks = self._doc_map.newest(from_members([*times], self._doc_map.size))
            counted = zip(ranks, map(times.__getitem__, self._doc_map.doc_ids(ranks)), strict=True)
            ids, dates = self._column("id"), self._column("date")
            return [WordingUse(ids[rank], dates[rank], count) for rank, count in counted]

    @cached_property
    def _rank_of(self) -> Mapping[str, int]:
        return {id: rank for rank, id in enumerate(self._column("id"))}

    def tagged(
        self, kind: str, phrases: Sequence[str] | None, is_wanted: Callable[[str], bool]
    ) -> Iterator[tuple[str, Occurrences]]:
        """Yield the line of each tag of a kind whose words contain one of several phrases, with its briefs by rank.

        If `phrases` is None, the words do not matter. `is_wanted` tells from a line whether the tag is wanted. A tag
        may come several times, each time with other briefs. Raises LibraryError where the index turns out to be
        damaged.
        """
        with _damage_told():
            yield from self._segment_set.tagged(kind, phrases, is_wanted)

    def stored(self, ranks: Sequence[int]) -> Iterator[StoredDocument]:
        """Yield the briefs of some ranks as the index stores them; the newest brief has rank 0.

        Raises LibraryError where the index turns out to be damaged.
        """
        with _damage_told():
            for hit, doc_id in zip(self._hits.plain(ranks), self._doc_map.doc_ids(ranks), strict=True):
                value = self._segment_set.stored_value(doc_id)
                yield StoredDocument(hit.id, value, partial(self._original_text, doc_id))

    def ids(self, ranks: Sequence[int]) -> Iterator[str]:
        """Yield the ID of the brief of each rank. Raises LibraryError where the index turns out to be damaged."""
        with _damage_told():
            yield from (hit.id for hit in self._hits.plain(ranks))

    def _original_text(self, doc_id: int) -> str:
        with _damage_told():
            return self._segment_set.original_text(doc_id)

    def paths_with(self, spellings: Iterable[str], names: Iterable[str] = ()) -> set[str]:
        """Return the paths of the briefs whose text or source has a spelling, or that have a whole name of any kind.

        Other spellings of the same names count only if they are given.
        """
        with _damage_told():
            return {hit.path for hit in self._hits.plain(self._newest(self._with(spellings, names), None))}

    def ranks_with(self, spelling: str) -> Sequence[int]:
        """Return the ranks of the briefs whose text or source has a spelling, newest first."""
        with _damage_told():
            return self._newest(self._with((spelling,), ()), None)

    def _with(self, spellings: Iterable[str], names: Iterable[str]) -> int:
        whole = (Term(name, field=field, whole=True) for name in names for field in _WHOLE_NAMES)
        words = (Term(each, exact=True, field=field) for each in spellings for field in (None, "source"))
        found = 0
        for term in (*whole, *words):
            found |= self._evaluator.find(term, self._doc_map.live & ~found)
        return found

    def count(self) -> int:
        """Return the number of all briefs."""
        return len(self._doc_map)

    def name_counts(self, field: str, ranks: Sequence[int]) -> Mapping[str, int]:
        """Return how many of some briefs, given by rank, have each whole name of a field, given by its name."""
        with _damage_told():
            return self._facet_counter.counts(WHOLE_NAMES[field], self._doc_ids(ranks))

    def frequency(self, field: str, names: Iterable[str], ranks: Sequence[int]) -> tuple[int, int]:
        """Return how many briefs have one of some whole names in a field, given as in a query: of some, and of all."""
        terms = tuple(Term(name, field=field, whole=True) for name in names)
        with _damage_told():
            found = self._evaluator.find(Or(terms), self._doc_map.live)
            return (found & self._doc_ids(ranks)).bit_count(), found.bit_count()

    def _doc_ids(self, ranks: Sequence[int]) -> int:
        """Return the set of the doc ids of some ranks, the last of which is kept."""
        if ranks is not self._last_ranks[0]:
            self._last_ranks = ranks, from_members([*self._doc_map.doc_ids(ranks)], self._doc_map.size)
        return self._last_ranks[1]

    def completion(self, query: str) -> Completion | None:
        """Return how the last word of a query may be finished by a name the index knows, None where none begins so."""
        from briefreader.search.query.completion import completion

        return completion(query, self._facet_counter.vocabulary)

    def expanded(self, query: Query) -> Query:
        """Return a query that also asks for the other names in it. Raises LibraryError where these are damaged."""
        return self._synonyms.expanded(query) if self._synonyms and query.root else query

    def _words(self, beginning: str) -> Iterator[tuple[str, int]]:
        """Yield the words of the texts that begin with some letters, each with the number of its briefs in a table."""
        for table in self._tables:
            yield from table.term_counts("text", beginning)
            self._poll()

    def _newest(self, found: int, limit: int | None) -> Sequence[int]:
        """Return the ranks of the newest of a set, which is often the same set as that of the last letter."""
        if self._last[:2] != (found, limit):
            ranks = NewestRanks(self._doc_map, found) if limit is None else self._doc_map.newest(found, limit)
            self._last = found, limit, ranks
        return self._last[2]

    def _facets(self, found: int) -> Facets:
        if self._counted is None or self._counted[0] != found:
            self._counted = found, self._facet_counter.of(found)
        return self._counted[1]

    def _poll(self) -> None:
        raise_if(self._cancelled)

    def _scores(self, query: Query, found: int) -> dict[int, float]:
        """Return the score of each rank that has one."""
        from briefreader.search.execution import scoring
        from briefreader.search.execution.proximity import Proximity

        live = self._doc_map.live
        wanted = {
            group: (self._terms.docs_with("text", TermPattern(0, "stem", group)) & live).bit_count()
            for group in scoring.groups(query, self._terms.frequent_terms)
        }
        if not wanted:
            return {}
        rated = scoring.bm25f(wanted, self._segment_set.by_segment(found), len(self._doc_map), self._poll)
        ranks = self._doc_map.newest(from_members([*rated.by_doc], self._doc_map.size))
        scores = {rank: rated.by_doc[doc] for rank, doc in zip(ranks, self._doc_map.doc_ids(ranks), strict=True)}
        best = _best(scores, _LOOKED_INTO)
        proximity = Proximity(rated.weights, rated.mean)
        for rank, (_, words, _) in zip(best, self._segment_set.terms(self._doc_map.doc_ids(best)), strict=True):
            self._poll()
            scores[rank] += proximity.score(words)
        return scores

    def _by_score(self, found: int, scores: Mapping[int, float], limit: int | None) -> list[int]:
        if limit is not None and limit <= len(scores):
            return _best(scores, limit)
        others = [rank for rank in self._doc_map.newest(found) if rank not in scores]
        return [*_best(scores, len(scores)), *others][:limit]


def _best(scores: Mapping[int, float], limit: int) -> list[int]:
    """Return the ranks of the highest scores, the highest first; of equal ones the newest."""
    return [rank for _, rank in nsmallest(limit, zip(map(neg, scores.values()), scores, strict=True))]
