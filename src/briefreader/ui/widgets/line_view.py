"""A window on numbered lines that paints only the lines that changed."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.geometry import Offset, Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from briefreader.ui.palette import Palette, palette
from briefreader.ui.terminal.clusters import padded

WHEEL_LINES = 3


class LineView(Widget, can_focus=True):
    """Draws the lines in sight; subclasses define the number of lines and draw one.

    `repaint` draws the visible lines again, compares them with those on the screen, and paints only those that differ.
    Textual's own repainting would paint the whole widget; the attributes are `var` for that reason.
    """

    ALLOW_SELECT = False
    REPAINT_ON: ClassVar[tuple[str, ...]] = ()
    """The attributes of a subclass whose change calls `repaint`."""

    palette: Palette
    top = var(0)
    edge: var[str] = var("")
    """Characters at the left of every row, also below the last line."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._painted: list[Strip] = []
        self._repaint_due = False

    def on_mount(self) -> None:
        """Follow the theme, and repaint when one of the attributes changes."""
        self.watch(self.app, "theme", self._follow_theme)
        for name in ("top", "has_focus", *self.REPAINT_ON):
            self.watch(self, name, self.repaint, init=False)

    def _follow_theme(self) -> None:
        self.palette = palette(self.app.theme)
        self._forget_painted()

    @property
    def line_count(self) -> int:
        """The number of lines; one unless a subclass says otherwise."""
        return 1

    def draw(self, number: int, width: int) -> Strip:
        """Return line `number`, at most `width` cells wide; blank unless a subclass draws it."""
        return Strip.blank(width)

    @property
    def page(self) -> int:
        """The number of lines in sight."""
        return max(1, self.size.height)

    @property
    def last_top(self) -> int:
        """The first line in sight when the view is at its end."""
        return max(0, self.line_count - max(1, self.size.height))

    def validate_top(self, top: int) -> int:
        """Keep the window on the lines."""
        return max(0, min(top, self.last_top))

    def watch_edge(self) -> None:
        """Draw all lines again, at their new width."""
        self._forget_painted()

    def on_resize(self, event: events.Resize) -> None:
        """Draw all lines again, and keep the window on them."""
        self.top = self.validate_top(self.top)
        self._forget_painted()

    def _forget_painted(self) -> None:
        self._painted = []
        self.refresh()

    def move(self, lines: int) -> None:
        """Move the window by a number of lines, down when positive."""
        self.top += lines

    def action_step(self, lines: int) -> None:
        """Move by lines."""
        self.move(lines)

    def action_half_page(self, direction: int) -> None:
        """Move by half a page, down (1) or up (-1)."""
        self.move(direction * max(1, self.page // 2))

    def action_move_to_end(self, last: bool) -> None:
        """Move to the first line or the last."""
        self.top = self.last_top if last else 0

    def action_go_to_line(self, number: int) -> None:
        """Move to a line by its number, counted from 1, or to the last one."""
        self.top = number - 1

    def repaint(self) -> None:
        """Bring the screen up to date with the lines, once, after the present message."""
        if not self._repaint_due and self.is_attached:
            self._repaint_due = True
            self.call_next(self._repaint)

    def _repaint(self) -> None:
        self._repaint_due = False
        rows = [self._draw_row(y) for y in range(self.size.height)]
        if len(rows) != len(self._painted):
            self._painted = rows
            self.refresh()
            return
        before, self._painted = self._painted, rows
        pairs = enumerate(zip(before, rows, strict=True))
        regions = [Region(0, y, self.size.width, 1) for y, (old, new) in pairs if old != new]
        if regions:
            self.refresh(*regions)

    @property
    def inner_width(self) -> int:
        """The number of cells of a line."""
        return max(0, self.size.width - len(self.edge))

    @property
    def cursor_cell(self) -> Offset:
        """The cell of the window on which the terminal's cursor stands; the first unless a subclass has another one."""
        return Offset(len(self.edge), 0)

    def draw_at(self, y: int, width: int) -> Strip:
        """Return row `y` of the window: the line there, unless a subclass draws something on top of it."""
        number = self.top + y
        return self.draw(number, width) if number < self.line_count else Strip.blank(0)

    def _draw_row(self, y: int) -> Strip:
        width = self.inner_width
        strip = self.draw_at(y, width).adjust_cell_length(width, self.palette["text"])
        if not self.edge:
            return strip
        edge = Segment(self.edge, self.palette["rule here" if self.has_focus else "rule"])
        return Strip([edge, *strip], self.size.width)

    def render_line(self, y: int) -> Strip:
        """Return row `y` of the window."""
        if len(self._painted) != self.size.height:
            self._painted = [self._draw_row(row) for row in range(self.size.height)]
        return self._painted[y] if y < len(self._painted) else Strip.blank(self.size.width, self.palette["text"])

    @on(events.MouseScrollDown)
    @on(events.MouseScrollUp)
    def scroll_by_wheel(self, event: events.MouseEvent) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.top += WHEEL_LINES if isinstance(event, events.MouseScrollDown) else -WHEEL_LINES


def strip_of(pieces: Iterable[tuple[str, Style]]) -> Strip:
    """Return the line made of pieces of text with their styles."""
    return Strip([Segment(padded(text), style) for text, style in pieces if text])
