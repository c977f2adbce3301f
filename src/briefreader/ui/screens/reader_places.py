"""The place where a person is in the reader, and the way to one from the history."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events, on

from briefreader.model import Entry
from briefreader.ui.panes.side_panel import BRIEF_LISTS
from briefreader.ui.screens.opening_briefs import OpeningBriefs
from briefreader.ui.widgets.text_layout import shortened

if TYPE_CHECKING:
    from briefreader.ui.panes.history import Pane, Place
    from briefreader.ui.panes.history_actions import HistoryActions

LONGEST_NAME = 36
"""Cells of a place before its query, in the status line."""

AROUND_NAME, LEAST_ROOM = 34, 12
"""Cells of the status line that other words take beside the name of a place, and those that are left for it."""


class ReaderPlaces(OpeningBriefs):
    """Tells its place to the history, and goes to a place that the history returns."""

    @cached_property
    def history(self) -> HistoryActions:
        """The history of places; the first paint needs none."""
        from briefreader.ui.panes.history_actions import HistoryActions

        return HistoryActions(self, lambda: self.place, self.show_place, self._name_of)

    def note_use(self, key: str = "") -> None:
        """Take note of a key or click, and of the place before it."""
        super().note_use(key)
        self.history.note_use()

    @property
    def place(self) -> Place:
        """The place where the person is."""
        from briefreader.ui.panes.history import Place

        bar, brief_id, brief = self.search_bar, self._opened[0], self.article.brief
        pane: Pane = "search" if self.focused is bar.input else "article" if self.focused is self.article else "list"
        return Place(
            bar.query_text,
            bar.order,
            bar.is_typed,
            brief_id,
            self.article.place if brief is not None and brief.entry.id == brief_id else None,
            pane,
            self.panel.kind,
            self.panel.cursor if self.panel.kind else 0,
            self.names.dossiers,
        )

    def show_place(self, place: Place) -> None:
        """Show the query, the brief, the panel and the dossiers of a place."""
        self.names.show_dossiers(())
        if place.brief_id is not None and place.article is not None:
            self.article.open_next_at(place.brief_id, place.article)
        self.panel.start_next = place.panel_cursor
        self.panel.kind = place.panel
        if self.search_bar.show_query(place.query, place.sort, place.typed):
            self._asked = self.search_bar.query_text, place.sort  # the best hit does not come first now
            self.open_before_search(place.brief_id, place.query)
        elif place.brief_id is not None:
            self.open_in_list(place.brief_id)
        if place.panel and place.panel not in BRIEF_LISTS:
            self.update_panel()  # a list of the brief is shown when that is open
        if place.pane == "article":
            self.panes.go_to_article()
        else:
            self.panes.go_to_list()
        self.names.show_dossiers(place.dossiers)

    def _name_of(self, place: Place) -> str:
        """Return the brief of a place with its query, or its dossier or panel, as long as the window has room."""
        entries = self.brief_list.overview.entries
        entry = next((entry for entry in entries if entry.id == place.brief_id), None)
        name = caption(entry) if entry else place.brief_id or "no brief"
        if place.dossiers:
            name = f"about {place.dossiers[-1].name}"
        elif place.panel:
            name = f"{place.panel}, {name}"
        if place.query and not place.dossiers:
            name = f"{shortened(name, LONGEST_NAME)} for {place.query}"
        return shortened(name, max(LEAST_ROOM, self.size.width - AROUND_NAME))

    @on(events.DescendantFocus)
    def settle_in_article(self) -> None:
        """Take note that the person has gone into the article."""
        if self.focused is self.article:
            self.history.settle()


def caption(entry: Entry) -> str:
    """Return the series of a brief with its number in it, or else its title."""
    return f"{entry.series} {entry.ordinal}" if entry.series and entry.ordinal else entry.title
