"""What the lists show of the briefs found: read once, and with a snippet where that is asked for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import starmap
from typing import Final

from briefreader.model import Entry, Hit
from briefreader.search.analysis import matching as matches
from briefreader.search.analysis.analyzer import EARLY
from briefreader.search.execution.hit_list import LazyHits
from briefreader.search.execution.occurrences import DocumentSearch, Occurrences, Sought, count, term_search
from briefreader.search.execution.snippets import best, snippet
from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.forward_index import DocumentTerms
from briefreader.search.index.segment_set import SegmentSet
from briefreader.search.query.parser import Query, terms

_MOST_SHOWN: Final = 1_000
_MOST_PAGES: Final = 1_024


class Hits:
    """Makes hits of ranks; what it has read it keeps."""

    def __init__(
        self,
        doc_map: DocMap,
        segment_set: SegmentSet,
        poll: Callable[[], None],
        entries: Callable[[], Sequence[Entry] | None],
    ) -> None:
        self._doc_map = doc_map
        self._known = entries
        self._segment_set = segment_set
        self._poll = poll
        self._shown: dict[int, Hit] = {}
        self._last: tuple[Sequence[int], Sequence[Hit]] = (), ()
        self._searched: dict[int, _Shown] = {}

    def plain(self, ranks: Sequence[int]) -> Sequence[Hit]:
        """Return what the lists show of briefs."""
        if ranks is self._last[0]:
            return self._last[1]
        entries = self._entries(ranks)
        if entries:
            self._last = ranks, LazyHits(ranks, entries, lambda rank: _hit(entries[rank]))
            return self._last[1]
        known = self._shown
        missing = [rank for rank in ranks if rank not in known]
        if len(known) + len(missing) > _MOST_SHOWN:
            known.clear()
            missing = [*ranks]
        if missing:
            known.update(zip(missing, starmap(Hit, self._doc_map.shown(missing)), strict=True))
        self._last = ranks, tuple(map(known.__getitem__, ranks))
        return self._last[1]

    def scored(self, ranks: Sequence[int], scores: Mapping[int, float]) -> Sequence[Hit]:
        """Return the same with the score of each rank that has one."""
        entries = self._entries(ranks)
        if entries:
            return LazyHits(ranks, entries, lambda rank: _hit(entries[rank])._replace(score=scores.get(rank)))
        hits = zip(ranks, self.plain(ranks), strict=True)
        return tuple(hit._replace(score=scores.get(rank)) for rank, hit in hits)

    def _entries(self, ranks: Sequence[int]) -> Sequence[Entry] | None:
        """Return the briefs if so many are shown that what is in memory already should serve, and it is."""
        return self._known() if len(ranks) > _MOST_SHOWN else None

    def with_snippets(self, ranks: Sequence[int], scores: Mapping[int, float], query: Query) -> tuple[Hit, ...]:
        """Return the same with matches and snippets; a second word of one or two letters says nothing yet to them."""
        asked = [*dict.fromkeys(terms(query))]
        if len(asked) > 1 and asked[-1].prefix and len(asked[-1].text) <= EARLY and asked[-1].text.isascii():
            asked.pop()
        sought = [term_search(matches.ways(term)) for term in asked]
        found = []
        for rank, hit in zip(ranks, self.plain(ranks), strict=True):
            self._poll()
            page = self._searched.get(rank) or self._document_search(rank, hit)
            shown = page.shown(sought)
            found.append(shown._replace(score=scores.get(rank)) if scores else shown)
        return tuple(found)

    def _document_search(self, rank: int, hit: Hit) -> "_Shown":
        if len(self._searched) >= _MOST_PAGES:
            del self._searched[next(iter(self._searched))]
        (doc,) = self._doc_map.docs((rank,))
        found = self._searched[rank] = _Shown(self._segment_set.document_terms(doc), hit)
        return found


def _hit(entry: Entry) -> Hit:
    return Hit(entry.id, entry.title, entry.date, entry.series, entry.ordinal)


class _Shown(DocumentSearch):
    """The page of a hit, whose snippets are shown."""

    def __init__(self, document_terms: DocumentTerms, hit: Hit) -> None:
        super().__init__(document_terms)
        self._hit = hit
        self._last: list[Occurrences] | None = None
        self._snippets: dict[tuple[int, int] | None, str] = {}

    def shown(self, sought: Iterable[Sought]) -> Hit:
        """Return the hit with its matches and snippet for the terms of a query."""
        found = self.found(sought)
        if found != self._last:  # more letters of a word often find the same
            first = best(found, self.document_terms)
            if first not in self._snippets:
                self._snippets[first] = snippet(self.document_terms, first)
            self._hit = Hit(*self._hit[:6], count(found, self.document_terms.end), self._snippets[first])
            self._last = found
        self.put_away()
        return self._hit
