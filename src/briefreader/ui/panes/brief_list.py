"""The list of meetings: in groups by series, in one run, or as the hits of a search."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip

from briefreader.model import Entry, Hit, HitList
from briefreader.ui.columns import fit
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.line_view import strip_of

NO_SERIES = "Other briefs"
DATE_WIDTH = 10
LABEL_WIDTH = 24
LABEL_SHARE = 0.32
COMPACT_LABEL_WIDTH = 9
COLUMNS_FROM = 34
MEASURED_ROWS = 500


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a series above its meetings, and how many there are."""

    name: str
    count: int


Row = Heading | Entry | Hit


def grouped(entries: Iterable[Entry]) -> tuple[Row, ...]:
    """Return entries (newest first) under a heading for each series, by name; those without a series last."""
    folded: dict[str | None, tuple[bool, str]] = {None: (True, "")}
    groups: dict[tuple[bool, str], list[Entry]] = {}
    for entry in entries:
        group = folded.get(entry.series) or folded.setdefault(entry.series, (False, (entry.series or "").casefold()))
        groups.setdefault(group, []).append(entry)
    rows: list[Row] = []
    for group in sorted(groups):
        members = groups[group]
        rows.append(Heading(members[0].series or NO_SERIES, len(members)))
        rows.extend(members)
    return tuple(rows)


def _place(rows: Sequence[Row], brief_id: str | None) -> int | None:
    if brief_id is None:
        return None
    if isinstance(rows, HitList):
        return rows.place(brief_id)
    return next((at for at, row in enumerate(rows) if not isinstance(row, Heading) and row.id == brief_id), None)


class Sidebar(CursorView):
    """Meetings, or what is said in place of them."""

    rows: reactive[Sequence[Row]] = reactive((), repaint=False, always_update=True)
    notice: reactive[str] = reactive("", repaint=False)
    fresh: reactive[frozenset[str]] = reactive(frozenset(), repaint=False)
    """The briefs that are new in a saved search."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._headed = False
        self._label_width = 0

    @property
    def line_count(self) -> int:
        """How many rows there are; a notice stands in an empty list."""
        return len(self.rows) or len(self.notice.splitlines())

    @property
    def brief_id(self) -> str | None:
        """The brief under the cursor."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return None if row is None or isinstance(row, Heading) else row.id

    def show_rows(self, rows: Sequence[Row], brief_id: str | None) -> None:
        """Take new rows and keep the cursor on a brief; where it is not among them, the first brief has it."""
        before = self.brief_id
        self.rows = rows
        place = _place(rows, brief_id)
        self.cursor = self.nearest(0) if place is None else place
        if place is None:
            self.top = 0
        self.reveal()
        self.repaint()
        if self.brief_id != before:
            self.post_message(self.CursorMoved(self))

    def select(self, brief_id: str) -> bool:
        """Put the cursor on a brief; return False where it is not in the list."""
        place = _place(self.rows, brief_id)
        if place is not None:
            self.cursor = place
        return place is not None

    def takes_cursor(self, number: int) -> bool:
        """Tell whether a row holds a brief."""
        return number < len(self.rows) and not isinstance(self.rows[number], Heading)

    def watch_fresh(self) -> None:
        """Mark the new ones."""
        self.repaint()

    def watch_notice(self) -> None:
        """Show what is said in place of rows."""
        self.repaint()

    def draw(self, number: int, width: int) -> Strip:
        """Return a heading, or a brief in columns."""
        style = self.palette
        if not self.rows:
            return strip_of([(" " + fit(self.notice.splitlines()[number], width - 1), style["quiet"])])
        row = self.rows[number]
        if isinstance(row, Heading):
            count = f"{row.count:,} "
            name = fit(row.name, max(0, width - len(count) - 2))
            return strip_of([(f" {name} ", style["heading"]), (count, style["quiet"])])
        facts, title = self._columns(row, width - 1)
        if number == self.cursor:
            kind = style["cursor" if self.has_focus else "cursor away"]
            return strip_of([("▌", style["cursor bar"]), (facts + title, kind)])
        mark = ("+", style["heading"]) if row.id in self.fresh else (" ", style["quiet"])
        return strip_of([mark, (facts, style["quiet"]), (title, style["text"])])

    def watch_rows(self, rows: Sequence[Row]) -> None:
        """Measure the column of labels: ordinals under headings, series and ordinal without."""
        self._headed = bool(rows) and isinstance(rows[0], Heading)
        briefs = (row for row in rows[:MEASURED_ROWS] if not isinstance(row, Heading))
        self._label_width = max((cell_len(self._label(row)) for row in briefs), default=0)

    def _label(self, row: Entry | Hit, width: int = LABEL_WIDTH) -> str:
        """Return series and ordinal in at most `width` cells, the ordinal whole; the ordinal alone under a heading."""
        ordinal = "" if row.ordinal is None else str(row.ordinal)
        if self._headed or row.series is None:
            return ordinal
        room = width - len(ordinal) - 1 if ordinal else width
        series = row.series if cell_len(row.series) <= room else fit(row.series, room)
        return f"{series} {ordinal}".rstrip()

    def _columns(self, row: Entry | Hit, width: int) -> tuple[str, str]:
        """Return the facts of a brief (date, series and ordinal) and its title, together `width` cells."""
        facts = fit(row.date or "undated", DATE_WIDTH) + " "
        if width < COLUMNS_FROM:
            facts += "" if self._headed else f"{self._label(row, COMPACT_LABEL_WIDTH)} ".lstrip()
        elif label_width := min(self._label_width, int(width * LABEL_SHARE)):
            label = self._label(row, label_width)
            facts += f"{label.rjust(label_width) if self._headed else fit(label, label_width)} "
        return facts, fit(row.title, max(0, width - cell_len(facts)))
