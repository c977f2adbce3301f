"""What the bar asks, what was found, what the hits have in common, and searches kept for later."""

import asyncio
import threading
from functools import partial

from textual import on, work
from textual.reactive import reactive
from textual.widgets import Input

from briefreader.library import Library
from briefreader.model import BriefreaderError, Results, Sort
from briefreader.ui.panes.facet_list import facet_lines, first_facet, saved_lines, visit_told
from briefreader.ui.panes.search_bar import Completer
from briefreader.ui.panes.side_panel import CardScreen
from briefreader.ui.widgets.pick_list import PickLine

PAUSE_WHILE_TYPING = 0.03
"""Seconds between a key and its search, so that a burst of keys is one search; none when the bar was empty."""

PAUSE_BEFORE_SUGGESTION = 0.3

FACETS = "facets"
SAVED = "saved searches"


class SearchScreen(CardScreen):
    """The panes with a search: `results` are those of the query in the bar, None while it is empty."""

    # Never compared with what was there before: that would be thousands of comparisons at each key.
    results: reactive[Results | None] = reactive(None, repaint=False, always_update=True, init=False)
    order: reactive[Sort] = reactive("date", repaint=False)

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._visited = ""
        self.search_input.suggester = Completer(library.completion)

    @on(Input.Changed)
    def query_changed(self, event: Input.Changed) -> None:
        """Search for what the bar now says."""
        if event.value != self._visited:
            self._visited, self.sidebar.fresh = "", frozenset()
        if event.value.strip():
            self.search(pause=PAUSE_WHILE_TYPING if self.results else 0.0)
        else:
            self.workers.cancel_group(self, "search")
            self.results = None
        if self.card_open and self.card_kind == FACETS:
            self.show_card()

    @work(exclusive=True, group="search")
    async def search(self, pause: float) -> None:
        """Find what the bar asks for, off this thread; a newer query abandons this one."""
        await asyncio.sleep(pause)
        abandoned = threading.Event()
        try:
            results = await asyncio.to_thread(
                self._library.search,
                self.search_input.value,
                limit=None,
                sort=self.order,
                typing=self.search_input.has_focus,
                quick=True,
                cancelled=abandoned.is_set,
            )
        except BriefreaderError as error:
            self.status.message = str(error)
        else:
            self.results = results
            if not results.total:
                await self._suggest(abandoned)
        finally:
            abandoned.set()

    async def _suggest(self, abandoned: threading.Event) -> None:
        """Look for a spelling that finds something, once the typing pauses."""
        await asyncio.sleep(PAUSE_BEFORE_SUGGESTION)
        query, search = self.search_input.value, self._library.search
        found = await asyncio.to_thread(search, query, limit=0, cancelled=abandoned.is_set)
        if found.suggestion and self.results is not None:
            self.results = self.results._replace(suggestion=found.suggestion)

    def show_card(self) -> None:
        """Bring the card up to date: with the search or, of other kinds, with the brief."""
        if self.card_kind in (FACETS, SAVED):
            self._look_up(self.card_kind)
        else:
            super().show_card()

    @work(exclusive=True, group="card")
    async def _look_up(self, kind: str) -> None:
        """Count facets or look up saved searches, off this thread."""
        abandoned = threading.Event()
        look_up = self._facets if kind == FACETS else self._saved
        try:
            lines = await asyncio.to_thread(look_up, self.search_input.value, abandoned)
        except BriefreaderError as error:
            lines = (PickLine(str(error), "notice"),)
        finally:
            abandoned.set()
        if self.card_open and self.card_kind == kind:
            self.card.show_lines(lines, first_facet(lines) if kind == FACETS else 0)

    def _facets(self, query: str, abandoned: threading.Event) -> tuple[PickLine, ...]:
        found = self._library.search(query, limit=0, cancelled=abandoned.is_set)
        return facet_lines(found, self._library.pieces(query), partial(self._library.narrowed, query))

    def _saved(self, query: str, abandoned: threading.Event) -> tuple[PickLine, ...]:
        return saved_lines(self._library.saved_searches.all(abandoned.is_set))

    def ask(self, query: str) -> None:
        """Search for what was picked; facets stay open for the next narrowing, a saved search is visited."""
        if self.card_kind == FACETS:
            self.search_input.value = query
        else:
            self._visited = query if self.card_kind == SAVED else ""
            super().ask(query)
            if self._visited:
                self._visit_saved(query)

    @work(exclusive=True, group="saved")
    async def _visit_saved(self, query: str) -> None:
        """Mark what is new in a saved search, and take it as seen."""
        try:
            search = await asyncio.to_thread(self._library.saved_searches.visit, query)
        except BriefreaderError as error:
            self.status.message = str(error)
        else:
            self.sidebar.fresh = search.new
            self.status.message = visit_told(search)

    def action_save_search(self) -> None:
        """Keep the search in the bar for later."""
        query = self.search_input.value.strip()
        if query:
            self._save(query)
        else:
            self.status.message = "nothing to save: / asks for something first"

    @work(exclusive=True, group="saved")
    async def _save(self, query: str) -> None:
        try:
            await asyncio.to_thread(self._library.saved_searches.save, query)
        except BriefreaderError as error:
            self.status.message = str(error)
        else:
            self.status.message = "saved; S lists the saved searches and what is new in them"

    def action_kill_name(self) -> None:
        """Forget the saved search picked; else let the name pointed at be no name."""
        if self.picked is not None and self.picked.query is not None and self.card_kind == SAVED:
            self._forget(self.picked.query)
        else:
            super().action_kill_name()

    @work(exclusive=True, group="saved")
    async def _forget(self, query: str) -> None:
        try:
            await asyncio.to_thread(self._library.saved_searches.forget, query)
        except BriefreaderError as error:
            self.status.message = str(error)
        else:
            self.status.message = f"forgotten: {query}"
            self.show_card()
