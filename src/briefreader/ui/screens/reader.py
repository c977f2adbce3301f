"""The reader: one library, what is sought in it, what was found, and which brief is open."""

import asyncio
import threading

from textual import on, work
from textual.app import ComposeResult
from textual.reactive import reactive
from textual.widgets import Input

from briefreader.library import Library
from briefreader.model import Brief, BriefreaderError, Entry, Results, Sort
from briefreader.text import Span
from briefreader.ui.library_watch import LibraryWatch
from briefreader.ui.screens.address import AddressScreen
from briefreader.ui.screens.panes import PanesScreen
from briefreader.ui.widgets.article import Article
from briefreader.ui.widgets.sidebar import Row, Sidebar, grouped

PAUSE_WHILE_TYPING = 0.03
"""Seconds between a key and its search, so that a burst of keys is one search; none when the bar was empty."""

EMPTY_LIBRARY = "No briefs here yet.\nbriefreader add FILE\nbrings the first one."


class ReaderScreen(PanesScreen):
    """The state lives here: it flows down to the widgets, and comes back up as their messages."""

    entries: reactive[tuple[Entry, ...]] = reactive((), repaint=False)
    results: reactive[Results | None] = reactive(None, repaint=False)
    brief: reactive[Brief | None] = reactive(None, repaint=False)
    by_series: reactive[bool] = reactive(True, repaint=False)
    order: reactive[Sort] = reactive("date", repaint=False)

    def __init__(self, library: Library, query: str = "", brief_id: str | None = None) -> None:
        super().__init__()
        self._library = library
        self._library_watch = LibraryWatch(library)
        self._first_query = query
        self._wanted = brief_id

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield from super().compose()
        yield self._library_watch

    def on_mount(self) -> None:
        """Focus the list; everything that takes time comes after the first paint."""
        self.set_focus(self.sidebar)
        self.search_input.value = self._first_query
        self.call_after_refresh(self._library_watch.start)

    @on(LibraryWatch.EntriesRead)
    def take_entries(self, event: LibraryWatch.EntriesRead) -> None:
        """Show the briefs now known."""
        self.entries = event.entries
        if self.search_input.value.strip():
            self.search(pause=0.0)
        else:
            self.show_rows()

    @on(LibraryWatch.Progressed)
    def show_progress(self, event: LibraryWatch.Progressed) -> None:
        """Say how far the index is."""
        self.status.progress = event.progress

    @on(LibraryWatch.Failed)
    def show_failure(self, event: LibraryWatch.Failed) -> None:
        """Say what went wrong."""
        self.status.message = event.message

    @on(LibraryWatch.Settled)
    def show_settled(self, event: LibraryWatch.Settled) -> None:
        """Say what could not be read, and that the index is up to date when a person asked."""
        if event.unreadable:
            files = "1 file" if event.unreadable == 1 else f"{event.unreadable:,} files"
            self.status.message = f"{files} could not be read: briefreader check says which and why"
        elif event.asked:
            self.status.message = f"up to date: {len(self.entries):,} briefs"

    @on(Input.Changed)
    def query_changed(self, event: Input.Changed) -> None:
        """Search for what the bar now says."""
        self.status.message = ""
        if event.value.strip():
            self.search(pause=PAUSE_WHILE_TYPING if self.results else 0.0)
        else:
            self.workers.cancel_group(self, "search")
            self.results = None
            self.show_rows()

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
            self.show_rows()
        finally:
            abandoned.set()

    def show_rows(self) -> None:
        """Bring list, counter and status line up to date with entries and results."""
        total = f"{len(self.entries):,}"
        rows: tuple[Row, ...]
        if self.results is None:
            rows = grouped(self.entries) if self.by_series else self.entries
            self.search_bar.counter = f"{total} briefs"
            self.sidebar.notice = EMPTY_LIBRARY
            self.status.understood = ""
        else:
            rows = self.results.hits
            self.search_bar.counter = f"{self.results.total:,} of {total}"
            suggestion = f"\nDid you mean {self.results.suggestion}?" if self.results.suggestion else ""
            self.sidebar.notice = f"No brief says that.{suggestion}\nEsc clears the search."
            self.status.understood = self.results.understood if self.search_input.has_focus else ""
        self.sidebar.show_rows(rows, self._wanted or self.sidebar.brief_id)
        if self._wanted and self.sidebar.brief_id == self._wanted:
            self._wanted = None
            self.go_to_article()
        self.open_brief(self.sidebar.brief_id)

    @on(Sidebar.CursorMoved)
    def open_highlighted(self) -> None:
        """Open the brief the cursor came to."""
        self.status.message = ""
        self.open_brief(self.sidebar.brief_id)

    @work(exclusive=True, group="brief")
    async def open_brief(self, brief_id: str | None) -> None:
        """Read a brief and what the query matches in it, off this thread, and show both."""
        if brief_id is None:
            self.brief = None
            self.article.clear("")
            return
        known = self.brief if self.brief and self.brief.entry.id == brief_id else None
        query = self.search_input.value if self.results else ""
        try:
            brief, matches = await asyncio.to_thread(self._read, brief_id, query, known)
        except BriefreaderError as error:
            self.article.clear(str(error))
            return
        self.brief = brief
        self.article.show(brief, matches, self._series_place(brief.entry))

    def _read(self, brief_id: str, query: str, known: Brief | None) -> tuple[Brief, tuple[Span, ...]]:
        brief = known or self._library.brief(brief_id)
        return brief, self._library.matches(query, brief.text) if query.strip() else ()

    @on(Article.Moved)
    def show_place(self) -> None:
        """Say where in the brief the reader stands, and which types of entities it holds."""
        article = self.article
        match = f"match {article.match + 1} of {len(article.matches)}" if article.matches else ""
        percent = f"{article.percent} %" if article.brief else ""
        self.status.place = " · ".join(part for part in (match, percent) if part)
        mentions = article.brief.annotation.mentions if article.brief and article.entities else ()
        self.status.legend = frozenset(mention.type for mention in mentions)

    def _series(self, entry: Entry) -> list[Entry]:
        """Return the meetings of an entry's series, the first one first."""
        members = [other for other in self.entries if entry.series and other.series == entry.series]
        return sorted(members, key=lambda other: (other.date or "", other.ordinal or 0, other.id))

    def _series_place(self, entry: Entry) -> tuple[int, int] | None:
        ids = [other.id for other in self._series(entry)]
        return (ids.index(entry.id) + 1, len(ids)) if entry.id in ids else None

    def action_meeting(self, step: int) -> None:
        """Open the next or the previous meeting of the series."""
        if self.brief is None:
            return
        series = self._series(self.brief.entry)
        at = next((at for at, entry in enumerate(series) if entry.id == self.brief.entry.id), None)
        if at is None:
            self.status.message = "this brief belongs to no series"
        elif not 0 <= at + step < len(series):
            self.status.message = f"the {'last' if step > 0 else 'first'} meeting of {series[at].series} here"
        elif not self.sidebar.select(series[at + step].id):
            self.open_brief(series[at + step].id)

    def action_sort(self) -> None:
        """Group by series or list newest first; order hits by date or by relevance."""
        if self.results is None:
            self.by_series = not self.by_series
            self.show_rows()
            self.status.message = "by series" if self.by_series else "newest first"
        else:
            self.order = "relevance" if self.order == "date" else "date"
            self.search(pause=0.0)
            self.status.message = "most relevant first" if self.order == "relevance" else "newest first"

    def action_address(self) -> None:
        """Show the address the text came from."""
        if self.brief and self.brief.url:
            self.app.push_screen(AddressScreen(self.brief.url))
        else:
            self.status.message = "this brief names no address"

    def action_look_again(self) -> None:
        """Look for new and changed files now."""
        self._library_watch.look_again()
