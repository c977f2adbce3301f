"""Writes a segment of briefs: Whoosh's files, with a prefix table and a forward index beside them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from briefreader.search.index.forward_index import DocumentTerms, ForwardIndex, ForwardIndexWriter, forward_index_name
from briefreader.search.index.metadata import Metadata
from briefreader.search.index.prefix_table import PrefixTableWriter, prefix_table_name
from briefreader.search.storage.container import StorageFile
from briefreader.search.whoosh_backend.reader import SegmentReader
from briefreader.search.whoosh_backend.schema import COUNTED
from briefreader.search.whoosh_backend.writer import Counted, Positioned, PostingsWriter


class BriefWriter:
    """Writes one segment of an index; the documents of its prefix table stand in the order of the metadata."""

    def __init__(self, index: Any) -> None:
        self._storage = index.storage
        self._postings = PostingsWriter(index, self)
        self._paths: list[str] = []
        self._rank_of: Mapping[str, int] = {}

    @contextmanager
    def finished(self) -> Iterator[None]:
        """Give up the half-written segment where an error comes."""
        try:
            yield
        except BaseException:
            if not self._postings.is_closed:
                self._postings.cancel()
            self._close()
            raise

    @cached_property
    def _forward_index(self) -> ForwardIndexWriter:
        return ForwardIndexWriter(self._storage.create_file(forward_index_name(self._postings.segment_name)))

    def add_brief(self, path: str, terms: DocumentTerms, positioned: Positioned, counted: Counted) -> None:
        """Add a brief with the terms of its text and of its fields."""
        self._postings.add(path, positioned, counted)
        self._keep(path, terms)

    def _keep(self, path: str, terms: DocumentTerms) -> None:
        self._forward_index.add(terms)
        self._paths.append(path)

    def take_over(self, segment: SegmentReader) -> None:
        """Add the documents of another segment that are not deleted."""
        kept = [number for number in range(segment.count) if number not in segment.deleted]
        paths = segment.paths()
        self._postings.take_over(segment, kept)
        name = forward_index_name(segment.name)
        with self._storage.open_file(name) as file:
            known = ForwardIndex(StorageFile(file, self._storage.file_length(name)))
            for number in kept:
                self._keep(paths[number], known[number])

    def delete(self, number: int) -> None:
        """Delete a document of the segments that are in the index already, numbered through all of them."""
        self._postings.delete_document(number)

    def finish(
        self,
        metadata: Metadata,
        merge: "Callable[[BriefWriter, list[Any]], list[Any]]" = lambda _, segments: segments,
        parts: Sequence[Any] = (),
    ) -> None:
        """Write the segment, and make `parts` segments of the index too.

        `merge` takes over some of the segments and returns the others, which stay as they are.
        """
        self._rank_of = {path: rank for rank, path in enumerate(metadata)}
        self._postings.segments += parts
        self._postings.finish(lambda _, segments: merge(self, segments))

    def segment(self, description: Any) -> SegmentReader:
        """Open a segment that Whoosh describes."""
        return SegmentReader(self._storage, description, self._postings.schema)

    # The writer of the postings tells the terms of the segment, which make the prefix table.

    def start(self) -> None:
        """Begin the prefix table: all documents were added."""
        self._forward_index.finish()
        self._close()
        self._table_file = self._storage.create_file(prefix_table_name(self._postings.segment_name))
        self._table = PrefixTableWriter(self._table_file, self._order())

    def start_field(self, name: str) -> None:
        """Begin a field of the prefix table."""
        self._table.begin()

    def add_term(self, term: bytes, documents: Sequence[int]) -> None:
        """Add a term to the prefix table."""
        self._table.add(term, documents)

    def end_field(self, name: str) -> None:
        """End a field of the prefix table."""
        self._table.end(name, listed=name in COUNTED)

    def end(self) -> None:
        """End the prefix table."""
        self._table.close()
        self._table_file.close()

    def _close(self) -> None:
        if "_forward_index" in vars(self):
            self._forward_index.close()

    def _order(self) -> list[int]:
        """Return the number that each document has in the prefix table: the newest has the first."""
        last = len(self._rank_of)
        order = sorted(range(len(self._paths)), key=lambda number: self._rank_of.get(self._paths[number], last))
        places = [0] * len(order)
        for place, number in enumerate(order):
            places[number] = place
        return places
