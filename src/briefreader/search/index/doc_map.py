"""What a generation's tables share: whose number is whose, in which order, and what the lists show of each brief.

The numbers of the tables follow each other in one row of slots: a brief's slot is the first of its table plus its
number there. Its rank is its place in the catalogue. A set of briefs is a set of slots.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, groupby, islice, pairwise
from operator import attrgetter, le
from typing import Final, NamedTuple, Protocol

from briefreader.model import Entry
from briefreader.search.index.metadata import CarriedOver, Metadata
from briefreader.search.query.parser import Dated, period
from briefreader.search.storage import columns
from briefreader.search.storage.bitset import from_members, lowest, members, union
from briefreader.search.storage.container import (
    ByteSink,
    ByteSource,
    ContainerWriter,
    Extent,
    directory,
    numbers,
    value,
)

NAME: Final = "roster"
_SHOWN: Final = ("id", "title", "date", "series", "ordinal")

Shown = tuple[str, str, str | None, str | None, int | None]
"""Of a brief: ID, title, date, series and ordinal."""


class Coverage(NamedTuple):
    """A table, and the segments it covers: name, None where it is gone, and number of documents of each.

    The table numbers the documents of all its segments through, in this order.
    """

    table: str
    segments: Sequence[tuple[str | None, int]]

    @property
    def size(self) -> int:
        """The number of documents."""
        return sum(count for _, count in self.segments)


def write(
    tables: Iterable[tuple[Coverage, Iterable[str | None]]],
    metadata: Metadata,
    file: ByteSink,
    carried_over: CarriedOver | None = None,
) -> None:
    """Write the roster of tables, each with the path of each of its numbers, None where it was deleted.

    Together they hold every brief of the catalogue once. What is carried over from the one before is copied.
    """
    rank_of = {path: rank for rank, path in enumerate(metadata)}
    covers: list[Coverage] = []
    ranks = array("I")
    live: list[int] = []
    for cover, paths in tables:
        covers.append(cover)
        before = 0
        for path in paths:
            rank = rank_of.get(path, -1) if path is not None else -1
            if rank >= 0:
                live.append(len(ranks))
                before = rank
            ranks.append(before)  # a deleted one stands where it is in nobody's way
    entries = [row.entry for row in metadata.values()]
    rows = [*_rows(carried_over.new(entries) if carried_over else entries)]
    if carried_over:
        rows = columns.carried_over(carried_over.ranks, StoredDocMap(carried_over.commit.open(NAME)).rows(), rows)
    ends = array("I", accumulate(map(len, rows), initial=0))
    _put(covers, ranks, live, b"".join(rows), ends, list(_dates(entries)), file)


def rewrite(doc_map: "StoredDocMap", covers: Sequence[Coverage], docs: Sequence[int], file: ByteSink) -> None:
    """Write the roster of the same briefs in other slots, given for each of them the one before."""
    living = {*members(doc_map.live)}
    live = [at for at, doc in enumerate(docs) if doc in living]
    _put(covers, array("I", map(doc_map.ranks.__getitem__, docs)), live, *doc_map.listed(), file)


def _put(
    covers: Sequence[Coverage],
    ranks: "array[int]",
    live: Sequence[int],
    rows: bytes,
    ends: "array[int]",
    dates: object,
    file: ByteSink,
) -> None:
    doc_of = array("I", bytes(4 * (len(ends) - 1)))
    for doc in live:
        doc_of[ranks[doc]] = doc
    bases = accumulate((cover.size for cover in covers), initial=0)
    out = ContainerWriter(file)
    out.finish(
        {
            "covers": covers,
            "ordered": [_is_ordered(ranks[start:end]) for start, end in pairwise(bases)],
            "ranks": out.put(ranks.tobytes()),
            "slots": out.put(doc_of.tobytes()),
            "live": out.put(from_members(live, len(ranks)).to_bytes((len(ranks) + 7) >> 3, "little")),
            "rows": out.put(rows),
            "ends": out.put(ends.tobytes()),
            "dates": out.put_json(dates),
        }
    )


def _is_ordered(ranks: Sequence[int]) -> bool:
    return all(map(le, ranks, islice(ranks, 1, None)))


def _rows(entries: Sequence[Entry]) -> Iterator[bytes]:
    """Yield what the lists show of each brief as JSON, encoded by the column: a quarter of the time."""
    for row in zip(*(columns.encoded(map(attrgetter(name), entries)) for name in _SHOWN), strict=True):
        yield f"[{','.join(row)}]".encode()


def _dates(entries: Sequence[Entry]) -> Iterator[tuple[int, int, str, str]]:
    """Yield for each date the first rank that has it, the one after its last, and the days it may mean."""
    at = 0
    for date, alike in groupby(entries, lambda entry: entry.date):
        start, at = at, at + sum(1 for _ in alike)
        days = period(date) if date else None
        if days:
            yield start, at, *days


class DocMap(Protocol):
    """Maps doc ids to their order by date, and tells what the lists show of briefs.

    `bases` are the first doc id of each table, and the one after the last; `counts` the documents of each table;
    `covers` the segments of each; `live` the doc ids that are not deleted; `size` the number of doc ids.
    """

    covers: list[Coverage]
    counts: list[int]
    bases: list[int]
    live: int
    size: int

    def __len__(self) -> int: ...

    def newest(self, found: int, limit: int | None = None) -> list[int]:
        """Return the ranks of a set of doc ids in order, no more than a limit; the first ones cost little."""

    def before(self, found: int, rank: int) -> int:
        """Return how many of a set of doc ids come before a rank."""

    def doc(self, rank: int) -> int:
        """Return the doc id of a rank."""

    def docs(self, ranks: Iterable[int]) -> Iterator[int]:
        """Return the doc id of each of the ranks."""

    def shown(self, ranks: Iterable[int]) -> list[Shown]:
        """Return what the lists show of briefs."""

    def years(self) -> dict[str, int]:
        """Return the doc ids of the briefs of each year, the newest year first; deleted ones may be among them."""

    def dated(self, node: Dated) -> int:
        """Return the doc ids of the briefs whose date lies wholly within the bounds."""


def split(doc_map: DocMap, found: int) -> list[int]:
    """Return a set of doc ids as a set of local numbers for each table."""
    if len(doc_map.counts) == 1:
        return [found]
    return [found >> base & (1 << count) - 1 for base, count in zip(doc_map.bases, doc_map.counts, strict=False)]


class StoredDocMap:
    """Reads what `write` has written. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file
        found = directory(file)
        self.covers = [Coverage(*cover) for cover in found["covers"]]
        self.counts = [cover.size for cover in self.covers]
        self._ordered: list[bool] = found["ordered"]
        self.bases: list[int] = [0, *accumulate(self.counts)]
        self.size = self.bases[-1]
        self.live = int.from_bytes(file.slice(*found["live"]), "little")
        self.ranks = numbers(file, found["ranks"])
        self._ends = numbers(file, found["ends"])
        self._rows: Extent = found["rows"]
        self._docs: Extent = found["slots"]
        self._dates: Extent = found["dates"]

    def __len__(self) -> int:
        return len(self._ends) - 1

    def newest(self, found: int, limit: int | None = None) -> list[int]:
        """Return the ranks of a set of slots in order, no more than a limit; the first ones cost little."""
        ranks: list[int] = []
        for base, ordered, inside in zip(self.bases, self._ordered, split(self, found), strict=False):
            if not inside or limit == 0:
                continue
            if ordered and len(ranks) == limit and self.ranks[base] > ranks[-1]:
                continue  # the newest of this part is older than all those
            numbers = [*members(inside)] if limit is None or not ordered else lowest(inside, limit)
            ranks += [self.ranks[base + number] for number in numbers]
            ranks.sort()
            del ranks[len(ranks) if limit is None else limit :]
        return ranks

    def before(self, found: int, rank: int) -> int:
        """Return how many of a set of slots come before a rank."""
        return (found & self.between(0, rank)).bit_count()

    @cached_property
    def _doc_of(self) -> "array[int]":
        return numbers(self._file, self._docs)

    def doc(self, rank: int) -> int:
        """Return the slot of a rank."""
        return self._doc_of[rank]

    def docs(self, ranks: Iterable[int]) -> Iterator[int]:
        """Return the slot of each of the ranks."""
        return map(self._doc_of.__getitem__, ranks)

    def shown(self, ranks: Iterable[int]) -> list[Shown]:
        """Return what the lists show of briefs."""
        (start, _), ends, piece = self._rows, self._ends, self._file.slice
        rows = [piece(start + ends[rank], start + ends[rank + 1]) for rank in ranks]
        found: list[Shown] = json.loads(b"[" + b",".join(rows) + b"]")
        return found

    def rows(self) -> list[bytes]:
        """Return what the lists show of each brief, as it was written."""
        written = self._file.slice(*self._rows)
        return [written[start:end] for start, end in pairwise(self._ends)]

    def listed(self) -> tuple[bytes, "array[int]", list[tuple[int, int, str, str]]]:
        """Return what is written of the briefs by rank: what the lists show, where each ends, and the dates."""
        return self._file.slice(*self._rows), self._ends, self.dates

    @cached_property
    def dates(self) -> list[tuple[int, int, str, str]]:
        """For each date its first rank, the one after its last, its first day and its last."""
        found: list[tuple[int, int, str, str]] = value(self._file, self._dates)
        return found

    def years(self) -> dict[str, int]:
        """Return the slots of the briefs of each year, the newest year first; deleted ones may be among them."""
        # Few of the dates are looked at, so they are not taken apart as JSON: 11 ms for 8,000 of them.
        dates = [date for date in self._file.slice(*self._dates).strip(b"[]").split(b"],[") if date]

        def year(date: bytes) -> bytes:
            return date.split(b'"', 2)[1][:4]

        found: dict[str, int] = {}
        at = 0
        while at < len(dates):
            start, _ = dates[at].split(b",", 1)
            now = year(dates[at])
            at = bisect_left(dates, -int(now) + 1, at, key=lambda date: -int(year(date)))
            _, end, _ = dates[at - 1].split(b",", 2)
            found[now.decode()] = self.between(int(start), int(end))
        return found

    def dated(self, node: Dated) -> int:
        """Return the slots of the briefs whose date lies wholly within the bounds."""
        runs: list[list[int]] = []
        for start, end, first, last in self.dates:
            if (node.first is None or first >= node.first) and (node.last is None or last <= node.last):
                if runs and runs[-1][1] == start:
                    runs[-1][1] = end
                else:
                    runs.append([start, end])
        return union(self.between(start, end) for start, end in runs) & self.live

    def between(self, start: int, end: int) -> int:
        """Return the slots of the ranks from start to end; deleted ones may be among them."""
        found = 0
        for base, count, ordered in zip(self.bases, self.counts, self._ordered, strict=False):
            if ordered:
                low = bisect_left(self.ranks, start, base, base + count)
                high = bisect_left(self.ranks, end, base, base + count)
                found |= (1 << high) - (1 << low)
            else:
                inside = [doc for doc in range(base, base + count) if start <= self.ranks[doc] < end]
                found |= from_members(inside, self.size)
        return found
