"""A window on numbered lines that paints only the lines that changed."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from briefreader.ui.palette import Palette, palette

WHEEL_LINES = 3


class LineView(Widget, can_focus=True):
    """Lines of which as many are drawn as fit; subclasses say how many there are and draw one.

    A change calls `repaint`, which draws the visible lines anew, compares them with those on the screen, and has only
    those that differ painted.
    """

    ALLOW_SELECT = False

    top = reactive(0, repaint=False)
    palette: reactive[Palette] = reactive(palette("dark"), repaint=False)

    edge: reactive[str] = reactive("", repaint=False)
    """What stands at the left of every row, also below the last line."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._painted: list[Strip] = []
        self._repaint_due = False

    @property
    def line_count(self) -> int:
        """How many lines there are; none unless a subclass says so."""
        return 0

    def draw(self, number: int, width: int) -> Strip:
        """Return line `number`, at most `width` cells wide; blank unless a subclass draws it."""
        return Strip.blank(width)

    @property
    def page(self) -> int:
        """How many lines are in sight."""
        return max(1, self.size.height)

    @property
    def last_top(self) -> int:
        """The first line in sight when the view stands at its end."""
        return max(0, self.line_count - self.page)

    def validate_top(self, top: int) -> int:
        """Keep the window on the lines."""
        return max(0, min(top, self.last_top))

    def watch_palette(self) -> None:
        """Draw all lines in the new colours."""
        self._painted = []
        self.refresh()

    def watch_top(self) -> None:
        """Show the lines now in sight."""
        self.repaint()

    def scroll_lines(self, lines: int) -> None:
        """Move the window by so many lines, down when positive."""
        self.top += lines

    def repaint(self) -> None:
        """Bring the screen up to date with the lines, once, when the present message has been dealt with."""
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
        """How many cells a line has."""
        return max(0, self.size.width - len(self.edge))

    def _draw_row(self, y: int) -> Strip:
        number = self.top + y
        strip = self.draw(number, self.inner_width) if number < self.line_count else Strip.blank(0)
        strip = strip.adjust_cell_length(self.inner_width, self.palette["text"])
        if not self.edge:
            return strip
        edge = Segment(self.edge, self.palette["rule here" if self.has_focus else "rule"])
        return Strip([edge, *strip], self.size.width)

    def render_line(self, y: int) -> Strip:
        """Return what stands in row `y` of the window."""
        if len(self._painted) != self.size.height:
            self._painted = [self._draw_row(row) for row in range(self.size.height)]
        return self._painted[y] if y < len(self._painted) else Strip.blank(self.size.width, self.palette["text"])

    def on_resize(self, event: events.Resize) -> None:
        """Draw all lines anew, and keep the window on them."""
        self._painted = []
        self.top = self.validate_top(self.top)
        self.refresh()

    def watch_edge(self) -> None:
        """Draw all lines anew, at their new width."""
        self._painted = []
        self.refresh()

    def on_focus(self) -> None:
        """Show that this is the pane in use."""
        self.repaint()

    def on_blur(self) -> None:
        """Show that another is."""
        self.repaint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(WHEEL_LINES)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll with the wheel."""
        event.stop()
        self.scroll_lines(-WHEEL_LINES)


def strip_of(pieces: Iterable[tuple[str, Style]]) -> Strip:
    """Return the line that pieces of text with their styles make."""
    return Strip([Segment(text, style) for text, style in pieces if text])
