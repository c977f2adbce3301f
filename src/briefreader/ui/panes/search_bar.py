"""The row one types a query into, and how many briefs it finds."""

import asyncio
from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widgets import Input, Static

from briefreader.model import Completion
from briefreader.text import clean_line

PAUSE_BEFORE_OFFER = 0.1


class Completer(Suggester):
    """Offers what `complete` makes of a query, off the UI's thread; `offer` is the last query and what it would be."""

    def __init__(self, complete: Callable[[str], Completion | None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete
        self.offer = ("", "")
        self._value = ""

    async def get_suggestion(self, value: str) -> str | None:
        """Return the query and, after an arrow, its last word finished; searching goes first, so only in a pause."""
        self._value = value
        await asyncio.sleep(PAUSE_BEFORE_OFFER)
        if value != self._value:
            return None
        found = await asyncio.to_thread(self._complete, value)
        if found is None:
            return None
        self.offer = (value, value[: found.start] + found.text)
        return f"{value} → {found.text}"


class QueryInput(Input):
    """The text field of the search bar: nothing blinks, a pasted text is made safe, and → takes what is offered."""

    def __init__(self) -> None:
        super().__init__(placeholder="search", compact=True, select_on_focus=False, id="query")
        self.cursor_blink = False

    def action_cursor_right(self, select: bool = False) -> None:
        """Go a letter to the right; at the end take what the completer offers."""
        offer = self.suggester.offer if isinstance(self.suggester, Completer) else ("", "")
        if not select and self.value and self.cursor_at_end and offer[0] == self.value:
            self.value = offer[1]
            self.cursor_position = len(self.value)
        elif select or not self.cursor_at_end:
            super().action_cursor_right(select)

    def _on_paste(self, event: events.Paste) -> None:
        event.text = clean_line(event.text)  # Input's own handler comes after this one and puts it in


class SearchBar(Horizontal):
    """`/`, the query field, and the counter `N of M` at the right."""

    counter: reactive[str] = reactive("", repaint=False)

    def __init__(self, field: QueryInput) -> None:
        super().__init__()
        self._field = field

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        yield Static(Content("/"), id="slash")
        yield self._field
        yield Static(Content(""), id="counter")

    def watch_counter(self, counter: str) -> None:
        """Show how many briefs are found."""
        if self.is_mounted:
            self.query_one("#counter", Static).update(Content(counter))
