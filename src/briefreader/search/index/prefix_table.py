"""The as-you-type table of a segment, or of several: which briefs have a term, or any that begins so, without Whoosh.

A brief's number here is its place among the segment's, the newest first. Terms are sorted, and the numbers of each
follow each other in term order, so that those of any beginning are one slice. A term of more than a few briefs is a set
of bits instead, and so is a beginning of more than a few: whatever is asked, little has to be gone through.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, pairwise
from struct import Struct
from typing import Any, Final, Literal, NamedTuple

from briefreader.search.storage import bitset_file as bitmaps
from briefreader.search.storage import lexicon
from briefreader.search.storage.bitset import from_members, members
from briefreader.search.storage.bitset_file import BitsetReader
from briefreader.search.storage.container import ByteSink, ByteSource, ContainerWriter, Extent, directory, numbers
from briefreader.search.storage.lexicon import Lexicon

_TWO: Final = Struct("=II")
_AFTER: Final = b"\xff"  # beyond the end of whatever begins alike
# So many numbers take as long to set one by one as their bits to be inflated: one in 512, and 64 of a small table.
_FEW: Final = 64
_ONE_IN: Final = 512
_NEVER_TYPED: Final = ("stem", "_name")  # fields of stems and of whole names, which nobody asks for by a beginning


def prefix_table_name(segment: str) -> str:
    """Return the name of the file that holds the prefix table of a segment."""
    return f"{segment}.pfx"


class PrefixTableWriter:
    """Writes the table of a segment: `begin` a field, `add` its terms in order, `end` it, and `close` after the last.

    `places` says for each document of the segment which number it has in the table.
    """

    def __init__(self, file: ByteSink, places: Sequence[int]) -> None:
        self._out = ContainerWriter(file)
        self._places = places
        self._size = len(places)
        self._few = max(_FEW, self._size // _ONE_IN)
        self.typecode = _typecode(self._size)
        self._fields: dict[str, dict[str, object]] = {}
        documents = array("I", bytes(4 * self._size))
        for document, place in enumerate(places):
            documents[place] = document
        self._documents = self._out.put_numbers(documents)

    def begin(self) -> None:
        """Start a field."""
        self._terms: list[bytes] = []
        self._starts = array("I", [0])
        self._listed = array(self.typecode)
        self._sets: list[bytes] = []
        self._dense = array("I")
        self._beginnings: dict[bytes, int] = {}

    def add(self, term: bytes, documents: Sequence[int]) -> None:
        """Add a term and the documents of the segment that have it, each once."""
        self.put(term, array(self.typecode, map(self._places.__getitem__, documents)))

    def put(self, term: bytes, places: "array[int]", many: int = 0) -> None:
        """Add a term and the numbers of the table that have it, each once, and a set of further ones."""
        if many and len(places) + many.bit_count() <= self._few:
            places, many = places + array(self.typecode, members(many)), 0
        if many or len(places) > self._few:
            self._dense.append(len(self._terms))
            self._keep(many | from_members(places, self._size))
        else:
            self._listed.extend(places)
        self._terms.append(term)
        self._starts.append(len(self._listed))

    def _keep(self, found: int) -> None:
        self._sets.append(bitmaps.encoded(found, self._size))

    def end(self, name: str, *, listed: bool = False) -> None:
        """Write the field; where `listed`, also which terms each brief has."""
        having = self._by_place() if listed else []
        if not name.endswith(_NEVER_TYPED) and self._is_many(0, len(self._terms)):
            self._join(0, len(self._terms))
        beginnings = sorted(self._beginnings)
        self._fields[name] = {
            "count": len(self._terms),
            "terms": lexicon.write(self._out, self._terms),
            "starts": self._out.put(self._starts.tobytes()),
            "listed": self._out.put(self._listed.tobytes()),
            "dense": self._out.put(self._dense.tobytes()),
            "sets": bitmaps.write(self._out, self._sets),
            "beginnings": lexicon.write(self._out, beginnings),
            "begun": self._out.put_numbers(map(self._beginnings.__getitem__, beginnings)),
        }
        if listed:
            counts = accumulate(map(len, having), initial=0)
            self._fields[name] |= {
                "had": self._out.put_numbers(chain.from_iterable(having)),
                "counts": self._out.put_numbers(counts),
            }

    def _by_place(self) -> list[list[int]]:
        having: list[list[int]] = [[] for _ in self._places]
        for at, (start, end) in enumerate(pairwise(self._starts)):
            for place in self._listed[start:end]:
                having[place].append(at)
        for at, kept in zip(self._dense, self._sets, strict=True):
            for place in members(bitmaps.decoded(kept, self._size)):
                having[place].append(at)
        return having

    def _join(self, first: int, last: int, known: int = 0) -> int:
        """Return the documents of the terms from first to last, and keep them as a set for all that they begin with.

        A beginning of `known` bytes is kept already.
        """
        common = _shared(self._terms[first], self._terms[last - 1])
        found = 0
        at = start = first
        while at < last:
            end = at + 1  # of what they begin with, if that is a term itself
            if len(self._terms[at]) > common:
                end = bisect_left(self._terms, self._terms[at][: common + 1] + _AFTER, at, last)
            if self._is_many(at, end):
                found |= self._united(start, at) | self._join(at, end, common)
                start = end
            at = end
        found |= self._united(start, last)
        if common > known:
            self._beginnings.update(
                (self._terms[first][:length], len(self._sets)) for length in range(known + 1, common + 1)
            )
            self._keep(found)
        return found

    def _is_many(self, first: int, last: int) -> bool:
        """Whether to keep what the terms from first to last have; one term's own is kept anyway."""
        if last - first < 2:
            return False
        return self._starts[last] - self._starts[first] > self._few or bool(self._dense_among(first, last))

    def _dense_among(self, first: int, last: int) -> range:
        return range(bisect_left(self._dense, first), bisect_left(self._dense, last))

    def _united(self, first: int, last: int) -> int:
        found = from_members(self._listed[self._starts[first] : self._starts[last]], self._size)
        for at in self._dense_among(first, last):
            found |= bitmaps.decoded(self._sets[at], self._size)
        return found

    def close(self) -> None:
        """Write what finds the fields again; the file is the caller's to close."""
        self._out.finish({"documents": self._documents, "count": self._size, "fields": self._fields})


