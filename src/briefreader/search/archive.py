"""The segments of the index beside their tables: wordings and Whoosh, opened when first needed, and whose is what."""

from array import array
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefreader.search.prefixes import Table
from briefreader.search.roster import Roster
from briefreader.search.wordings import Wording, Wordings

if TYPE_CHECKING:
    from briefreader.search.segments import Segment


class Archive:
    """What is known of the briefs besides the tables, by segment in the order of the roster."""

    def __init__(
        self,
        open_segments: "Callable[[], list[Segment]]",
        wordings: Sequence[Wordings],
        roster: Roster,
        tables: Sequence[Table],
    ) -> None:
        self.wordings = wordings
        self._open_segments = open_segments
        self._roster = roster
        self._tables = tables

    @cached_property
    def segments(self) -> "list[Segment]":
        """The segments of Whoosh, opened."""
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

    def wording(self, slot: int) -> Wording:
        """Return the wording of the brief in a slot."""
        at = next(at for at, base in enumerate(self._roster.bases[1:]) if slot < base)
        return self.wordings[at][self.documents[at][slot - self._roster.bases[at]]]
