"""Holds the segments of an index beside their prefix tables, and maps doc ids to documents of segments."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.forward_index import DocumentTerms, ForwardIndex, Texts
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.index.stored_values import StoredValues
from briefreader.search.index.tag_table import Occurrences, TagTable
from briefreader.search.storage.bitset import members

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import SegmentReader


class NumberedSegment(NamedTuple):
    """A segment of Whoosh, and the number of its first document among the documents of all segments."""

    first: int
    segment: "SegmentReader"


class SegmentSet:
    """Finds documents in segments by their doc ids; document numbers count through all segments of the doc map.

    `open_segments` opens the segments of Whoosh by name; `forward_index`, `stored_values` and `tags` have those of each
    segment by name.
    """

    def __init__(
        self,
        open_segments: "Callable[[], Mapping[str, SegmentReader]]",
        forward_index: Mapping[str, ForwardIndex],
        stored_values: Mapping[str, StoredValues],
        tags: Mapping[str, TagTable],
        doc_map: DocMap,
        tables: Sequence[PrefixTable],
    ) -> None:
        self._open_segments = open_segments
        self._doc_map = doc_map
        self._tables = tables
        segments = [*chain.from_iterable(table.segments for table in doc_map.tables)]
        self._names = [name for name, _ in segments]
        self._firsts = [*accumulate((count for _, count in segments), initial=0)]
        self._documents_by_table: dict[int, array[int]] = {}
        self._forward_index = forward_index
        self._stored_values = stored_values
        self._tags = tags

    @cached_property
    def segments(self) -> list[NumberedSegment]:
        """The segments of Whoosh that are not gone, opened at the first use."""
        opened = self._open_segments()
        by_first = zip(self._firsts, self._names, strict=False)
        return [NumberedSegment(first, opened[name]) for first, name in by_first if name is not None]

    @cached_property
    def documents(self) -> "array[int]":
        """The document number of each doc id."""
        numbers = array("I")
        for at, first in enumerate(self._doc_map.first_doc_ids[:-1]):
            numbers.extend(map(first.__add__, self._table_documents(at)) if first else self._table_documents(at))
        return numbers

    def _table_documents(self, at: int) -> "array[int]":
        """Return the document number of each local doc id of a table, counted from the first document of the table."""
        if at not in self._documents_by_table:
            self._documents_by_table[at] = self._tables[at].documents()
        return self._documents_by_table[at]

    @cached_property
    def doc_ids(self) -> "array[int]":
        """The doc id of each document number."""
        numbers = array("I", bytes(4 * len(self.documents)))
        for doc_id, document in enumerate(self.documents):
            numbers[document] = doc_id
        return numbers

    def by_segment(self, found: int) -> "list[tuple[SegmentReader, dict[int, int]]]":
        """Return each segment with the doc ids of a set by the document's number in that segment."""
        doc_ids = [*members(found)]
        numbered = sorted(zip(map(self.documents.__getitem__, doc_ids), doc_ids, strict=True))

        def inside(first: int, end: int) -> dict[int, int]:
            in_segment = numbered[bisect_left(numbered, (first,)) : bisect_left(numbered, (end,))]
            return {number - first: doc_id for number, doc_id in in_segment}

        return [(segment, inside(first, first + segment.count)) for first, segment in self.segments]

    def among(self, numbered: NumberedSegment, doc_ids: Iterable[int]) -> set[int]:
        """Return the documents of a segment, by their number in it, that have one of the doc ids."""
        first, segment = numbered
        numbers = (self.documents[doc_id] - first for doc_id in doc_ids)
        return {number for number in numbers if 0 <= number < segment.count}

    def document_terms(self, doc_id: int) -> DocumentTerms:
        """Return the terms of the document with a doc id."""
        name, number = self._located(doc_id)
        return self._forward_index[name][number]

    def stored_value(self, doc_id: int) -> Any:
        """Return the plain value that is stored with the document of a doc id."""
        name, number = self._located(doc_id)
        return self._stored_values[name][number]

    def tagged(
        self, kind: str, phrases: Sequence[str] | None, is_wanted: Callable[[str], bool]
    ) -> Iterator[tuple[str, Occurrences]]:
        """Yield the line of each wanted tag of a kind that has one of several phrases, with the documents there are.

        If `phrases` is None, the words of a tag do not matter. The documents are given by rank, and a tag comes once
        for each segment that has it.
        """
        for first, name in zip(self._firsts, self._names, strict=False):
            if name is not None:
                for line, (documents, counts, offsets) in self._tags[name].with_words(kind, phrases, is_wanted):
                    ranks = [self._rank_of[first + document] for document in documents]
                    if min(ranks) < 0:
                        live = [at for at, rank in enumerate(ranks) if rank >= 0]
                        ranks, counts, offsets = ([each[at] for at in live] for each in (ranks, counts, offsets))
                    if ranks:
                        yield line, Occurrences(ranks, counts, offsets)

    @cached_property
    def _rank_of(self) -> "array[int]":
        """The rank of each document number, -1 of a deleted document."""
        found = array("i", b"\xff" * 4 * self._firsts[-1])
        for rank, doc_id in enumerate(self._doc_map.doc_ids(range(len(self._doc_map)))):
            found[self.documents[doc_id]] = rank
        return found

    def original_text(self, doc_id: int) -> str:
        """Return the text of the document with a doc id."""
        return self.document_terms(doc_id).original.raw.decode()

    def terms(self, doc_ids: Iterable[int]) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield each doc id with the words of its text and the extra terms."""
        for doc_id in doc_ids:
            name, number = self._located(doc_id)
            yield doc_id, *self._forward_index[name].terms(number)

    def texts(self, doc_ids: Iterable[int], sought: Collection[bytes]) -> Iterator[Texts]:
        """Yield the terms of many doc ids, in no particular order, in which words are sought; see `ForwardIndex`."""
        wanted = sorted((self.documents[doc_id], doc_id) for doc_id in doc_ids)
        for (first, end), name in zip(pairwise(self._firsts), self._names, strict=True):
            inside = wanted[bisect_left(wanted, (first,)) : bisect_left(wanted, (end,))]
            if inside:
                assert name is not None, "a document that is found is in a segment that is there"
                doc_id_of = {number - first: doc_id for number, doc_id in inside}
                yield from self._forward_index[name].texts(doc_id_of, sought)

    def counts_in_text(self, term: str) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the doc ids of documents with a term, deleted ones too, and how often the text of each has it.

        A document that has the term in its label only has it 0 times in its text.
        """
        for first, segment in self.segments:
            for documents, counts in segment.counts("text", term):
                yield [self.doc_ids[first + document] for document in documents], counts

    def _located(self, doc_id: int) -> tuple[str, int]:
        """Return the segment that holds the document of a doc id, and the number of the document in it."""
        part = bisect_right(self._doc_map.first_doc_ids, doc_id) - 1
        first = self._doc_map.first_doc_ids[part]
        document = first + self._table_documents(part)[doc_id - first]
        at = bisect_right(self._firsts, document) - 1
        name = self._names[at]
        assert name is not None, "a document that is found is in a segment that is there"
        return name, document - self._firsts[at]
