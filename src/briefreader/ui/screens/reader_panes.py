"""The panes of the reader's screen, and the commands that open them and go from one to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.widgets import Input

from briefreader.library import Library
from briefreader.model import Mention, ReadOnlyError
from briefreader.ui.key_bindings import bindings
from briefreader.ui.key_commands import WRITING_ACTIONS, Command
from briefreader.ui.key_table import unknown_key
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.meeting_actions import MeetingActions
from briefreader.ui.panes.name_actions import NameActions
from briefreader.ui.panes.pane_layout import PaneLayout
from briefreader.ui.panes.reading_actions import ReadingActions
from briefreader.ui.panes.search_bar import SearchBar
from briefreader.ui.panes.side_panel import BRIEF_LISTS, OUTLINE, SidePanel
from briefreader.ui.panes.status_line import StatusLine
from briefreader.ui.panes.view_memory import ViewMemory
from briefreader.ui.screens.key_count import KeyCount, counted_actions
from briefreader.ui.screens.late_actions import LateActions
from briefreader.ui.widgets.library_watcher import LibraryWatcher
from briefreader.ui.widgets.pick_list import PickLine

if TYPE_CHECKING:
    from textual import events

    from briefreader.ui.panes.find_bar import FindBar

MOVING_FOCUS = ("outside_fields", "search", "back", "read", "switch_pane")
"""The actions that are looked at before the widget with the focus gets the key."""


class ReaderPanes(LateActions):
    """Search bar over list and article over status line, without the messages between them."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self.search_bar = SearchBar(library)
        self.brief_list = BriefList(library, id="brief-list")
        self.panel = SidePanel(library, id="panel")
        self.article = ArticleView(library, id="article")
        self.panes = PaneLayout(self.brief_list, self.panel, self.article)
        self.status = StatusLine(id="status")
        self.names = NameActions(library, self._selected_name, lambda: self.article.brief)
        self.marked = MarkedBriefs(self.brief_list, self._read_brief)
        self.meetings = MeetingActions(library, self.brief_list, self.marked)
        self.library_watcher = LibraryWatcher(library)
        self.reading = ReadingActions(
            library, self.brief_list, self.marked, self.article, lambda: self.library_watcher.is_complete
        )
        self.memory = ViewMemory(library, self.search_bar, self.brief_list, self.panes, self.article, self.reading)
        self.count = KeyCount(self.status)
        self.find_bar: FindBar | None = None
        """The line for words that are looked for in the article, made when it is first needed."""
        self._used = False

    def bind(self, commands: Iterable[Command]) -> None:
        """Bind commands to their keys."""
        self._bindings = bindings(commands, self._bindings)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield self.search_bar
        yield self.panes
        yield self.status
        yield self.names
        yield self.meetings
        yield self.reading
        yield self.library_watcher
        yield self.memory

    def note_use(self, key: str = "") -> None:
        """Take note of a key by its name, or of a click: the person has read the last message."""
        self._used = True
        self.status.message = ""
        self.memory.note_use()
        self.count.note_key(key)

    def on_key(self, event: events.Key) -> None:
        """Add a digit that no text field has taken to the count before a command, and answer unknown keys."""
        if self.count.take(event.key):
            event.stop()
        elif told := unknown_key(event, self):
            self.status.message = told

    async def action_counted(self, action: str) -> None:
        """Run an action as many times as the count says, or by that many steps; go to the line of that number."""
        for each in counted_actions(action, self.count.of_last_key):
            await self.app.run_action(each, self)

    @property
    def _picked(self) -> PickLine | None:
        """The line under the panel's cursor while the panel has the focus."""
        return self.panel.picked if self.panel.has_focus else None

    async def action_in_pane(self, action: str) -> None:
        """Run an action such as `article.page(1)` in the focused pane if it has one of that name, else in the pane."""
        if action in WRITING_ACTIONS and self._library.read_only:
            self.status.message = str(ReadOnlyError())
            return
        pane, _, action = action.partition(".")
        if self.focused is None or not await self.app.run_action(action, self.focused):
            await self.app.run_action(action, self.panes.left_pane if pane == "left_pane" else getattr(self, pane))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys that type to a text field, but not `/` to an empty search bar, nor find; leave all to a note."""
        if self.is_writing_note:
            return action not in MOVING_FOCUS
        if action != "outside_fields" or not isinstance(self.focused, Input) or parameters == ("find",):
            return True
        return parameters == ("search",) and self.focused is self.search_bar.input and not self.search_bar.input.value

    async def action_outside_fields(self, action: str) -> None:
        """Run an action while no text field has the focus."""
        await self.app.run_action(action, self)

    def action_search(self) -> None:
        """Go to the search bar and show the list."""
        self.panes.reading = False
        self.panel.kind = ""
        self.set_focus(self.search_bar.input)
        self.search_bar.input.cursor_position = len(self.search_bar.input.value)

    def action_back(self) -> None:
        """Do the first that applies: drop the count, the words that are looked for or the passage; leave the article.

        Then come closing the panel, unmarking the rows and clearing the query.
        """
        if self.count.of_last_key or (self.find_bar and self.find_bar.drop()) or self.article.drop_passage():
            return
        if self.panes.in_article:
            self.panes.go_to_list()
        elif self.panel.kind:
            if not self.panel.clear():
                self.panes.leave_panel()
        elif self.brief_list.marks:
            self.marked.unmark()
        elif self.search_bar.input.value:
            self.search_bar.input.value = ""
        else:
            self.panes.go_to_list()

    async def action_find(self) -> None:
        """Ask for words to look for in the article."""
        if self.article.brief is None:
            self.status.message = "there is no article to look in"
            return
        self.panes.go_to_article()
        if self.find_bar is None:
            from briefreader.ui.panes.find_bar import FindBar  # the first paint needs none

            self.find_bar = FindBar(self.article, self.status)
            await self.mount(self.find_bar, after=self.status)
        self.find_bar.open()

    def action_switch_pane(self) -> None:
        """Switch between list and article; go from the search bar to the list."""
        self.panes.switch_pane()

    async def action_panel(self, kind: str) -> None:
        """Open the panel on one kind of list, or close it."""
        if kind == self.panel.kind:
            self.panes.leave_panel()
        elif self.article.brief is not None or kind not in BRIEF_LISTS:
            if not self.panel.has_focus:
                self.panes.panel_from_article = self.article.has_focus
            with self.app.batch_update():  # lines that are found soon are painted with the panel, not after it
                self.panel.kind = kind
                self.update_panel()
                self.panes.go_to_list()
                await self.panel.until_listed()

    def update_panel(self) -> None:
        """Bring the panel up to date with the brief or the query."""
        if self.panel.kind not in BRIEF_LISTS:
            self.panel.show_search(self.panel.kind, self.search_bar.input.value, self.search_bar.is_typed)
        elif self.article.brief is not None:
            start = self.article.heading_number if self.panel.kind == OUTLINE else 0
            meeting = self.brief_list.overview.meeting(self.article.brief.entry.id)
            name = meeting.name if meeting else None
            self.panel.show_brief(self.article.brief, self.panes.width_of_left_pane, start, name)

    def _selected_name(self) -> Mention | None:
        return self._picked.mention if self._picked else self.article.selected_name

    def _read_brief(self) -> str | None:
        """Return the ID of the open brief while the list has not the focus."""
        return None if self.brief_list.has_focus or self.article.brief is None else self.article.brief.entry.id
