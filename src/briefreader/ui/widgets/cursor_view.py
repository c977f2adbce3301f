"""Lines with a cursor that skips headings."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from briefreader.ui.widgets.line_view import LineView, strip_of


class CursorView(LineView):
    """Lines, some of which take the cursor; posts `CursorMoved`, and `Chosen` on a click."""

    cursor: var[int] = var(0)

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
        """Tell whether a line takes the cursor: each does unless a subclass says otherwise."""
        return number < self.line_count

    @property
    def on_line(self) -> bool:
        """Whether the cursor is on a line that takes it, which is never so in an empty list."""
        return self.cursor < self.line_count and self.takes_cursor(self.cursor)

    def move(self, lines: int) -> None:
        """Move the cursor by a number of lines, and on to the next that takes it."""
        self.cursor = self.nearest(self.cursor + lines, downwards=lines > 0)

    def action_move_to_end(self, last: bool) -> None:
        """Move the cursor to the first line that takes it, or to the last."""
        self.cursor = self.nearest(self.line_count - 1 if last else 0, downwards=not last)

    def nearest(self, at: int, downwards: bool = True) -> int:
        """Return the line nearest to `at` that takes the cursor; the direction of the move is searched first."""
        count = self.line_count
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

    def reveal(self) -> None:
        """Bring the cursor into sight with the headings above it, in the middle after a long jump."""
        first = self.cursor
        while 0 < first <= self.line_count and not self.takes_cursor(first - 1):
            first -= 1
        if not self.top - self.page < self.cursor < self.top + 2 * self.page:
            self.top = first - self.page // 2
        elif first < self.top:
            self.top = first
        elif self.cursor >= self.top + self.page:
            self.top = self.cursor - self.page + 1

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.reveal()

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked line."""
        number = self.top + event.y
        if number < self.line_count and self.takes_cursor(number):
            self.cursor = number
            self.post_message(self.Chosen(self))

    def cursor_strip(self, text: str, sign: str = "▌") -> Strip:
        """Return the line under the cursor, which begins with a sign."""
        style = self.palette["cursor" if self.has_focus else "cursor away"]
        return strip_of([(sign, self.palette["cursor bar"]), (text, style)])
