"""Writing a segment of a Whoosh index: its postings gathered and written by the term, its table beside it."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from briefreader.search.execution import facets
from briefreader.search.index.forward_index import SUFFIX, DocumentTerms, ForwardIndex, ForwardIndexWriter
from briefreader.search.index.metadata import Metadata
from briefreader.search.index.prefix_table import PrefixTableWriter
from briefreader.search.storage.container import StorageFile, in_bytes
from briefreader.search.whoosh_backend.codec import Codec, Numbers, Postings
from briefreader.search.whoosh_backend.postings_buffer import PostingsBuffer
from briefreader.search.whoosh_backend.reader import TABLE, Segment

Placed = Mapping[str, Mapping[str, Sequence[int]]]
"""By field and term the positions of the term."""

Counted = Mapping[str, Mapping[str, int]]
"""By field and term how often the term occurs."""


class Writer(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer of one segment, with a pool that is smaller and quicker. Locking is the caller's business.

    Beside the segment it writes its table, in which the briefs stand in the order of the catalogue.
    """

    def __init__(self, index: FileIndex) -> None:
        super().__init__(index, compound=False, codec=Codec(), _lk=False)
        self.pool = PostingsBuffer(self.temp_storage())
        self._rank_of: Mapping[str, int] = {}
        self._paths: list[str] = []

    @cached_property
    def _forward_index(self) -> ForwardIndexWriter:
        return ForwardIndexWriter(self.storage.create_file(self.newsegment.make_filename(SUFFIX)))

    def add_brief(self, path: str, document_terms: DocumentTerms, placed: Placed, counted: Counted) -> None:
        """Add a brief with its wording and the terms of its fields."""
        for name, places in placed.items():
            self.pool.add_placed(name, self.docnum, places)
        for name, counts in counted.items():
            self.pool.add_counted(name, self.docnum, counts)
        scored = {name: sum(counts.values()) for name, counts in counted.items() if self.schema[name].scorable}
        self._add_document(path, document_terms, scored)

    def _add_document(self, path: str, document_terms: DocumentTerms, lengths: Mapping[str, int]) -> None:
        """Add what is kept of a document besides its terms; lengths are those of its scored fields."""
        documents, schema = self.perdocwriter, self.schema
        documents.start_doc(self.docnum)
        documents.add_column_value("path", schema["path"].column_type, in_bytes(path))
        for name, length in lengths.items():
            documents.add_field(name, schema[name], None, length)
        documents.finish_doc()
        self._forward_index.add(document_terms)
        self._paths.append(path)
        self._added = True
        self.docnum += 1

    def finish(self, metadata: Metadata, merge: Callable[[Any, list[Any]], list[Any]]) -> None:
        """Write what was added and what `merge` adds of other segments; it returns those that stay as they are."""
        self._rank_of = {path: rank for rank, path in enumerate(metadata)}
        self.commit(mergetype=merge)

    def add_segment(self, segment: Segment) -> None:
        """Take over the documents of a segment that are not deleted.

        Whoosh's own way looks for a column by document and field, and sorts the postings anew.
        """
        first = self.docnum
        kept = [at for at in range(segment.count) if at not in segment.deleted]
        numbers = {at: number for number, at in enumerate(kept, first)} if segment.deleted else None
        paths = segment.paths()
        scored = {name: segment.lengths(name) for name in self.schema.names() if self.schema[name].scorable}
        with self.storage.open_file(segment.forward_index) as file:
            forward_index = ForwardIndex(StorageFile(file, self.storage.file_length(segment.forward_index)))
            for at in kept:
                lengths = {name: length for name, tell in scored.items() if (length := tell(at))}
                self._add_document(paths[at], forward_index[at], lengths)
        for field, term, postings in segment.lists():
            self.pool.extend(field, term.decode(), *_renumbered(postings, first, numbers))

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self._forward_index.finish()
        fields: Any = self.fieldwriter
        with self.storage.create_file(self.newsegment.make_filename(TABLE)) as file:
            table = PrefixTableWriter(file, self._places())
            for name, terms in groupby(self.pool.terms(), itemgetter(0)):
                fields.start_field(name, self.schema[name])
                table.begin()
                for _, term, postings, positions in terms:
                    documents = postings[::2]
                    fields.add_term(term, documents, postings[1::2], positions)
                    table.add(term, documents)
                fields.finish_field()
                table.end(name, listed=name in facets.FIELDS.values())
            table.close()
        fields.close()

    def _close_segment(self) -> None:
        super()._close_segment()
        if "_forward_index" in vars(self):
            self._forward_index.close()

    def _places(self) -> list[int]:
        """Return the number in the table of each document: the newest has the first."""
        last = len(self._rank_of)
        order = sorted(range(len(self._paths)), key=lambda document: self._rank_of.get(self._paths[document], last))
        places = [0] * len(order)
        for place, document in enumerate(order):
            places[document] = place
        return places


def _renumbered(postings: Postings, startdoc: int, docmap: Mapping[int, int] | None) -> tuple[Numbers, Numbers]:
    """Return the documents, as they are numbered now, and counts by turns, and the positions of all."""
    kept, places = array("I"), array("I")
    for documents, counts, positions in postings.blocks():
        if docmap is None:
            numbers = array("I", map(startdoc.__add__, documents))
            both = array("I", bytes(8 * len(numbers)))
            both[::2] = numbers
            both[1::2] = array("I", islice(counts, len(numbers)))
            kept += both
            places += positions
            continue
        end = 0
        for document, count in zip(documents, counts):  # noqa: B905  counts may go on
            start, end = end, end + count
            if document in docmap:
                kept.extend((docmap[document], count))
                places += positions[start:end]
    return kept, places
