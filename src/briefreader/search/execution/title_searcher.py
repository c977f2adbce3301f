"""Searches the titles of briefs while there is no index."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate
from threading import Lock
from time import perf_counter

from briefreader.model import Entry, Hit, Results
from briefreader.search.analysis.matching import find
from briefreader.search.execution.cancellation import Cancelled, raise_if
from briefreader.search.execution.evaluator import Evaluator
from briefreader.search.execution.marked_briefs import NO_MARKS, Marked
from briefreader.search.query.date_ranges import period
from briefreader.search.query.tree import Dated, MarkTerm, Query, Term
from briefreader.search.storage.bitset import from_members, members

ONLY_TITLES = "titles only until the index is built"


class TitleSearcher:
    """Searches entries of briefs by title, series, place and date; only the index holds names and sources."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._source = _EntryTerms(entries)
        self._evaluator = Evaluator(self._source)
        self._searching = Lock()

    def search(
        self, query: Query, limit: int | None, cancelled: Callable[[], bool], marked: Marked = NO_MARKS
    ) -> Results:
        """Return the briefs that match the query, in their order; none if cancelled.

        `marked` holds the briefs for each of the query's `marks`.
        """
        started = perf_counter()
        every = (1 << len(self.entries)) - 1
        with self._searching:  # one search at a time, so that nobody cancels the search of another
            self._source.poll, self._source.marked = partial(raise_if, cancelled), marked
            try:
                self._source.poll()
                found = [*members(self._evaluator.find(query.root, every) if query.root else every)]
            except Cancelled:
                found = []
        entries = [self.entries[number] for number in found[:limit]]
        hits = tuple(
            Hit(each.id, each.title, each.date, each.series, each.ordinal, each.path, each.url) for each in entries
        )
        took = (perf_counter() - started) * 1_000
        return Results(query.text, f"{query.understood}; {ONLY_TITLES}", len(found), hits, took_ms=took)


class _EntryTerms:
    """Finds terms in the fields of entries, each field of all entries joined into one text that is read at once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self.poll: Callable[[], None] = lambda: None
        self.marked = NO_MARKS

    @cached_property
    def _columns(self) -> Mapping[str, "_Column"]:
        return {
            "title": _Column(entry.title for entry in self._entries),
            "series": _Column(entry.series or "" for entry in self._entries),
            "place": _Column(f"{entry.city or ''} {entry.country or ''}" for entry in self._entries),
        }

    def with_term(self, term: Term, _: int) -> int:
        """Return the entries with a term."""
        self.poll()
        fields = (term.field,) if term.field else ("title", "series")
        lines = {line for field in fields if field in self._columns for line in self._columns[field].lines(term)}
        return from_members([*lines], len(self._entries))

    def dated(self, node: Dated) -> int:
        """Return the entries whose date lies within bounds."""
        within = [number for number, entry in enumerate(self._entries) if _is_within(entry.date, node)]
        return from_members(within, len(self._entries))

    def with_mark(self, node: MarkTerm) -> int:
        """Return the entries that a person has given a mark."""
        ids = self.marked.get(node, frozenset())
        marked = [number for number, entry in enumerate(self._entries) if entry.id in ids]
        return from_members(marked, len(self._entries))


class _Column:
    """One field of all briefs, each on a line."""

    def __init__(self, lines: Iterable[str]) -> None:
        kept = list(lines)
        self._text = "\n".join(kept)
        self._starts = [0, *accumulate(len(line) + 1 for line in kept[:-1])]

    def lines(self, term: Term) -> frozenset[int]:
        """Return the numbers of the lines that a term matches."""
        query = Query("", term._replace(field=None), "")
        first_and_last = (
            (bisect_right(self._starts, span.start) - 1, bisect_right(self._starts, span.end - 1) - 1)
            for span in find(query, self._text)
        )
        return frozenset(first for first, last in first_and_last if first == last)


def _is_within(date: str | None, node: Dated) -> bool:
    days = period(date) if date else None
    return days is not None and (node.first or days[0]) <= days[0] and days[1] <= (node.last or days[1])
