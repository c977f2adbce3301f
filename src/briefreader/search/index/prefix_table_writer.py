"""Writes a prefix table, field by field and term by term."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, chain, pairwise
from typing import Final

from briefreader.search.index.prefix_table import typecode
from briefreader.search.storage import bitset, lexicon
from briefreader.search.storage.bitset import from_members, members
from briefreader.search.storage.container import ByteSink, ContainerWriter

_AFTER: Final = b"\xff"  # sorts after every byte of UTF-8
# Beyond so many members, one in 512 and at least 64, inflating a bitset is quicker than setting its bits one by one.
_FEW: Final = 64
_ONE_IN: Final = 512
_NEVER_TYPED: Final = ("stem", "_name")  # ends of names of fields that are never searched by a prefix


class PrefixTableWriter:
    """Writes a prefix table: `begin` a field, `add` its terms in order, `end` the field, and `close` after the last.

    `local_ids` has the local doc id of each document of the segment.
    """

    def __init__(self, file: ByteSink, local_ids: Sequence[int]) -> None:
        self._out = ContainerWriter(file)
        self._local_ids = local_ids
        self._size = len(local_ids)
        self._few = max(_FEW, self._size // _ONE_IN)
        self.typecode = typecode(self._size)
        self._fields: dict[str, dict[str, object]] = {}
        documents = array("I", bytes(4 * self._size))
        for document, local_id in enumerate(local_ids):
            documents[local_id] = document
        self._documents = self._out.put_numbers(documents)

    def begin(self) -> None:
        """Begin a field."""
        self._terms: list[bytes] = []
        self._starts = array("I", [0])
        self._sparse_ids = array(self.typecode)
        self._sets: list[bytes] = []
        self._set_terms = array("I")
        self._prefix_sets: dict[bytes, int] = {}

    def add(self, term: bytes, documents: Sequence[int]) -> None:
        """Add a term and the documents of the segment that have it, each once."""
        self.add_local_ids(term, array(self.typecode, map(self._local_ids.__getitem__, documents)))

    def add_local_ids(self, term: bytes, local_ids: "array[int]", more: int = 0) -> None:
        """Add a term with the local doc ids that have it, each once, and a bitset of further ones."""
        if more and len(local_ids) + more.bit_count() <= self._few:
            local_ids, more = local_ids + array(self.typecode, members(more)), 0
        if more or len(local_ids) > self._few:
            self._set_terms.append(len(self._terms))
            self._store(more | from_members(local_ids, self._size))
        else:
            self._sparse_ids.extend(local_ids)
        self._terms.append(term)
        self._starts.append(len(self._sparse_ids))

    def _store(self, found: int) -> None:
        self._sets.append(bitset.encode(found, self._size))

    def end(self, name: str, *, by_document: bool = False) -> None:
        """Write the field; `by_document` also stores the terms of each document, which facets need."""
        terms_by_document = self._terms_by_document() if by_document else []
        if not name.endswith(_NEVER_TYPED) and self._needs_set(0, len(self._terms)):
            self._store_prefixes(0, len(self._terms))
        prefixes = sorted(self._prefix_sets)
        self._fields[name] = {
            "count": len(self._terms),
            "terms": lexicon.write(self._out, self._terms),
            "starts": self._out.put(self._starts.tobytes()),
            "local_ids": self._out.put(self._sparse_ids.tobytes()),
            "set_terms": self._out.put(self._set_terms.tobytes()),
            "sets": bitset.write(self._out, self._sets),
            "prefixes": lexicon.write(self._out, prefixes),
            "prefix_sets": self._out.put_numbers(map(self._prefix_sets.__getitem__, prefixes)),
        }
        if by_document:
            term_starts = accumulate(map(len, terms_by_document), initial=0)
            self._fields[name] |= {
                "doc_terms": self._out.put_numbers(chain.from_iterable(terms_by_document)),
                "doc_term_starts": self._out.put_numbers(term_starts),
            }

    def _terms_by_document(self) -> list[list[int]]:
        terms_by_document: list[list[int]] = [[] for _ in self._local_ids]
        for at, (start, end) in enumerate(pairwise(self._starts)):
            for local_id in self._sparse_ids[start:end]:
                terms_by_document[local_id].append(at)
        for at, encoded in zip(self._set_terms, self._sets, strict=True):
            for local_id in members(bitset.decode(encoded, self._size)):
                terms_by_document[local_id].append(at)
        return terms_by_document

    def _store_prefixes(self, first: int, last: int, stored: int = 0) -> int:
        """Return the union of the terms from first to before last, and store it for their common prefixes.

        A prefix of at most `stored` bytes is stored already.
        """
        common = _common_length(self._terms[first], self._terms[last - 1])
        found = 0
        at = start = first
        while at < last:
            end = at + 1  # of the terms that share one byte more than the common prefix
            if len(self._terms[at]) > common:
                end = bisect_left(self._terms, self._terms[at][: common + 1] + _AFTER, at, last)
            if self._needs_set(at, end):
                found |= self._union(start, at) | self._store_prefixes(at, end, common)
                start = end
            at = end
        found |= self._union(start, last)
        if common > stored:
            self._prefix_sets.update(
                (self._terms[first][:length], len(self._sets)) for length in range(stored + 1, common + 1)
            )
            self._store(found)
        return found

    def _needs_set(self, first: int, last: int) -> bool:
        """Tell whether to store the union of the terms from first to before last; a single term is stored anyway."""
        if last - first < 2:
            return False
        return self._starts[last] - self._starts[first] > self._few or bool(self._set_terms_between(first, last))

    def _set_terms_between(self, first: int, last: int) -> range:
        return range(bisect_left(self._set_terms, first), bisect_left(self._set_terms, last))

    def _union(self, first: int, last: int) -> int:
        found = from_members(self._sparse_ids[self._starts[first] : self._starts[last]], self._size)
        for at in self._set_terms_between(first, last):
            found |= bitset.decode(self._sets[at], self._size)
        return found

    def close(self) -> None:
        """Write the directory of the fields; the caller closes the file."""
        self._out.finish({"documents": self._documents, "count": self._size, "fields": self._fields})


def _common_length(one: bytes, other: bytes) -> int:
    """Return the length in bytes of the common prefix of two terms."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
