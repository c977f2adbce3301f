"""Makes hits from ranks: the list columns of each document, with a snippet where it is wanted."""

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap
from typing import Final

from briefreader.model import Entry, Hit
from briefreader.search.analysis import matching
from briefreader.search.analysis.analyzer import SHORT_PREFIX
from briefreader.search.execution.hit_list import LazyHits, RankedEntries
from briefreader.search.execution.occurrences import DocumentSearch, count, term_search
from briefreader.search.execution.snippets import best, snippet
from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.segment_set import SegmentSet
from briefreader.search.query.tree import Query, terms

_MOST_SHOWN: Final = 1_000
# Bytes of the words of the documents kept, and of the largest of them; a search keeps about three times as many.
_MOST_KEPT: Final = 8 << 20
_LARGEST_KEPT: Final = 1 << 20


class Hits:
    """Makes hits from ranks, and remembers the documents it has read."""

    def __init__(
        self,
        doc_map: DocMap,
        segment_set: SegmentSet,
        poll: Callable[[], None],
        entries: Callable[[], Sequence[Entry] | None],
    ) -> None:
        self._doc_map = doc_map
        self._entries_in_memory = entries
        self._segment_set = segment_set
        self._poll = poll
        self._plain_hits: dict[int, Hit] = {}
        self._documents: dict[int, DocumentSearch] = {}
        self._kept_bytes = 0
        self._ranked = RankedEntries(())
        self._last: tuple[Sequence[int], Sequence[Hit]] = (), ()

    def plain(self, ranks: Sequence[int]) -> Sequence[Hit]:
        """Return hits with list columns only."""
        if ranks is self._last[0]:
            return self._last[1]
        entries = self._entries(ranks)
        if entries:
            self._last = ranks, LazyHits(ranks, entries, lambda rank: _hit(entries[rank]))
            return self._last[1]
        kept = self._plain_hits
        missing = [rank for rank in ranks if rank not in kept]
        if len(kept) + len(missing) > _MOST_SHOWN:
            kept.clear()
            missing = [*ranks]
        if missing:
            kept.update(zip(missing, starmap(Hit, self._doc_map.list_columns(missing)), strict=True))
        self._last = ranks, tuple(map(kept.__getitem__, ranks))
        return self._last[1]

    def scored(self, ranks: Sequence[int], scores: Mapping[int, float]) -> Sequence[Hit]:
        """Return hits with list columns, and with a score for each rank that has one."""
        entries = self._entries(ranks)
        if entries:
            return LazyHits(ranks, entries, lambda rank: _hit(entries[rank])._replace(score=scores.get(rank)))
        hits = zip(ranks, self.plain(ranks), strict=True)
        return tuple(hit._replace(score=scores.get(rank)) for rank, hit in hits)

    def _entries(self, ranks: Sequence[int]) -> RankedEntries | None:
        """Return all entries if they are in memory and the hits are too many to read one by one."""
        return self._ranked_entries() if len(ranks) > _MOST_SHOWN else None

    def _ranked_entries(self) -> RankedEntries | None:
        entries = self._entries_in_memory()
        if entries and entries is not self._ranked.entries:
            self._ranked = RankedEntries(entries)
        return self._ranked if entries else None

    def with_snippets(self, ranks: Sequence[int], scores: Mapping[int, float], query: Query) -> tuple[Hit, ...]:
        """Return hits with matches and snippets; a second word of one or two letters is too short for these."""
        asked = [*dict.fromkeys(terms(query))]
        if len(asked) > 1 and asked[-1].prefix and len(asked[-1].text) <= SHORT_PREFIX and asked[-1].text.isascii():
            asked.pop()
        searches = [term_search(matching.ways(term)) for term in asked]
        found = []
        for doc_id, rank, hit in zip(self._doc_map.doc_ids(ranks), ranks, self.plain(ranks), strict=True):
            self._poll()
            document = self._document(doc_id)
            occurrences = document.found(searches)
            matches = count(occurrences, document.terms.end)
            text = snippet(document.terms, best(occurrences, document.terms))
            found.append(hit._replace(score=scores.get(rank), matches=matches, snippet=text))
        return tuple(found)

    def _document(self, doc_id: int) -> DocumentSearch:
        """Return a document, kept for the next letters of a query, which mostly find it again."""
        found = self._documents.get(doc_id)
        if found is None:
            found = DocumentSearch(self._segment_set.document_terms(doc_id))
            size = found.terms.word_source.size
            if size <= _LARGEST_KEPT:
                while self._kept_bytes + size > _MOST_KEPT:
                    oldest = self._documents.pop(next(iter(self._documents)))
                    self._kept_bytes -= oldest.terms.word_source.size
                self._documents[doc_id] = found
                self._kept_bytes += size
        return found


def _hit(entry: Entry) -> Hit:
    return Hit(entry.id, entry.title, entry.date, entry.series, entry.ordinal, entry.path, entry.url)
