"""The window on the lines of a brief, on top of which the title stays while the text scrolls."""

from textual import events
from textual.geometry import Offset
from textual.reactive import var
from textual.strip import Strip

from briefreader.config import SHORTEST_TEXT
from briefreader.model import Brief
from briefreader.text import Span
from briefreader.ui.background import Notice
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.article_lines import ArticleLines
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.line_view import LineView, strip_of
from briefreader.ui.widgets.text_layout import fit

MARGIN = 2
NARROW_MARGIN = 1
NARROW_BELOW = 60
LONGEST_LINE = 92
WIDEST = LONGEST_LINE + 2 * MARGIN
"""Columns that the article can use."""

WIDTH_STEP = 4
"""Cells by which a key changes the length of the lines."""

LINES_ABOVE = 3
PINNED_LINES = 1
READING_LINE = PINNED_LINES
"""The line of the window that is read, counted from 0; in the last window it is the last one."""
LINES_KEPT_WHEN_PAGING = 2
LEAST_PINNED_TITLE = 40
"""Cells; beside a title cut shorter there is no room for the date."""


class ArticleWindow(LineView):
    """A brief, or the error in its place, wrapped once for each width; subclasses draw its lines."""

    brief: var[Brief | None] = var(None)

    text_width: var[int] = var(LONGEST_LINE, init=False)
    """The cells of the longest line that a person wants."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._series_position: tuple[int, int] | None = None
        self._wrapped = ArticleLines()
        self._error = ""

    @property
    def line_count(self) -> int:
        """The number of lines of title, header and text at this width."""
        return len(self._wrapped.lines)

    def action_page(self, direction: int) -> None:
        """Move by a page, of which two lines stay in sight below the title."""
        self.move(direction * max(1, self.size.height - PINNED_LINES - LINES_KEPT_WHEN_PAGING))

    def action_go_to_line(self, number: int) -> None:
        """Show a line by its number, counted from 1, below the title."""
        self.top = number - 1 - PINNED_LINES

    def action_text_width(self, steps: int) -> None:
        """Make the lines of the text longer or shorter, as far as the pane is wide, and keep the place."""
        room = max(1, self.inner_width - 2 * self._margin)
        width = max(min(SHORTEST_TEXT, room), min(room, self._line_width + steps * WIDTH_STEP))
        if width != self._line_width:
            self.text_width = width
        else:
            end = "the pane is no wider: {narrower} gives it columns, {whole-screen} all"
            self.post_message(Notice(with_keys(end if steps > 0 else f"no narrower than {width} columns")))

    def watch_text_width(self) -> None:
        """Wrap for the new length of the lines."""
        self._rewrap()
        self.repaint()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width."""
        self._rewrap()

    def watch_edge(self) -> None:
        """Wrap for the width that the edge leaves."""
        super().watch_edge()
        self._rewrap()

    def _rewrap(self) -> None:
        """Wrap again and keep the same text at the top."""
        above = self._first_in_sight - self.top
        offset = self._wrapped.offset_of(self._first_in_sight)
        self._wrap()
        if offset is not None:
            self.top = self._wrapped.line_of(offset) - above

    def _wrap(self) -> None:
        if self.brief is not None:
            self._wrapped = ArticleLines.of_brief(self.brief, self._series_position, self._line_width)
        else:
            self._wrapped = ArticleLines.of_notice(self._error, self._line_width)

    @property
    def _line_width(self) -> int:
        room = self.inner_width or self.text_width + 2 * self._margin  # while the pane is hidden, it has no width
        return max(1, min(self.text_width, room - 2 * self._margin))

    @property
    def _margin(self) -> int:
        return NARROW_MARGIN if self.inner_width < NARROW_BELOW else MARGIN

    @property
    def page(self) -> int:
        """The number of lines in sight, without the one that the title covers."""
        return max(1, self.size.height - PINNED_LINES * self._is_pinned)

    @property
    def _is_pinned(self) -> bool:
        """Whether the title covers the first line of the window."""
        return self.brief is not None and self.top > 0 and self.size.height > PINNED_LINES

    @property
    def _first_in_sight(self) -> int:
        return self.top + PINNED_LINES * self._is_pinned

    def _in_sight(self, line: int) -> bool:
        return self._first_in_sight <= line < self.top + self.size.height

    def _reveal(self, offset: int) -> None:
        """Bring a character of the text into sight, some lines below the top where it was not."""
        line = self._wrapped.line_of(offset)
        if not self._in_sight(line):
            self.top = self._top_for(line)

    def _go_to(self, offset: int) -> None:
        """Show a character of the text in the first line in sight; the title and the header too at their start."""
        self.top = self._wrapped.line_of(offset) - PINNED_LINES

    def _top_for(self, line: int) -> int:
        return 0 if line < self.size.height - 1 else line - LINES_ABOVE

    @property
    def first_offset(self) -> int:
        """The offset of the first character of the text in sight; where there is none, of the end of the text."""
        for number in range(self._first_in_sight, min(self.line_count, self.top + self.size.height)):
            if self._wrapped.has_text(number) and (offset := self._wrapped.offset_of(number)) is not None:
                return offset
        return len(self.brief.text) if self.brief else 0

    def shows(self, offset: int) -> bool:
        """Tell whether a character of the text is in sight."""
        return self._in_sight(self._wrapped.line_of(offset))

    def show_place(self, place: Span, upwards: bool = False) -> None:
        """Bring a place of the text into sight, near the top of the window, or near its end on the way `upwards`."""
        first, last = self._wrapped.line_of(place.start), self._wrapped.line_of(place.end - 1)
        if self._in_sight(first) and self._in_sight(last):
            return
        if upwards and last - first < self.page - 2 * LINES_ABOVE:
            self.top = last + 1 + LINES_ABOVE - self.size.height
        else:
            self.top = self._top_for(first)

    def offset_of_line_beside(self, place: Span, step: int) -> int | None:
        """Return the offset of the first line of text below a place (`step` 1) or above it (-1); None without one."""
        number = self._wrapped.line_of(place.end - 1) + 1 if step > 0 else self._wrapped.line_of(place.start) - 1
        while 0 <= number < self.line_count and not self._wrapped.has_text(number):
            number += step
        return self._wrapped.offset_of(number) if 0 <= number < self.line_count else None

    def offset_under(self, x: int, y: int) -> int | None:
        """Return the offset of the character in a cell of the window; None in a line without text and below the end."""
        number = self.top + y
        if self.brief is None or not 0 <= number < self.line_count:
            return None
        return self._wrapped.offset_at(self.brief.text, number, x - len(self.edge) - self._margin)

    @property
    def places(self) -> tuple[Span, ...]:
        """The places of the text that are chosen, the most important one first; none unless a subclass has some."""
        return ()

    @property
    def cursor_cell(self) -> Offset:
        """The beginning of the first chosen place in sight, else of the line that is read."""
        left = len(self.edge) + self._margin
        for place in self.places:
            line = self._wrapped.line_of(place.start)
            if self.brief is not None and self._in_sight(line):
                return Offset(left + self._wrapped.column_of(place.start, self.brief.text), line - self.top)
        return Offset(left, self._first_in_sight - self.top)

    def draw_at(self, y: int, width: int) -> Strip:
        """Return row `y` of the window: its line, or the title on top of the first one while the text is scrolled."""
        return self._pinned_title(width) if y < PINNED_LINES and self._is_pinned else super().draw_at(y, width)

    def _pinned_title(self, width: int) -> Strip:
        """Return the title on one line, with the date where there is room."""
        assert self.brief is not None
        entry, margin = self.brief.entry, " " * self._margin
        room = max(0, width - 2 * self._margin)
        date = f"  {entry.date}" if entry.date else ""
        if room - cells(date) < min(LEAST_PINNED_TITLE, cells(entry.title)):
            date = ""
        title, faint = self.palette["pinned"], self.palette["pinned date"]
        return strip_of([(margin + fit(entry.title, room - cells(date)), title), (date + margin, faint)])
