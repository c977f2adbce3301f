"""Shares the width of a line among the columns of a table."""

from collections.abc import Sequence


def shared_widths(natural: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Return a width for each column, together at most `room`; None where there is no room for the least widths.

    Every column gets its least width, and the rest is shared in proportion to the further cells that each would fill
    (the automatic layout of tables in CSS 2.1, 17.5.2.2).
    """
    if sum(natural) <= room:
        return list(natural)
    rest = room - sum(least)
    if rest < 0:
        return None
    wanted = [full - small for full, small in zip(natural, least, strict=True)]
    total = sum(wanted)
    widths = [small + rest * more // total for small, more in zip(least, wanted, strict=True)]
    widest = max(range(len(widths)), key=lambda column: wanted[column])
    widths[widest] += room - sum(widths)
    return widths
