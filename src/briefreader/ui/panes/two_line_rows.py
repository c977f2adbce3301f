"""Rows that stand for briefs; where they are hits and there is room, each has a passage on a second line."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.reactive import var
from textual.strip import Strip

from briefreader.library import Library
from briefreader.ui.background import Notice
from briefreader.ui.panes.hit_rows import HitRows
from briefreader.ui.panes.hit_snippets import HitSnippets
from briefreader.ui.panes.list_rows import Row
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.line_view import strip_of

WIDE, USUAL = 60, 40
"""Cells of a list with room for a passage under each hit, and of one that has it where that hides no hit."""


class TwoLineRows(CursorView):
    """Rows with a passage under each hit; `with_snippets` tells whether a person wants passages."""

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("with_snippets",)

    rows: Sequence[Row] = ()
    with_snippets: var[bool] = var(True)

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._snippets = HitSnippets(library, self)

    def ask_snippets(self, query: str, typing: bool) -> None:
        """Take the query of new rows; with `typing` its last word may be unfinished."""
        self._snippets.ask(query, typing)
        self._set_row_height()

    def read_snippets(self) -> None:
        """Read the passages of the hits in sight."""
        if self.row_height > 1:
            first = self.top // self.row_height
            last = min(first + -(-self.page // self.row_height), len(self.rows))
            self._snippets.read([self.rows[number].id for number in range(first, last)])

    def _set_row_height(self) -> None:
        """Give each hit a second line where there is room, and keep the row on top."""
        hides_none = 2 * len(self.rows) <= self.size.height
        has_room = self.size.width >= (USUAL if hides_none else WIDE)
        is_wanted = isinstance(self.rows, HitRows) and len(self.rows) > 0 and self.with_snippets
        height = 2 if is_wanted and has_room else 1
        if height != self.row_height:
            top, self.row_height = self.top // self.row_height * height, height
            self.top = top

    def watch_top(self) -> None:
        """Read the passages of the hits that come into sight."""
        self.read_snippets()

    def watch_with_snippets(self) -> None:
        """Show or hide the passages."""
        self._set_row_height()
        self.reveal()
        self.read_snippets()

    def action_snippets(self) -> None:
        """Show the passages under the hits, or hide them, and say so where nothing changes on the screen."""
        before = self.row_height
        self.with_snippets = not self.with_snippets
        if self.row_height == before:
            wanted = "a passage under each hit" if self.with_snippets else "no passages under hits"
            is_narrow = isinstance(self.rows, HitRows) and self.with_snippets
            self.post_message(Notice("no room for passages: > widens the list" if is_narrow else wanted))

    def on_resize(self, event: events.Resize) -> None:
        """Show passages where there is room now; the handler of the cursor brings it into sight then."""
        self._set_row_height()
        self.read_snippets()

    def draw_snippet(self, number: int, width: int) -> Strip:
        """Return the second line of a row; it is the same under the cursor, whose moves cost no bytes there."""
        return strip_of(self._snippets.line(self.rows[number].id, width, self.palette))
