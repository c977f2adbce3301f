"""The reader's screen: search bar over list and article over status line, and the messages between them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events, on
from textual.widgets import Input

from briefreader.library import Library
from briefreader.ui.background import Notice
from briefreader.ui.key_table import running_keys
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import ORDERS
from briefreader.ui.panes.changes import LibraryChanged
from briefreader.ui.panes.meeting_actions import MeetingActions
from briefreader.ui.panes.name_actions import NameActions
from briefreader.ui.panes.saved_search_list import visit_notice
from briefreader.ui.panes.search_bar import SearchBar
from briefreader.ui.panes.side_panel import BRIEF_LISTS, FACETS, NOTES, OUTLINE, SAVED, SidePanel
from briefreader.ui.screens.opening_briefs import OpeningBriefs
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.library_watcher import LibraryWatcher

if TYPE_CHECKING:
    from briefreader.ui.panes.history_actions import HistoryActions


class ReaderScreen(OpeningBriefs):
    """Passes state down to the panes, which act on their own keys and answer with messages."""

    def __init__(self, library: Library, query: str = "", brief_id: str | None = None) -> None:
        super().__init__(library, query, brief_id)
        self._visited = ""

    def on_mount(self) -> None:
        """Focus the list; everything that takes time comes after the first paint."""
        self.watch(self.search_bar, "results", self.show_rows, init=False)
        self.begin()
        self.call_after_refresh(self.library_watcher.start)

    @cached_property
    def history(self) -> HistoryActions:
        """The history of the places to which a person has gone; the first paint needs none."""
        from briefreader.ui.panes.history_actions import HistoryActions
        from briefreader.ui.screens.reader_places import ReaderPlaces

        places = ReaderPlaces(self)
        return HistoryActions(self, places.present, places.show, places.name)

    def note_use(self, key: str = "") -> None:
        """Take note of a key or click, and of the place before it."""
        super().note_use(key)
        self.history.note_use()

    @on(events.DescendantFocus)
    def settle_in_article(self) -> None:
        """Take note that the person has gone into the article."""
        if self.focused is self.article:
            self.history.settle()

    @on(CursorView.Chosen)
    async def action_read(self) -> None:
        """Search for the query of the line picked in the panel; else go to the article, and there to its heading.

        In the article, show the next found place.
        """
        picked = self._picked
        if self.find_bar and self.find_bar.go_on():
            return
        if self.article.has_focus and self.note_marks.here:
            await self.notes.action_note()
            return
        if picked is None and self.brief_list.has_focus and self.brief_list.takes_turn:
            self.brief_list.turn()
            return
        if picked is not None and picked.span is not None and self.panel.kind == OUTLINE:
            self.article.go_to_heading(picked.span)
        if picked is not None and self.panel.kind == FACETS and self.panel.facets.open(picked):
            return
        if picked is not None and self.panel.draft:
            await self.notes.action_note()
            return
        if picked is not None and (noted := self.panel.note):
            self.open_noted(noted)
            return
        if picked is None or picked.query is None:
            self.panes.go_to_article()
            return
        kind, self._visited = self.panel.kind, ""
        if kind == FACETS:
            self.panel.facets.letters = ""
        else:
            self.panes.close_panel()
        if kind == SAVED:
            self._visited = picked.query
            self.search_bar.visit(picked.query)
        self.search_bar.input.value = picked.query

    def action_match(self, step: int) -> None:
        """Show the next mention of the name picked in the panel, else the next found place, else the next match."""
        mention = self._picked.mention if self._picked else None
        if mention is not None and self.panel.kind == "names":
            self.article.go_to_mention(mention.canonical, step)
        elif self.article.sought:
            self.article.go_to_found(step)
        else:
            self.article.go_to_match(step)

    def action_sort(self) -> None:
        """Go round the orders of the list; sort hits by date or by relevance."""
        bar = self.search_bar
        if bar.results is None:
            orders = [*ORDERS]
            self.brief_list.order = orders[(orders.index(self.brief_list.order) + 1) % len(orders)]
            self.show_rows()
            self.status.message = ORDERS[self.brief_list.order]
        else:
            bar.order = "relevance" if bar.order == "date" else "date"
            bar.search()
            self.status.message = "most relevant first" if bar.order == "relevance" else "newest first"

    def action_meeting(self, step: int) -> None:
        """Open the next or the previous meeting of the series."""
        if self.article.brief is None:
            return
        entry, overview = self.article.brief.entry, self.brief_list.overview
        position, series = overview.position(entry.id), overview.series(entry.id)
        number = max(1, min(position[0] + step, len(series))) if position else 0
        if position is None:
            self.status.message = "this brief belongs to no series"
        elif number == position[0]:
            self.status.message = f"this is the {'last' if step > 0 else 'first'} meeting of {entry.series} here"
        else:
            self.history.leave()
            self.open_in_list(series[number - 1].briefs[0].id)

    def action_address(self) -> None:
        """Show the address that the text came from, and those of its links."""
        from briefreader.ui.screens.address import AddressScreen, has_addresses  # the first paint needs none

        brief = self.article.brief
        if brief and has_addresses(brief):
            self.app.push_screen(AddressScreen(brief), self._copy_address)
        else:
            self.status.message = "this brief has no source address and no links"

    def _copy_address(self, address: str | None) -> None:
        if address is not None:
            self.copying.copy_text(address, f"copied {address}")

    def action_help(self) -> None:
        """Show every key."""
        from briefreader.ui.screens.key_help import KeyHelpScreen  # the first paint needs none

        self.app.push_screen(KeyHelpScreen(running_keys()))

    @on(Notice)
    def show_notice(self, event: Notice) -> None:
        """Show a message of a pane."""
        self.status.message = event.text

    @on(LibraryWatcher.OverviewRead)
    def show_overview(self, event: LibraryWatcher.OverviewRead) -> None:
        """Show the list of briefs, and the facts that a person states now of the open one."""
        before, self.brief_list.overview = self.brief_list.overview, event.overview
        self.reading.update_signs()
        if brief := self.article.brief:
            meetings = before.meeting(brief.entry.id), event.overview.meeting(brief.entry.id)
            if meetings[0] != meetings[1] and any(meeting and meeting.stated for meeting in meetings):
                self.article.outdate()
        if self.search_bar.query_text:
            self.search_bar.search()
        else:
            self.show_rows()

    @on(LibraryWatcher.Progressed)
    def show_progress(self, event: LibraryWatcher.Progressed) -> None:
        """Show the progress of the indexing."""
        self.status.progress = event.progress

    @on(LibraryWatcher.UpToDate)
    def show_up_to_date(self) -> None:
        """Report the end of an update that a person asked for."""
        counter = self.search_bar.counter if self.search_bar.results is None else "the index"
        self.status.message = f"up to date: {counter}"

    @on(Input.Changed)
    def query_changed(self, event: Input.Changed) -> None:
        """Unmark new hits of a saved search once another query is typed, and count the facets again."""
        if event.value != self._visited:
            self._visited, self.brief_list.new_ids = "", frozenset()
        if self.panel.kind == FACETS:
            self.update_panel()

    @on(SearchBar.SavedSearchVisited)
    def mark_new(self, event: SearchBar.SavedSearchVisited) -> None:
        """Mark the new hits of a saved search."""
        self.brief_list.new_ids = event.search.new
        self.status.message = visit_notice(event.search)

    @on(CursorView.CursorMoved, "#panel")
    def highlight_picked(self) -> None:
        """Highlight in the article the place that the line under the panel's cursor refers to, or go to its heading.

        The outline opens on the heading that one reads under, and the article stays where it is.
        """
        self.article.drop_passage()  # y takes the line of the panel now
        place = self.panel.evidence if self.article.brief else None
        if place is None or self.panel.kind != OUTLINE:
            self.article.highlight = place
        elif self.panel.cursor != self.article.heading_number:
            self.article.go_to_heading(place)

    @on(ArticleView.Opened)
    def list_annotations(self) -> None:
        """Bring the panel and the signs of notes up to date with the open brief."""
        self.call_after_refresh(self.read_notes)
        if self.panel.kind in BRIEF_LISTS:
            self.update_panel()

    def read_notes(self) -> None:
        """Show the signs of the notes on the open brief."""
        self.note_marks.read()

    @on(ArticleView.Moved)
    def show_position(self) -> None:
        """Show the position in the brief, and the types of its names as they are marked."""
        self.status.position = self.article.position
        if self.find_bar:
            self.find_bar.show_count()
        self.status.heading = self.article.heading
        self.status.marking = self.article.marking
        self.status.legend = frozenset(mention.type for mention in self.article.mentions)

    @on(MeetingActions.MeetingsChanged)
    def list_again(self, event: MeetingActions.MeetingsChanged) -> None:
        """List the corrected meetings, and show their facts in the open brief."""
        self.status.message = event.text
        self.library_watcher.show_meetings()

    @on(NameActions.NamesChanged)
    def read_again(self, event: NameActions.NamesChanged | LibraryChanged) -> None:
        """Read the open brief again with the changed lists of names, and update the index."""
        self.read_with_new_names()
        self.status.message = event.text
        self.library_watcher.show_meetings()
        self.library_watcher.look_soon()

    @on(LibraryChanged)
    def show_change(self, event: LibraryChanged) -> None:
        """Bring index, marks of briefs and notes up to date with a change, as far as it may concern them."""
        self.status.message = event.text
        if event.what == "anything":
            self.read_again(event)
            self.reading.update_signs()
        elif event.what == "briefs":
            self.library_watcher.look_soon()
        if event.what in ("notes", "anything"):
            self.note_marks.read(quietly=True)
        if self.panel.kind == NOTES or (self.panel.kind == SAVED and event.what in ("searches", "anything")):
            self.update_panel()

    @on(SidePanel.NoteWished)
    def copy_or_remove_note(self, event: SidePanel.NoteWished) -> None:
        """Copy or remove the note that is picked in the panel."""
        if event.wish == "remove":
            self.notes.remove_note(event.kept)
        else:
            self.notes.copy_note(event.kept, lambda text: self.copying.copy_text(text, "copied the note"))

    @on(LibraryWatcher.NamesEdited)
    def read_with_new_names(self) -> None:
        """Read the open brief again with the changed lists of names."""
        if self.article.brief is not None:
            self.article.outdate()
            self.open_brief(self.article.brief.entry.id)
