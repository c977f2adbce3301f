"""The as-you-type table of a segment: which briefs have a term, or any term that begins so, without Whoosh.

A brief's number here is its place among the segment's, the newest first. Terms are sorted, and the numbers of each
follow each other in term order, so that those of any beginning are one slice. A term of many briefs is a set of bits
instead, and so is a beginning of many: whatever is asked, little has to be gone through.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Any, Final

from briefreader.search.bits import members, packed
from briefreader.search.sections import Output, Section, Sections, Source, directory, numbers, value

# Beyond the end of whatever begins alike: no UTF-8 has this byte.
_AFTER: Final = b"\xff"
# A list of numbers becomes a set of bits where that is smaller, and a beginning's where going through it takes longer.
_LEAST_LONG: Final = 64
_LONG: Final = 8


class TableWriter:
    """Writes the table of a segment: `begin` a field, `add` its terms in order, `end` it, and `close` after the last.

    `places` says for each document of the segment which number it has in the table.
    """

    def __init__(self, file: Output, places: Sequence[int]) -> None:
        self._out = Sections(file)
        self._places = places
        self._size = len(places)
        self._typecode = "H" if self._size <= 1 << 16 else "I"
        self._fields: dict[str, dict[str, object]] = {}
        documents = array("I", bytes(4 * self._size))
        for document, place in enumerate(places):
            documents[place] = document
        self._documents = self._out.put_numbers(documents)

    def begin(self) -> None:
        """Start a field."""
        self._terms: list[bytes] = []
        self._starts = array("I", [0])
        self._listed = array(self._typecode)
        self._sets: list[bytes] = []
        self._dense = array("I")
        self._beginnings: dict[str, int] = {}

    def add(self, term: bytes, documents: Sequence[int]) -> None:
        """Add a term and the documents of the segment that have it, each once."""
        places = map(self._places.__getitem__, documents)
        if len(documents) * 8 * self._listed.itemsize > self._size:
            self._dense.append(len(self._terms))
            self._keep(packed(list(places), self._size))
        else:
            self._listed.extend(places)
        self._terms.append(term)
        self._starts.append(len(self._listed))

    def _keep(self, found: int) -> None:
        self._sets.append(found.to_bytes(_width(self._size), "little"))

    def end(self, name: str, *, listed: bool = False) -> None:
        """Write the field; where `listed`, also which terms each brief has."""
        having = self._by_place() if listed else []
        if self._terms:
            self._join(0, len(self._terms), 0)
        lengths = array("I", [0])
        for term in self._terms:
            lengths.append(lengths[-1] + len(term))
        self._fields[name] = {
            "terms": self._out.put(b"".join(self._terms)),
            "ends": self._out.put(lengths.tobytes()),
            "starts": self._out.put(self._starts.tobytes()),
            "listed": self._out.put(self._listed.tobytes()),
            "dense": self._out.put(self._dense.tobytes()),
            "sets": self._out.put(b"".join(self._sets)),
            "beginnings": self._out.put_json(self._beginnings),
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
            for place in members(int.from_bytes(kept, "little")):
                having[place].append(at)
        return having

    def _join(self, first: int, last: int, length: int) -> int:
        """Return the documents of the terms from first to last, which begin alike, and keep them as a set of bits."""
        found = 0
        at = start = first
        while at < last:
            end = at + 1
            if len(self._terms[at]) > length:
                end = bisect_left(self._terms, self._terms[at][: length + 1] + _AFTER, at, last)
            if self._is_long(at, end):
                found |= self._pack(start, at) | self._join(at, end, length + 1)
                start = end
            at = end
        found |= self._pack(start, last)
        for at in range(bisect_left(self._dense, first), bisect_left(self._dense, last)):
            found |= int.from_bytes(self._sets[at], "little")
        if length:
            self._beginnings[self._terms[first][:length].decode("latin-1")] = len(self._sets)
            self._keep(found)
        return found

    def _is_long(self, first: int, last: int) -> bool:
        return self._starts[last] - self._starts[first] > max(_LEAST_LONG, self._size // _LONG)

    def _pack(self, first: int, last: int) -> int:
        return packed(self._listed[self._starts[first] : self._starts[last]], self._size)

    def close(self) -> None:
        """Write what finds the fields again; the file is the caller's to close."""
        self._out.finish({"documents": self._documents, "count": self._size, "fields": self._fields})


