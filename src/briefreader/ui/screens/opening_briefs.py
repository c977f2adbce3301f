"""The briefs that the reader opens: from the list, from its cursor, and from outside of the list."""

from textual import events, on

from briefreader.library import Library
from briefreader.ui.panes.name_actions import NameActions
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

    def show_rows(self) -> None:
        """Bring list, counter and status line up to date with entries and results."""
        self.search_bar.show_count(len(self.brief_list.overview.entries))
        self.show_understood()
        # Until the first key, the cursor stays on the brief asked for at the start, else on the first row, however the
        # list grows.
        brief_id = self.brief_list.brief_id if self._used else self._first_brief
        if self.search_bar.asked != self._asked and self.search_bar.order == "relevance":
            brief_id = None  # the best hit comes first
        self._asked = self.search_bar.asked
        self.brief_list.show(self.search_bar.results, brief_id, self.search_bar.is_typed)
        if self._first_brief and self.brief_list.brief_id == self._first_brief and not self._used:
            self.panes.go_to_article()
        self.open_brief(self.brief_list.brief_id)

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
        if self._opened != (self.brief_list.brief_id, self._query_shown):
            self.open_brief(self.brief_list.brief_id)

    def open_brief(self, brief_id: str | None) -> None:
        """Open a brief with the matches of the query whose results are shown."""
        self._opened = (brief_id, self._query_shown)
        self.article.open(*self._opened, self.brief_list.overview)

    def open_in_list(self, brief_id: str) -> None:
        """Open a brief and move the list's cursor to it, if the list holds it."""
        if self.brief_list.brief_id == brief_id or not self.brief_list.select(brief_id):
            self.open_brief(brief_id)

    @on(NameActions.BriefPicked)
    def open_picked(self, event: NameActions.BriefPicked) -> None:
        """Open the brief that was picked from a dossier."""
        self.article.highlight_next(event.span)
        self.panel.kind = ""
        self.open_in_list(event.brief_id)
        self.panes.go_to_article()
