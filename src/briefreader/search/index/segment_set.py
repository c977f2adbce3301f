"""The segments of the index beside their tables: wordings and Whoosh, opened when first needed, and whose is what."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING, NamedTuple

from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.forward_index import DocumentTerms, ForwardIndex
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.storage.bitset import members

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import SegmentReader


class NumberedSegment(NamedTuple):
    """A segment of Whoosh among all: its documents have the numbers from `first` on."""

    first: int
    segment: "SegmentReader"


class SegmentSet:
    """What is known of the briefs besides the tables; documents are numbered through all segments of the roster.

    `open_segments` opens the segments of Whoosh by name, `wordings` has the wordings of each.
    """

    def __init__(
        self,
        open_segments: "Callable[[], Mapping[str, SegmentReader]]",
        forward_index: Mapping[str, ForwardIndex],
        doc_map: DocMap,
        tables: Sequence[PrefixTable],
    ) -> None:
        self._open_segments = open_segments
        self._doc_map = doc_map
        self._tables = tables
        segments = [*chain.from_iterable(cover.segments for cover in doc_map.covers)]
        self._names = [name for name, _ in segments]
        self._firsts = [*accumulate((count for _, count in segments), initial=0)]
        self._numbered: dict[int, array[int]] = {}
        self._forward_indexes = [forward_index[name] if name is not None else None for name in self._names]

    @cached_property
    def segments(self) -> list[NumberedSegment]:
        """The segments of Whoosh, opened."""
        opened = self._open_segments()
        named = zip(self._firsts, self._names, strict=False)
        return [NumberedSegment(first, opened[name]) for first, name in named if name is not None]

    @cached_property
    def documents(self) -> "array[int]":
        """The document of each slot."""
        found = array("I")
        for at, base in enumerate(self._doc_map.bases[:-1]):
            found.extend(map(base.__add__, self._numbers(at)) if base else self._numbers(at))
        return found

    def _numbers(self, at: int) -> "array[int]":
        """Return the document of each number of a table, as the table numbers them."""
        if at not in self._numbered:
            self._numbered[at] = self._tables[at].documents()
        return self._numbered[at]

    @cached_property
    def docs(self) -> "array[int]":
        """The slot of each document."""
        found = array("I", bytes(4 * len(self.documents)))
        for doc, document in enumerate(self.documents):
            found[document] = doc
        return found

    def holding(self, found: int) -> "list[tuple[SegmentReader, dict[int, int]]]":
        """Return each segment with those of its documents that have one of a set of slots, and which."""
        docs = [*members(found)]
        numbered = sorted(zip(map(self.documents.__getitem__, docs), docs, strict=True))

        def inside(first: int, end: int) -> dict[int, int]:
            some = numbered[bisect_left(numbered, (first,)) : bisect_left(numbered, (end,))]
            return {number - first: doc for number, doc in some}

        return [(segment, inside(first, first + segment.count)) for first, segment in self.segments]

    def among(self, filed: NumberedSegment, docs: Iterable[int]) -> set[int]:
        """Return which documents of a segment have one of the slots, numbered as the segment does."""
        first, segment = filed
        numbers = (self.documents[doc] - first for doc in docs)
        return {number for number in numbers if 0 <= number < segment.count}

    def document_terms(self, doc: int) -> DocumentTerms:
        """Return the wording of the brief in a slot."""
        forward_index, number = self._worded(doc)
        return forward_index[number]

    def terms(self, docs: Iterable[int]) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield each of the slots with the words of its text and the other terms."""
        for doc in docs:
            forward_index, number = self._worded(doc)
            yield doc, *forward_index.terms(number)

    def _worded(self, doc: int) -> tuple[ForwardIndex, int]:
        part = bisect_right(self._doc_map.bases, doc) - 1
        base = self._doc_map.bases[part]
        document = base + self._numbers(part)[doc - base]
        at = bisect_right(self._firsts, document) - 1
        forward_index = self._forward_indexes[at]
        assert forward_index is not None, "a brief that is found is in a segment that is there"
        return forward_index, document - self._firsts[at]
