"""The briefs that the reader opens: from the list, from its cursor, and from outside of the list."""

from textual import events, on

from briefreader.counts import counted
from briefreader.library import Library, Session
from briefreader.model import KeptNote, Sort
from briefreader.ui.panes.article_place import ArticlePlace
from briefreader.ui.panes.hit_rows import briefs_of
from briefreader.ui.panes.on_top import BriefPicked
from briefreader.ui.screens.reader_panes import ReaderPanes
from briefreader.ui.widgets.cursor_view import CursorView


class OpeningBriefs(ReaderPanes):
    """Opens briefs in the article pane, and keeps the list's cursor on the open one."""

    def __init__(self, library: Library, query: str = "", brief_id: str | None = None) -> None:
        super().__init__(library)
        self._first_query = query
        self._first_brief = brief_id
        self._opened: tuple[str | None, str] = (None, "")
        self._asked = self.search_bar.asked
        self._query_of_opening = ""
        """The query in the bar when a brief was last opened."""
        self._session: Session | None = None
        self._row_brief: str | None = None
        """The brief under the list's cursor when a brief was last opened."""

    def restore(self, session: Session) -> None:
        """Begin where the last session was left, with the list focused."""
        self._session = session
        self._first_query = session.query
        self._first_brief = None if session.group else session.brief_id

    def begin(self) -> None:
        """Focus the list, and search for the first query; that of the last session only once briefs are listed."""
        self.set_focus(self.brief_list)
        if self._session is None:
            self.search_bar.input.value = self._first_query
            return
        if brief_id := self._session.brief_id:
            self.article.open_next_at(brief_id, ArticlePlace(self._session.offset, self._session.match))
        self.search_bar.begin_with(self._first_query)

    def show_rows(self) -> None:
        """Bring list, counter and status line up to date with entries and results."""
        self.search_bar.show_count(len(self.brief_list.overview.entries))
        self.show_understood()
        kept = self._kept
        # Until the first key, the cursor stays on the brief asked for at the start, else on the first row, however the
        # list grows.
        brief_id = (kept or self.brief_list.brief_id) if self._used else self._first_brief
        is_outside = kept is not None and kept != self._row_brief
        if self.search_bar.asked != self._asked and self.search_bar.order == "relevance" and not is_outside:
            kept = brief_id = None  # the best hit comes first
        self._asked = self.search_bar.asked
        self.brief_list.show(self.search_bar.results, brief_id, self.search_bar.is_typed, stays=is_outside)
        if not self._used and self._session is not None:
            self.brief_list.select_group(self._session.group)
        elif not self._used and self._first_brief and self.brief_list.brief_id == self._first_brief:
            self.panes.go_to_article()
        self._open(kept or self.brief_list.brief_id)

    @on(events.DescendantFocus)
    def show_understood(self) -> None:
        """Show the query as it was read while it is being typed; the legend is shown at other times."""
        results = self.search_bar.results
        self.status.understood = results.understood if results and self.search_bar.input.has_focus else ""

    @property
    def _query_shown(self) -> str:
        return self.search_bar.input.value if self.search_bar.results else ""

    @on(CursorView.CursorMoved, "#brief-list")
    def open_highlighted(self) -> None:
        """Open the brief under the cursor, unless new rows moved the cursor there and have opened it already."""
        here = self.brief_list.brief_id
        if here != self._row_brief or (self._opened[0] == here and self._opened[1] != self._query_shown):
            self._open(here)

    @on(CursorView.Chosen, "#brief-list")
    def open_clicked(self) -> None:
        """Open the brief of a row that was clicked while another brief is open."""
        if self._opened[0] != self.brief_list.brief_id:
            self._open(self.brief_list.brief_id)

    @property
    def _kept(self) -> str | None:
        """The open brief, which stays open whatever the list holds until the cursor moves or another query is typed."""
        same_query = self.search_bar.query_text in ("", self._query_of_opening)
        if not self._used or not same_query or self.brief_list.brief_id != self._row_brief:
            return None
        brief_id = self._opened[0]
        is_removed = all(entry.id != brief_id for entry in self.brief_list.overview.entries)
        return None if is_removed else brief_id

    def _open(self, brief_id: str | None) -> None:
        """Open a brief, and tell whether the row under the list's cursor stands for it."""
        row, self._row_brief = self.brief_list.selected_row, self.brief_list.brief_id
        self._query_of_opening = self.search_bar.query_text
        self.brief_list.is_away = brief_id is not None and (row is None or brief_id not in briefs_of(row))
        self.status.outside = self._outside_of_list if self.brief_list.is_away else ""
        self.open_brief(brief_id)

    @property
    def _outside_of_list(self) -> str:
        """Words that say of a brief that the list does not hold it."""
        results = self.search_bar.results
        return f"not among the {counted(results.total, 'hit')}" if results else "not in this list"

    @property
    def opened_id(self) -> str | None:
        """The ID of the brief that was opened last; the article may still be reading it."""
        return self._opened[0]

    def open_before_search(self, brief_id: str | None, query: str, order: Sort) -> None:
        """Open a brief with the matches of a query whose results are still to come, and keep it open when they do."""
        self._asked = self.search_bar.query_text, order  # the best hit does not come first now
        self._row_brief, self._query_of_opening = self.brief_list.brief_id, query
        self.open_brief(brief_id, query)

    def open_brief(self, brief_id: str | None, query: str | None = None) -> None:
        """Open a brief with the matches of a query, by default of the one whose results are shown."""
        self._opened = (brief_id, self._query_shown if query is None else query)
        self.article.open(*self._opened, self.brief_list.overview)

    def open_in_list(self, brief_id: str) -> None:
        """Open a brief and move the list's cursor to it, if the list holds it."""
        self.brief_list.select(brief_id)
        self._open(brief_id)

    @on(BriefPicked)
    def open_picked(self, event: BriefPicked) -> None:
        """Open the brief that was picked from a screen on top."""
        self.article.highlight_next(event.span)
        self.panel.kind = ""
        self.open_in_list(event.brief_id)
        self.panes.go_to_article()

    def open_noted(self, kept: KeptNote) -> None:
        """Open the brief of a note at its passage, and leave the panel as it is."""
        if kept.brief is None:
            self.status.message = f"{kept.title} is no longer in the library; its note is kept"
            return
        here = self.article.brief
        if here is not None and here.entry.id == kept.brief:
            self.article.highlight = kept.span
        else:
            self.article.highlight_next(kept.span)
            self.open_in_list(kept.brief)
        self.panes.go_to_article()
        if kept.lost:
            self.status.message = "the passage of this note is no longer in the text; its words are kept in the note"
