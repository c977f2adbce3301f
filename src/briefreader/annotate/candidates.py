"""What recognizers propose, and how the best of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefreader.annotate.names import Name
from briefreader.model import EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal over tokens first up to, not including, last; the higher rank wins, then the longer.

    `name` is its entry in the lists, `meaning` the long form that an acronym stands for.
    """

    first: int
    last: int
    type: EntityType
    rank: int = 0
    name: Name | None = None
    meaning: str | None = None


def keep_best(proposals: Sequence[Candidate], count: int) -> list[Candidate]:
    """Return in order the proposals that stand when each of count tokens goes to one.

    The highest rank wins, then the longest, then the first proposed.
    """
    order = sorted(
        range(len(proposals)),
        key=lambda at: (-proposals[at].rank, proposals[at].first - proposals[at].last, at),
    )
    taken = bytearray(count)
    kept: list[Candidate] = []
    for at in order:
        item = proposals[at]
        if item.last > item.first and not any(taken[item.first : item.last]):
            taken[item.first : item.last] = b"\1" * (item.last - item.first)
            kept.append(item)
    return sorted(kept, key=lambda item: item.first)
