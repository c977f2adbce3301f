"""Answering a query: sets of briefs from the as-you-type tables, passages from the wordings, the rest from Whoosh.

Whoosh is loaded when it is first needed: for relevance and for names in a row.
"""

from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import TYPE_CHECKING

from briefreader.model import Completion, Entry, Hit, LibraryError, Results, Sort
from briefreader.search.analysis.analyzer import TermPattern
from briefreader.search.execution.cancellation import Cancelled, never
from briefreader.search.execution.evaluator import Evaluator, whole_names
from briefreader.search.execution.facets import FacetCounter, Facets
from briefreader.search.execution.hit_list import NewestRanks
from briefreader.search.execution.hits import Hits
from briefreader.search.execution.phrases import PhraseFinder
from briefreader.search.index import delta as joint
from briefreader.search.index import doc_map
from briefreader.search.index.combined_doc_map import CombinedDocMap
from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.forward_index import SUFFIX, ForwardIndex
from briefreader.search.index.metadata import Metadata
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.index.segment_set import SegmentSet
from briefreader.search.query import synonyms
from briefreader.search.query.parser import Query
from briefreader.search.query.synonyms import SynonymExpander
from briefreader.search.storage.bitset import from_members
from briefreader.search.storage.checksummed import REMEDY
from briefreader.search.storage.container import ByteSource

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import Segment


def _unfit() -> LibraryError:
    return LibraryError(f"the parts of the search index do not fit each other; {REMEDY}")


def _doc_map(files: Mapping[str, ByteSource]) -> DocMap:
    found = DocMap(files[doc_map.NAME])
    if found.live.bit_count() != len(found):
        raise _unfit()
    return found


class Searcher:
    """An index opened for searching, by one thread at a time; what it has found out it keeps until it is closed.

    `parts` are its files by name: of the large part and, where there is one, the small one. `segments` opens the
    segments of Whoosh by name; `entries` returns the briefs once they are in memory. Raises LibraryError where files
    are damaged.
    """

    def __init__(
        self,
        parts: Sequence[Mapping[str, ByteSource]],
        segments: "Callable[[], Mapping[str, Segment]]",
        close: Callable[[], object],
        metadata: Metadata | None = None,
        entries: Callable[[], Sequence[Entry] | None] = lambda: None,
    ) -> None:
        self.metadata = metadata
        self.close = close
        files = parts[0]
        doc_maps = [_doc_map(each) for each in parts]
        self._doc_map = doc_maps[0]
        if len(parts) > 1:
            self._doc_map = CombinedDocMap(doc_maps[0], doc_maps[1], parts[1][joint.NAME])
        self._tables = [
            PrefixTable(each[cover.table])
            for each, known in zip(parts, doc_maps, strict=True)
            for cover in known.covers
        ]
        if [table.count for table in self._tables] != self._doc_map.counts:
            raise _unfit()
        forward_index = {
            name: ForwardIndex(each[name + SUFFIX])
            for each, known in zip(parts, doc_maps, strict=True)
            for cover in known.covers
            for name, _ in cover.segments
            if name is not None
        }
        self._segment_set = SegmentSet(segments, forward_index, self._doc_map, self._tables)
        phrases = PhraseFinder(self._doc_map, self._segment_set, self._poll)
        self._evaluation = Evaluator(self._doc_map, self._tables, phrases, self._poll)
        self._hits = Hits(self._doc_map, self._segment_set, self._poll, entries)
        self._synonyms = SynonymExpander(files[synonyms.NAME], self._is_name) if synonyms.NAME in files else None
        self._counts = FacetCounter(self._doc_map, self._tables)
        self._last: tuple[int, int | None, Sequence[int]] = 0, 0, []
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
    ) -> Results:
        """Return the briefs that match, newest first or best first, as many as `limit` (None: all) of all counted.

        `quick` leaves out snippets, matches and facets. Raises Cancelled soon after `cancelled` says so, LibraryError
        where the index turns out to be damaged.
        """
        started = perf_counter()
        self._cancelled = cancelled
        live = self._doc_map.live
        try:
            query = self.expanded(query)
            found = self._evaluation.find(query.root, live) if query.root else live
            scores = self._scores(query, found) if sort == "relevance" else {}
            ranks = self._by_score(found, scores)[:limit] if scores else self._newest(found, limit)
            hits: Sequence[Hit]
            if not quick:
                hits = self._hits.with_snippets(ranks, scores, query)
            else:
                hits = self._hits.scored(ranks, scores) if scores else self._hits.plain(ranks)
            facets = None if quick else self._facets(found)
            better = None
            if not quick and not found and query.root:
                from briefreader.search.execution.suggestion import suggestion

                better = suggestion(query, self._evaluation, self._tables, live, self._poll)
        except (Cancelled, LibraryError):
            raise
        except Exception as error:
            raise LibraryError(f"the search index is damaged; {REMEDY}") from error
        took = (perf_counter() - started) * 1_000
        return Results(query.text, query.understood, found.bit_count(), hits, better, took, facets)

    def completion(self, query: str) -> Completion | None:
        """Return how the last word of a query may be finished by a name the index knows, None where none begins so."""
        from briefreader.search.query.completion import completion

        return completion(query, self._counts.vocabulary)

    def expanded(self, query: Query) -> Query:
        """Return a query for the other names of what it names too. Raises LibraryError where they are damaged."""
        return self._synonyms.expanded(query) if self._synonyms and query.root else query

    def _is_name(self, field: str, name: str) -> bool:
        return any(table.has_term(whole_names(field), name) for table in self._tables)

    def _newest(self, found: int, limit: int | None) -> Sequence[int]:
        """Return the ranks of the newest of a set: at every second key it is the same set as at the last."""
        if self._last[:2] != (found, limit):
            ranks = NewestRanks(self._doc_map, found) if limit is None else self._doc_map.newest(found, limit)
            self._last = found, limit, ranks
        return self._last[2]

    def _facets(self, found: int) -> Facets:
        if self._counted is None or self._counted[0] != found:
            self._counted = found, self._counts.of(found)
        return self._counted[1]

    def _poll(self) -> None:
        if self._cancelled():
            raise Cancelled("the search was given up")

    def _scores(self, query: Query, found: int) -> dict[int, float]:
        """Return the score of each rank that has one."""
        from briefreader.search.execution import scoring as ranking

        live = self._doc_map.live
        wanted = {
            group: (self._evaluation.docs_with("text", TermPattern(0, "stem", group)) & live).bit_count()
            for group in ranking.groups(query)
        }
        if not wanted:
            return {}
        scores = ranking.bm25f(wanted, self._segment_set.holding(found), len(self._doc_map), self._poll)
        ranks = self._doc_map.newest(from_members([*scores], self._doc_map.size))
        return {rank: scores[doc] for rank, doc in zip(ranks, self._doc_map.docs(ranks), strict=True)}

    def _by_score(self, found: int, scores: Mapping[int, float]) -> list[int]:
        rated = sorted((-score, rank) for rank, score in scores.items())
        return [*(rank for _, rank in rated), *(rank for rank in self._doc_map.newest(found) if rank not in scores)]
