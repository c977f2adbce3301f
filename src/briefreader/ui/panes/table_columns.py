"""Shares the width of a line among the columns of a table."""

from collections.abc import Sequence

LEAST = 8
"""Cells below which a column is too narrow to read."""


def shared_widths(natural: Sequence[int], room: int) -> list[int] | None:
    """Return a width for each column, together at most `room`; None where a column would be too narrow.

    A column that needs less than its equal share keeps its natural width, and the others share the rest equally.
    """
    widths = list(natural)
    wide = [column for column, width in enumerate(natural) if width]
    left = room
    while wide:
        share = left // len(wide)
        small = [column for column in wide if natural[column] <= share]
        if not small:
            if share < LEAST:
                return None
            for order, column in enumerate(wide):
                widths[column] = share + (order < left % len(wide))
            break
        left -= sum(natural[column] for column in small)
        wide = [column for column in wide if column not in small]
    return widths if left >= 0 else None
