"""Combines the doc maps of the large part and the delta into one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from briefreader.search.index.delta import insertion_ranks
from briefreader.search.index.doc_map import ListColumns, StoredDocMap
from briefreader.search.query.tree import Dated
from briefreader.search.storage.container import ByteSource


class CombinedDocMap:
    """Maps the doc ids of both parts: those of the delta follow those of the large part, and the ranks are common.

    `file` is the delta file, which says between which documents of the large part those of the delta stand.
    """

    def __init__(self, large: StoredDocMap, small: StoredDocMap, file: ByteSource) -> None:
        self._parts = (large, small)
        self._insertion_ranks = insertion_ranks(file)
        self._ranks = [rank + number for number, rank in enumerate(self._insertion_ranks)]  # of the delta's documents
        self.tables = [*large.tables, *small.tables]
        self.counts = [*large.counts, *small.counts]
        self.first_doc_ids = [*large.first_doc_ids, *(large.size + first for first in small.first_doc_ids[1:])]
        self.size = large.size + small.size
        self.live = large.live | small.live << large.size

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def _by_part(self, found: int) -> tuple[int, int]:
        size = self._parts[0].size
        return found & (1 << size) - 1, found >> size

    def newest(self, found: int, limit: int | None = None) -> list[int]:
        """Return the smallest ranks of a set of doc ids in order, all of them or up to a limit.

        A small limit costs little however large the set is.
        """
        large, small = self._parts
        in_large, in_small = self._by_part(found)
        ranks = [rank + bisect_right(self._insertion_ranks, rank) for rank in large.newest(in_large, limit)]
        if in_small:
            ranks += [self._ranks[rank] for rank in small.newest(in_small, limit)]
            ranks.sort()
        return ranks if limit is None else ranks[:limit]

    def count_before(self, found: int, rank: int) -> int:
        """Return how many of a set of doc ids have a rank smaller than the given one."""
        added = bisect_left(self._ranks, rank)
        large, small = self._parts
        in_large, in_small = self._by_part(found)
        return large.count_before(in_large, rank - added) + small.count_before(in_small, added)

    def _in_part(self, rank: int) -> tuple[int, int]:
        """Return the number of the part that holds a rank (0 large part, 1 delta), and the rank within that part."""
        number = bisect_left(self._ranks, rank)
        if number < len(self._ranks) and self._ranks[number] == rank:
            return 1, number
        return 0, rank - number

    def doc_id(self, rank: int) -> int:
        """Return the doc id of a rank."""
        large, small = self._parts
        added, rank = self._in_part(rank)
        return small.doc_id(rank) + large.size if added else large.doc_id(rank)

    def doc_ids(self, ranks: Iterable[int]) -> Iterator[int]:
        """Return the doc id of each rank."""
        return map(self.doc_id, ranks)

    def list_columns(self, ranks: Iterable[int]) -> list[ListColumns]:
        """Return the list columns of each rank."""
        located = [*map(self._in_part, ranks)]
        list_columns = [
            iter(doc_map.list_columns([rank for part, rank in located if part == number]))
            for number, doc_map in enumerate(self._parts)
        ]
        return [next(list_columns[part]) for part, _ in located]

    def years(self) -> dict[str, int]:
        """Return the set of doc ids of each year, the newest year first; deleted documents may be among them."""
        large, small = (part.years() for part in self._parts)
        size = self._parts[0].size
        years = sorted({*large, *small}, reverse=True)
        return {year: large.get(year, 0) | small.get(year, 0) << size for year in years}

    def dated(self, node: Dated) -> int:
        """Return the set of doc ids whose date lies wholly within the bounds."""
        large, small = self._parts
        return large.dated(node) | small.dated(node) << large.size
