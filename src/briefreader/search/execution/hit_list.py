"""Lists all hits of a query and makes each only when it is read: 100,000 hits cost as much as one screen."""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import cached_property
from typing import Final, overload

from briefreader.model import Entry, Hit, HitList
from briefreader.search.index.doc_map import DocMap

_FRONT: Final = 512  # ranks, several screens; reading on sorts all ranks of the set


class NewestRanks(Sequence[int]):
    """Lists the ranks of a set of doc ids in order. Reads nothing from disk."""

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

    def __contains__(self, value: object) -> bool:
        return isinstance(value, int) and bool(self._found >> self._doc_map.doc_id(value) & 1)

    def index(self, value: int, start: int = 0, stop: int | None = None) -> int:
        """Return the index of a rank. Raises ValueError where the set lacks it or it is not within the bounds."""
        index = self._doc_map.count_before(self._found, value)
        is_member = self._doc_map.count_before(self._found, value + 1) > index
        if not is_member or index < start or (stop is not None and index >= stop):
            raise ValueError(f"{value} is not in the set")
        return index


class RankedEntries(Sequence[Entry]):
    """The entries of an index by rank, with the rank of each ID."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries

    @cached_property
    def rank_of(self) -> dict[str, int]:
        """The rank of each ID."""
        return {entry.id: rank for rank, entry in enumerate(self.entries)}

    @overload
    def __getitem__(self, at: int) -> Entry: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...

    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        return self.entries[at]

    def __len__(self) -> int:
        return len(self.entries)


class LazyHits(HitList):
    """Lists hits in the order of a sequence of ranks, the indexes of `entries`; `make` makes the hit of a rank."""

    def __init__(self, ranks: Sequence[int], entries: RankedEntries, make: Callable[[int], Hit]) -> None:
        self._ranks = ranks
        self._entries = entries
        self._make = make
        self._members: Container[int] | None = ranks if isinstance(ranks, NewestRanks) else None

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
        """Return the index of the hit with an ID, None where there is none."""
        rank = self._entries.rank_of.get(id)
        try:
            return None if rank is None else self._ranks.index(rank)
        except ValueError:
            return None

    def holds(self, id: str) -> bool:
        """Tell whether the brief of an ID is among the hits."""
        if self._members is None:
            self._members = frozenset(self._ranks)
        rank = self._entries.rank_of.get(id)
        return rank is not None and rank in self._members

    def ids(self, start: int, end: int) -> list[str]:
        """Return the IDs of the hits from one index to before another."""
        entries = self._entries.entries
        return [entries[rank].id for rank in self._ranks[start:end]]
