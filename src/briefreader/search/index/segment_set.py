"""The segments of the index beside their tables: wordings and Whoosh, opened when first needed, and whose is what."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from briefreader.search.index.doc_map import Roster
from briefreader.search.index.forward_index import Wording, Wordings
from briefreader.search.index.prefix_table import Table
from briefreader.search.storage.bitset import members

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import Segment


class Filed(NamedTuple):
    """A segment of Whoosh among all: its documents have the numbers from `first` on."""

    first: int
    segment: "Segment"


class Archive:
    """What is known of the briefs besides the tables; documents are numbered through all segments of the roster.

    `open_segments` opens the segments of Whoosh by name, `wordings` has the wordings of each.
    """

    def __init__(
        self,
        open_segments: "Callable[[], Mapping[str, Segment]]",
        wordings: Mapping[str, Wordings],
        roster: Roster,
        tables: Sequence[Table],
    ) -> None:
        self._open_segments = open_segments
        self._roster = roster
        self._tables = tables
        segments = [*chain.from_iterable(cover.segments for cover in roster.covers)]
        self._names = [name for name, _ in segments]
        self._firsts = [*accumulate((count for _, count in segments), initial=0)]
        self._numbered: dict[int, array[int]] = {}
        self._wordings = [wordings[name] if name is not None else None for name in self._names]

    @cached_property
    def segments(self) -> list[Filed]:
        """The segments of Whoosh, opened."""
        opened = self._open_segments()
        named = zip(self._firsts, self._names, strict=False)
        return [Filed(first, opened[name]) for first, name in named if name is not None]

    @cached_property
    def documents(self) -> "array[int]":
        """The document of each slot."""
        found = array("I")
        for at, base in enumerate(self._roster.bases[:-1]):
            found.extend(map(base.__add__, self._numbers(at)) if base else self._numbers(at))
        return found

    def _numbers(self, at: int) -> "array[int]":
        """Return the document of each number of a table, as the table numbers them."""
        if at not in self._numbered:
            self._numbered[at] = self._tables[at].documents()
        return self._numbered[at]

    @cached_property
    def slots(self) -> "array[int]":
        """The slot of each document."""
        found = array("I", bytes(4 * len(self.documents)))
        for slot, document in enumerate(self.documents):
            found[document] = slot
        return found

    def holding(self, found: int) -> "list[tuple[Segment, dict[int, int]]]":
        """Return each segment with those of its documents that have one of a set of slots, and which."""
        slots = [*members(found)]
        numbers = [*map(self.documents.__getitem__, slots)]

        def inside(first: int, end: int) -> dict[int, int]:
            return {number - first: slot for number, slot in zip(numbers, slots, strict=True) if first <= number < end}

        return [(segment, inside(first, first + segment.count)) for first, segment in self.segments]

    def among(self, filed: Filed, slots: Iterable[int]) -> set[int]:
        """Return which documents of a segment have one of the slots, numbered as the segment does."""
        first, segment = filed
        numbers = (self.documents[slot] - first for slot in slots)
        return {number for number in numbers if 0 <= number < segment.count}

    def wording(self, slot: int) -> Wording:
        """Return the wording of the brief in a slot."""
        wordings, number = self._worded(slot)
        return wordings[number]

    def terms(self, slots: Iterable[int]) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield each of the slots with the words of its text and the other terms."""
        for slot in slots:
            wordings, number = self._worded(slot)
            yield slot, *wordings.terms(number)

    def _worded(self, slot: int) -> tuple[Wordings, int]:
        part = bisect_right(self._roster.bases, slot) - 1
        base = self._roster.bases[part]
        document = base + self._numbers(part)[slot - base]
        at = bisect_right(self._firsts, document) - 1
        wordings = self._wordings[at]
        assert wordings is not None, "a brief that is found is in a segment that is there"
        return wordings, document - self._firsts[at]
