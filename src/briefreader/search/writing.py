"""Writing a segment of a Whoosh index in bounded memory and little temporary space.

Whoosh sorts a tuple a posting, and lays 800 MB of them on disk for 14,000 briefs. Here postings are gathered by term
as they come, and only full bundles are laid aside.
"""

from collections.abc import Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby
from operator import itemgetter
from struct import Struct
from typing import Any, Final

from whoosh.filedb.filestore import Storage
from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from briefreader.search import facets
from briefreader.search.codec import Codec, Postings
from briefreader.search.prefixes import TableWriter
from briefreader.search.segments import TABLE, Segment

_POSTING: Final = Struct("<III")  # document, how often it has the term, bytes of positions that follow
_BUNDLE: Final = Struct("<HHI")  # length of field, term and postings
_TERM_COST: Final = 200
_LIMIT: Final = 64 << 20


_Term = tuple[str, bytes, bytes]


class _Pool:
    """Postings by field and term; more than 64 MiB of them are laid aside in sorted bundles."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._postings: dict[tuple[str, bytes], bytearray] = {}
        self._size = 0
        self._aside: list[str] = []

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Add one posting, as Whoosh gives it: field, term, document, weight, value."""
        field, term, document, weight, value = posting
        self._append(field, term, _POSTING.pack(document, int(weight), len(value)) + value)

    def extend(self, field: str, term: bytes, postings: Iterable[tuple[int, int, bytes]]) -> None:
        """Add postings of a term: document, how often it has the term, positions. Documents must come in order."""
        packed = [_POSTING.pack(document, count, len(value)) + value for document, count, value in postings]
        self._append(field, term, b"".join(packed))

    def _append(self, field: str, term: bytes, data: bytes) -> None:
        known = self._postings.get((field, term))
        if known is not None:
            known += data
        elif data:
            if self._size > _LIMIT:
                self._lay_aside()
            self._postings[field, term] = bytearray(data)
            self._size += _TERM_COST
        self._size += len(data)

    def _lay_aside(self) -> None:
        name = f"bundle-{len(self._aside)}"
        with self._storage.create_file(name) as file:
            for field, term, postings in self._in_memory():
                encoded = field.encode()
                file.write(_BUNDLE.pack(len(encoded), len(term), len(postings)) + encoded + term + postings)
        self._aside.append(name)
        self._postings.clear()
        self._size = 0

    def _in_memory(self) -> Iterator[_Term]:
        for field, term in sorted(self._postings):
            yield field, term, bytes(self._postings[field, term])

    def _laid_aside(self, name: str) -> Iterator[_Term]:
        with self._storage.open_file(name) as file:
            while head := file.read(_BUNDLE.size):
                field, term, postings = (file.read(length) for length in _BUNDLE.unpack(head))
                yield field.decode(), term, postings

    def terms(self) -> Iterator[_Term]:
        """Yield field, term and postings, sorted."""
        bundles = [*map(self._laid_aside, self._aside), self._in_memory()]
        for (field, term), parts in groupby(merge(*bundles, key=itemgetter(0, 1)), itemgetter(0, 1)):
            yield field, term, b"".join(postings for _, _, postings in parts)

    def cleanup(self) -> None:
        """Let go of everything; the storage is removed by the writer."""
        self._postings.clear()


class Writer(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer of one segment, with a pool that is smaller and quicker. Locking is the caller's business.

    Beside the segment it writes its table, in which the briefs stand in the order of `rank_of`, their ranks by path.
    """

    def __init__(self, index: FileIndex, rank_of: Mapping[str, int]) -> None:
        super().__init__(index, compound=False, codec=Codec(), _lk=False)
        self.pool = _Pool(self.temp_storage())
        self._rank_of = rank_of
        self._paths: list[str] = []

    def add_document(self, **values: Any) -> None:
        """Add a document with a value for each field."""
        super().add_document(**values)
        self._paths.append(values["path"].decode())

    def add_postings_to_pool(self, reader: SegmentReader, startdoc: int, docmap: Mapping[int, int] | None) -> None:
        """Take over the postings of a segment, its documents renumbered: five times as fast as Whoosh does."""
        segment = Segment(self.storage, reader.segment(), self.schema)
        for field, term, postings in segment.lists():
            self.pool.extend(field, term, _renumbered(postings, startdoc, docmap))
        self._paths += [path for at, path in enumerate(segment.paths()) if at not in segment.deleted]
        segment.close()

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        fields: Any = self.fieldwriter
        with self.storage.create_file(self.newsegment.make_filename(TABLE)) as file:
            table = TableWriter(file, self._places())
            for name, terms in groupby(self.pool.terms(), itemgetter(0)):
                fields.start_field(name, self.schema[name])
                table.begin()
                for _, term, postings in terms:
                    documents = []
                    fields.start_term(term)
                    for document, weight, value in _each(postings):
                        documents.append(document)
                        fields.add(document, weight, value, None)
                    fields.finish_term()
                    table.add(term, documents)
                fields.finish_field()
                table.end(name, listed=name in facets.FIELDS.values())
            table.close()
        fields.close()

    def _places(self) -> list[int]:
        """Return the number in the table of each document: the newest has the first."""
        last = len(self._rank_of)
        order = sorted(range(len(self._paths)), key=lambda document: self._rank_of.get(self._paths[document], last))
        places = [0] * len(order)
        for place, document in enumerate(order):
            places[document] = place
        return places


def _renumbered(
    postings: Postings, startdoc: int, docmap: Mapping[int, int] | None
) -> Iterator[tuple[int, int, bytes]]:
    for documents, counts, positions in postings.blocks():
        end = 0
        for document, count in zip(documents, counts):  # noqa: B905  counts may go on
            start, end = end, end + count
            number = startdoc + document if docmap is None else docmap.get(document)
            if number is not None:
                yield number, count, positions[start:end].tobytes()


def _each(postings: bytes) -> Iterator[tuple[int, float, bytes]]:
    at = 0
    unpack, size, end = _POSTING.unpack_from, _POSTING.size, len(postings)
    while at < end:
        document, count, length = unpack(postings, at)
        at += size
        yield document, float(count), postings[at : at + length]
        at += length
