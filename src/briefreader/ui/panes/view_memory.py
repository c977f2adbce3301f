"""Restores the setup of the reader, and writes its changes while the reader is used and at its end."""

from contextlib import suppress
from functools import partial
from threading import Lock

from textual.timer import Timer
from textual.widget import Widget

from briefreader.library import Library, Session, View
from briefreader.model import ReadOnlyError
from briefreader.ui.background import READERS
from briefreader.ui.palette import no_color
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.article_window import LONGEST_LINE
from briefreader.ui.panes.brief_list import ORDERS, BriefList
from briefreader.ui.panes.list_rows import GroupRow, fold_key
from briefreader.ui.panes.pane_layout import PaneLayout
from briefreader.ui.panes.reading_actions import ReadingActions
from briefreader.ui.panes.search_bar import SORTS, SearchBar

PAUSE = 2.0
"""Seconds after a key until a change is written."""


class ViewMemory(Widget):
    """An invisible widget that knows the view and the session as the files have them."""

    def __init__(
        self,
        library: Library,
        search_bar: SearchBar,
        brief_list: BriefList,
        panes: PaneLayout,
        article: ArticleView,
        reading: ReadingActions,
    ) -> None:
        super().__init__()
        self.display = False
        self._remembered = library.remembered
        self._setting, self._themes = library.settings.theme, library.settings.theme_names
        self._width_setting = library.settings.text_width
        self._last_session = library.last_session
        self._reading = reading
        self._search_bar, self._brief_list, self._panes, self._article = search_bar, brief_list, panes, article
        self._written = self._remembered.read()
        self._first_theme = self._written.theme
        self._session_written: Session | None = None
        self._is_used = False
        self._writing = Lock()
        self._timer: Timer | None = None
        self._restore(self._written)
        search_bar.input.past.begin_with(self._last_session.read().queries)

    def _restore(self, view: View) -> None:
        self._brief_list.order = next((each for each in ORDERS if each == view.order), self._brief_list.order)
        self._brief_list.by_name = view.by_name
        self._brief_list.folds = set(view.folds)
        self._brief_list.with_snippets = view.snippets
        self._search_bar.order = next((each for each in SORTS if each == view.sort), self._search_bar.order)
        width, former_setting = view.text_width or (self._first_width, self._width_setting)
        at_first = width if former_setting == self._width_setting else self._first_width
        self._article.set_reactive(ArticleView.text_width, at_first)
        self._panes.share, self._panes.whole_screen = view.share, view.whole_screen

    def on_mount(self) -> None:
        """Take the view as it is now for the one that the file has."""
        self._written = self._view

    def theme(self, setting: str) -> str:
        """Return the theme that was chosen last, unless the settings name another one since."""
        name, former_setting = self._first_theme or ("", "")
        return name if name in self._themes and former_setting == setting else setting

    @property
    def _first_width(self) -> int:
        """The longest line of an article unless a person chooses another one by a key."""
        return self._width_setting or LONGEST_LINE

    @property
    def _view(self) -> View:
        theme, width = self._first_theme, self._article.text_width
        if self.app.theme != self.theme(self._setting) and not no_color():
            theme = (self.app.theme, self._setting)
        return View(
            theme=theme,
            share=self._panes.share,
            text_width=None if width == self._first_width else (width, self._width_setting),
            whole_screen=self._panes.whole_screen,
            snippets=self._brief_list.with_snippets,
            order=self._brief_list.order,
            by_name=self._brief_list.by_name,
            sort=self._search_bar.order,
            folds=frozenset(self._brief_list.folds),
        )

    def note_use(self) -> None:
        """Look for a change soon: a person has pressed a key or a button of the mouse."""
        self._is_used = True
        if self._timer is None and self.is_running:
            self._timer = self.set_timer(PAUSE, self._look)

    def _look(self) -> None:
        self._timer = None
        READERS.run(partial(self._write, self._view, self._session))

    def on_unmount(self) -> None:
        """Write the last change."""
        self._write(self._view, self._session)

    @property
    def _session(self) -> Session | None:
        """The present state of the session, None before a person does something and while nothing is shown."""
        brief, row = self._article.brief, self._brief_list.selected_row
        query, queries = self._search_bar.query_text, self._search_bar.queries
        if brief is None or not self._is_used:
            finds_nothing = self._search_bar.results is not None and row is None
            return Session(query, queries=queries) if self._is_used and finds_nothing else None
        is_group = isinstance(row, GroupRow) and row.id == brief.entry.id
        group = fold_key(row) if is_group and row else None
        place = self._reading.place_of(brief.entry.id)
        return Session(query, brief.entry.id, place, self._article.match, group or "", queries)

    def _write(self, view: View, session: Session | None) -> None:
        """Write view and session if they have changed; where a file cannot be written, nothing is remembered."""
        with self._writing:
            if session is not None and self._session_written != session:
                with suppress(OSError, ReadOnlyError):
                    self._last_session.write(session)
                self._session_written = session
            if self._written != view:
                with suppress(OSError, ReadOnlyError):
                    self._remembered.write(self._written, view)
                self._written = view
