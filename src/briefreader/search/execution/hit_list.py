"""All that a query finds, as a list whose lines are made when they are looked at: 100,000 cost what a screen does."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Final, overload

from briefreader.model import Entry, Hit, HitList
from briefreader.search.index.doc_map import DocMap

_FRONT: Final = 512  # several screens; to go further costs a look through all


class NewestRanks(Sequence[int]):
    """The ranks of a set of slots in order. Reads nothing from disk."""

    def __init__(self, doc_map: DocMap, found: int) -> None:
        self._doc_map = doc_map
        self._found = found
        self._count = found.bit_count()

    @cached_property
    def _front(self) -> list[int]:
        return self._doc_map.newest(self._found, _FRONT)

    @cached_property
    def _all(self) -> list[int]:
        return self._doc_map.newest(self._found)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> list[int]: ...

    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, int):
            return self._front[at] if 0 <= at < _FRONT else self._all[at]
        start, stop, step = at.indices(self._count)
        return self._front[start:stop:step] if step > 0 and stop <= _FRONT else self._all[at]

    def __iter__(self) -> Iterator[int]:
        return iter(self._all)

    def index(self, value: int, start: int = 0, stop: int | None = None) -> int:
        """Return the place of a rank. Raises ValueError where it is not in the set, or not within the bounds."""
        place = self._doc_map.before(self._found, value)
        there = self._doc_map.before(self._found, value + 1) > place
        if not there or place < start or (stop is not None and place >= stop):
            raise ValueError(f"{value} is not in the set")
        return place


class LazyHits(HitList):
    """Hits in the order of their ranks in a sequence, which are places in entries; `make` makes the hit of one."""

    def __init__(self, ranks: Sequence[int], entries: Sequence[Entry], make: Callable[[int], Hit]) -> None:
        self._ranks = ranks
        self._entries = entries
        self._make = make

    def __len__(self) -> int:
        return len(self._ranks)

    @overload
    def __getitem__(self, at: int) -> Hit: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Hit, ...]: ...

    def __getitem__(self, at: int | slice) -> Hit | tuple[Hit, ...]:
        if isinstance(at, int):
            return self._make(self._ranks[at])
        return tuple(map(self._make, self._ranks[at]))

    def __iter__(self) -> Iterator[Hit]:
        return map(self._make, self._ranks)

    def place(self, id: str) -> int | None:
        """Return where the brief of an ID stands, None where it is not among them."""
        rank = next((rank for rank, entry in enumerate(self._entries) if entry.id == id), -1)
        try:
            return self._ranks.index(rank) if rank >= 0 else None
        except ValueError:
            return None
