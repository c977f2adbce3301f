"""Counts before commands, as in `5j`, and the commands for words that are looked for in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual import events

from briefreader.library import Library
from briefreader.ui.screens.reader_places import ReaderPlaces

if TYPE_CHECKING:
    from briefreader.ui.panes.find_bar import FindBar

_STEP = re.compile(r"\((-?1)\)")
_END = re.compile(r"move_to_end\((?:True|False)\)")
_ONE_BY_ONE = ("sentence(", "section(", "extend_line(")
"""Actions that take one step at a time."""

_MOST_DIGITS: Final = 5
_MOST_REPEATS: Final = 1_000


class CountedKeys(ReaderPlaces):
    """Collects the digits typed before a command; any other key uses them or drops them."""

    def __init__(self, library: Library, query: str = "", brief_id: str | None = None) -> None:
        super().__init__(library, query, brief_id)
        self.find_bar: FindBar | None = None
        """The line for the words, made when it is first needed."""
        self._count = 0
        """The count for the command of the last key, 0 without one."""

    def note_use(self, key: str = "") -> None:
        """Take note of a key or click; one that is no digit ends a count."""
        super().note_use(key)
        if not key.isdigit():
            self._count, self.status.count = int(self.status.count or 0), ""

    def on_key(self, event: events.Key) -> None:
        """Add a digit that no text field has taken to the count."""
        if event.key.isdigit() and event.key.isascii() and (self.status.count or event.key != "0"):
            self.status.count = (self.status.count + event.key)[:_MOST_DIGITS]
            event.stop()

    async def action_counted(self, action: str) -> None:
        """Run an action as many times as the count says, or by so many steps; go to the line of that number."""
        for each in counted_actions(action, self._count):
            await self.app.run_action(each, self)

    def action_back(self) -> None:
        """Drop the count, else the words that are looked for, else go back."""
        if not self._count and not (self.find_bar and self.find_bar.drop()):
            super().action_back()

    async def action_find(self) -> None:
        """Ask for words to look for in the article."""
        if self.article.brief is None:
            self.status.message = "there is no article to look in"
            return
        self.panes.go_to_article()
        if self.find_bar is None:
            from briefreader.ui.panes.find_bar import FindBar  # the first paint needs none

            self.find_bar = FindBar(self.article, self.status)
            await self.mount(self.find_bar, after=self.status)
        self.find_bar.open()


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
