"""Answering a query: sets of briefs from the as-you-type tables; Whoosh only for what they do not hold.

Whoosh is loaded when it is first needed: for words in a row, relevance and the texts of snippets.
"""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, Final

from briefreader.model import Completion, Hit, LibraryError, Results, Sort
from briefreader.search import matches, ranking, roster, snippets, spelling
from briefreader.search.analysis import Sequence as Row
from briefreader.search.analysis import Slot, near
from briefreader.search.bits import members, packed
from briefreader.search.cancellation import Cancelled, never
from briefreader.search.catalogue import Catalogue
from briefreader.search.completion import completion
from briefreader.search.facets import Counts
from briefreader.search.prefixes import Table
from briefreader.search.prepared import Prepared
from briefreader.search.query import And, Dated, Node, Not, Or, Query, Term, parse
from briefreader.search.roster import Roster
from briefreader.search.sealed import REMEDY
from briefreader.search.sections import Source

if TYPE_CHECKING:
    from briefreader.search.segments import Segment

# What the query calls the fields of the index that hold names.
_FIELDS: Final = {"who": "person", "org": "organization"}
_REMEMBERED: Final = 1_024
_TEXTS: Final = 1_024
_MOST_SHOWN: Final = 10_000


class Searcher:
    """An index opened for searching, by one thread at a time; what it has found out it keeps until it is closed.

    `segments` opens the segments of Whoosh, in the order of the roster. Raises LibraryError where files are damaged.
    """

    def __init__(
        self,
        files: Mapping[str, Source],
        segments: "Callable[[], list[Segment]]",
        close: Callable[[], object],
        catalogue: Catalogue | None = None,
    ) -> None:
        self.catalogue = catalogue
        self.close = close
        self._open_segments = segments
        self._roster = Roster(files[roster.NAME])
        self._facts = Table(files[roster.FACTS])
        self._tables = [Table(files[name]) for name in self._roster.tables]
        if [table.count for table in self._tables] != self._roster.counts or self._roster.live.bit_count() != len(
            self._roster
        ):
            raise LibraryError(f"the parts of the search index do not fit each other; {REMEDY}")
        self._counts = Counts(self._roster, self._tables, self._facts)
        self._opened: list[Segment] | None = None
        self._slots_by_document: list[list[int]] = []
        self._found: dict[object, int] = {}
        self._rows: dict[tuple[str, Row], tuple[int, int]] = {}
        self._texts: dict[int, Prepared] = {}
        self._document_by_place: dict[int, array[int]] = {}
        self._shown: dict[int, Hit] = {}
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
            found = self._evaluate(query.root, self._roster.live) if query.root else self._roster.live
            scores = self._scores(query, found) if sort == "relevance" else {}
            ranks = islice(self._by_score(found, scores) if scores else self._roster.ranks(found), limit)
            hits = self._hits(list(ranks), query, scores, quick)
            facets = None if quick else self._counts.of(found)
            suggestion = None if found or not query.root or quick else self._suggest(query)
        except (Cancelled, LibraryError):
            raise
        except Exception as error:
            raise LibraryError(f"the search index is damaged; {REMEDY}") from error
        took = (perf_counter() - started) * 1_000
        return Results(query.text, query.understood, found.bit_count(), hits, suggestion, took, facets)

    def completion(self, query: str) -> Completion | None:
        """Return how the last word of a query may be finished by a name the index knows, None where none begins so."""
        return completion(query, self._counts.vocabulary)

    def _segments(self) -> "list[Segment]":
        """Return the segments of Whoosh, and know from now on where the tables have their documents."""
        if self._opened is None:
            self._opened = self._open_segments()
            for base, table in zip(self._roster.bases, self._tables, strict=False):
                slots = [0] * table.count
                for place, document in enumerate(table.documents()):
                    slots[document] = base + place
                self._slots_by_document.append(slots)
        return self._opened

    def _evaluate(self, node: Node, among: int) -> int:
        """Return those of a set of briefs that match; what costs most is looked for where all else is found."""
        if isinstance(node, Term):
            return self._term(node, among)
        if isinstance(node, Dated):
            return among & self._remembered(node, partial(self._roster.dated, node))
        if isinstance(node, Not):
            return among & ~self._evaluate(node.node, among)
        if isinstance(node, And):
            for child in sorted(node.nodes, key=_costs):
                among = among and self._evaluate(child, among)
            return among
        found = 0
        for child in node.nodes:
            found |= self._evaluate(child, among)
        return found

    def _remembered(self, key: object, find: Callable[[], int]) -> int:
        found = self._found.get(key)
        if found is None:
            found = find()
            if len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            self._found[key] = found
        return found

    def _term(self, term: Term, among: int) -> int:
        self._poll()
        found = 0
        for way in matches.ways(term):
            if term.field in (None, "series"):
                found |= self._fact("series", way)
            if term.field == "place":
                found |= self._fact("place", way)
            if term.field != "series":
                name = _FIELDS.get(term.field, term.field) if term.field else "text"
                found |= self._slot(name, way[0]) if len(way) == 1 else self._row(name, way, among)
        return found & among

    def _slot(self, name: str, slot: Slot) -> int:
        return self._remembered((name, slot._replace(offset=0)), partial(self._look_up, name, slot))

    def _look_up(self, name: str, slot: Slot) -> int:
        found = 0
        field = ("stem" if name == "text" else f"{name}_stem") if slot.kind == "stem" else name
        for base, table in zip(self._roster.bases, self._tables, strict=False):
            found |= self._look_up_in(table, field, slot) << base
        return found

    def _look_up_in(self, table: Table, field: str, slot: Slot) -> int:
        found = 0
        for key in slot.keys:
            if slot.kind == "prefix":
                found |= table.with_prefix(field, key)
            elif slot.kind in ("word", "stem"):
                found |= table.with_term(field, key)
            else:
                beginning = key.partition("*")[0] if slot.kind == "pattern" else key[:1]
                for at, (term, _) in enumerate(table.lexicon(field, beginning)):
                    if matches.matches(slot, term):
                        found |= table.with_term(field, term)
                    if not at % 256:
                        self._poll()
        return found

    def _row(self, name: str, row: Row, among: int) -> int:
        """Return those of a set where the words stand in a row."""
        known = self._rows.get((name, row))
        if known and not among & ~known[0]:
            return known[1] & among
        found = among
        for slot in row:
            found = found and found & self._slot(name, slot)
        if found:
            slots = [slot for at in range(len(self._tables)) for slot in self._in_a_row(at, name, row, found)]
            found = packed(slots, self._roster.size)
        if len(self._rows) >= _REMEMBERED:
            del self._rows[next(iter(self._rows))]
        self._rows[name, row] = among, found
        return found

    def _in_a_row(self, at: int, name: str, row: Row, among: int) -> Iterator[int]:
        """Yield the slots of one segment where the row stands, going by the positions of its terms."""
        segment, slots = self._segments()[at], self._slots_by_document[at]
        documents = self._documents(at)
        wanted = {documents[number] for number in members(self._roster.split(among)[at])}
        if row[0].reach:
            return map(slots.__getitem__, self._near(segment, name, row, wanted))
        starts: dict[int, set[int]] = {}
        for step, slot in enumerate(row):
            next_starts: dict[int, set[int]] = {}
            for key in slot.keys if wanted else ():
                prefix = slot.kind == "prefix"
                for document, places in segment.places(name, key, prefix, wanted, self._cancelled):
                    begins = {place - slot.offset for place in places}
                    if step:
                        begins &= starts[document]
                    if begins:
                        next_starts.setdefault(document, set()).update(begins)
                self._poll()
            starts, wanted = next_starts, set(next_starts)
        return map(slots.__getitem__, starts)

    def _near(self, segment: "Segment", name: str, row: Row, wanted: set[int]) -> Iterator[int]:
        """Yield the documents of a segment in which all places of the row lie within its reach."""
        where: dict[int, list[list[int]]] = {document: [[] for _ in row] for document in wanted}
        for at, slot in enumerate(row):
            for key in slot.keys:
                prefix = slot.kind == "prefix"
                for document, places in segment.places(name, key, prefix, wanted, self._cancelled):
                    where[document][at] += places
                self._poll()
        for document, each in where.items():
            if any(near(each, row[0].reach)):
                yield document

    def _fact(self, field: str, row: Row) -> int:
        """Return the briefs whose series, or city or country, the words name: what the catalogue says, not the text."""
        return self._remembered((field, "fact", row), partial(self._look_up_fact, field, row))

    def _look_up_fact(self, field: str, row: Row) -> int:
        found = self._roster.live
        for slot in row:
            found &= self._look_up_in(self._facts, f"{field}_stem" if slot.kind == "stem" else field, slot)
        if len(row) == 1 or not found:
            return found
        whole = f"{field}_whole"
        standing = 0
        for fact in self._facts.terms(whole):
            having = self._facts.with_term(whole, fact)
            if having & found and matches.spans((row,), fact):
                standing |= having
        return standing

    def _poll(self) -> None:
        if self._cancelled():
            raise Cancelled("the search was given up")

    def _scores(self, query: Query, found: int) -> dict[int, float]:
        live = self._roster.live
        wanted = {
            group: (self._slot("text", Slot(0, "stem", group)) & live).bit_count() for group in ranking.groups(query)
        }
        if not wanted:
            return {}
        segments = self._segments()
        return ranking.bm25f(wanted, segments, self._slots_by_document, found, len(self._roster), self._poll)

    def _by_score(self, found: int, scores: dict[int, float]) -> Iterator[int]:
        ranks = self._roster.ranks(found)
        slots = self._roster.slots
        return iter(sorted(ranks, key=lambda rank: (-scores.get(slots[rank], 0.0), rank)))

    def _hits(self, ranks: Sequence[int], query: Query, scores: Mapping[int, float], quick: bool) -> tuple[Hit, ...]:
        shown = self._listed(ranks)
        if quick and not scores:
            return tuple(shown)
        slots = [self._roster.slots[rank] for rank in ranks]
        if quick:
            return tuple(replace(hit, score=scores.get(slot)) for hit, slot in zip(shown, slots, strict=True))
        return tuple(self._hit(hit, slot, query, scores) for hit, slot in zip(shown, slots, strict=True))

    def _listed(self, ranks: Sequence[int]) -> list[Hit]:
        """Return what the lists show; the newest are shown at every second key."""
        known = self._shown
        missing = [rank for rank in ranks if rank not in known]
        if len(known) + len(missing) > _MOST_SHOWN:
            known.clear()
            missing = [*ranks]
        known.update(zip(missing, (Hit(*each) for each in self._roster.shown(missing)), strict=True))
        return [known[rank] for rank in ranks]

    def _hit(self, hit: Hit, slot: int, query: Query, scores: Mapping[int, float]) -> Hit:
        self._poll()
        text = self._text(slot)
        spans = matches.find_in(query, text)
        best = snippets.best(text.text, spans)
        shown = (hit.id, hit.title, hit.date, hit.series, hit.ordinal, scores.get(slot))
        return Hit(*shown, matches=len(spans), snippet=best)

    def _text(self, slot: int) -> Prepared:
        found = self._texts.pop(slot, None)
        if found is None:
            if len(self._texts) >= _TEXTS:
                del self._texts[next(iter(self._texts))]
            found = Prepared(self._read(slot))
        self._texts[slot] = found  # the last looked at goes last
        return found

    def _read(self, slot: int) -> str:
        at = next(at for at, base in enumerate(self._roster.bases[1:]) if slot < base)
        return self._segments()[at].text(self._documents(at)[slot - self._roster.bases[at]])

    def _documents(self, at: int) -> "array[int]":
        if at not in self._document_by_place:
            self._document_by_place[at] = self._tables[at].documents()
        return self._document_by_place[at]

    def _suggest(self, query: Query) -> str | None:
        """Return the query with each word that is nowhere replaced by the nearest that is, if that finds something."""
        text = query.text
        for term in _plain_terms(query.root):
            if not self._term(term, self._roster.live):
                better = spelling.nearest(term.text, self._tables, self._poll)
                if better is None:
                    return None
                text = re.sub(rf"(?<!\w){re.escape(term.text)}(?!\w)", better, text, count=1)
        root = parse(text).root
        return text if text != query.text and root and self._evaluate(root, self._roster.live) else None


def _costs(node: Node) -> bool:
    """Whether positions may have to be read."""
    if isinstance(node, Term):
        return any(len(way) > 1 for way in matches.ways(node))
    if isinstance(node, Not):
        return _costs(node.node)
    return isinstance(node, And | Or) and any(map(_costs, node.nodes))


def _plain_terms(node: Node | None) -> Iterator[Term]:
    if isinstance(node, Term):
        if node.field is None and not node.exact:
            yield node
    elif isinstance(node, And):
        for child in node.nodes:
            yield from _plain_terms(child)
