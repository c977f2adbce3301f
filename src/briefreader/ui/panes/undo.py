"""The command that undoes the last change that a person made: of names, meetings, notes, searches, stars or briefs."""

import asyncio

from textual import work
from textual.widget import Widget

from briefreader.library import Library
from briefreader.ui.background import Notice, errors_noticed
from briefreader.ui.panes.changes import LibraryChanged

NOTHING_TO_UNDO = "there is no change to undo"


class Undo(Widget):
    """An invisible widget that undoes changes one by one."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.display = False
        self._library = library

    @work(exclusive=True, group="undo")
    async def action_undo(self) -> None:
        """Undo the last change."""
        with errors_noticed(self):
            undone = await asyncio.to_thread(self._library.undo)
            if undone is None:
                self.post_message(Notice(NOTHING_TO_UNDO))
            else:
                self.post_message(LibraryChanged(f"undone: {undone}", "anything"))
