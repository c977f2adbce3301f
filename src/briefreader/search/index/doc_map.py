"""Maps table doc ids to date order and holds the list columns.

The documents of a table are numbered from 0, newest first where the table was written at once: these are its local doc
ids. A doc id is the first doc id of the table plus the local doc id, since the tables of an index follow each other. A
rank is the index of a document in the metadata, the newest first. A set of documents is a bitset of doc ids.
"""

import json
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final, NamedTuple, Protocol

from briefreader.search.query.tree import Dated
from briefreader.search.storage.bitset import from_members, lowest, members, union
from briefreader.search.storage.container import (
    ByteSource,
    Extent,
    directory,
    numbers,
    value,
)

NAME: Final = "doc-map"

ListColumns = tuple[str, str, str | None, str | None, int | None, str, str | None]
"""The list columns of a document: ID, title, date, series and ordinal."""


class TableSegments(NamedTuple):
    """Names a prefix table and lists its segments: name, None where it is gone, and number of documents of each.

    The table numbers the documents of all its segments consecutively, in this order.
    """

    name: str
    segments: Sequence[tuple[str | None, int]]

    @property
    def size(self) -> int:
        """The number of documents of the table, deleted ones too."""
        return sum(count for _, count in self.segments)


class DocMap(Protocol):
    """Maps doc ids to ranks and holds the list columns, whether the index has a delta or not.

    `tables` lists the tables with their segments; `first_doc_ids` has the first doc id of each table, then the number
    of all doc ids; `counts` the number of doc ids of each table; `live` the set of doc ids that are not deleted; `size`
    the number of doc ids. Its length is the number of documents that are not deleted.
    """

    tables: list[TableSegments]
    counts: list[int]
    first_doc_ids: list[int]
    live: int
    size: int

    def __len__(self) -> int: ...

    def newest(self, found: int, limit: int | None = None) -> list[int]:
        """Return the smallest ranks of a set of doc ids in order, all of them or up to a limit."""

    def count_before(self, found: int, rank: int) -> int:
        """Return how many of a set of doc ids have a rank smaller than the given one."""

    def doc_id(self, rank: int) -> int:
        """Return the doc id of a rank."""

    def doc_ids(self, ranks: Iterable[int]) -> Iterator[int]:
        """Return the doc id of each rank."""

    def list_columns(self, ranks: Iterable[int]) -> list[ListColumns]:
        """Return the list columns of each rank."""

    def years(self) -> dict[str, int]:
        """Return the set of doc ids of each year, the newest year first; deleted documents may be among them."""

    def dated(self, node: Dated) -> int:
        """Return the set of doc ids whose date lies wholly within the bounds."""


def split(doc_map: DocMap, found: int) -> list[int]:
    """Return for each table the local doc ids of a set of doc ids."""
    if len(doc_map.counts) == 1:
        return [found]
    tables = zip(doc_map.first_doc_ids, doc_map.counts, strict=False)
    return [found >> first & (1 << count) - 1 for first, count in tables]


