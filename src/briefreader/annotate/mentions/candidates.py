"""What recognizers propose, and how the best of it is kept."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from briefreader.annotate.names.gazetteer import Name
from briefreader.model import EntityType


class Candidate(NamedTuple):
    """A proposal over tokens first up to, not including, last; the higher rank wins, then the longer.

    `name` is its entry in the lists, `meaning` the long form that an acronym stands for.
    """

    first: int
    last: int
    type: EntityType
    rank: int = 0
    name: Name | None = None
    meaning: str | None = None


_FIRST = attrgetter("first")


def keep_best(proposals: Sequence[Candidate], count: int) -> list[Candidate]:
    """Return in order the proposals that stand when each of count tokens goes to one.

    The highest rank wins, then the longest, then the first proposed.
    """
    taken = bytearray(count)
    kept: list[Candidate] = []
    for item in sorted(proposals, key=lambda item: (-item.rank, item.first - item.last)):
        first, last = item.first, item.last
        if last > first and not any(taken[first:last]):
            taken[first:last] = b"\1" * (last - first)
            kept.append(item)
    return sorted(kept, key=_FIRST)
