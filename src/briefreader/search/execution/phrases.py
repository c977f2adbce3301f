"""Words in a row, or near each other: in texts by their wording, in other fields by the positions that Whoosh has."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from briefreader.search.analysis.analyzer import Sequence as Row
from briefreader.search.analysis.analyzer import near
from briefreader.search.execution.occurrences import Page, row_sought
from briefreader.search.index.doc_map import Roster
from briefreader.search.index.segment_set import Archive
from briefreader.search.storage.bitset import members, packed

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import Segment

_REMEMBERED: Final = 1_024


class Phrases:
    """Tells in which briefs rows stand; what it has found out it keeps."""

    def __init__(self, roster: Roster, archive: Archive, poll: Callable[[], None]) -> None:
        self._roster = roster
        self._archive = archive
        self._poll = poll
        self._found: dict[tuple[str, Row], tuple[int, int]] = {}

    def find(self, name: str, row: Row, among: int) -> int:
        """Return those of a set of briefs in which the words of a field stand in a row; all have each of them."""
        known = self._found.get((name, row))
        if known and not among & ~known[0]:
            return known[1] & among
        found = packed([*self._slots(name, row, among)], self._roster.size)
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[name, row] = among, found
        return found

    def _slots(self, name: str, row: Row, among: int) -> Iterator[int]:
        """Yield the slots of a set in which the row stands."""
        if name == "text":
            yield from self._in_texts(row, members(among))
            return
        slots = self._archive.slots
        among_slots = [*members(among)]
        for filed in self._archive.segments:
            wanted = self._archive.among(filed, among_slots)
            stands = self._near if row[0].reach else self._in_a_row
            yield from (slots[filed.first + number] for number in stands(filed.segment, name, row, wanted))

    def _in_texts(self, row: Row, slots: Iterable[int]) -> Iterator[int]:
        """Yield those of the slots whose text has the row."""
        sought = row_sought(row)
        for slot, words, others in self._archive.terms(slots):
            self._poll()
            stands = sought.may_stand(words, others)
            if stands is None:
                stands = bool(sought.on(Page(self._archive.wording(slot))).places)
            if stands:
                yield slot

    def _in_a_row(self, segment: "Segment", name: str, row: Row, wanted: set[int]) -> set[int]:
        """Return the documents of a segment in which the row stands, going by the positions of its terms."""
        starts: dict[int, set[int]] = {}
        for step, slot in enumerate(row):
            next_starts: dict[int, set[int]] = {}
            for key in slot.keys if wanted else ():
                for document, places in segment.places(name, key, slot.kind == "prefix", wanted, self._poll):
                    begins = {place - slot.offset for place in places}
                    if step:
                        begins &= starts[document]
                    if begins:
                        next_starts.setdefault(document, set()).update(begins)
                self._poll()
            starts, wanted = next_starts, set(next_starts)
        return wanted

    def _near(self, segment: "Segment", name: str, row: Row, wanted: set[int]) -> Iterator[int]:
        """Yield the documents of a segment in which all places of the row lie within its reach."""
        where: dict[int, list[list[int]]] = {document: [[] for _ in row] for document in wanted}
        for at, slot in enumerate(row):
            for key in slot.keys:
                for document, places in segment.places(name, key, slot.kind == "prefix", wanted, self._poll):
                    where[document][at] += places
                self._poll()
        for document, each in where.items():
            if any(near(each, row[0].reach)):
                yield document
