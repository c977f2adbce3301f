"""Stores the prefix table of one or several segments: for each term and each prefix, the documents that have it.

A document's local doc id is its number in the table, the newest first. Terms are sorted and their local doc ids stand
one after the other in the same order, which makes those of any prefix one slice. A term that many documents have is
stored as a bitset, and so is the union of the terms of a prefix that many documents have. A look-up therefore reads one
bitset or a short slice, and never Whoosh.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from struct import Struct
from typing import Any, Final, Literal, NamedTuple

from briefreader.search.storage import bitset, lexicon
from briefreader.search.storage.bitset import BitsetReader, from_members, members
from briefreader.search.storage.container import ByteSink, ByteSource, ContainerWriter, Extent, directory, numbers
from briefreader.search.storage.lexicon import Lexicon

_TWO: Final = Struct("=II")
_AFTER: Final = b"\xff"  # sorts after every byte of UTF-8
# Beyond so many members, one in 512 and at least 64, inflating a bitset is quicker than setting its bits one by one.
_FEW: Final = 64
_ONE_IN: Final = 512
_NEVER_TYPED: Final = ("stem", "_name")  # ends of names of fields that are never searched by a prefix


def prefix_table_name(segment: str) -> str:
    """Return the name of the file that holds the prefix table of a segment."""
    return f"{segment}.pfx"


class PrefixTableWriter:
    """Writes a prefix table: `begin` a field, `add` its terms in order, `end` the field, and `close` after the last.

    `local_ids` has the local doc id of each document of the segment.
    """

    def __init__(self, file: ByteSink, local_ids: Sequence[int]) -> None:
        self._out = ContainerWriter(file)
        self._local_ids = local_ids
        self._size = len(local_ids)
        self._few = max(_FEW, self._size // _ONE_IN)
        self.typecode = _typecode(self._size)
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


def _typecode(size: int) -> Literal["H", "I"]:
    """Return the type code of arrays of local doc ids in a table of this size."""
    return "H" if size <= 1 << 16 else "I"


def _common_length(one: bytes, other: bytes) -> int:
    """Return the length in bytes of the common prefix of two terms."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class _Field:
    """Finds the terms of one field, and the extents of their local doc ids."""

    def __init__(self, file: ByteSource, extents: Mapping[str, Any], size: int) -> None:
        self.terms = Lexicon(file, extents["terms"], extents["count"])
        self.set_terms = numbers(file, extents["set_terms"])
        self.prefix_sets = numbers(file, extents["prefix_sets"])
        self.prefixes = Lexicon(file, extents["prefixes"], len(self.prefix_sets))
        self.local_ids: int = extents["local_ids"][0]
        self.sets = BitsetReader(file, extents["sets"], size)
        self._file = file
        self._starts: int = extents["starts"][0]

    def starts(self, first: int, last: int) -> tuple[int, int]:
        """Return the bounds of the local doc ids of the terms from first to before last, as indexes among all."""
        at = self._starts + 4 * first
        if last == first + 1:
            start, end = _TWO.unpack(self._file.slice(at, at + 8))
            return start, end
        return self._number(at), self._number(self._starts + 4 * last)

    def all_starts(self, first: int, last: int) -> Extent:
        """Return the extent of the start of each term from first to before last, and of the end of all."""
        return self._starts + 4 * first, self._starts + 4 * (last + 1)

    def _number(self, at: int) -> int:
        return int.from_bytes(self._file.slice(at, at + 4), sys.byteorder)


class FieldContents(NamedTuple):
    """The contents of a field: its terms in order, and the local doc ids of each as a slice or a set.

    `starts` has the start of each term in `local_ids` and the end of the last. `set_numbers` maps the number of each
    term that has a set to the number of its set in `sets`, which inflates one at a time.
    """

    terms: Iterable[bytes]
    starts: "array[int]"
    local_ids: "array[int]"
    set_numbers: Mapping[int, int]
    sets: BitsetReader | Sequence[int]


