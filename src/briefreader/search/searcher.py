"""Answering a query: sets of ranks, one bit a brief, the newest first; Whoosh gives the postings they are made of."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from time import perf_counter
from typing import Final

from briefreader.model import Entry, Hit, LibraryError, Results, Sort
from briefreader.search import matches, ranking, snippets, spelling
from briefreader.search.analysis import BEGINNING, Sequence, Slot
from briefreader.search.catalogue import Catalogue
from briefreader.search.query import And, Dated, Node, Not, Query, Term, parse, period
from briefreader.search.sealed import REMEDY
from briefreader.search.segments import Cancelled, Segment, never

# Fields of the index that hold names, and what the query calls them.
NAMES: Final = ("person", "organization", "place", "agreement", "weapon")
_FIELDS: Final = {"who": "person", "org": "organization"}
_FACETS: Final = ("person", "organization", "place")
_REMEMBERED: Final = 1_024
_TOP: Final = 20


class Searcher:
    """An index opened for searching, by one thread at a time; what it has found out it keeps until it is closed."""

    def __init__(self, catalogue: Catalogue, segments: list[Segment]) -> None:
        self.catalogue = catalogue
        self._entries: list[Entry] = [row.entry for row in catalogue.values()]
        rank_of = {entry.path: rank for rank, entry in enumerate(self._entries)}
        self._segments = segments
        self._ranks: list[list[int]] = []
        self._where: dict[int, tuple[Segment, int]] = {}
        for segment in segments:
            ranks = [
                -1 if document in segment.deleted else rank_of.get(path, -1)
                for document, path in enumerate(segment.paths())
            ]
            self._ranks.append(ranks)
            self._where.update((rank, (segment, document)) for document, rank in enumerate(ranks) if rank >= 0)
        if len(self._where) != len(self._entries):
            raise LibraryError(f"the search index does not fit its catalogue; {REMEDY}")
        self._everything = (1 << len(self._entries)) - 1
        self._found: dict[object, int] = {}
        self._facts: dict[str, dict[str, int]] = {}
        self._counted: list[dict[str, list[str]]] | None = None
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
        try:
            found = self._evaluate(query.root) if query.root else self._everything
            scores = self._scores(query, found) if sort == "relevance" else {}
            ranks = list(_members(found))
            if scores:
                ranks.sort(key=lambda rank: (-scores.get(rank, 0.0), rank))
            hits = tuple(self._hit(rank, query, scores.get(rank), quick) for rank in ranks[:limit])
            facets = None if quick else self._count(ranks)
            suggestion = None if found or not query.root or quick else self._suggest(query)
        except (Cancelled, LibraryError):
            raise
        except Exception as error:
            raise LibraryError(f"the search index is damaged; {REMEDY}") from error
        took = (perf_counter() - started) * 1_000
        return Results(query.text, query.understood, len(ranks), hits, suggestion, took, facets)

    def close(self) -> None:
        """Close the files of the index."""
        for segment in self._segments:
            segment.close()

    def _evaluate(self, node: Node) -> int:
        if isinstance(node, Term):
            return self._term(node)
        if isinstance(node, Dated):
            return self._remembered(node, partial(self._dated, node))
        if isinstance(node, Not):
            return self._everything & ~self._evaluate(node.node)
        if isinstance(node, And):
            found = self._everything
            for child in node.nodes:
                found &= self._evaluate(child)
                if not found:
                    break
            return found
        found = 0
        for child in node.nodes:
            found |= self._evaluate(child)
        return found

    def _remembered(self, key: object, find: Callable[[], int]) -> int:
        found = self._found.get(key)
        if found is None:
            found = find()
            if len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            self._found[key] = found
        return found

    def _term(self, term: Term) -> int:
        ways = matches.ways(term)
        found = 0
        if term.field in (None, "series"):
            found |= self._remembered(("series", ways), partial(self._fact, "series", ways))
        if term.field == "place":
            found |= self._remembered(("place", ways), partial(self._fact, "place", ways))
        if term.field != "series":
            name = _FIELDS.get(term.field, term.field) if term.field else "text"
            for way in ways:
                found |= self._remembered((name, way), partial(self._sequence, name, way))
        return found

    def _sequence(self, field: str, sequence: Sequence) -> int:
        if len(sequence) == 1:
            return self._slot(field, sequence[0])
        both = self._everything
        # A last word still being typed has too many briefs to look them up only to see that they are many.
        for slot in sequence:
            if slot.kind != "prefix":
                both &= self._remembered((field, (slot._replace(offset=0),)), partial(self._slot, field, slot))
        return self._bits(self._in_a_row(field, sequence, set(_members(both)))) if both else 0

    def _slot(self, field: str, slot: Slot) -> int:
        return self._bits(self._documents(field, slot))

    def _documents(self, field: str, slot: Slot) -> Iterator[int]:
        for segment, ranks in zip(self._segments, self._ranks, strict=True):
            for key in slot.keys:
                self._poll()
                if slot.kind == "prefix" and field == "text" and len(key) <= BEGINNING:
                    documents: Iterable[int] = segment.documents("beginning", key)
                elif slot.kind == "prefix":
                    documents = segment.with_prefix(field, key, self._cancelled)
                else:
                    documents = segment.documents(_stem_field(field) if slot.kind == "stem" else field, key)
                yield from map(ranks.__getitem__, documents)

    def _in_a_row(self, field: str, sequence: Sequence, among: set[int]) -> Iterator[int]:
        """Yield the ranks where the slots stand next to each other, going by the positions of their terms."""
        for segment, ranks in zip(self._segments, self._ranks, strict=True):
            wanted = {document for document, rank in enumerate(ranks) if rank in among}
            starts: dict[int, set[int]] = {}
            for at, slot in enumerate(sequence):
                next_starts: dict[int, set[int]] = {}
                for key in slot.keys:
                    prefix = slot.kind == "prefix"
                    for document, places in segment.places(field, key, prefix, wanted, self._cancelled):
                        begins = {place - slot.offset for place in places}
                        if at:
                            begins &= starts[document]
                        if begins:
                            next_starts.setdefault(document, set()).update(begins)
                    self._poll()
                starts, wanted = next_starts, set(next_starts)
            yield from (ranks[document] for document in starts)

    def _dated(self, node: Dated) -> int:
        return self._bits(rank for rank, entry in enumerate(self._entries) if _is_within(entry.date, node))

    def _fact(self, field: str, ways: tuple[Sequence, ...]) -> int:
        """Return the briefs whose series, or city or country, the words name: what the catalogue says, not the text."""
        if field not in self._facts:
            by_value: dict[str, list[int]] = {}
            for rank, entry in enumerate(self._entries):
                for value in (entry.series,) if field == "series" else (entry.city, entry.country):
                    if value:
                        by_value.setdefault(value, []).append(rank)
            self._facts[field] = {value: self._bits(ranks) for value, ranks in by_value.items()}
        found = 0
        for value, ranks in self._facts[field].items():
            if matches.spans(ways, value):
                found |= ranks
        return found

    def _bits(self, ranks: Iterable[int]) -> int:
        flags = bytearray(b"0") * (len(self._entries) + 1)
        for rank in ranks:  # -1, a deleted brief, sets the flag beyond the last
            flags[-1 - rank if rank >= 0 else 0] = 49
        flags[0] = 48
        return int(flags, 2)

    def _poll(self) -> None:
        if self._cancelled():
            raise Cancelled("the search was given up")

    def _scores(self, query: Query, found: int) -> dict[int, float]:
        groups = ranking.groups(query)
        return ranking.bm25f(groups, self._segments, self._ranks, found, len(self._entries), self._poll)

    def _hit(self, rank: int, query: Query, score: float | None, quick: bool) -> Hit:
        entry = self._entries[rank]
        shown = (entry.id, entry.title, entry.date, entry.series, entry.ordinal, score)
        if quick:
            return Hit(*shown)
        self._poll()
        segment, document = self._where[rank]
        text = segment.text(document)
        spans = matches.find(query, text)
        return Hit(*shown, matches=len(spans), snippet=snippets.best(text, spans))

    def _count(self, ranks: list[int]) -> dict[str, dict[str, int]]:
        if self._counted is None:
            self._counted = [{} for _ in self._entries]
            for segment, places in zip(self._segments, self._ranks, strict=True):
                for rank, names in zip(places, segment.names(), strict=True):
                    if rank >= 0:
                        self._counted[rank] = json.loads(names)
        self._poll()
        entries = [self._entries[rank] for rank in ranks]
        counts = {
            "series": Counter(entry.series for entry in entries if entry.series),
            "year": Counter(entry.date[:4] for entry in entries if entry.date),
        }
        for kind in _FACETS:
            counts[kind] = Counter(chain.from_iterable(self._counted[rank].get(kind, ()) for rank in ranks))
        return {kind: dict(_most_common(count)) for kind, count in counts.items()}

    def _suggest(self, query: Query) -> str | None:
        """Return the query with each word that is nowhere replaced by the nearest that is, if that finds something."""
        text = query.text
        for term in _plain_terms(query.root):
            if not self._term(term):
                better = spelling.nearest(term.text, self._segments, self._poll)
                if better is None:
                    return None
                text = re.sub(rf"(?<!\w){re.escape(term.text)}(?!\w)", better, text, count=1)
        root = parse(text).root
        return text if text != query.text and root and self._evaluate(root) else None


def _most_common(count: Counter[str]) -> list[tuple[str, int]]:
    return sorted(count.items(), key=lambda each: (-each[1], each[0]))[:_TOP]


def _plain_terms(node: Node | None) -> Iterator[Term]:
    if isinstance(node, Term):
        if node.field is None and not node.exact:
            yield node
    elif isinstance(node, And):
        for child in node.nodes:
            yield from _plain_terms(child)


def _stem_field(field: str) -> str:
    return "stem" if field == "text" else f"{field}_stem"


def _is_within(day: str | None, node: Dated) -> bool:
    """Whether all of the time that a date may mean lies within the bounds."""
    days = period(day) if day else None
    if not days:
        return False
    return (node.first is None or days[0] >= node.first) and (node.last is None or days[1] <= node.last)


def _members(bits: int) -> Iterator[int]:
    digits = bin(bits)[:1:-1]
    at = digits.find("1")
    while at >= 0:
        yield at
        at = digits.find("1", at + 1)
