"""Gathers the postings of a segment that is being written by term, in bounded memory and little temporary space.

Whoosh's own buffer sorts a tuple for each posting and writes 800 MB of them to disk for 14,000 briefs. This one gathers
postings by term and writes only full bundles to disk.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from heapq import merge
from itertools import groupby
from operator import itemgetter
from struct import Struct
from typing import Final

from whoosh.filedb.filestore import Storage

from briefreader.search.whoosh_backend.codec import Numbers

_BUNDLE: Final = Struct("<HHII")  # bytes of: the field, the term, documents with counts, positions
_TERM_COST: Final = 350  # bytes of memory
_LIMIT: Final = 64 << 20  # bytes of memory

_NONE: Final[Numbers] = array("I")

_Lists = defaultdict[str, Numbers]

_Term = tuple[str, bytes, Numbers, Numbers]
"""A field and a term; the term's documents and counts by turns; its positions in all of them."""


def _lists() -> _Lists:
    """Return a mapping from terms to arrays, each empty until it is added to."""
    return defaultdict(partial(array, "I"))


class PostingsBuffer:
    """Gathers postings by field and term, and writes sorted bundles to disk when more than 64 MiB are in memory.

    Documents must come in order.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._postings: dict[str, _Lists] = {}
        self._positions: dict[str, _Lists] = {}
        self._size = 0
        self._bundles: list[str] = []

    def add_positions(self, field: str, document: int, terms: Mapping[str, Sequence[int]]) -> None:
        """Add the positions of the terms of a document."""
        self.add_counts(field, document, {term: len(positions) for term, positions in terms.items()})
        lists = self._positions.setdefault(field, _lists())
        for term, positions in terms.items():
            lists[term].extend(positions)
            self._size += 4 * len(positions)

    def add_counts(self, field: str, document: int, terms: Mapping[str, int]) -> None:
        """Add the occurrences of the terms of a document."""
        lists = self._field(field)
        before = len(lists)
        for term, count in terms.items():
            postings = lists[term]
            postings.append(document)
            postings.append(count)
        self._size += _TERM_COST * (len(lists) - before) + 8 * len(terms)

    def extend(self, field: str, term: str, postings: Numbers, positions: Numbers) -> None:
        """Add postings of a term: documents and counts by turns, and the positions in all of them."""
        if not postings:
            return
        lists = self._field(field)
        before = len(lists)
        lists[term].extend(postings)
        if positions:
            self._positions.setdefault(field, _lists())[term].extend(positions)
        self._size += _TERM_COST * (len(lists) - before) + 4 * (len(postings) + len(positions))

    def _field(self, name: str) -> _Lists:
        if self._size > _LIMIT:
            self._write_bundle()
        return self._postings.setdefault(name, _lists())

    def _write_bundle(self) -> None:
        name = f"bundle-{len(self._bundles)}"
        with self._storage.create_file(name) as file:
            for field, term, postings, positions in self._in_memory():
                encoded, parts = field.encode(), (postings.tobytes(), positions.tobytes())
                file.write(_BUNDLE.pack(len(encoded), len(term), *map(len, parts)))
                file.write(b"".join((encoded, term, *parts)))
        self._bundles.append(name)
        self._clear()

    def _clear(self) -> None:
        self._postings.clear()
        self._positions.clear()
        self._size = 0

    def _in_memory(self) -> Iterator[_Term]:
        for field, terms in sorted(self._postings.items()):
            positions: Mapping[str, Numbers] = self._positions.get(field, {})
            for term in sorted(terms):  # in the order of their UTF-8, too
                yield field, term.encode(), terms[term], positions.get(term, _NONE)

    def _read_bundle(self, name: str) -> Iterator[_Term]:
        with self._storage.open_file(name) as file:
            while head := file.read(_BUNDLE.size):
                field, term, *parts = (file.read(length) for length in _BUNDLE.unpack(head))
                postings, positions = array("I", parts[0]), array("I", parts[1])
                yield field.decode(), term, postings, positions

    def terms(self) -> Iterator[_Term]:
        """Yield the terms of every field with their postings, sorted by field and term."""
        bundles = [*map(self._read_bundle, self._bundles), self._in_memory()]
        if not self._bundles:
            yield from bundles[0]
            return
        for (field, term), parts in groupby(merge(*bundles, key=itemgetter(0, 1)), itemgetter(0, 1)):
            postings, positions = array("I"), array("I")
            for part in parts:
                postings += part[2]
                positions += part[3]
            yield field, term, postings, positions

    def cleanup(self) -> None:
        """Release the memory; the writer removes the storage."""
        self._clear()
