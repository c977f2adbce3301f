"""The shortest sequences that move the cursor, of those that every terminal knows since DEC's VT100.

A line feed would begin a new row, because the line to the terminal may turn it into a carriage return and a line feed;
a vertical tab goes down in the same column everywhere.
"""

from functools import lru_cache

MOST_GAP = 4
"""A shorter run of known cells is written again, since a move to the right costs 3 to 5 bytes."""


def jump(x: int, y: int) -> str:
    """Return the sequence that places the cursor in a cell (CUP, ECMA-48, 8.3.21), without parameters that are 1."""
    return f"\x1b[{y + 1 if y else ''}{f';{x + 1}' if x else ''}H"


def move(at: tuple[int, int] | None, x: int, y: int) -> str:
    """Return the shortest sequence that brings the cursor to a cell; `at` is its cell, None where that is unknown."""
    absolute = jump(x, y)
    if at is None:
        return absolute
    down = _down(y - at[1])
    return min(absolute, down + _right(x - at[0]), f"{down}\r{_right(x)}", key=len)


@lru_cache(maxsize=512)
def _down(rows: int) -> str:
    """Return what moves the cursor down (CUD), or up (RI, CUU) where the number is negative."""
    if rows < 0:
        return "\x1bM" if rows == -1 else f"\x1b[{-rows}A"
    return "\v" * rows if rows < MOST_GAP else f"\x1b[{rows}B"


@lru_cache(maxsize=512)
def _right(cells: int) -> str:
    """Return what moves the cursor to the right (CUF), or to the left (BS, CUB) where the number is negative."""
    if cells < 0:
        return "\b" * -cells if -cells <= MOST_GAP else f"\x1b[{-cells}D"
    return "" if not cells else "\x1b[C" if cells == 1 else f"\x1b[{cells}C"
