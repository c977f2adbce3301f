"""Writes a segment: the files of Whoosh, a prefix table, a forward index, stored values and tags."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cached_property
from typing import Any

from briefreader.search.index.forward_index import DocumentTerms, ForwardIndex, ForwardIndexWriter, forward_index_name
from briefreader.search.index.metadata import Metadata
from briefreader.search.index.prefix_table import prefix_table_name
from briefreader.search.index.prefix_table_writer import PrefixTableWriter
from briefreader.search.index.stored_values import StoredValues, StoredValuesWriter, stored_values_name
from briefreader.search.index.tag_table import Tag, TagTable, TagTableWriter, tag_table_name
from briefreader.search.storage.container import SeekableFile
from briefreader.search.whoosh_backend.reader import SegmentReader
from briefreader.search.whoosh_backend.schema import COUNTED
from briefreader.search.whoosh_backend.writer import Counted, Positioned, PostingsWriter


class BriefWriter:
    """Writes one segment of an index; the local doc ids of its prefix table follow the order of the metadata."""

    def __init__(self, index: Any) -> None:
        self._storage = index.storage
        self._postings = PostingsWriter(index, self)
        self._paths: list[str] = []
        self._rank_of: Mapping[str, int] = {}

    @contextmanager
    def finished(self) -> Iterator[None]:
        """Abandon the half-written segment if the body of the `with` statement raises an error."""
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

    @cached_property
    def _stored_values(self) -> StoredValuesWriter:
        return StoredValuesWriter(self._storage.create_file(stored_values_name(self._postings.segment_name)))

    @cached_property
    def _tags(self) -> TagTableWriter:
        return TagTableWriter(self._storage.create_file(tag_table_name(self._postings.segment_name)))

    def add_brief(
        self,
        path: str,
        terms: DocumentTerms,
        positioned: Positioned,
        counted: Counted,
        value: bytes,
        tags: Mapping[Tag, tuple[int, int]],
    ) -> None:
        """Add a document with the terms of its text and of its fields, its packed stored values, and its tags."""
        self._postings.add(path, positioned, counted)
        self._tags.add(len(self._paths), tags)
        self._add_forward(path, terms, value)

    def _add_forward(self, path: str, terms: DocumentTerms, value: bytes) -> None:
        self._forward_index.add(terms)
        self._stored_values.add(value)
        self._paths.append(path)

    def take_over(self, segment: SegmentReader) -> None:
        """Add the documents of another segment that are not deleted."""
        kept = [number for number in range(segment.count) if number not in segment.deleted]
        paths = segment.paths()
        self._postings.take_over(segment, kept)
        with ExitStack() as opened:
            terms, values, tags = (
                SeekableFile(opened.enter_context(self._storage.open_file(name)), self._storage.file_length(name))
                for name in (each(segment.name) for each in (forward_index_name, stored_values_name, tag_table_name))
            )
            self._tags.take_over(TagTable(tags), {number: at for at, number in enumerate(kept, len(self._paths))})
            known, stored = ForwardIndex(terms), StoredValues(values)
            for number in kept:
                self._add_forward(paths[number], known[number], stored.packed(number))

    def delete(self, number: int) -> None:
        """Delete a document of the index's older segments; the number counts through all of them."""
        self._postings.delete_document(number)

    def finish(
        self,
        metadata: Metadata,
        merge: "Callable[[BriefWriter, list[Any]], list[Any]]" = lambda _, segments: segments,
        parts: Sequence[Any] = (),
    ) -> None:
        """Write the segment, and add the segments `parts` to the index.

        `merge` takes over some of the older segments and returns the others, which stay as they are.
        """
        self._rank_of = {path: rank for rank, path in enumerate(metadata)}
        self._postings.segments += parts
        self._postings.finish(lambda _, segments: merge(self, segments))

    def segment(self, description: Any) -> SegmentReader:
        """Open a segment that Whoosh describes."""
        return SegmentReader(self._storage, description, self._postings.schema)

    # The writer of the postings calls the following methods with every term, which make the prefix table.

    def start(self) -> None:
        """Begin the prefix table, after all documents were added."""
        self._forward_index.finish()
        self._stored_values.finish()
        self._tags.finish()
        self._close()
        self._table_file = self._storage.create_file(prefix_table_name(self._postings.segment_name))
        self._table = PrefixTableWriter(self._table_file, self._local_ids())

    def start_field(self, name: str) -> None:
        """Begin a field of the prefix table."""
        self._table.begin()

    def add_term(self, term: bytes, documents: Sequence[int]) -> None:
        """Add a term to the prefix table."""
        self._table.add(term, documents)

    def end_field(self, name: str) -> None:
        """End a field of the prefix table."""
        self._table.end(name, by_document=name in COUNTED)

    def end(self) -> None:
        """End the prefix table."""
        self._table.close()
        self._table_file.close()

    def _close(self) -> None:
        for name in ("_forward_index", "_stored_values", "_tags"):
            if name in vars(self):
                vars(self)[name].close()

    def _local_ids(self) -> list[int]:
        """Return the local doc id of each document: the newest has 0."""
        last = len(self._rank_of)
        order = sorted(range(len(self._paths)), key=lambda number: self._rank_of.get(self._paths[number], last))
        local_ids = [0] * len(order)
        for local_id, number in enumerate(order):
            local_ids[number] = local_id
        return local_ids