class StoredDocMap:
    """Reads the doc map that `write` has written. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file
        found = directory(file)
        self.tables = [TableSegments(*table) for table in found["tables"]]
        self.counts = [table.size for table in self.tables]
        self._in_order: list[bool] = found["in_order"]
        self.first_doc_ids: list[int] = [0, *accumulate(self.counts)]
        self.size = self.first_doc_ids[-1]
        self.live = int.from_bytes(file.slice(*found["live"]), "little")
        self.ranks = numbers(file, found["ranks"])
        self._column_ends = numbers(file, found["column_ends"])
        self._encoded_columns: Extent = found["list_columns"]
        self._doc_ids: Extent = found["doc_ids"]
        self._dates: Extent = found["dates"]

    def __len__(self) -> int:
        return len(self._column_ends) - 1

    def newest(self, found: int, limit: int | None = None) -> list[int]:
        """Return the smallest ranks of a set of doc ids in order, all of them or up to a limit.

        A small limit costs little however large the set is.
        """
        ranks: list[int] = []
        for first, in_order, inside in zip(self.first_doc_ids, self._in_order, split(self, found), strict=False):
            if not inside or limit == 0:
                continue
            if in_order and len(ranks) == limit and self.ranks[first] > ranks[-1]:
                continue  # the newest document of this table is older than all those
            numbers = [*members(inside)] if limit is None or not in_order else lowest(inside, limit)
            ranks += [self.ranks[first + number] for number in numbers]
            ranks.sort()
            del ranks[len(ranks) if limit is None else limit :]
        return ranks

    def count_before(self, found: int, rank: int) -> int:
        """Return how many of a set of doc ids have a rank smaller than the given one."""
        return (found & self.with_ranks(0, rank)).bit_count()

    @cached_property
    def _doc_id_of(self) -> "array[int]":
        return numbers(self._file, self._doc_ids)

    def doc_id(self, rank: int) -> int:
        """Return the doc id of a rank."""
        return self._doc_id_of[rank]

    def doc_ids(self, ranks: Iterable[int]) -> Iterator[int]:
        """Return the doc id of each rank."""
        return map(self._doc_id_of.__getitem__, ranks)

    def list_columns(self, ranks: Iterable[int]) -> list[ListColumns]:
        """Return the list columns of each rank."""
        (start, _), column_ends, slice_of = self._encoded_columns, self._column_ends, self._file.slice
        encoded_columns = [slice_of(start + column_ends[rank], start + column_ends[rank + 1]) for rank in ranks]
        found: list[ListColumns] = json.loads(b"[" + b",".join(encoded_columns) + b"]")
        return found

    def encoded_columns(self) -> list[bytes]:
        """Return the list columns of each rank as JSON."""
        written = self._file.slice(*self._encoded_columns)
        return [written[start:end] for start, end in pairwise(self._column_ends)]

    def stored_by_rank(self) -> tuple[bytes, "array[int]", list[tuple[int, int, str, str]]]:
        """Return the contents that depend on ranks only: the list columns as JSON, where each ends, and the dates."""
        return self._file.slice(*self._encoded_columns), self._column_ends, self.dates

    @cached_property
    def dates(self) -> list[tuple[int, int, str, str]]:
        """For each date its first rank, the rank after its last, its first day and its last."""
        found: list[tuple[int, int, str, str]] = value(self._file, self._dates)
        return found

    def years(self) -> dict[str, int]:
        """Return the set of doc ids of each year, the newest year first; deleted documents may be among them."""
        # Few of the dates are read, and none is decoded as JSON, which takes 11 ms for 8,000 of them.
        dates = [date for date in self._file.slice(*self._dates).strip(b"[]").split(b"],[") if date]

        def year(date: bytes) -> bytes:
            return date.split(b'"', 2)[1][:4]

        found: dict[str, int] = {}
        index = 0
        while index < len(dates):
            start, _ = dates[index].split(b",", 1)
            newest_year = year(dates[index])
            index = bisect_left(dates, -int(newest_year) + 1, index, key=lambda date: -int(year(date)))
            _, end, _ = dates[index - 1].split(b",", 2)
            found[newest_year.decode()] = self.with_ranks(int(start), int(end))
        return found

    def dated(self, node: Dated) -> int:
        """Return the set of doc ids whose date lies wholly within the bounds."""
        runs: list[list[int]] = []
        for start, end, first, last in self.dates:
            if (node.first is None or first >= node.first) and (node.last is None or last <= node.last):
                if runs and runs[-1][1] == start:
                    runs[-1][1] = end
                else:
                    runs.append([start, end])
        return union(self.with_ranks(start, end) for start, end in runs) & self.live

    def with_ranks(self, start: int, end: int) -> int:
        """Return the doc ids of the ranks from start to before end; deleted documents may be among them."""
        found = 0
        for first, count, in_order in zip(self.first_doc_ids, self.counts, self._in_order, strict=False):
            if in_order:
                low = bisect_left(self.ranks, start, first, first + count)
                high = bisect_left(self.ranks, end, first, first + count)
                found |= (1 << high) - (1 << low)
            else:
                inside = [doc_id for doc_id in range(first, first + count) if start <= self.ranks[doc_id] < end]
                found |= from_members(inside, self.size)
        return found
