"""Reads a segment of a Whoosh index: its postings, positions, lengths of fields and paths."""

from array import array
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from whoosh.codec import whoosh3
from whoosh.codec.base import Segment as WhooshSegment
from whoosh.filedb.filestore import Storage
from whoosh.util.numeric import byte_to_length

from briefreader.search.storage.container import decode_text
from briefreader.search.whoosh_backend.codec import Postings


class SegmentReader:
    """Reads one segment; documents are numbered from 0, and the postings contain deleted ones too."""

    def __init__(self, storage: Storage, segment: WhooshSegment, schema: Any) -> None:
        codec = segment.codec()
        self._storage = storage
        self._segment = segment
        self._schema = schema
        self._terms = codec.terms_reader(storage, segment)
        self._documents = codec.per_document_reader(storage, segment)
        self._postings = storage.open_file(segment.make_filename(codec.POSTS_EXT))
        self._columns = {name: self._column(name) for name in ("path",)}
        self._length_files: list[Any] = []
        self._lengths: dict[str, array[int]] = {}
        self.deleted = frozenset(segment.deleted_docs())
        self.name: str = segment.segment_id()
        self.count: int = segment.doc_count_all()

    def _column(self, name: str) -> Any:
        return self._documents.column_reader(name, self._schema[name].column_type)

    def paths(self) -> list[str]:
        """Return the path of every document, in order."""
        return [decode_text(path) for path in self._columns["path"]]

    def positions(
        self, field: str, key: str, prefix: bool, among: set[int], poll: Callable[[], None]
    ) -> "Iterator[tuple[int, array[int]]]":
        """Yield documents of `among` with the positions of a term, or of every term with a prefix.

        A document comes once for each term with the prefix. `poll` is called before each of these and may raise.
        """
        lists = self._prefixed(field, key, poll) if prefix else self._lists(field, key)
        for postings in lists:
            for documents, counts, positions in postings.blocks():
                numbers = list(documents)
                if among.isdisjoint(numbers):
                    continue
                at = 0
                for document, count in zip(numbers, counts):  # noqa: B905  counts may go on
                    if document in among:
                        yield document, positions[at : at + count]
                    at += count

    def counts(self, field: str, term: str) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the documents that have a term and the occurrences in each, by the block."""
        for postings in self._lists(field, term):
            for documents, counts, _ in postings.blocks():
                numbers = [*documents]
                yield numbers, [*islice(counts, len(numbers))]

    def lengths(self, field: str) -> "array[int]":
        """Return the number of terms of each document in a field, rounded to fit one byte; 0 is none."""
        if field not in self._lengths:
            self._lengths[field] = array("I", map(byte_to_length, self._length_bytes(field)))
        return self._lengths[field]

    def _length_bytes(self, field: str) -> bytes:
        """Return Whoosh's column of the lengths of a field, one byte a document; zeros where Whoosh wrote none."""
        name = whoosh3.W3Codec.column_filename(self._segment, f"_{field}_len")
        if not self._storage.file_exists(name):
            return bytes(self.count)
        file = self._storage.open_file(name)
        self._length_files.append(file)
        column: bytes = file.read(self._storage.file_length(name))
        return column.ljust(self.count, b"\0")

    def lists(self) -> Iterator[tuple[str, bytes, Postings]]:
        """Yield the field, the term and the posting list of every term, in order."""
        for (field, term), info in self._terms.items():
            yield field, term, self._open(field, info)

    def _items(self, field: str, prefix: str) -> Iterator[tuple[str, Any]]:
        start = prefix.encode()
        for (name, term), info in self._terms.items_from(field, start):
            if name != field or not term.startswith(start):
                return
            yield term.decode(), info

    def _lists(self, field: str, term: str) -> Iterator[Postings]:
        key = (field, term.encode())
        if key in self._terms:
            yield self._open(field, self._terms.term_info(*key))

    def _prefixed(self, field: str, prefix: str, poll: Callable[[], None]) -> Iterator[Postings]:
        for _, info in self._items(field, prefix):
            poll()
            yield self._open(field, info)

    def _open(self, field: str, info: Any) -> Postings:
        return Postings(self._postings, *info.extent(), self._schema[field].format)

    def close(self) -> None:
        """Close the files of the segment."""
        self._terms.close()
        self._documents.close()
        self._postings.close()
        for file in self._length_files:
            file.close()
