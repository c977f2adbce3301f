"""Words in a row, or near each other: in texts by their wording, in other fields by the positions that Whoosh has."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from briefreader.search.analysis import Sequence as Row
from briefreader.search.analysis import near
from briefreader.search.archive import Archive
from briefreader.search.bits import members, packed
from briefreader.search.passages import Page, row_sought
from briefreader.search.roster import Roster

if TYPE_CHECKING:
    from briefreader.search.segments import Segment

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
        parts = self._roster.split(among)
        slots = [slot for at in range(len(parts)) if parts[at] for slot in self._slots(at, name, row, parts[at])]
        found = packed(slots, self._roster.size)
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[name, row] = among, found
        return found

    def _slots(self, at: int, name: str, row: Row, inside: int) -> Iterator[int]:
        if name == "text":
            base = self._roster.bases[at]
            return map(base.__add__, self._in_texts(at, row, inside))
        segment, slots = self._archive.segments[at], self._archive.slots[at]
        documents = self._archive.documents[at]
        wanted = {documents[number] for number in members(inside)}
        found = self._near(segment, name, row, wanted) if row[0].reach else self._in_a_row(segment, name, row, wanted)
        return map(slots.__getitem__, found)

    def _in_texts(self, at: int, row: Row, inside: int) -> Iterator[int]:
        """Yield the numbers of a set whose text has the row."""
        documents, wordings = self._archive.documents[at], self._archive.wordings[at]
        sought = row_sought(row)
        for number in members(inside):
            self._poll()
            document = documents[number]
            stands = sought.may_stand(*wordings.terms(document))
            if stands is None:
                stands = bool(sought.on(Page(wordings[document])).places)
            if stands:
                yield number

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
