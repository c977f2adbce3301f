"""An index in two parts, asked as one: a large one that stays as it is, and a small one of what was added since.

So that a brief added to 100,000 need not wait until what is known of all of them is written again. The small part is
an index of its own, in a folder of its own, with one more file: which generation of the large part it goes with, and
where its briefs stand among those. It only adds; whatever else changes, the large part is written anew with all.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from briefreader.model import Entry
from briefreader.search import catalogue, generations
from briefreader.search.catalogue import Catalogue, Row
from briefreader.search.generations import Generation
from briefreader.search.query import Dated
from briefreader.search.roster import Roster, Shown
from briefreader.search.sections import Output, Sections, Source, directory

NAME: Final = "joint"


def current(folder: Path, large: Generation) -> Generation | None:
    """Return the small part in a folder that goes with a generation of the large one; None where there is none."""
    small = generations.current(folder)
    if small is None or NAME not in small.files:
        return None
    file = small.open(NAME)
    try:
        return small if directory(file)["large"] == _identity(large) else None
    finally:
        file.close()


def write(large: Generation, added: Catalogue, file: Output) -> None:
    """Write where briefs that were added stand among those of the large part."""
    Sections(file).finish({"large": _identity(large), "before": _before(large, added)})


def _identity(large: Generation) -> str:
    """Return what tells a generation from all others; where a folder was deleted its number may come again."""
    return f"{large.number} {hashlib.sha256(large.files[catalogue.NAME][1]).hexdigest()}"


def _before(large: Generation, added: Catalogue) -> list[int]:
    """Return for each brief that was added the rank of the one in the large part that it comes before."""
    dates, paths = catalogue.column(large, "date"), catalogue.column(large, "path")

    def place(entry: Entry) -> int:
        date, path = entry.date or "", entry.path

        def comes_after(rank: int) -> bool:
            other = dates[rank] or ""
            return other < date or (other == date and paths[rank] > path)

        return bisect_left(range(len(paths)), True, key=comes_after)

    return [place(row.entry) for row in added.values()]


def rows(large: Catalogue, added: Catalogue, file: Source) -> Catalogue:
    """Return the catalogue of both parts."""
    before: list[int] = directory(file)["before"]
    merged: list[Row] = []
    known = [*large.values()]
    at = 0
    for place, row in zip(before, added.values(), strict=True):
        merged += known[at:place]
        merged.append(row)
        at = place
    return Catalogue(merged + known[at:], in_order=True)


class JointRoster(Roster):
    """The roster of both parts: the slots of the small one follow those of the large one, the ranks are common."""

    def __init__(self, large: Roster, small: Roster, file: Source) -> None:
        self._parts = (large, small)
        self._before: list[int] = directory(file)["before"]
        self._ranks = [place + number for number, place in enumerate(self._before)]  # of what was added, in common
        self.covers = [*large.covers, *small.covers]
        self.counts = [*large.counts, *small.counts]
        self.bases = [*large.bases, *(large.size + base for base in small.bases[1:])]
        self.size = large.size + small.size
        self._masks = [(1 << count) - 1 for count in self.counts]
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

    def _own(self, rank: int) -> tuple[int, int]:
        """Return in which part a brief is, and its rank there."""
        number = bisect_left(self._ranks, rank)
        if number < len(self._ranks) and self._ranks[number] == rank:
            return 1, number
        return 0, rank - number

    def slots(self, ranks: Iterable[int]) -> Iterator[int]:
        """Return the slot of each of the ranks."""
        for part, rank in map(self._own, ranks):
            (slot,) = self._parts[part].slots((rank,))
            yield slot + self._parts[0].size * part

    def shown(self, ranks: Iterable[int]) -> list[Shown]:
        """Return what the lists show of briefs."""
        owns = [*map(self._own, ranks)]
        shown = [
            iter(roster.shown([rank for part, rank in owns if part == at])) for at, roster in enumerate(self._parts)
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
