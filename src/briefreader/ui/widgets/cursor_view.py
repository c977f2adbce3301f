"""Lines with a cursor that skips headings."""

from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from briefreader.ui.widgets.line_view import LineView, strip_of


class CursorView(LineView):
    """Rows of one or more lines each, some of which take the cursor; posts `CursorMoved`, and `Chosen` on a click."""

    cursor: var[int] = var(0)
    """The number of a row."""

    row_height = 1
    """The number of lines of each row."""

    @dataclass(eq=False, repr=False)
    class CursorMoved(Message):
        """The cursor has moved to another line."""

        view: "CursorView"

        @property
        def control(self) -> "CursorView":
            """The view, by which handlers select."""
            return self.view

    class Chosen(CursorMoved):
        """The line under the cursor was chosen."""

    def takes_cursor(self, number: int) -> bool:
        """Tell whether a row takes the cursor: each does unless a subclass says otherwise."""
        return number < self.row_count

    @property
    def row_count(self) -> int:
        """The number of rows."""
        return self.line_count // self.row_height

    @property
    def on_line(self) -> bool:
        """Whether the cursor is on a row that takes it, which is never so in an empty list."""
        return self.cursor < self.row_count and self.takes_cursor(self.cursor)

    @property
    def cursor_cell(self) -> Offset:
        """The sign at the left of the chosen row."""
        return Offset(len(self.edge), self.cursor * self.row_height - self.top)

    @property
    def last_top(self) -> int:
        """The first line in sight when the view is at its end: the first of a row."""
        return max(0, self.row_count - self.page // self.row_height) * self.row_height

    def validate_top(self, top: int) -> int:
        """Keep the window on the lines, the first line of a row on top."""
        return super().validate_top(top) // self.row_height * self.row_height

    def move(self, lines: int) -> None:
        """Move the cursor by a number of rows, and on to the next that takes it."""
        self.cursor = self.nearest(self.cursor + lines, downwards=lines > 0)

    def action_half_page(self, direction: int) -> None:
        """Move by half a page, down (1) or up (-1)."""
        self.move(direction * max(1, self.page // self.row_height // 2))

    def action_move_to_end(self, last: bool) -> None:
        """Move the cursor to the first row that takes it, or to the last."""
        self.cursor = self.nearest(self.row_count - 1 if last else 0, downwards=not last)

    def action_go_to_line(self, number: int) -> None:
        """Move the cursor to a row by its number, counted from 1, or to the last one."""
        self.cursor = self.nearest(number - 1)

    def nearest(self, at: int, downwards: bool = True) -> int:
        """Return the row nearest to `at` that takes the cursor; the direction of the move is searched first."""
        count = self.row_count
        at = max(0, min(at, count - 1))
        ways = (range(at, count), range(min(at, count - 1), -1, -1))
        for way in ways if downwards else reversed(ways):
            for number in way:
                if self.takes_cursor(number):
                    return number
        return 0

    def watch_cursor(self) -> None:
        """Show the cursor and report its move."""
        self.reveal()
        self.repaint()
        self.post_message(self.CursorMoved(self))

    def go_back_to(self, cursor: int, top: int) -> None:
        """Put the cursor on a row and a line on top where a person has left them, with the cursor in sight."""
        self.cursor = self.nearest(cursor)
        self.top = top
        self.reveal()

    def reveal(self) -> None:
        """Bring the cursor into sight with the headings above it, in the middle after a long jump."""
        if not self.size.height:
            return  # the view is hidden; when it is shown, it gets its size
        first = self.cursor
        while 0 < first <= self.row_count and not self.takes_cursor(first - 1):
            first -= 1
        height = self.row_height
        start, line, end = first * height, self.cursor * height, (self.cursor + 1) * height
        if not self.top - self.page < line < self.top + 2 * self.page:
            self.top = start - self.page // 2
        elif start < self.top:
            self.top = start
        elif end > self.top + self.page:
            self.top = end - self.page // height * height

    def reveal_to(self, last: int) -> None:
        """Bring the rows from the cursor to a later one into sight, as many as there is room for."""
        height = self.row_height
        if (last + 1) * height > self.top + self.page:
            self.top = min(self.cursor * height, (last + 1) * height - self.page // height * height)
        self.reveal()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.reveal()

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked row."""
        number = (self.top + event.y) // self.row_height
        if number < self.row_count and self.takes_cursor(number):
            self.cursor = number
            self.post_message(self.Chosen(self))

    def cursor_strip(self, text: str, sign: str = "▌", away: bool = False) -> Strip:
        """Return the line of text under the cursor, which begins with a sign; `away`: it is drawn as without focus."""
        style = self.palette["cursor" if self.has_focus and not away else "cursor away"]
        return strip_of([(sign, self.palette["cursor bar"]), (text, style)])
