"""Draws the lines of a comparison in sight, and goes from change to change."""

from collections.abc import Sequence

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.reactive import var
from textual.strip import Strip

from briefreader.library import SIGNS, ChangeKind, Comparison, Side, UnifiedText
from briefreader.text import Span
from briefreader.ui.panes.article_lines import styled_pieces
from briefreader.ui.screens.redline_heading import titles
from briefreader.ui.screens.redline_lines import MARGIN, Cell, RedlineLine, RedlineLines, Stop
from briefreader.ui.screens.redline_sheets import Mark
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.line_view import LineView, strip_of
from briefreader.ui.widgets.text_layout import fit, wrapped

_STYLES: dict[tuple[ChangeKind, Side], str] = {
    ("insert", "b"): "new words",
    ("delete", "a"): "gone words",
    ("replace", "a"): "replaced words",
    ("replace", "b"): "replacing words",
    ("move", "a"): "moved words",
    ("move", "b"): "moved words",
    ("routine", "a"): "routine words",
    ("routine", "b"): "routine words",
}
_UNFOLDED: dict[Side, str] = {"a": "replaced words", "b": "replacing words"}
"""The styles of routine words while they are unfolded."""
_MOST_HIGHLIGHTED = 160
"""Characters; more than that would take many bytes, and the sign in the margin tells it."""
_STRUCK = Style(strike=True)
_LEGIBLE = Style(strike=False, underline=False)
_BAR = " │"
_LINES_ABOVE = 3
"""Lines that are kept in sight above a change that was scrolled to, as a part of the window: one in so many."""


