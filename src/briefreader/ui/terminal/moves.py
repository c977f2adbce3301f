"""The sequence that places the cursor, the only one by which the reader moves it."""

MOST_GAP = 8
"""A shorter run of known cells is written again, since a move costs 6 to 9 bytes."""


def jump(x: int, y: int) -> str:
    """Return the sequence that places the cursor in a cell (CUP, ECMA-48, 8.3.21), without parameters that are 1."""
    return f"\x1b[{y + 1 if y else ''}{f';{x + 1}' if x else ''}H"
