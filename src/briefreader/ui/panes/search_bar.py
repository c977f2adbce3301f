"""The search bar: a field for the query, which is searched as it is typed, and the number of briefs found."""

import asyncio
from dataclasses import dataclass

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input, Static

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import Results, SavedSearch, Sort
from briefreader.ui.background import Notice, errors_noticed, read_in_thread, run_in_thread
from briefreader.ui.key_table import key_of, with_keys
from briefreader.ui.panes.changes import LibraryChanged
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.query_input import QueryInput
from briefreader.ui.widgets.text_layout import shortened

PAUSE_WHILE_TYPING = 0.03
"""Seconds between a key and its search where searches are slow: a burst of keys is one search."""

QUICK_SEARCH = 3.0
"""Milliseconds; after a search that took no longer, the next key need not wait. An empty bar never makes it wait."""

PAUSE_BEFORE_SUGGESTION = 0.3

LONGEST_SHOWN = 40
"""Cells of a query in the status line."""

SAVED = "saved; {saved} lists the saved searches and their new hits, {undo} undoes it"

SORTS: tuple[Sort, ...] = ("date", "relevance")

SHORTEST_QUERY = 8
"""Cells that are left for the query, however long the name of the library is."""

LONGEST_NAME = 0.4
"""Part of the row that the name of the library may take, unless it has at most `USUAL_NAME` cells."""

USUAL_NAME = len("sample library")


class SearchBar(Horizontal):
    """The query and its results, which are None while the query is empty, and the name of the library."""

    counter: var[str] = var("")
    # Never compared with the former value: that would be thousands of comparisons at each key.
    results: var[Results | None] = var(None, init=False, always_update=True)
    order: var[Sort] = var("date")

    @dataclass(eq=False, repr=False)
    class SavedSearchVisited(Message):
        """The new hits of a saved search are known."""

        search: SavedSearch

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.is_typed = False
        """Whether the query was typed into the bar, so that its last word may go on."""
        self.asked: tuple[str, Sort] = ("", "date")
        """The query of the results, and their order."""
        self._was_typed: bool | None = None
        self._query_before = ""
        self._library = library
        self.input = QueryInput(library.completion)

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        yield Static(Content("/"), id="slash")
        yield self.input
        yield Static(Content(self._library.name), id="counter")

    @property
    def query_text(self) -> str:
        """The query, empty where it holds only spaces."""
        return self.input.value if self.input.value.strip() else ""

    def show_count(self, total: int) -> None:
        """Show how many of a number of briefs are found."""
        found = self.results
        self.counter = counted(total, "brief") if found is None else f"{found.total:,} of {total:,}"

    def watch_counter(self) -> None:
        """Show the name of the library and the number of briefs found."""
        if self.is_mounted:
            self.query_one("#counter", Static).update(Content(self.library_and_count(self.size.width)))

    def on_resize(self, event: events.Resize) -> None:
        """Shorten the name of the library where the row is narrow."""
        self.watch_counter()

    def library_and_count(self, width: int) -> str:
        """Return the right part of a row `width` cells wide: `readouts · 4 of 69`, with the name cut if it is long."""
        count = f" · {self.counter}" if self.counter else ""
        left = width - len(" / ") - SHORTEST_QUERY - cells(count) - len("  ")
        room = min(left, max(USUAL_NAME, int(width * LONGEST_NAME)))
        return shortened(self._library.name, max(room, 1)) + count

    def show_query(self, query: str, order: Sort, was_typed: bool) -> bool:
        """Search again for a query in an order, as if it was typed or not; return whether there are results to come."""
        before, self.order = (self.query_text, self.order), order
        if before[0] != query:
            self._was_typed = was_typed
            self.input.value = query
        elif query and before[1] != order:
            self.search()
        return before[0] != query or bool(query and before[1] != order)

    def begin_with(self, query: str) -> None:
        """Show a query without a search, which would take time from the first paint; it follows the list of briefs."""
        with self.input.prevent(Input.Changed):
            self.input.value = self._query_before = query

    @on(Input.Changed)
    def search_typed(self) -> None:
        """Search for the query, or forget the results of an empty one."""
        self._remember()
        self.is_typed = self.input.has_focus if self._was_typed is None else self._was_typed
        self._was_typed = None
        if self.query_text:
            self.search(pause=PAUSE_WHILE_TYPING if self.results and self.results.took_ms > QUICK_SEARCH else 0.0)
        else:
            self.workers.cancel_group(self, "search")
            self.results = None

    def _remember(self) -> None:
        """Remember a query that was cleared at once or gave way to one that was not typed, and this one."""
        before, self._query_before = self._query_before, self.input.value
        if not self.input.has_focus or (len(before) > 1 and not self.input.value):
            self.input.past.remember(before)
            self.input.past.remember(self.input.value)
        if len(before) > 1 and not self.input.value and self._was_typed is None:
            way = "↑" if self.input.has_focus else f"{key_of('search')} ↑"
            self.post_message(Notice(f"{way} brings back {shortened(before, LONGEST_SHOWN)}"))

    def on_descendant_blur(self) -> None:
        """Remember the query once a person goes to its hits."""
        self.input.past.remember(self.input.value)

    @property
    def queries(self) -> tuple[str, ...]:
        """The queries of the session and the last ones, the present one last."""
        others = (query for query in self.input.past.all if query != self.query_text.strip())
        return (*others, *([self.query_text.strip()] if self.query_text else []))

    @work(exclusive=True, group="search")
    async def search(self, pause: float = 0.0) -> None:
        """Search in a thread; a newer query cancels this search."""
        await asyncio.sleep(pause)
        query, order, is_typed = self.input.value, self.order, self.is_typed
        with errors_noticed(self):
            results = await run_in_thread(
                lambda cancelled: self._library.search(
                    query, limit=None, sort=order, typing=is_typed, quick=True, cancelled=cancelled
                )
            )
            self.asked = query, order
            self.results = results
            if not results.total:
                await self._suggest(self.input.value)

    async def _suggest(self, query: str) -> None:
        """Look for a spelling that finds something, once the typing pauses."""
        await asyncio.sleep(PAUSE_BEFORE_SUGGESTION)
        found = await run_in_thread(lambda cancelled: self._library.search(query, limit=0, cancelled=cancelled))
        if found.suggestion and self.results is not None:
            self.results = self.results._replace(suggestion=found.suggestion)

    def action_save(self) -> None:
        """Save the query."""
        if self.query_text:
            self._save(self.query_text.strip())
        else:
            self.post_message(Notice("nothing to save: type a search first"))

    @work(exclusive=True, group="saved")
    async def _save(self, query: str) -> None:
        with errors_noticed(self):
            await asyncio.to_thread(self._library.saved_searches.save, query)
            self.post_message(LibraryChanged(with_keys(SAVED), "searches"))

    @work(exclusive=True, group="saved")
    async def visit(self, query: str) -> None:
        """Report the new hits of a saved search, and count them as seen from now on, unless nothing may be written."""
        saved = self._library.saved_searches
        with errors_noticed(self):
            if not self._library.read_only:
                self.post_message(self.SavedSearchVisited(await asyncio.to_thread(saved.visit, query)))
                return
            for search in await read_in_thread(saved.all):
                if search.query == query:
                    self.post_message(self.SavedSearchVisited(search))
