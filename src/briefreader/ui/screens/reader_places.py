"""The place where a person is in the reader, and the way to one from the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.model import Entry
from briefreader.ui.panes.history import (
    AgendaPlace,
    DossierPlace,
    Pane,
    Place,
    PlaceOnTop,
    RedlinePlace,
    SeriesPlace,
    TracePlace,
)
from briefreader.ui.panes.side_panel import BRIEF_LISTS
from briefreader.ui.widgets.text_layout import shortened

if TYPE_CHECKING:
    from briefreader.ui.screens.opening_briefs import OpeningBriefs

LONGEST_NAME = 36
"""Cells of a place before its query, in the status line."""

AROUND_NAME, LEAST_ROOM = 34, 12
"""Cells of the status line that other words take beside the name of a place, and those that are left for it."""


class ReaderPlaces:
    """The place of a person in a reader, for its history."""

    def __init__(self, reader: OpeningBriefs) -> None:
        self._reader = reader

    def present(self) -> Place:
        """Return the place where the person is."""
        reader = self._reader
        bar, brief_id, brief = reader.search_bar, reader.opened_id, reader.article.brief
        pane: Pane = (
            "search" if reader.focused is bar.input else "article" if reader.focused is reader.article else "list"
        )
        return Place(
            bar.query_text,
            bar.order,
            bar.is_typed,
            brief_id,
            reader.article.place if brief is not None and brief.entry.id == brief_id else None,
            pane,
            reader.panel.kind,
            reader.panel.cursor if reader.panel.kind else 0,
            self._on_top(),
        )

    def _on_top(self) -> tuple[PlaceOnTop, ...]:
        """Return the places in the screens that are shown; without any, they are not imported."""
        if len(self._reader.app.screen_stack) < 2:
            return ()
        from briefreader.ui.screens.place_screen import places_on_top

        return places_on_top(self._reader.app)

    def show(self, place: Place) -> None:
        """Show the query, the brief, the panel, and the screens on top of a place."""
        reader = self._reader
        for _ in self._on_top():
            reader.app.pop_screen()
        if place.brief_id is not None and place.article is not None:
            reader.article.open_next_at(place.brief_id, place.article)
        reader.panel.start_next = place.panel_cursor
        reader.panel.kind = place.panel
        if reader.search_bar.show_query(place.query, place.sort, place.typed):
            reader.open_before_search(place.brief_id, place.query, place.sort)
        elif place.brief_id is not None:
            reader.open_in_list(place.brief_id)
        if place.panel and place.panel not in BRIEF_LISTS:
            reader.update_panel()  # a list of the brief is shown when that is open
        if place.pane == "article":
            reader.panes.go_to_article()
        else:
            reader.panes.go_to_list()
        for each in place.on_top:
            if isinstance(each, DossierPlace):
                reader.names.show(each)
            elif isinstance(each, RedlinePlace):
                reader.comparing.show(each)
            else:
                reader.series.show(each)

    def name(self, place: Place) -> str:
        """Return the brief of a place with its query, or its dossier or panel, as long as the window has room."""
        reader = self._reader
        room = max(LEAST_ROOM, reader.size.width - AROUND_NAME)
        entries = reader.brief_list.overview.entries
        entry = next((entry for entry in entries if entry.id == place.brief_id), None)
        name = caption(entry) if entry else place.brief_id or "no brief"
        if place.on_top:
            series = entry.series if entry else None
            return shortened(_name_on_top(place.on_top[-1], name, series), room)
        if place.panel:
            name = f"{place.panel}, {name}"
        if place.query:
            name = f"{shortened(name, LONGEST_NAME)} for {place.query}"
        return shortened(name, room)


def _name_on_top(place: PlaceOnTop, brief: str, series: str | None) -> str:
    """Return a screen on top in words, with the name of the open brief or of its series where it has no other."""
    if isinstance(place, DossierPlace):
        return f"about {place.name}"
    if isinstance(place, TracePlace):
        return f"“{place.phrase}”"
    if isinstance(place, AgendaPlace):
        return "promised meetings"
    if isinstance(place, SeriesPlace):
        return f"series {series}" if series else f"series of {brief}"
    return f"{'redline' if isinstance(place, RedlinePlace) else 'phrases'} of {brief}"


def caption(entry: Entry) -> str:
    """Return the series of a brief with its number in it, or else its title."""
    return f"{entry.series} {entry.ordinal}" if entry.series and entry.ordinal else entry.title
