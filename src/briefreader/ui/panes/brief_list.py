"""The list of briefs: grouped by series, newest first, or the hits of a search."""

from collections.abc import Sequence
from typing import ClassVar

from textual.reactive import var
from textual.strip import Strip

from briefreader.model import Entry, Hit, HitList, Results
from briefreader.ui.panes.series_groups import Heading, SeriesGroups
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.line_view import strip_of
from briefreader.ui.widgets.text_layout import fit

DATE_WIDTH = 10
LABEL_WIDTH = 24
LABEL_SHARE = 0.32
COMPACT_LABEL_WIDTH = 9
COLUMNS_FROM = 34
LABELLED_SHARE = 0.25
"""The share of labelled rows from which labels have a column; fewer stand before their titles and leave no gap."""
MEASURED_ROWS = 500

EMPTY_LIBRARY = "No briefs here yet.\nbriefreader add FILE\nadds the first one."

Row = Heading | Entry | Hit


class BriefList(CursorView):
    """The briefs in columns, or a notice where there are none."""

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("new_ids", "notice")

    groups = SeriesGroups(())
    by_series = True
    rows: Sequence[Row] = ()
    notice: var[str] = var("")
    new_ids: var[frozenset[str]] = var(frozenset())
    """The briefs that are new in a saved search."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._grouped = False
        self._label_width = 0
        self._is_labelled = False

    @property
    def line_count(self) -> int:
        """The number of rows, or of the notice's lines."""
        return len(self.rows) or len(self.notice.splitlines())

    @property
    def brief_id(self) -> str | None:
        """The brief under the cursor."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return None if row is None or isinstance(row, Heading) else row.id

    def show(self, results: Results | None, brief_id: str | None) -> None:
        """Show the hits of a search, or all briefs without one, the cursor on a brief or else on the first row."""
        before = self.brief_id
        if results is None:
            self.notice = EMPTY_LIBRARY
            self.rows = self.groups.rows if self.by_series else self.groups.entries
        else:
            suggestion = f"\nDid you mean {results.suggestion}?" if results.suggestion else ""
            self.notice = f"No brief matches.{suggestion}\nEsc clears the search."
            self.rows = results.hits
        self._measure_labels()
        number = self._number_of(brief_id)
        self.cursor = self.nearest(0) if number is None else number
        if number is None:
            self.top = 0
        self.reveal()
        self.repaint()
        if self.brief_id != before:
            self.post_message(self.CursorMoved(self))

    def select(self, brief_id: str) -> bool:
        """Move the cursor to a brief; return False where the list does not hold it."""
        number = self._number_of(brief_id)
        if number is not None:
            self.cursor = number
        return number is not None

    def _number_of(self, brief_id: str | None) -> int | None:
        if brief_id is None:
            return None
        if isinstance(self.rows, HitList):
            return self.rows.place(brief_id)
        briefs = (at for at, row in enumerate(self.rows) if not isinstance(row, Heading) and row.id == brief_id)
        return next(briefs, None)

    def takes_cursor(self, number: int) -> bool:
        """Tell whether a row holds a brief."""
        return number < len(self.rows) and not isinstance(self.rows[number], Heading)

    def draw(self, number: int, width: int) -> Strip:
        """Return a heading, or a brief in columns."""
        style = self.palette
        if not self.rows:
            return strip_of([(" " + fit(self.notice.splitlines()[number], width - 1), style["quiet"])])
        row = self.rows[number]
        if isinstance(row, Heading):
            count = f"{row.size:,} "
            name = fit(row.name, max(0, width - len(count) - 2))
            return strip_of([(f" {name} ", style["heading"]), (count, style["quiet"])])
        facts, title = self._columns(row, width - 1)
        if number == self.cursor:
            return self.cursor_strip(facts + title)
        mark = ("+", style["heading"]) if row.id in self.new_ids else (" ", style["quiet"])
        return strip_of([mark, (facts, style["quiet"]), (title, style["text"])])

    def _measure_labels(self) -> None:
        """Measure the column of labels: ordinals under headings, else series and ordinal."""
        self._grouped = bool(self.rows) and isinstance(self.rows[0], Heading)
        briefs = (row for row in self.rows[:MEASURED_ROWS] if not isinstance(row, Heading))
        widths = [cells(self._label(row)) for row in briefs]
        self._label_width = max(widths, default=0)
        self._is_labelled = sum(map(bool, widths)) >= LABELLED_SHARE * len(widths)

    def _label(self, row: Entry | Hit, width: int = LABEL_WIDTH) -> str:
        """Return series and whole ordinal in at most `width` cells; only the ordinal under a heading."""
        ordinal = "" if row.ordinal is None else str(row.ordinal)
        if self._grouped or row.series is None:
            return ordinal
        room = width - len(ordinal) - 1 if ordinal else width
        series = row.series if cells(row.series) <= room else fit(row.series, room)
        return f"{series} {ordinal}".rstrip()

    def _columns(self, row: Entry | Hit, width: int) -> tuple[str, str]:
        """Return the facts of a brief (date, series and ordinal) and its title, together `width` cells wide."""
        facts = fit(row.date or "undated", DATE_WIDTH) + " "
        if width < COLUMNS_FROM:
            facts += "" if self._grouped else f"{self._label(row, COMPACT_LABEL_WIDTH)} ".lstrip()
        elif label_width := min(self._label_width, int(width * LABEL_SHARE)):
            label = self._label(row, label_width)
            if self._grouped:
                facts += f"{label.rjust(label_width)} "
            elif self._is_labelled:
                facts += f"{fit(label, label_width)} "
            elif label:
                facts += f"{label} "
        return facts, fit(row.title, max(0, width - cells(facts)))
