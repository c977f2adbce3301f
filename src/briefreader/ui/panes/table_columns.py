"""Shares the width of a line among the columns of a table."""

from collections.abc import Sequence
from math import sqrt


def shared_widths(natural: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Return a width for each column, together at most `room`; None where there is no room for the least widths.

    Every column gets its least width. The rest is shared in proportion to the square root of the further cells that
    each would fill: a column that lacks a few gets them, and the widest column gets what is left over.
    """
    if sum(natural) <= room:
        return list(natural)
    rest = room - sum(least)
    if rest < 0:
        return None
    wanted = [full - small for full, small in zip(natural, least, strict=True)]
    total = sum(map(sqrt, wanted))
    widths = [small + min(more, int(rest * sqrt(more) / total)) for small, more in zip(least, wanted, strict=True)]
    widest = max(range(len(widths)), key=lambda column: natural[column] - widths[column])
    widths[widest] += room - sum(widths)
    return widths
