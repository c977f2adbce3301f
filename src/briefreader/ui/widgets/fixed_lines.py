"""Lines above or below a list, which stay in sight."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.reactive import var
from textual.strip import Strip

from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.line_view import LineView, strip_of
from briefreader.ui.widgets.text_layout import fit


class FixedLine(NamedTuple):
    """A line in a style of the palette, with a remark at the right where there is room for both."""

    text: str
    style: str = "text"
    remark: str = ""


class FixedLines(LineView, can_focus=False):
    """As many lines as it is high."""

    REPAINT_ON = ("lines",)
    lines: var[Sequence[FixedLine]] = var(())

    @property
    def line_count(self) -> int:
        """The number of lines."""
        return len(self.lines)

    def draw(self, number: int, width: int) -> Strip:
        """Return a line, its remark at the right edge."""
        line, style = self.lines[number], self.palette
        room = width - 2 - cells(line.remark)
        remark = f" {line.remark} " if line.remark and room - 1 >= min(cells(line.text), width // 2) else " "
        text = fit(line.text, max(0, width - 1 - cells(remark)))
        return strip_of([(" ", style["text"]), (text, style[line.style]), (remark, style["quiet"])])
