"""Writes a segment of a Whoosh index: gathers the postings in a buffer and writes them term by term."""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, Protocol

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from briefreader.search.storage.container import encode_text
from briefreader.search.whoosh_backend.codec import Codec, Numbers, Postings
from briefreader.search.whoosh_backend.postings_buffer import PostingsBuffer
from briefreader.search.whoosh_backend.reader import SegmentReader

Positioned = Mapping[str, Mapping[str, Sequence[int]]]
"""The positions of each term by field and term."""

Counted = Mapping[str, Mapping[str, int]]
"""The occurrences of each term by field and term."""


class TermListener(Protocol):
    """Receives every term of a segment while the segment is written."""

    def start(self) -> None:
        """Begin: all documents were added, and the terms follow."""

    def start_field(self, name: str) -> None:
        """Begin a field, whose terms follow."""

    def add_term(self, term: bytes, documents: Sequence[int]) -> None:
        """Receive a term and the documents that have it."""

    def end_field(self, name: str) -> None:
        """End the field."""

    def end(self) -> None:
        """End: no terms follow."""


class PostingsWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer of one segment with a smaller and quicker postings buffer; the caller holds the lock."""

    def __init__(self, index: FileIndex, listener: TermListener) -> None:
        super().__init__(index, compound=False, codec=Codec(), _lk=False)
        self.pool = PostingsBuffer(self.temp_storage())
        self._listener = listener

    @property
    def segment_name(self) -> str:
        """The name of the segment that is being written."""
        return str(self.newsegment.segment_id())

    def add(self, path: str, positioned: Positioned, counted: Counted) -> None:
        """Add a document with the terms of its fields."""
        for name, positions in positioned.items():
            self.pool.add_positions(name, self.docnum, positions)
        for name, counts in counted.items():
            self.pool.add_counts(name, self.docnum, counts)
        self._add(path, {name: sum(counts.values()) for name, counts in counted.items() if self.schema[name].scorable})

    def take_over(self, segment: SegmentReader, kept: Collection[int]) -> None:
        """Add those documents of another segment whose numbers are kept, which must ascend.

        Whoosh's own method looks up a column by document and field, and sorts the postings anew.
        """
        first = self.docnum
        numbers = {at: number for number, at in enumerate(kept, first)} if len(kept) < segment.count else None
        paths = segment.paths()
        scored = {name: segment.lengths(name) for name in self.schema.names() if self.schema[name].scorable}
        for at in kept:
            self._add(paths[at], {name: lengths[at] for name, lengths in scored.items() if lengths[at]})
        for field, term, postings in segment.lists():
            self.pool.extend(field, term.decode(), *_renumbered(postings, first, numbers))

    def _add(self, path: str, lengths: Mapping[str, int]) -> None:
        """Add the path of a document and the lengths of its scored fields."""
        documents, schema = self.perdocwriter, self.schema
        documents.start_doc(self.docnum)
        documents.add_column_value("path", schema["path"].column_type, encode_text(path))
        for name, length in lengths.items():
            documents.add_field(name, schema[name], None, length)
        documents.finish_doc()
        self._added = True
        self.docnum += 1

    def finish(self, merge: Callable[[Any, list[Any]], list[Any]]) -> None:
        """Write the segment; `merge` takes over some of the older segments and returns those that stay as they are."""
        self.commit(mergetype=merge)

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        fields: Any = self.fieldwriter
        self._listener.start()
        for name, terms in groupby(self.pool.terms(), itemgetter(0)):
            fields.start_field(name, self.schema[name])
            self._listener.start_field(name)
            for _, term, postings, positions in terms:
                documents = postings[::2]
                fields.add_term(term, documents, postings[1::2], positions)
                self._listener.add_term(term, documents)
            fields.finish_field()
            self._listener.end_field(name)
        self._listener.end()
        fields.close()


def _renumbered(postings: Postings, first: int, numbers: Mapping[int, int] | None) -> tuple[Numbers, Numbers]:
    """Return a posting list as documents and counts by turns, and its positions, with other numbers of the documents.

    `numbers` maps the documents that are kept to their new numbers. Without it every document is kept, and the first
    has the number `first`.
    """
    kept, kept_positions = array("I"), array("I")
    for documents, counts, positions in postings.blocks():
        if numbers is None:
            moved = array("I", map(first.__add__, documents))
            both = array("I", bytes(8 * len(moved)))
            both[::2] = moved
            both[1::2] = array("I", islice(counts, len(moved)))
            kept += both
            kept_positions += positions
            continue
        end = 0
        for document, count in zip(documents, counts):  # noqa: B905  counts may go on
            start, end = end, end + count
            if document in numbers:
                kept.extend((numbers[document], count))
                kept_positions += positions[start:end]
    return kept, kept_positions