class PrefixTable:
    """Reads a prefix table. Raises LibraryError where it is damaged.

    `count` is the number of its documents, deleted ones too. A field that the table lacks has no terms.
    """

    def __init__(self, file: ByteSource) -> None:
        self._file = file
        found = directory(file)
        self.count: int = found["count"]
        self._documents: Extent = found["documents"]
        self._directory: dict[str, dict[str, Any]] = found["fields"]
        self._fields: dict[str, _Field] = {}
        self._doc_terms: dict[str, tuple[array[int], array[int]]] = {}
        self._typecode = _typecode(self.count)
        self._itemsize = array(self._typecode).itemsize

    def documents(self) -> "array[int]":
        """Return for each local doc id the number of the document in the segments of the table."""
        return numbers(self._file, self._documents)

    def with_term(self, name: str, term: str) -> int:
        """Return the set of local doc ids that have a term in a field."""
        field = self._field(name)
        at = field.terms.find(term.encode()) if field else None
        return 0 if field is None or at is None else self._between(field, at, at + 1)

    def has_term(self, name: str, term: str) -> bool:
        """Tell whether any document has a term in a field."""
        field = self._field(name)
        return field is not None and field.terms.find(term.encode()) is not None

    def with_prefix(self, name: str, prefix: str) -> int:
        """Return the set of local doc ids that have a term with a prefix in a field."""
        field = self._field(name)
        if field is None:
            return 0
        sought = prefix.encode()
        stored = field.prefixes.find(sought)
        if stored is not None:
            return field.sets[field.prefix_sets[stored]]
        return self._between(field, *field.terms.prefix_range(sought))

    def term_counts(self, name: str, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Yield the terms of a field with a prefix, in order, and the number of documents that have each."""
        field = self._field(name)
        if field is not None:
            first, last = field.terms.prefix_range(prefix.encode()) if prefix else (0, len(field.terms))
            starts = numbers(self._file, field.all_starts(first, last))
            terms = field.terms.between(first, last)
            for at, (term, start, end) in enumerate(zip(terms, starts, starts[1:]), first):  # noqa: B905
                yield term, end - start or self._between(field, at, at + 1).bit_count()

    def terms_with_prefix(self, name: str, prefix: str) -> Iterator[str]:
        """Yield the terms of a field with a prefix, in order."""
        field = self._field(name)
        return field.terms.between(*field.terms.prefix_range(prefix.encode())) if field else iter(())

    def terms(self, name: str) -> list[str]:
        """Return the terms of a field, in order; the index of a term is its number."""
        field = self._field(name)
        return [*field.terms.between(0, len(field.terms))] if field else []

    def fields(self) -> list[tuple[str, bool]]:
        """Return the names of the fields, and whether each stores the terms of each document."""
        return [(name, "doc_terms" in extents) for name, extents in self._directory.items()]

    def contents(self, name: str) -> FieldContents:
        """Return the contents of a field."""
        field = self._field(name)
        if field is None:
            return FieldContents((), array("I", [0]), array(self._typecode), {}, ())
        extents = self._directory[name]
        return FieldContents(
            field.terms,
            numbers(self._file, extents["starts"]),
            numbers(self._file, extents["local_ids"], self._typecode),
            {at: number for number, at in enumerate(field.set_terms)},
            field.sets,
        )

    def term_numbers(self, name: str, local_ids: Iterable[int]) -> Iterator[int]:
        """Yield the numbers of the terms of each local doc id, in a field that stores them by document."""
        field = self._directory.get(name)
        if field is None:
            return iter(())
        if name not in self._doc_terms:
            self._doc_terms[name] = (
                numbers(self._file, field["doc_term_starts"]),
                numbers(self._file, field["doc_terms"]),
            )
        starts, terms = self._doc_terms[name]
        return chain.from_iterable(terms[starts[local_id] : starts[local_id + 1]] for local_id in local_ids)

    def _field(self, name: str) -> _Field | None:
        found = self._fields.get(name)
        if found is None and name in self._directory:
            found = self._fields[name] = _Field(self._file, self._directory[name], self.count)
        return found

    def _between(self, field: _Field, first: int, last: int) -> int:
        if first == last:
            return 0
        start, end = (field.local_ids + self._itemsize * at for at in field.starts(first, last))
        found = from_members(numbers(self._file, (start, end), self._typecode), self.count) if start < end else 0
        for at in range(bisect_left(field.set_terms, first), bisect_left(field.set_terms, last)):
            found |= field.sets[at]
        return found
