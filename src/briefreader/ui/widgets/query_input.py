"""The text field of the search bar, and the names it offers to finish a word."""

import asyncio
import time
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester

from briefreader.model import Completion
from briefreader.ui.background import Notice, read_in_thread
from briefreader.ui.widgets.past_queries import PastQueries
from briefreader.ui.widgets.text_field import TextField

PAUSE_BEFORE_OFFER = 0.1
"""Seconds between a key of a burst and its offer, which the next key would take away; a lone key has it at once."""


class Completer(Suggester):
    """Completes queries in a thread; `offer` is the last query and its completion.

    `last_key` is the time of the last key on the monotonic clock.
    """

    def __init__(self, complete: Callable[[str], Completion | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete
        self.offer = ("", "")
        self._value = ""
        self.last_key = 0.0

    async def get_suggestion(self, value: str) -> str | None:
        """Return the query, an arrow and its last word finished; while keys come fast, only once they pause."""
        before, self.last_key = self.last_key, time.monotonic()
        self._value = value
        await asyncio.sleep(PAUSE_BEFORE_OFFER if self.last_key - before < PAUSE_BEFORE_OFFER else 0.0)
        if value != self._value:
            return None
        found = await read_in_thread(partial(self._complete, value))
        if found is None:
            return None
        self.offer = (value, value[: found.start] + found.text)
        return f"{value} → {found.text}"


class QueryInput(TextField):
    """The text field of a query; → takes the offered completion.

    In an empty field ↑ brings back the last queries; else ↑ and ↓ are left to the list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "older", "Last query", show=False),
        Binding("down", "newer", "Next query", show=False),
    ]

    def __init__(self, complete: Callable[[str], Completion | None]) -> None:
        self._completer = Completer(complete)
        self.past = PastQueries()
        super().__init__(placeholder="search", id="query", suggester=self._completer)

    def action_cursor_right(self, select: bool = False) -> None:
        """Move a letter to the right; at the end, take the completion."""
        query, completed = self._completer.offer
        if not select and self.value and self.cursor_at_end and query == self.value:
            self.value = completed
            self.cursor_position = len(self.value)
        elif select or not self.cursor_at_end:
            super().action_cursor_right(select)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave ↑ and ↓ to the list unless the field is empty or shows a query that ↑ has brought back."""
        if action == "older":
            return bool(self.past.all) and (not self.value or self.past.is_at(self.value))
        return action != "newer" or self.past.is_at(self.value)

    def action_older(self) -> None:
        """Bring back the query before the one shown."""
        self._show(self.past.older(self.value))

    def action_newer(self) -> None:
        """Bring back the query after the one shown, after the last one an empty field."""
        self._show(self.past.newer(self.value))

    def _show(self, query: str | None) -> None:
        if query is not None:
            self.value = query
            self.cursor_position = len(query)
        if self.value:
            self.post_message(Notice(self.past.position))
