"""Tells whether a terminal can erase a number of cells, and in which colour it erases them and the rest of a row."""

import os
from typing import NamedTuple

_ERASE_SOME = b"\x1b[%p1%dX"
"""The sequence ECH (ECMA-48, 8.3.38) as the terminal database writes it."""


class Erasing(NamedTuple):
    """Whether erased cells get the background that is set (else the terminal's own), and whether some can be erased."""

    in_color: bool = False
    some: bool = False

    @classmethod
    def of_terminal(cls) -> "Erasing":
        """Return what the terminal database says of the terminal in use.

        tmux says of itself from version 3.2 on that it is there. It erases in colour (since 2.4) and erases a number of
        cells, though its entry in the database denies both.
        """
        if os.environ.get("TERM_PROGRAM") == "tmux" and not os.environ.get("STY"):
            return cls(in_color=True, some=True)
        try:
            import curses
        except ImportError:  # Python can be built without it
            return cls()
        try:
            curses.setupterm(fd=1)
        except curses.error:
            return cls()
        erase_some = curses.tigetstr("ech") or b""
        return cls(curses.tigetflag("bce") == 1, erase_some.startswith(_ERASE_SOME))

    def may_erase(self, background: str) -> bool:
        """Tell whether cells of a background can be erased."""
        return self.in_color or not background


NO_ERASING = Erasing()
"""What every terminal can do: it erases the rest of a row in its own background."""
