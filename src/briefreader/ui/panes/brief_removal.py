"""The command that removes briefs: those of the marked rows, else of the row under the cursor, else the one read."""

import asyncio
import os
from collections.abc import Collection, Sequence
from pathlib import Path

from textual import work
from textual.widget import Widget

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.text import clean_line
from briefreader.ui.background import Notice, errors_noticed
from briefreader.ui.key_table import keys_of, with_keys
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.changes import LibraryChanged
from briefreader.ui.panes.list_rows import GroupRow
from briefreader.ui.panes.marked_briefs import NO_BRIEF, MarkedBriefs

UNDOES = "{undo} undoes it"


class BriefRemoval(Widget):
    """An invisible widget that removes briefs from the library."""

    def __init__(self, library: Library, brief_list: BriefList, marked: MarkedBriefs) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._list = brief_list
        self._marked = marked

    def action_remove(self) -> None:
        """Ask whether the briefs are to be removed."""
        from briefreader.ui.screens.question import QuestionScreen  # the first paint needs none

        ids = self._marked.all()
        if not ids:
            self.post_message(Notice(with_keys(NO_BRIEF)))
            return

        def answer(agreed: bool | None) -> None:
            if agreed:
                self._remove(ids)

        self.app.push_screen(QuestionScreen(self._question(ids), keys_of("remove")), answer)

    def _question(self, ids: Sequence[str]) -> str:
        """Return the question, with the title of a single brief or the number of briefs and of their meetings."""
        named = self._marked.named(ids)
        if len(ids) == 1:
            return f"Remove {named}? Enter removes it, Esc keeps it"
        meetings = {meeting.id for id in ids if (meeting := self._list.overview.meeting(id))}
        of = f" of {counted(len(meetings), 'meeting')}" if meetings else ""
        return f"Remove {named}{of}? Enter removes them, Esc keeps them"

    @work(exclusive=True, group="removal")
    async def _remove(self, ids: Sequence[str]) -> None:
        """Remove briefs in a thread, move the cursor to a brief that stays, and tell where the files are."""
        with errors_noticed(self):
            removed = await asyncio.to_thread(self._library.remove_all, ids)
            self._marked.unmark()
            self._leave({entry.id for entry, _ in removed})
            where = self._shown([path for _, path in removed])
            count = counted(len(removed), "brief")
            self.post_message(LibraryChanged(f"removed {count}, {with_keys(UNDOES)}: now in {where}", "briefs"))

    def _shown(self, paths: Sequence[Path]) -> str:
        """Return the path of a removed file, or the folder of several, relative to the library if it is inside."""
        path = Path(os.path.commonpath(paths))
        return clean_line(
            str(path.relative_to(self._library.root) if path.is_relative_to(self._library.root) else path)
        )

    def _leave(self, ids: Collection[str]) -> None:
        """Move the cursor to the next row with a brief that stays, else to the one above."""
        rows = self._list.rows  # a search can have emptied the list, which shows the lines of a notice then
        below = range(self._list.cursor, len(rows))
        above = range(min(self._list.cursor, len(rows)) - 1, -1, -1)
        for number in (*below, *above):
            row = rows[number]
            if not isinstance(row, GroupRow) and row.id not in ids:
                self._list.cursor = number
                return