def _typecode(size: int) -> Literal["H", "I"]:
    """Return that of the arrays of numbers of a table of so many briefs."""
    return "H" if size <= 1 << 16 else "I"


def _shared(one: bytes, other: bytes) -> int:
    """Return how many bytes two terms have in common at their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class _Field:
    """A field of a table: what finds a term, and where the numbers lie."""

    def __init__(self, file: ByteSource, parts: Mapping[str, Any], size: int) -> None:
        self.terms = Lexicon(file, parts["terms"], parts["count"])
        self.dense = numbers(file, parts["dense"])
        self.begun = numbers(file, parts["begun"])
        self.beginnings = Lexicon(file, parts["beginnings"], len(self.begun))
        self.listed: int = parts["listed"][0]
        self.sets = BitsetReader(file, parts["sets"], size)
        self._file = file
        self._starts: int = parts["starts"][0]

    def starts(self, first: int, last: int) -> tuple[int, int]:
        """Return where in the listed numbers those of the terms from first to before last begin and end."""
        at = self._starts + 4 * first
        if last == first + 1:
            start, end = _TWO.unpack(self._file.slice(at, at + 8))
            return start, end
        return self._number(at), self._number(self._starts + 4 * last)

    def all_starts(self, first: int, last: int) -> Extent:
        """Return where it is written where the numbers of each term from first to before last begin, and all end."""
        return self._starts + 4 * first, self._starts + 4 * (last + 1)

    def _number(self, at: int) -> int:
        return int.from_bytes(self._file.slice(at, at + 4), sys.byteorder)


class FieldContents(NamedTuple):
    """The terms of a field in order, where in `listed` the numbers of each begin and end, and, by its place, which of
    the `sets` is that of a term that many have; they are inflated one by one.
    """

    terms: Iterable[bytes]
    starts: "array[int]"
    listed: "array[int]"
    dense: Mapping[int, int]
    sets: BitsetReader | Sequence[int]


class PrefixTable:
    """The table of a segment, open for reading. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file
        found = directory(file)
        self.count: int = found["count"]
        self._documents: Extent = found["documents"]
        self._directory: dict[str, dict[str, Any]] = found["fields"]
        self._fields: dict[str, _Field] = {}
        self._had: dict[str, tuple[array[int], array[int]]] = {}
        self._typecode = _typecode(self.count)
        self._itemsize = array(self._typecode).itemsize

    def documents(self) -> "array[int]":
        """Return for each number of the table the document of the segment."""
        return numbers(self._file, self._documents)

    def with_term(self, name: str, term: str) -> int:
        """Return the set of those that have the term in a field."""
        field = self._field(name)
        at = field.terms.find(term.encode()) if field else None
        return 0 if field is None or at is None else self._between(field, at, at + 1)

    def has_term(self, name: str, term: str) -> bool:
        """Tell whether any has the term in a field."""
        field = self._field(name)
        return field is not None and field.terms.find(term.encode()) is not None

    def with_prefix(self, name: str, prefix: str) -> int:
        """Return the set of those that have a term in a field that begins so."""
        field = self._field(name)
        if field is None:
            return 0
        sought = prefix.encode()
        known = field.beginnings.find(sought)
        if known is not None:
            return field.sets[field.begun[known]]
        return self._between(field, *field.terms.beginning(sought))

    def lexicon(self, name: str, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Yield the terms of a field that begin so, in order, and how many have each."""
        field = self._field(name)
        if field is not None:
            first, last = field.terms.beginning(prefix.encode()) if prefix else (0, len(field.terms))
            starts = numbers(self._file, field.all_starts(first, last))
            for at, (term, start, end) in enumerate(zip(field.terms.between(first, last), starts, starts[1:]), first):  # noqa: B905
                yield term, end - start or self._between(field, at, at + 1).bit_count()

    def spelled(self, name: str, prefix: str) -> Iterator[str]:
        """Yield the terms of a field that begin so, in order."""
        field = self._field(name)
        return field.terms.between(*field.terms.beginning(prefix.encode())) if field else iter(())

    def terms(self, name: str) -> list[str]:
        """Return the terms of a field, in order."""
        field = self._field(name)
        return [*field.terms.between(0, len(field.terms))] if field else []

    def fields(self) -> list[tuple[str, bool]]:
        """Return the names of the fields, and whether each is `listed`."""
        return [(name, "had" in parts) for name, parts in self._directory.items()]

    def contents(self, name: str) -> FieldContents:
        """Return all that is in a field."""
        field = self._field(name)
        if field is None:
            return FieldContents((), array("I", [0]), array(self._typecode), {}, ())
        parts = self._directory[name]
        return FieldContents(
            field.terms,
            numbers(self._file, parts["starts"]),
            numbers(self._file, parts["listed"], self._typecode),
            {at: number for number, at in enumerate(field.dense)},
            field.sets,
        )

    def had(self, name: str, places: Iterable[int]) -> Iterator[int]:
        """Yield for each of the places the terms it has in a field that is `listed`, as places in `terms`."""
        field = self._directory.get(name)
        if field is None:
            return iter(())
        if name not in self._had:
            self._had[name] = numbers(self._file, field["counts"]), numbers(self._file, field["had"])
        counts, had = self._had[name]
        return chain.from_iterable(had[counts[place] : counts[place + 1]] for place in places)

    def _field(self, name: str) -> _Field | None:
        found = self._fields.get(name)
        if found is None and name in self._directory:
            found = self._fields[name] = _Field(self._file, self._directory[name], self.count)
        return found

    def _between(self, field: _Field, first: int, last: int) -> int:
        if first == last:
            return 0
        start, end = (field.listed + self._itemsize * at for at in field.starts(first, last))
        found = from_members(numbers(self._file, (start, end), self._typecode), self.count) if start < end else 0
        for at in range(bisect_left(field.dense, first), bisect_left(field.dense, last)):
            found |= field.sets[at]
        return found
