"""Holds the proposals of the recognizers and keeps the best of those that overlap."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from briefreader.annotate.names.gazetteer import Name
from briefreader.model import EntityType


class Candidate(NamedTuple):
    """Holds a proposed mention from token first to the token before last; a higher rank wins.

    `name` is its entry in the lists, `meaning` the long form of an acronym.
    """

    first: int
    last: int
    type: EntityType
    rank: int = 0
    name: Name | None = None
    meaning: str | None = None


_FIRST = attrgetter("first")


def keep_best(proposals: Sequence[Candidate], count: int) -> list[Candidate]:
    """Return in order the proposals that remain when each of count tokens belongs to one proposal at most.

    The highest rank wins, then the longest proposal, then the earlier one in `proposals`.
    """
    taken = bytearray(count)
    kept: list[Candidate] = []
    # No length reaches past the count, so one number orders by rank and then by length.
    for item in sorted(proposals, key=lambda item: item.first - item.last - item.rank * (count + 1)):
        first, last = item.first, item.last
        if last > first and taken.find(1, first, last) < 0:
            taken[first:last] = b"\1" * (last - first)
            kept.append(item)
    return sorted(kept, key=_FIRST)
