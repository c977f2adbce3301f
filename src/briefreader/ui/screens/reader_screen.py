"""The reader: one library, what is sought in it, what was found, and which brief is open."""

import asyncio
from collections.abc import Sequence

from textual import events, on, work
from textual.app import ComposeResult
from textual.reactive import reactive

from briefreader.library import Library
from briefreader.model import Brief, BriefreaderError, Entry
from briefreader.text import Span
from briefreader.ui.panes.article_view import Article
from briefreader.ui.panes.brief_list import Row
from briefreader.ui.panes.series_groups import Meetings
from briefreader.ui.panes.side_panel import CardScreen
from briefreader.ui.screens.address import AddressScreen
from briefreader.ui.screens.search import SearchScreen
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.library_watcher import LibraryWatch

EMPTY_LIBRARY = "No briefs here yet.\nbriefreader add FILE\nbrings the first one."


class ReaderScreen(SearchScreen):
    """The state lives here: it flows down to the widgets, and comes back up as their messages."""

    # Never compared with what was there before: that would be thousands of comparisons at each key.
    entries: reactive[tuple[Entry, ...]] = reactive((), repaint=False, always_update=True)
    by_series: reactive[bool] = reactive(True, repaint=False)

    def __init__(self, library: Library, query: str = "", brief_id: str | None = None) -> None:
        super().__init__(library)
        self._library_watch = LibraryWatch(library)
        self._heard = False
        self._first_query = query
        self._wanted = brief_id
        self._asked: tuple[str | None, str] = (None, "")
        self._meetings = Meetings(())

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield from super().compose()
        yield self._library_watch

    def on_mount(self) -> None:
        """Focus the list; everything that takes time comes after the first paint."""
        self.set_focus(self.sidebar)
        self.search_input.value = self._first_query
        self.call_after_refresh(self._library_watch.start)

    def hear(self) -> None:
        """Take note that a person did something: what was said before has been read."""
        self._heard = True
        self.status.message = ""

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
            self.status.message = f"up to date: {self.search_bar.counter if self.results is None else 'the index'}"

    def watch_entries(self, entries: tuple[Entry, ...]) -> None:
        """Group them anew when that is asked for."""
        self._meetings = Meetings(entries)

    def watch_results(self) -> None:
        """Show what was found."""
        self.show_rows()

    def show_rows(self) -> None:
        """Bring list, counter and status line up to date with entries and results."""
        total = f"{len(self.entries):,}"
        rows: Sequence[Row]
        if self.results is None:
            rows = self._meetings.rows if self.by_series else self.entries
            self.search_bar.counter = f"{total} brief{'s' if len(self.entries) != 1 else ''}"
            self.sidebar.notice = EMPTY_LIBRARY
        else:
            rows = self.results.hits
            self.search_bar.counter = f"{self.results.total:,} of {total}"
            suggestion = f"\nDid you mean {self.results.suggestion}?" if self.results.suggestion else ""
            self.sidebar.notice = f"No brief says that.{suggestion}\nEsc clears the search."
        self.show_understood()
        # Until a person does something, the cursor stands on the brief asked for at the start, else on the first row,
        # however the list grows.
        self.sidebar.show_rows(rows, self.sidebar.brief_id if self._heard else self._wanted)
        if self._wanted and self.sidebar.brief_id == self._wanted and not self._heard:
            self.go_to_article()
        self.open_brief(self.sidebar.brief_id)

    @on(events.DescendantFocus)
    def show_understood(self) -> None:
        """Say how the query was read while it is being written; while reading, the legend stands there."""
        self.status.understood = self.results.understood if self.results and self.search_input.has_focus else ""

    @on(CursorView.CursorMoved, "#sidebar")
    def open_highlighted(self) -> None:
        """Open the brief the cursor came to, unless the new rows that brought it there have asked for it."""
        if self._asked != (self.sidebar.brief_id, self._query_shown):
            self.open_brief(self.sidebar.brief_id)

    @property
    def _query_shown(self) -> str:
        """What is marked in the article: the query whose results are shown."""
        return self.search_input.value if self.results else ""

    def open_brief(self, brief_id: str | None) -> None:
        """Read a brief and what the query matches in it, and show both."""
        self._asked = (brief_id, self._query_shown)
        self._open(*self._asked)

    @work(exclusive=True, group="brief")
    async def _open(self, brief_id: str | None, query: str) -> None:
        """Read a brief off this thread; one asked for later is shown instead."""
        if brief_id is None:
            self.brief = None
            self.article.clear("")
            return
        known = self.brief if self.brief and self.brief.entry.id == brief_id else None
        try:
            brief, matches = await asyncio.to_thread(self._read, brief_id, query, known)
        except BriefreaderError as error:
            self.article.clear(str(error))
            return
        self.brief = brief
        self.article.show(brief, matches, self._series_place(brief.entry))
        self.follow_brief()

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
        mentions = article.brief.annotation.mentions if article.brief else ()
        self.status.legend = frozenset(mention.type for mention in mentions)

    def open_anywhere(self, brief_id: str) -> None:
        """Open a brief, in the list or not."""
        if self.sidebar.brief_id == brief_id or not self.sidebar.select(brief_id):
            self.open_brief(brief_id)

    @on(CardScreen.BriefAsked)
    def open_asked(self, event: CardScreen.BriefAsked) -> None:
        """Open the brief that was picked from a dossier."""
        self.open_anywhere(event.brief_id)

    @on(CardScreen.NamesChanged)
    def read_anew(self, event: CardScreen.NamesChanged) -> None:
        """Read the open brief again with what is known by name now."""
        if self.brief is not None:
            brief_id, self.brief = self.brief.entry.id, None
            self.open_brief(brief_id)
        self.status.message = event.told

    def _series_place(self, entry: Entry) -> tuple[int, int] | None:
        ids = [other.id for other in self._meetings.series(entry)]
        return (ids.index(entry.id) + 1, len(ids)) if entry.id in ids else None

    def action_meeting(self, step: int) -> None:
        """Open the next or the previous meeting of the series."""
        if self.brief is None:
            return
        series = self._meetings.series(self.brief.entry)
        at = next((at for at, entry in enumerate(series) if entry.id == self.brief.entry.id), None)
        if at is None:
            self.status.message = "this brief belongs to no series"
        elif not 0 <= at + step < len(series):
            self.status.message = f"the {'last' if step > 0 else 'first'} meeting of {series[at].series} here"
        else:
            self.open_anywhere(series[at + step].id)

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
