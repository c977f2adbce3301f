"""Marks briefs as read while a person reads them, and the commands that star briefs and mark them as read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Literal, NamedTuple

from textual import work
from textual.widget import Widget

from briefreader.library import Library
from briefreader.model import BriefreaderError
from briefreader.ui.background import READERS, Notice, errors_noticed, read_in_thread
from briefreader.ui.key_table import key_of, with_keys
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.marked_briefs import NO_BRIEF, MarkedBriefs
from briefreader.ui.panes.reading_signs import ReadingSigns

Mark = Literal["star", "read"]


class _OpenBrief(NamedTuple):
    """The open brief, with the places at which it was opened and at which it is read now, as offsets of the text."""

    brief_id: str
    first: int
    offset: int


class ReadingActions(Widget):
    """An invisible widget; a brief counts as read once a person has gone into its article or paged to its end.

    `is_complete` tells whether all briefs of the library are listed.
    """

    def __init__(
        self,
        library: Library,
        brief_list: BriefList,
        marked: MarkedBriefs,
        article: ArticleView,
        is_complete: Callable[[], bool],
    ) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._list, self._marked, self._article = brief_list, marked, article
        self._is_complete = is_complete
        self._unwritten: list[str] = []
        """The briefs that were read, which no thread has written yet."""
        self._open: _OpenBrief | None = None
        self._has_begun = False

    def on_mount(self) -> None:
        """Follow the article."""
        self.watch(self._article, "has_focus", self._note_entering, init=False)
        self.watch(self._article, "brief", self._note_brief, init=False)
        self.watch(self._article, "top", self._note_paging, init=False)

    def update_signs(self) -> None:
        """Show the signs of the briefs that are listed now; at the start, the first article goes before the signs."""
        if self._has_begun:
            self._load()

    @work(exclusive=True, group="load")
    async def _load(self) -> None:
        """Read the marks of the briefs that are listed, in a thread, and show their signs."""
        with errors_noticed(self):
            await read_in_thread(lambda: self._library.reading.load())
            self._show_signs()

    def _show_signs(self) -> None:
        """Show the signs as they are now; rows whose sign is the same are not painted."""
        self._list.signs = ReadingSigns(self._library.reading)

    def _note_entering(self, is_entered: bool) -> None:
        if is_entered:
            self._note_read()

    def _note_brief(self) -> None:
        """Take note of another brief, whose place is known after this message."""
        self.call_next(self._note_shown)

    def _note_shown(self) -> None:
        brief = self._article.brief
        if self._open is None or brief is None or brief.entry.id != self._open.brief_id:
            self._leave()
            offset = self._article.place.offset
            self._open = _OpenBrief(brief.entry.id, offset, offset) if brief else None
        if not self._has_begun:
            self._has_begun = True
            self._load()
        if self._article.has_focus:
            self._note_read()

    def _note_paging(self, before: int, top: int) -> None:
        """Take note of the place; a brief counts as read when a person comes to its end, not when it opens there."""
        brief = self._article.brief
        if brief and self._open and brief.entry.id == self._open.brief_id:
            self._open = self._open._replace(offset=self._article.place.offset)
            if before < top == self._article.last_top:
                self._note_read()

    def place_of(self, brief_id: str) -> int:
        """Return the offset of the text at which the open brief is read; the article cannot tell it at the end."""
        return self._open.offset if self._open and self._open.brief_id == brief_id else 0

    def _leave(self) -> None:
        """Keep the place of the open brief, in a thread, if a person has moved in it."""
        if self._open and self._open.offset != self._open.first:
            READERS.run(partial(self._keep_place, self._open))

    def _keep_place(self, brief: _OpenBrief) -> None:
        with suppress(BriefreaderError):
            self._library.reading.keep_place(brief.brief_id, brief.offset)

    def _note_read(self) -> None:
        """Mark the open brief as read, unless it is."""
        if brief := self._article.brief:
            self._unwritten.append(brief.entry.id)
            self._write_read()

    @work(group="write")
    async def _write_read(self) -> None:
        with suppress(BriefreaderError):  # a person who reads on is not told again and again
            await read_in_thread(self._written)
            self._show_signs()

    def _written(self) -> None:
        """Mark the briefs as read that wait for it. Raises LibraryError."""
        ids, self._unwritten = self._unwritten, []
        if ids:
            self._library.reading.mark_read(ids, True)

    def on_unmount(self) -> None:
        """Write the last place and the last marks, and the briefs that are known from now on."""
        if self._open and self._open.offset != self._open.first:
            self._keep_place(self._open)
        with suppress(BriefreaderError):
            self._written()
        with suppress(BriefreaderError):
            self._library.reading.end_visit(complete=self._is_complete())

    def action_star(self) -> None:
        """Star the briefs of the marked rows, else of the row under the cursor, else the one that is read.

        Of a meeting its face is starred. Where all of them are starred, the stars are taken away.
        """
        self._turn(self._marked.faces(), self._marked.all(), "star")

    def action_unread(self) -> None:
        """Mark these briefs as read, or as unread where all of them were read."""
        self._turn(self._marked.faces(), self._marked.all(), "read")

    @work(exclusive=True, group="turn")
    async def _turn(self, faces: Sequence[str], briefs: Sequence[str], mark: Mark) -> None:
        if not briefs:
            self.post_message(Notice(with_keys(NO_BRIEF)))
            return
        with errors_noticed(self):
            told = await read_in_thread(partial(self._turned, faces, briefs, mark))
            self._show_signs()
            self.post_message(Notice(told))

    def _turned(self, faces: Sequence[str], briefs: Sequence[str], mark: Mark) -> str:
        """Give briefs a mark, or take it away if the rows have it already; return a sentence. Raises LibraryError."""
        reading = self._library.reading
        if mark == "star":
            starred = not (
                any(map(reading.is_starred, briefs)) if len(faces) == 1 else all(map(reading.is_starred, faces))
            )
            changed = faces if starred else briefs
            self._library.star(changed, starred)
            done = "starred" if starred else "no longer starred"
            return f"{done}: {self._marked.named(changed)}; {key_of('undo')} undoes it"
        read = not all(map(reading.is_read, faces))
        self._library.mark_read(briefs, read)
        return f"marked as {'read' if read else 'unread'}: {self._marked.named(briefs)}; {key_of('undo')} undoes it"
