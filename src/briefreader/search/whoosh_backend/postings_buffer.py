"""The postings of a segment that is being written, gathered by term, in bounded memory and little temporary space.

Whoosh sorts a tuple a posting, and lays 800 MB of them on disk for 14,000 briefs. Here postings are gathered by term
as they come, and only full bundles are laid aside.
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

_BUNDLE: Final = Struct("<HHII")  # bytes of the field, of the term, of the documents and counts, of the positions
_TERM_COST: Final = 350
_LIMIT: Final = 64 << 20

_NONE: Final[Numbers] = array("I")

_Lists = defaultdict[str, Numbers]

_Term = tuple[str, bytes, Numbers, Numbers]
"""Field and term; documents and counts by turns; the positions of all."""


def _lists() -> _Lists:
    """Return lists of numbers by term, each empty until it is added to."""
    return defaultdict(partial(array, "I"))


class PostingsBuffer:
    """Postings by field and term; more than 64 MiB of them are laid aside in sorted bundles.

    Documents must come in order.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._postings: dict[str, _Lists] = {}
        self._positions: dict[str, _Lists] = {}
        self._size = 0
        self._aside: list[str] = []

    def add_positions(self, field: str, document: int, terms: Mapping[str, Sequence[int]]) -> None:
        """Add the positions of the terms of a document."""
        self.add_counts(field, document, {term: len(places) for term, places in terms.items()})
        known = self._positions.setdefault(field, _lists())
        for term, places in terms.items():
            known[term].extend(places)
            self._size += 4 * len(places)

    def add_counts(self, field: str, document: int, terms: Mapping[str, int]) -> None:
        """Add how often a document has each of the terms."""
        known = self._field(field)
        before = len(known)
        for term, count in terms.items():
            postings = known[term]
            postings.append(document)
            postings.append(count)
        self._size += _TERM_COST * (len(known) - before) + 8 * len(terms)

    def extend(self, field: str, term: str, postings: Numbers, positions: Numbers) -> None:
        """Add postings of a term: documents and counts by turns, and the positions of all."""
        if not postings:
            return
        known = self._field(field)
        before = len(known)
        known[term].extend(postings)
        if positions:
            self._positions.setdefault(field, _lists())[term].extend(positions)
        self._size += _TERM_COST * (len(known) - before) + 4 * (len(postings) + len(positions))

    def _field(self, name: str) -> _Lists:
        if self._size > _LIMIT:
            self._lay_aside()
        return self._postings.setdefault(name, _lists())

    def _lay_aside(self) -> None:
        name = f"bundle-{len(self._aside)}"
        with self._storage.create_file(name) as file:
            for field, term, postings, positions in self._in_memory():
                encoded, parts = field.encode(), (postings.tobytes(), positions.tobytes())
                file.write(_BUNDLE.pack(len(encoded), len(term), *map(len, parts)))
                file.write(b"".join((encoded, term, *parts)))
        self._aside.append(name)
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

    def _laid_aside(self, name: str) -> Iterator[_Term]:
        with self._storage.open_file(name) as file:
            while head := file.read(_BUNDLE.size):
                field, term, *parts = (file.read(length) for length in _BUNDLE.unpack(head))
                postings, positions = array("I", parts[0]), array("I", parts[1])
                yield field.decode(), term, postings, positions

    def terms(self) -> Iterator[_Term]:
        """Yield the terms of every field with their postings, sorted."""
        bundles = [*map(self._laid_aside, self._aside), self._in_memory()]
        if not self._aside:
            yield from bundles[0]
            return
        for (field, term), parts in groupby(merge(*bundles, key=itemgetter(0, 1)), itemgetter(0, 1)):
            postings, positions = array("I"), array("I")
            for part in parts:
                postings += part[2]
                positions += part[3]
            yield field, term, postings, positions

    def cleanup(self) -> None:
        """Let go of everything; the storage is removed by the writer."""
        self._clear()
