"""What a brief holds, a line each, under headings: names, people who attended, promises."""

from dataclasses import dataclass

from textual.reactive import reactive
from textual.strip import Strip

from briefreader.model import Mention
from briefreader.text import Span
from briefreader.ui.columns import fit
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.line_view import strip_of


@dataclass(frozen=True, slots=True)
class PickLine:
    """A line: a text with the look it has in the palette and, at the right, a remark.

    What can be picked stands for something: a place in the text (`span`), perhaps a name there (`mention`); a brief; a
    name by itself; a `query` that is asked when the line is chosen. A line that stands for nothing is a heading or says
    something, and the cursor passes it by.
    """

    text: str
    look: str
    remark: str = ""
    span: Span | None = None
    mention: Mention | None = None
    brief_id: str | None = None
    name: str | None = None
    query: str | None = None

    @property
    def can_be_picked(self) -> bool:
        """Whether the line stands for something."""
        return any(each is not None for each in (self.span, self.brief_id, self.name, self.query))


class PickList(CursorView):
    """Lines to go through; the article follows the cursor."""

    lines: reactive[tuple[PickLine, ...]] = reactive((), repaint=False)

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    @property
    def picked(self) -> PickLine | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if self.on_line else None

    def takes_cursor(self, number: int) -> bool:
        """Tell whether a line stands for something."""
        return number < len(self.lines) and self.lines[number].can_be_picked

    def show_lines(self, lines: tuple[PickLine, ...], start: int = 0) -> None:
        """Take new lines, the cursor on the first that takes it from `start` on."""
        self.lines = lines
        self.top = 0
        first = self.nearest(start)
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
            cursor = self.palette["cursor" if self.has_focus else "cursor away"]
            return strip_of([("▌", self.palette["cursor bar"]), (text + remark, cursor)])
        return strip_of([(" ", self.palette["text"]), (text, self.palette[line.look]), (remark, self.palette["quiet"])])