class RedlineView(LineView):
    """The lines of a comparison under a line with both dates; without a comparison, `notice` alone."""

    REPAINT_ON = ("current", "notice", "old_place")

    current: var[int] = var(-1)
    """The number of the stop that a person has gone to, -1 before the first."""
    notice: var[str] = var("")
    old_place: var[bool] = var(False)
    """Whether the old place of the passage that moved is shown."""

    def __init__(self) -> None:
        super().__init__(id="redline")
        self._found: Comparison | None = None
        self._unified: UnifiedText | None = None
        self._laid_out: RedlineLines | None = None
        self.routine = False
        self.only_strength = False

    def show(self, found: Comparison, unified: UnifiedText) -> None:
        """Show a comparison from its beginning."""
        self._found, self._unified = found, unified
        self.notice, self.routine, self.only_strength = "", False, False
        self._lay_out()
        self.top, self.current = 0, -1

    def show_notice(self, text: str) -> None:
        """Show a sentence in the place of a comparison."""
        self._found = self._laid_out = None
        self.top, self.current, self.notice = 0, -1, text

    def _lay_out(self) -> None:
        if self._found is not None and self._unified is not None and self.size.width:
            self._laid_out = RedlineLines(
                self._found,
                self._unified,
                self.size.width,
                routine=self.routine,
                only_strength=self.only_strength,
            )
        self._forget_painted()

    def lay_out_again(self) -> None:
        """Lay the lines out again, and stay at the change or at the part of the text in sight."""
        former, at = self.stop, self.top / max(1, self.line_count)
        self._lay_out()
        same = [n for n, each in enumerate(self.stops) if former and each[2:] == former[2:]]
        self.current = -1
        if same:
            self.go_to(same[0])
        else:
            self.top = round(at * self.line_count)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out for the new width."""
        self.lay_out_again()

    @property
    def stops(self) -> Sequence[Stop]:
        """The changes that one can go to, from top to bottom."""
        return self._laid_out.stops if self._laid_out else ()

    @property
    def stop(self) -> Stop | None:
        """The change that a person has gone to."""
        return self.stops[self.current] if 0 <= self.current < len(self.stops) else None

    @property
    def lines(self) -> Sequence[RedlineLine]:
        """The lines of the comparison."""
        return self._laid_out.lines if self._laid_out else ()

    @property
    def line_count(self) -> int:
        """The number of lines, with the one above them that stays."""
        return len(self.lines if self._laid_out else self._notice_lines) + 1

    @property
    def _notice_lines(self) -> list[str]:
        return wrapped(self.notice, max(8, self.size.width - 2))

    def go_to(self, number: int) -> None:
        """Go to a change by its number among the stops."""
        self.old_place = False
        self.current = number
        stop = self.stops[number]
        self._reveal(stop.line, stop.end)

    def _reveal(self, first: int, last: int) -> None:
        """Bring lines into sight, as many of them as there is room for."""
        room = self.page - 1
        if not self.top <= first or min(last, first + room - 2) >= self.top + room:
            self.top = first - room // _LINES_ABOVE

    def next_stop(self, step: int) -> int | None:
        """Return the number of the next change or the previous one; where it is out of sight, from the lines shown."""
        room = self.page - 1
        stop = self.stop
        if stop is not None and (self.top <= stop.line < self.top + room or self.old_place):
            number = self.current + step
        elif step > 0:
            number = next((n for n, each in enumerate(self.stops) if each.line >= self.top), len(self.stops))
        else:
            number = max((n for n, each in enumerate(self.stops) if each.line < self.top + room), default=-1)
        return number if 0 <= number < len(self.stops) else None

    def turn_to_other_place(self) -> None:
        """Go from a passage that moved to its old place, and back."""
        stop = self.stop
        if stop is None or stop.change is None or self._laid_out is None:
            return
        self.old_place = not self.old_place
        lines = self._laid_out.lines_of(stop.change, "a" if self.old_place else "b")
        if lines:
            self._reveal(lines[0], lines[-1])

    def turn_to_other_form(self) -> bool:
        """Go from a sentence that was perhaps reworded to its other form; return whether there is one."""
        here = self.stop.part if self.stop else None
        if here is None or here.rewording is None:
            return False
        for number, stop in enumerate(self.stops):
            if stop.part is not None and stop.part is not here and stop.part.rewording == here.rewording:
                self.go_to(number)
                return True
        return False

    def stop_at(self, y: int) -> int | None:
        """Return the number of the change that row `y` of the window shows."""
        line = self.top + y - 1
        return next((n for n, stop in enumerate(self.stops) if stop.line <= line <= stop.end), None)

    @property
    def cursor_cell(self) -> Offset:
        """The sign of the change that a person has gone to."""
        return Offset(0, self.stop.line - self.top + 1 if self.stop else 0)

    def draw_at(self, y: int, width: int) -> Strip:
        """Return the line with both dates, which stays in sight, or a line of the comparison."""
        return super().draw_at(y, width) if y else self._dates(width)

    def _dates(self, width: int) -> Strip:
        style = self.palette["pinned"]
        if self._found is None or self._laid_out is None:
            return strip_of([(fit("", width), style)])
        if not self._laid_out.is_wide:
            dates = (each.entry.date or "undated" for each in (self._found.a, self._found.b))
            same = f"{self._found.similarity:.0%}".replace("%", " %")
            return strip_of([(fit(f" {' → '.join(dates)} · {same} the same", width), style)])
        column = self._laid_out.column + MARGIN
        older, newer = (" " * MARGIN + title for title in titles(self._found))
        left = fit(older, column) + _BAR + " "
        return strip_of([(left, style), (fit(newer, width - cells(left)), style)])

    def draw(self, number: int, width: int) -> Strip:
        """Return a line of the comparison, with signs for its changes in the margin."""
        if self._laid_out is None:
            return strip_of([(f" {self._notice_lines[number - 1]}", self.palette["notice"])])
        line = self._laid_out.lines[number - 1]
        if not line.cells:
            return strip_of([(f" {line.words}", self.palette[line.style])])
        pieces: list[tuple[str, Style]] = []
        for column, cell in enumerate(line.cells):
            if column:
                pieces.append((f"{_BAR} ", self.palette["rule"]))
            pieces += self._cell(column, cell, number - 1)
        return strip_of(pieces)

    def _cell(self, column: int, cell: Cell, number: int) -> list[tuple[str, Style]]:
        """Return the sign and the text of a cell, padded to the width of the column."""
        assert self._laid_out is not None
        sheet = self._laid_out.sheets[column]
        room, quiet = self._laid_out.column, self.palette["quiet"]
        if not isinstance(cell, Span):
            words, sign = cell or ("", "")
            style = self.palette["moved words"] if sign == SIGNS["move"] else quiet
            return [(sign.ljust(MARGIN), style), (fit(words, room), quiet)]
        marks = sheet.marks_in(cell)
        pieces = [self._sign(marks, number, column), (" " * (MARGIN - 1), quiet)]
        layers = [(*mark.span, self._style(mark)) for mark in marks]
        pieces += styled_pieces(sheet.text, cell, self.palette["text"], layers)
        used = cells(sheet.text[cell.start : cell.end])
        return [*pieces, (" " * (room - used), self.palette["text"])]

    def _sign(self, marks: Sequence[Mark], number: int, column: int) -> tuple[str, Style]:
        """Return the sign of the changes on a line; it is highlighted on the first line of the change gone to."""
        assert self._laid_out is not None
        kinds = {mark.kind for mark in marks if mark.kind != "routine" or self.routine}
        if "replace" in kinds or {"insert", "delete"} <= kinds:
            kind: ChangeKind | None = "replace"
        else:
            kind = next((each for each in SIGNS if each in kinds), None)
        if self._is_first_line(number, column):
            return SIGNS[kind] if kind else "▌", self.palette["change here"]
        if kind is None:
            return " ", self.palette["text"]
        style = self.palette[_STYLES.get((kind, "b")) or _STYLES[kind, "a"]]
        return SIGNS[kind], style + _LEGIBLE

    def _is_first_line(self, number: int, column: int) -> bool:
        stop = self.stop
        if stop is None or self._laid_out is None:
            return False
        if stop.change is None:
            return number == stop.line
        if stop.part is not None:
            return number == stop.line and (not self._is_wide or column == (0 if stop.side == "a" else 1))
        sides: tuple[Side, ...] = ("a", "b")
        if self._laid_out.is_wide:
            sides = (sides[column],)
        elif self._laid_out.found.changes[stop.change].kind == "move":
            sides = ("a",) if self.old_place else ("b",)
        return any(self._laid_out.lines_of(stop.change, side)[:1] == (number,) for side in sides)

    @property
    def _is_wide(self) -> bool:
        return self._laid_out is not None and self._laid_out.is_wide

    def _style(self, mark: Mark) -> Style:
        """Return the style of changed words; a few are highlighted where one has gone to them."""
        stop = self.stop
        is_here = stop is not None and stop.change == mark.change and stop.part is None
        if is_here and mark.kind != "move" and mark.span.end - mark.span.start <= _MOST_HIGHLIGHTED:
            here = self.palette["change here"]
            return here + _STRUCK if mark.side == "a" and not self._is_wide else here
        if mark.kind == "routine" and self.routine:
            return self.palette[_UNFOLDED[mark.side]]
        return self.palette[_STYLES[mark.kind, mark.side]]
