"""A table with a cursor on a cell; the rows are labelled, and columns that do not fit are reached sideways."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.strip import Strip

from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.line_view import strip_of
from briefreader.ui.widgets.text_layout import fit

COLUMN = 15
"""Cells of a column, one of them a space."""

LEAST_LABEL, MOST_LABEL = 14, 44


class LabelledRow(NamedTuple):
    """A row: a label, the text of each cell with its style, and whether the row is a heading of others."""

    label: str
    cells: Sequence[tuple[str, str]]
    is_heading: bool = False


class MatrixView(CursorView):
    """Rows of cells; `column` is that of the cursor, and `left` the first one in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "column(-1)", "Left", show=False),
        Binding("right,l", "column(1)", "Right", show=False),
    ]
    REPAINT_ON = ("rows", "left", "column")
    rows: var[Sequence[LabelledRow]] = var(())
    columns: var[int] = var(0)
    column: var[int] = var(0)
    left: var[int] = var(0)

    @property
    def line_count(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def label_width(self) -> int:
        """The cells of the labels: a third of the width, and what the columns leave."""
        least = max(LEAST_LABEL, min(MOST_LABEL, self.size.width // 4))
        return max(1, min(MOST_LABEL, self.size.width - 2 - self.fitting(least) * COLUMN))

    def fitting(self, label: int) -> int:
        """Return the number of columns that fit beside a label of some cells."""
        return max(1, min(self.columns, (self.size.width - 2 - label) // COLUMN))

    @property
    def in_sight(self) -> range:
        """The columns that are shown."""
        return range(self.left, min(self.columns, self.left + self.fitting(self.label_width)))

    def show_rows(self, rows: Sequence[LabelledRow], columns: int) -> None:
        """Show other rows, with the cursor where it is if that is possible."""
        self.rows, self.columns = rows, columns
        self.column = max(0, min(self.column, columns - 1))
        self.cursor = self.nearest(self.cursor)
        self.show_column()
        self.reveal()
        self.repaint()

    def action_column(self, step: int) -> None:
        """Move the cursor sideways."""
        self.column = max(0, min(self.columns - 1, self.column + step))

    def watch_column(self) -> None:
        """Bring the column into sight and report its move."""
        self.show_column()
        self.post_message(self.CursorMoved(self))

    def show_column(self) -> None:
        """Bring the column of the cursor into sight."""
        count = len(self.in_sight) or 1
        if self.column < self.left:
            self.left = self.column
        elif self.column >= self.left + count:
            self.left = self.column - count + 1
        self.left = max(0, min(self.left, self.columns - count))

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.show_column()
        super().on_resize(event)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the clicked cell, and choose it."""
        at = event.x - 1 - self.label_width
        if at >= 0 and (column := self.left + at // COLUMN) in self.in_sight:
            self.column = column
            super().on_click(event)

    def draw(self, number: int, width: int) -> Strip:
        """Return a row; the cell under the cursor stands out, and so does the label of its row."""
        row, style, is_here = self.rows[number], self.palette, number == self.cursor
        label_style = "title" if is_here else "heading" if row.is_heading else "person"
        indent = "" if row.is_heading else " "
        pieces = [
            ("▌" if is_here else " ", style["heading"]),
            (fit(f"{indent}{row.label}", self.label_width - 1) + " ", style[label_style]),
        ]
        for column in self.in_sight:
            text, name = row.cells[column] if column < len(row.cells) else ("", "text")
            if is_here and column == self.column:
                name = "cursor" if self.has_focus else "cursor away"
            pieces += [(fit(text, COLUMN - 1), style[name]), (" ", style["text"])]
        return strip_of(pieces)

    def header(self, labels: Sequence[str]) -> str:
        """Return the line with the labels of the columns in sight, to stand above the rows."""
        room = self.label_width
        more_left, more_right = self.left > 0, self.in_sight.stop < self.columns
        start = f"{'←' if more_left else ' '}{' ' * (room - 1)}"
        shown = "".join(f"{fit(labels[column], COLUMN - 1)} " for column in self.in_sight)
        return f"{start}{shown.rstrip()}{' →' if more_right else ''}"
