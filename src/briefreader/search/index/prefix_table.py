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
from itertools import chain
from struct import Struct
from typing import Any, Final, Literal, NamedTuple

from briefreader.search.storage.bitset import BitsetReader, from_members
from briefreader.search.storage.container import ByteSource, Extent, directory, numbers
from briefreader.search.storage.lexicon import Lexicon

_TWO: Final = Struct("=II")


def prefix_table_name(segment: str) -> str:
    """Return the name of the file that holds the prefix table of a segment."""
    return f"{segment}.pfx"


def typecode(size: int) -> Literal["H", "I"]:
    """Return the type code of arrays of local doc ids in a table of this size."""
    return "H" if size <= 1 << 16 else "I"


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
        self._typecode = typecode(self.count)
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
