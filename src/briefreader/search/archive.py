"""The segments of Whoosh, opened when they are first needed, and which slots their documents have."""

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefreader.search.prefixes import Table
from briefreader.search.roster import Roster

if TYPE_CHECKING:
    from briefreader.search.segments import Segment


class Archive:
    """What Whoosh knows of the briefs; its segments come in the order of the roster."""

    def __init__(self, open_segments: "Callable[[], list[Segment]]", roster: Roster, tables: Sequence[Table]) -> None:
        self._open_segments = open_segments
        self._roster = roster
        self._tables = tables

    @cached_property
    def segments(self) -> "list[Segment]":
        """The segments, opened."""
        return self._open_segments()

    @cached_property
    def documents(self) -> "list[array[int]]":
        """For each segment the document of each number of its table."""
        return [table.documents() for table in self._tables]

    @cached_property
    def slots(self) -> list[list[int]]:
        """For each segment the slot of each of its documents."""
        found = []
        for base, documents in zip(self._roster.bases, self.documents, strict=False):
            slots = [0] * len(documents)
            for place, document in enumerate(documents):
                slots[document] = base + place
            found.append(slots)
        return found

    def located(self, slot: int) -> tuple[int, int]:
        """Return in which segment a slot is, and the document there."""
        at = next(at for at, base in enumerate(self._roster.bases[1:]) if slot < base)
        return at, self.documents[at][slot - self._roster.bases[at]]
