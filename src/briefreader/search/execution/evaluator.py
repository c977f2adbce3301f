"""Which briefs a query asks for: sets of them from the as-you-type tables, and only words in a row from elsewhere."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Final

from briefreader.search.analysis import matching as matches
from briefreader.search.analysis.analyzer import Sequence as Row
from briefreader.search.analysis.analyzer import Slot
from briefreader.search.execution.phrases import Phrases
from briefreader.search.index.doc_map import Roster
from briefreader.search.index.prefix_table import Table
from briefreader.search.query.parser import And, Dated, Node, Not, Or, Term

# What the query calls the fields of the index that hold names.
_FIELDS: Final = {"who": "person", "org": "organization"}
_REMEMBERED: Final = 1_024


def whole_names(field: str | None) -> str:
    """Return the field of the tables that has whole names where a field of a query has their words."""
    return f"{_FIELDS.get(field or '', field)}_name"


class Evaluation:
    """Finds the briefs that match, as sets of slots; what it has found out it keeps."""

    def __init__(self, roster: Roster, tables: Sequence[Table], phrases: Phrases, poll: Callable[[], None]) -> None:
        self._roster = roster
        self._tables = tables
        self._phrases = phrases
        self._poll = poll
        self._found: dict[object, int] = {}

    def find(self, node: Node, among: int) -> int:
        """Return those of a set of briefs that match; what costs most is looked for where all else is found."""
        if isinstance(node, Term):
            return self._term(node, among)
        if isinstance(node, And):
            return self._all(node.nodes, among)
        if isinstance(node, Dated):
            return among & self._remembered(node, partial(self._roster.dated, node))
        if isinstance(node, Not):
            return among & ~self.find(node.node, among)
        found = 0
        for child in sorted(node.nodes, key=_costs):  # a name's other spellings: most briefs have an easier one too
            found |= self.find(child, among & ~found)
        return found

    def _all(self, nodes: Sequence[Node], among: int) -> int:
        pending: list[Node] = []
        for node in nodes:
            known = self._found.get(node) if isinstance(node, Term) else None
            if known is None:
                pending.append(node)
            else:
                among &= known
        for node in pending if len(pending) < 2 else sorted(pending, key=_costs):
            among = among and self.find(node, among)
        return among

    def _remembered(self, key: object, find: Callable[[], int]) -> int:
        found = self._found.get(key)
        return self._remember(key, find()) if found is None else found

    def _remember(self, key: object, found: int) -> int:
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[key] = found
        return found

    def _term(self, term: Term, among: int) -> int:
        known = self._found.get(term)
        if known is not None:
            return known & among
        self._poll()
        if term.whole:
            return self._remember(term, self._named(term)) & among
        found = 0
        ways = matches.ways(term)
        for way in ways if len(ways) < 2 else sorted(ways, key=len):
            if term.field in (None, "series"):
                found |= self._fact("series", way)
            if term.field == "place":
                found |= self._fact("venue", way)
            if term.field != "series":
                name = _FIELDS.get(term.field, term.field) if term.field else "text"
                found |= self.slot(name, way[0]) if len(way) == 1 else self._row(name, way, among & ~found)
        if not _costs(term):
            self._remember(term, found)
        return found & among

    def _named(self, term: Term) -> int:
        found = 0
        for base, table in zip(self._roster.bases, self._tables, strict=False):
            found |= table.with_term(whole_names(term.field), term.text) << base
        return found

    def slot(self, name: str, slot: Slot) -> int:
        """Return the briefs that have in a field what a slot asks for; deleted ones may be among them."""
        if slot.kind == "prefix":  # is another with the next key
            return self._look_up(name, slot)
        return self._remembered((name, slot.kind, slot.keys), partial(self._look_up, name, slot))

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
                for at, term in enumerate(table.spelled(field, beginning)):
                    if matches.matches(slot, term):
                        found |= table.with_term(field, term)
                    if not at % 256:
                        self._poll()
        return found

    def _row(self, name: str, row: Row, among: int) -> int:
        for slot in row:
            among = among and among & self.slot(name, slot)
        return among and self._phrases.find(name, row, among)

    def _fact(self, name: str, row: Row) -> int:
        """Return the briefs whose series, or city or country, the words name: a fact of the meeting, not its text."""
        if len(row) == 1:
            return self.slot(name, row[0])
        return self._remembered((name, "fact", row), partial(self._look_up_fact, name, row))

    def _look_up_fact(self, name: str, row: Row) -> int:
        found = self._roster.live
        for slot in row:
            found = found and found & self.slot(name, slot)
        if not found:
            return 0
        standing = 0
        whole = f"{name}_name"
        for base, table in zip(self._roster.bases, self._tables, strict=False):
            for fact in table.terms(whole):
                having = table.with_term(whole, fact) << base
                if having & found and matches.spans((row,), fact):
                    standing |= having
        return standing


@lru_cache(maxsize=1_024)
def _costs(node: Node) -> bool:
    """Whether positions may have to be read."""
    if isinstance(node, Term):
        return not node.whole and any(len(way) > 1 for way in matches.ways(node))
    if isinstance(node, Not):
        return _costs(node.node)
    return isinstance(node, And | Or) and any(map(_costs, node.nodes))
