"""The roster of an index in two parts."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from briefreader.search.index.delta import places
from briefreader.search.index.doc_map import Shown, StoredDocMap
from briefreader.search.query.parser import Dated
from briefreader.search.storage.container import ByteSource


class CombinedDocMap:
    """The roster of both parts: the slots of the small one follow those of the large one, the ranks are common."""

    def __init__(self, large: StoredDocMap, small: StoredDocMap, file: ByteSource) -> None:
        self._parts = (large, small)
        self._before = places(file)
        self._ranks = [place + number for number, place in enumerate(self._before)]  # of what was added, in common
        self.covers = [*large.covers, *small.covers]
        self.counts = [*large.counts, *small.counts]
        self.bases = [*large.bases, *(large.size + base for base in small.bases[1:])]
        self.size = large.size + small.size
        self.live = large.live | small.live << large.size

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def _both(self, found: int) -> tuple[int, int]:
        size = self._parts[0].size
        return found & (1 << size) - 1, found >> size

    def newest(self, found: int, limit: int | None = None) -> list[int]:
        """Return the ranks of a set of slots in order, no more than a limit; the first ones cost little."""
        large, small = self._parts
        in_large, in_small = self._both(found)
        ranks = [rank + bisect_right(self._before, rank) for rank in large.newest(in_large, limit)]
        if in_small:
            ranks += [self._ranks[rank] for rank in small.newest(in_small, limit)]
            ranks.sort()
        return ranks if limit is None else ranks[:limit]

    def before(self, found: int, rank: int) -> int:
        """Return how many of a set of slots come before a rank."""
        added = bisect_left(self._ranks, rank)
        large, small = self._parts
        in_large, in_small = self._both(found)
        return large.before(in_large, rank - added) + small.before(in_small, added)

    def _own(self, rank: int) -> tuple[int, int]:
        """Return in which part a brief is, and its rank there."""
        number = bisect_left(self._ranks, rank)
        if number < len(self._ranks) and self._ranks[number] == rank:
            return 1, number
        return 0, rank - number

    def doc(self, rank: int) -> int:
        """Return the slot of a rank."""
        large, small = self._parts
        added, rank = self._own(rank)
        return small.doc(rank) + large.size if added else large.doc(rank)

    def docs(self, ranks: Iterable[int]) -> Iterator[int]:
        """Return the slot of each of the ranks."""
        return map(self.doc, ranks)

    def shown(self, ranks: Iterable[int]) -> list[Shown]:
        """Return what the lists show of briefs."""
        owns = [*map(self._own, ranks)]
        shown = [
            iter(doc_map.shown([rank for part, rank in owns if part == at])) for at, doc_map in enumerate(self._parts)
        ]
        return [next(shown[part]) for part, _ in owns]

    def years(self) -> dict[str, int]:
        """Return the slots of the briefs of each year, the newest year first; deleted ones may be among them."""
        large, small = (part.years() for part in self._parts)
        size = self._parts[0].size
        every = sorted({*large, *small}, reverse=True)
        return {year: large.get(year, 0) | small.get(year, 0) << size for year in every}

    def dated(self, node: Dated) -> int:
        """Return the slots of the briefs whose date lies wholly within the bounds."""
        large, small = self._parts
        return large.dated(node) | small.dated(node) << large.size
