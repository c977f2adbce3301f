"""Searches titles while there is no index."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from time import perf_counter

from briefreader.model import Entry, Hit, Results
from briefreader.search.analysis.matching import find
from briefreader.search.query.dates import period
from briefreader.search.query.tree import And, Dated, Node, Not, Query, Term

ONLY_TITLES = "titles only until the index is built"

_Cancelled = Callable[[], bool]


class Titles:
    """The entries of briefs, each field of all entries joined into one text that a search reads at once."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        self._found: dict[Term, frozenset[int]] = {}

    @cached_property
    def _columns(self) -> Mapping[str, "_Column"]:
        return {
            "title": _Column(entry.title for entry in self.entries),
            "series": _Column(entry.series or "" for entry in self.entries),
            "place": _Column(f"{entry.city or ''} {entry.country or ''}" for entry in self.entries),
        }

    def search(self, query: Query, limit: int | None, cancelled: _Cancelled) -> Results:
        """Return the briefs whose title, series, place and date match the query, in their order; none if cancelled.

        Terms for names and sources match nothing, because only the index holds these.
        """
        started = perf_counter()
        found = range(len(self.entries)) if query.root is None else sorted(self._evaluate(query.root, cancelled))
        entries = [self.entries[number] for number in found]
        hits = tuple(Hit(each.id, each.title, each.date, each.series, each.ordinal) for each in entries[:limit])
        took = (perf_counter() - started) * 1_000
        return Results(query.text, f"{query.understood}; {ONLY_TITLES}", len(entries), hits, took_ms=took)

    def _evaluate(self, node: Node, cancelled: _Cancelled) -> frozenset[int]:
        if cancelled():
            return frozenset()
        if isinstance(node, Term):
            if node not in self._found:
                self._found[node] = self._term(node)
            return self._found[node]
        if isinstance(node, Dated):
            return frozenset(number for number, entry in enumerate(self.entries) if _is_within(entry.date, node))
        if isinstance(node, Not):
            return frozenset(range(len(self.entries))) - self._evaluate(node.node, cancelled)
        found = [self._evaluate(child, cancelled) for child in node.nodes]
        return frozenset.intersection(*found) if isinstance(node, And) else frozenset().union(*found)

    def _term(self, term: Term) -> frozenset[int]:
        fields = (term.field,) if term.field else ("title", "series")
        return frozenset().union(*(self._columns[field].lines(term) for field in fields if field in self._columns))


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
