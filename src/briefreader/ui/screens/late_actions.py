"""The invisible widgets of commands that are made when one of their commands is first used, after the first paint."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from briefreader.library import Library
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.search_bar import SearchBar
from briefreader.ui.panes.side_panel import SidePanel

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from briefreader.ui.panes.brief_removal import BriefRemoval
    from briefreader.ui.panes.compare_actions import CompareActions
    from briefreader.ui.panes.copy_actions import CopyActions
    from briefreader.ui.panes.export_actions import ExportActions
    from briefreader.ui.panes.note_actions import NoteActions
    from briefreader.ui.panes.note_marks import NoteMarks
    from briefreader.ui.panes.program_actions import ProgramActions
    from briefreader.ui.panes.series_actions import SeriesActions
    from briefreader.ui.panes.undo import Undo

    Made = TypeVar("Made", bound=Widget)


class LateActions(Screen[None]):
    """The commands for notes, removal, export, undo, copies, comparisons, series and other programs."""

    _library: Library
    search_bar: SearchBar
    brief_list: BriefList
    panel: SidePanel
    article: ArticleView
    marked: MarkedBriefs

    def _mounted(self, widget: Made) -> Made:
        self.mount(widget)
        return widget

    @cached_property
    def note_marks(self) -> NoteMarks:
        """The signs of the notes on the open brief."""
        from briefreader.ui.panes.note_marks import NoteMarks

        return self._mounted(NoteMarks(self._library, self.article))

    @cached_property
    def notes(self) -> NoteActions:
        """The commands that write notes."""
        from briefreader.ui.panes.note_actions import NoteActions

        return self._mounted(NoteActions(self._library, self.article, self.panel, self.marked, self.note_marks))

    @cached_property
    def removal(self) -> BriefRemoval:
        """The command that removes briefs."""
        from briefreader.ui.panes.brief_removal import BriefRemoval

        return self._mounted(BriefRemoval(self._library, self.brief_list, self.marked))

    @cached_property
    def export(self) -> ExportActions:
        """The command that writes a document."""
        from briefreader.ui.panes.export_actions import ExportActions

        actions = ExportActions(self._library, self.search_bar, self.brief_list, self.panel, self.marked)
        return self._mounted(actions)

    @cached_property
    def undo(self) -> Undo:
        """The command that undoes the last change."""
        from briefreader.ui.panes.undo import Undo

        return self._mounted(Undo(self._library))

    @cached_property
    def copying(self) -> CopyActions:
        """The commands that copy passages and citations."""
        from briefreader.ui.panes.copy_actions import CopyActions

        return self._mounted(CopyActions(self._library, self.article, self.panel, self.marked))

    @cached_property
    def programs(self) -> ProgramActions:
        """The commands that hand text and files to other programs."""
        from briefreader.ui.panes.program_actions import ProgramActions

        return self._mounted(ProgramActions(self._library, self.article, self.copying))

    @cached_property
    def comparing(self) -> CompareActions:
        """The command that compares briefs."""
        from briefreader.ui.panes.compare_actions import CompareActions

        return self._mounted(CompareActions(self._library, self.brief_list, self.marked, self.article))

    @cached_property
    def series(self) -> SeriesActions:
        """The commands that compare the meetings of series."""
        from briefreader.ui.panes.series_actions import SeriesActions

        actions = SeriesActions(self._library, self.article, self.brief_list, self.marked)
        return self._mounted(actions)

    @property
    def is_writing_note(self) -> bool:
        """Whether keys are typed into a note."""
        return "notes" in self.__dict__ and self.notes.has_focus_in_text

    def types_into_note(self, event: events.Event) -> bool:
        """Hand a key to the note that is being written if it was meant for it, and return whether it was."""
        return "notes" in self.__dict__ and self.notes.takes(event)
