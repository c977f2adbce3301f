"""A list of lines under headings, some of which can be picked."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.reactive import var
from textual.strip import Strip

from briefreader.model import Mention
from briefreader.text import Span
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.line_view import strip_of
from briefreader.ui.widgets.text_layout import fit, wrapped


class PickLine(NamedTuple):
    """A line of text in a style of the palette, with a remark at the right.

    A line can be picked when it refers to something: a place in the text (`span`, perhaps with the `mention` there), a
    brief, a name, a `query` to search for, an `address` to copy, or a `section` to open. The cursor skips all other
    lines.
    """

    text: str
    style: str
    remark: str = ""
    span: Span | None = None
    mention: Mention | None = None
    brief_id: str | None = None
    name: str | None = None
    query: str | None = None
    address: str | None = None
    section: str | None = None

    @property
    def can_be_picked(self) -> bool:
        """Whether the line refers to something."""
        targets = (self.span, self.brief_id, self.name, self.query, self.address, self.section)
        return any(each is not None for each in targets)


def quiet_lines(text: str, width: int) -> list[PickLine]:
    """Return a paragraph as indented lines of at most `width` cells that cannot be picked."""
    return [PickLine(f"  {line}", "quiet") for line in wrapped(text, max(8, width - 2))]


class PickList(CursorView):
    """A list of lines to pick from."""

    lines: var[Sequence[PickLine]] = var(())
    start_next: int | None = None
    """The line of the cursor in the lines that are shown next."""

    @property
    def line_count(self) -> int:
        """The number of lines."""
        return len(self.lines)

    @property
    def picked(self) -> PickLine | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if self.on_line else None

    def takes_cursor(self, number: int) -> bool:
        """Tell whether a line can be picked."""
        return number < len(self.lines) and self.lines[number].can_be_picked

    def show_lines(self, lines: Sequence[PickLine], start: int = 0) -> None:
        """Show new lines with the cursor on the first from `start` on that takes it."""
        self.lines = lines
        self.top = 0
        first = self.nearest(self.start_next or start)
        self.start_next = None
        if first == self.cursor:
            self.post_message(self.CursorMoved(self))
        self.cursor = first
        self.reveal()
        self.repaint()

    def draw(self, number: int, width: int) -> Strip:
        """Return a line, its remark at the right edge."""
        line = self.lines[number]
        remark = f" {line.remark} " if line.remark else " "
        text = fit(line.text, max(0, width - 1 - len(remark)))
        if line.can_be_picked and number == self.cursor:
            return self.cursor_strip(text + remark)
        style = self.palette
        return strip_of([(" ", style["text"]), (text, style[line.style]), (remark, style["quiet"])])
