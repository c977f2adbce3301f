"""The abilities of the terminal and of the line to it, as the person and the environment say."""

import os
from typing import NamedTuple

_WITHOUT_QUERIES = ("linux", "vt", "ansi", "cons")
"""Beginnings of the names of terminals that print a part of the newer sequences."""

_KEYS = frozenset({"\x1b[>25u", "\x1b[<u"})
"""The sequences that ask for keys as long sequences (kitty keyboard protocol)."""
_MOTION = frozenset({"\x1b[?1003h", "\x1b[?1003l"})
"""The mode in which the terminal reports each motion of the mouse."""


FIRST_THEME, OWN_COLORS = "dark", "ansi"


class Line(NamedTuple):
    """Whether the mouse is used, and whether each byte counts."""

    mouse: bool = True
    slow: bool = False

    @classmethod
    def chosen(cls, *, mouse: bool, slow: bool) -> "Line":
        """Return the line as a person wants it; a connection by SSH is slow in any case."""
        return cls(mouse, slow or bool(os.environ.get("SSH_CONNECTION")))

    @property
    def unsent(self) -> frozenset[str]:
        """The sequences that are not sent: the terminal does not know them, or they cost bytes with every key."""
        without = _KEYS | _MOTION if self.slow else frozenset()
        return without if answers_queries() else without | _KEYS

    def theme(self, setting: str) -> str:
        """Return the theme for a setting: the terminal's own colours stand for the first one where they are needed.

        They are needed on a terminal of sixteen colours, and cost the fewest bytes.
        """
        return OWN_COLORS if setting == FIRST_THEME and (self.slow or not _has_many_colors()) else setting


def shows_colors() -> bool:
    """Tell whether the terminal has colours: those of DEC and their like have none."""
    return not os.environ.get("TERM", "").startswith("vt")


def _has_many_colors() -> bool:
    """Tell whether the terminal has more than sixteen colours."""
    many = ("256color", "direct", "kitty", "truecolor", "24bit")
    return any(os.environ.get(name, "").lower().endswith(many) for name in ("TERM", "COLORTERM"))


def answers_queries() -> bool:
    """Tell whether the terminal ignores queries that it does not know: Apple's and some older ones print them."""
    if os.environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    return not os.environ.get("TERM", "").startswith(_WITHOUT_QUERIES)