def _width(size: int) -> int:
    return (size + 7) >> 3


@dataclass(frozen=True, slots=True)
class _Field:
    """What of a field is kept in memory: all that finds a term."""

    terms: bytes
    ends: "array[int]"
    starts: "array[int]"
    dense: "array[int]"
    beginnings: dict[str, int]
    listed: int
    sets: int

    def term(self, at: int) -> bytes:
        return self.terms[self.ends[at] : self.ends[at + 1]]

    def place(self, term: bytes) -> int:
        """Return the place of the first term that is not before the one given."""
        low, high = 0, len(self.ends) - 1
        terms, ends = self.terms, self.ends
        while low < high:
            middle = (low + high) >> 1
            if terms[ends[middle] : ends[middle + 1]] < term:
                low = middle + 1
            else:
                high = middle
        return low


class Table:
    """The table of a segment, open for reading. Raises LibraryError where it is damaged."""

    def __init__(self, file: Source) -> None:
        self._file = file
        found = directory(file)
        self.count: int = found["count"]
        self._documents: Section = found["documents"]
        self._directory: dict[str, dict[str, Section]] = found["fields"]
        self._fields: dict[str, _Field] = {}
        self._had: dict[str, tuple[array[int], array[int]]] = {}
        self._typecode = "H" if self.count <= 1 << 16 else "I"
        self._itemsize = array(self._typecode).itemsize

    def documents(self) -> "array[int]":
        """Return for each number of the table the document of the segment."""
        return numbers(self._file, self._documents)

    def with_term(self, name: str, term: str) -> int:
        """Return the set of those that have the term in a field."""
        field = self._field(name)
        sought = term.encode()
        at = field.place(sought) if field else 0
        if field is None or at + 1 >= len(field.ends) or field.term(at) != sought:
            return 0
        return self._between(field, at, at + 1)

    def with_prefix(self, name: str, prefix: str) -> int:
        """Return the set of those that have a term in a field that begins so."""
        field = self._field(name)
        if field is None:
            return 0
        sought = prefix.encode()
        known = field.beginnings.get(sought.decode("latin-1"))
        if known is not None:
            return self._set(field, known)
        return self._between(field, field.place(sought), field.place(sought + _AFTER))

    def lexicon(self, name: str, prefix: str = "") -> Iterator[tuple[str, int]]:
        """Yield the terms of a field that begin so, in order, and how many have each."""
        field = self._field(name)
        if field is not None:
            sought = prefix.encode()
            for at in range(field.place(sought), field.place(sought + _AFTER)):
                count = field.starts[at + 1] - field.starts[at]
                yield field.term(at).decode(), count or self._between(field, at, at + 1).bit_count()

    def terms(self, name: str) -> list[str]:
        """Return the terms of a field, in order."""
        return [term for term, _ in self.lexicon(name)]

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
            parts: dict[str, Any] = self._directory[name]
            found = self._fields[name] = _Field(
                self._file.slice(*parts["terms"]),
                numbers(self._file, parts["ends"]),
                numbers(self._file, parts["starts"]),
                numbers(self._file, parts["dense"]),
                value(self._file, parts["beginnings"]),
                parts["listed"][0],
                parts["sets"][0],
            )
        return found

    def _between(self, field: _Field, first: int, last: int) -> int:
        found = packed(self._listed(field, first, last), self.count)
        for at in range(bisect_left(field.dense, first), bisect_left(field.dense, last)):
            found |= self._set(field, at)
        return found

    def _listed(self, field: _Field, first: int, last: int) -> "array[int]":
        start = field.listed + self._itemsize * field.starts[first]
        end = field.listed + self._itemsize * field.starts[last]
        return numbers(self._file, (start, end), self._typecode)

    def _set(self, field: _Field, at: int) -> int:
        start = field.sets + at * _width(self.count)
        return int.from_bytes(self._file.slice(start, start + _width(self.count)), "little")
