"""Counts before commands, as in `5j`."""

import re
from collections.abc import Iterator
from typing import Final

from briefreader.ui.panes.status_line import StatusLine

_STEP = re.compile(r"\((-?1)\)")
_END = re.compile(r"move_to_end\((?:True|False)\)")
_ONE_BY_ONE = ("sentence(", "section(", "extend_line(")
"""Actions that take one step at a time."""

_MOST_DIGITS: Final = 5
_MOST_REPEATS: Final = 1_000


class KeyCount:
    """The digits typed before a command, which the status line shows; any other key uses them or drops them."""

    def __init__(self, status: StatusLine) -> None:
        self._status = status
        self.of_last_key = 0
        """The count for the command of the last key, 0 without one."""

    def note_key(self, key: str) -> None:
        """Take note of a key before it takes effect; one that is no digit ends the count."""
        if not key.isdigit():
            self.of_last_key, self._status.count = int(self._status.count or 0), ""

    def take(self, key: str) -> bool:
        """Add a digit to the count, and return whether the key is one."""
        is_digit = key.isdigit() and key.isascii() and (bool(self._status.count) or key != "0")
        if is_digit:
            self._status.count = (self._status.count + key)[:_MOST_DIGITS]
        return is_digit


def counted_actions(action: str, count: int) -> Iterator[str]:
    """Yield the actions that do an action with a count, the action itself without one (0).

    The steps of `step(1)` are multiplied, `move_to_end(True)` goes to the line of that number, and actions that take
    one step are repeated.
    """
    if count and any(name in action for name in _ONE_BY_ONE):
        yield from [action] * min(count, _MOST_REPEATS)
    elif count and _END.search(action):
        yield _END.sub(f"go_to_line({count})", action)
    else:
        yield _STEP.sub(lambda step: f"({int(step[1]) * (count or 1)})", action)
