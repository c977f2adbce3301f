"""A brief with its headings: the one that one reads under, and the way to the next."""

from bisect import bisect_right
from operator import attrgetter
from typing import ClassVar

from textual.message import Message
from textual.reactive import var

from briefreader.text import Span
from briefreader.ui.background import Notice
from briefreader.ui.panes.article_window import READING_LINE
from briefreader.ui.panes.passage_view import PassageView

_START = attrgetter("start")


class HeadingView(PassageView):
    """A brief in which a person goes from heading to heading; posts `Moved`."""

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("highlight",)

    highlight: var[Span | None] = var(None)
    """The selected name or sentence."""

    class Moved(Message):
        """The window, the current match or the marking has changed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._headings: list[Span] = []

    @property
    def heading(self) -> str:
        """The heading that one reads under, empty before the first one."""
        number = self._heading_above()
        return self.brief.text[slice(*self._headings[number])] if self.brief and number >= 0 else ""

    @property
    def heading_number(self) -> int:
        """The number of the heading that one reads under, that of the first one before it."""
        return max(0, self._heading_above())

    def _heading_above(self) -> int:
        """Return the number of the last heading before the highlighted place or the line that is read, else -1."""
        return bisect_right(self._headings, self._offset_read, key=_START) - 1

    @property
    def _offset_read(self) -> int:
        """The offset of the highlighted place, else of the line that is read; -1 in the header."""
        if self.highlight is not None and self._in_sight(self._wrapped.line_of(self.highlight.start)):
            return self.highlight.start
        number = self.line_count - 1 if 0 < self.top == self.last_top else self.top + READING_LINE
        offset = self._wrapped.offset_of(number)
        return -1 if offset is None else offset

    def go_to_heading(self, heading: Span) -> None:
        """Show a heading at the top of the window."""
        self.highlight = heading
        self.top = self._wrapped.line_of(heading.start) - READING_LINE

    def action_heading(self, step: int) -> None:
        """Go to the next heading, or the previous one; that of the lines that one reads comes before the previous."""
        here = self._heading_above()
        if step < 0 and here >= 0 and self._headings[here].start < self._offset_read:
            here += 1
        number = max(0, min(here + step, len(self._headings) - 1))
        if not self._headings:
            self.post_message(Notice("this brief has no headings"))
        elif number == here:
            self.post_message(Notice(f"this is the {'last' if step > 0 else 'first'} heading"))
        else:
            self.go_to_heading(self._headings[number])

    def watch_highlight(self, highlight: Span | None) -> None:
        """Bring the highlighted place into sight, and leave a passage that does not hold it."""
        if highlight is not None:
            if self.passage is not None and not self.passage.start <= highlight.start < self.passage.end:
                self.leave_passage()
            self._reveal(highlight.start)
        self.post_message(self.Moved())

    def watch_top(self) -> None:
        """Report the move."""
        self.post_message(self.Moved())
