"""Shows a series on top of the reader: its meetings, who came, what they committed to, and what they call the first."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from briefreader.counts import counted
from briefreader.library import (
    AttendanceMatrix,
    FollowedCommitment,
    Library,
    Series,
    SeriesClaims,
    Table,
    attendance_table,
    claims_table,
    commitments_table,
    meeting_labels,
    meetings_table,
)
from briefreader.model import NotFoundError
from briefreader.ui.panes.export_actions import file_stem
from briefreader.ui.panes.history import SeriesPlace
from briefreader.ui.screens.attendance_rows import Cell, MatrixRow, attendance_rows, drawn, known_meetings, why_empty
from briefreader.ui.screens.claim_lines import CLAIM_LEGEND, claim_detail, claim_lines
from briefreader.ui.screens.comparing_screen import COMPARE, READING, ComparingScreen
from briefreader.ui.screens.key_lines import KeyLine
from briefreader.ui.screens.place_screen import Visit
from briefreader.ui.screens.series_content import TABS, SeriesContent, Tab, tab_line
from briefreader.ui.screens.series_lines import commitment_detail, commitment_lines, meeting_lines
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.fixed_lines import FixedLine
from briefreader.ui.widgets.matrix_view import LabelledRow, MatrixView
from briefreader.ui.widgets.pick_list import PickLine

MEETING_COLUMNS = " no  date        place, and who led"
NOBODY = "no sentence of these meetings says who came"


class SeriesScreen(ComparingScreen):
    """The series of a brief in four tabs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("B", "dismiss", "Close", show=False, id="series"),
        *(Binding(str(number + 1), f"tab({number})", name, show=False) for number, name in enumerate(TABS)),
        Binding("tab", "next_tab(1)", "Next tab", show=False, priority=True),
        Binding("shift+tab", "next_tab(-1)", "Previous tab", show=False, priority=True),
        Binding("C", "compare", "Compare with the meeting before", show=False, id="compare"),
        Binding("o", "offices", "People or offices", show=False),
    ]
    NAME = "series"
    OWN_KEYS = (
        *(KeyLine(str(number), name, f"tab({number - 1})") for number, name in enumerate(TABS, 1)),
        KeyLine("o", "people or offices, in the attendance", "offices"),
        COMPARE,
    )
    HEAD_ROWS = 3
    DETAIL_ROWS = 3

    def __init__(self, library: Library, at: SeriesPlace) -> None:
        super().__init__(library)
        self._at = at
        self._brief_id = at.brief_id
        self.tab: Tab = TABS[at.tab]
        self.by_office = at.by_office
        self.matrix_view = MatrixView(id="comparing-matrix")
        self.content: SeriesContent | None = None
        self.matrix: AttendanceMatrix | None = None
        self.commitments: tuple[FollowedCommitment, ...] | None = None
        self.claims: SeriesClaims | None = None
        self._rows: tuple[MatrixRow, ...] = ()
        self._cursors: dict[Tab, int] = {}

    @property
    def views(self) -> Sequence[CursorView]:
        """The list of meetings, commitments or claims, and the matrix."""
        return (self.view, self.matrix_view)

    @property
    def keys(self) -> str:
        """The keys in the last line."""
        of_tab = f"←→ · o {'people' if self.by_office else 'offices'} · " if self.tab == "attendance" else ""
        tabs = f"1-{len(TABS)} Tab"
        return f"Enter opens · {tabs} · {of_tab}{{compare}} compares · {{copy}} copies · {{export}} exports"

    @work(exclusive=True)
    async def read(self) -> None:
        """Read the series in a thread and show the tab."""
        self.head.lines = (FixedLine("Series", "title", READING),)
        if await self.reading(self._read):
            await self._read_tab()

    def _read(self) -> None:
        comparing = self.library.comparing
        series = comparing.series_of(self._brief_id)
        if series is None:
            raise NotFoundError("this brief belongs to no series of meetings")
        known = frozenset(entry.id for entry in series.meetings)
        statements = [entry for entry in comparing.with_statements(series).meetings if entry.id not in known]
        self.content = SeriesContent(series, comparing.held(series), meeting_labels(series.meetings), statements)

    def show_tab(self, tab: Tab) -> None:
        """Show a tab, with the cursor where it was there; while the series is read, take note of the tab."""
        if self.view.lines:
            self._cursors[self.tab] = self.view.cursor
        self.tab = tab
        if self.content is not None:
            self._change_tab()

    @work(exclusive=True)
    async def _change_tab(self) -> None:
        await self._read_tab()

    async def _read_tab(self) -> None:
        """Read what the tab shows, unless it was read before, and show it."""
        if self.content is None:
            return
        series = self.content.series
        read = {"attendance": self.matrix, "commitments": self.commitments, "claims": self.claims}
        if read.get(self.tab, ()) is None:
            self._show_head(READING)
            if not await self.reading(lambda: self._read_more(series)):
                return
        self.view.display, self.matrix_view.display = self.tab != "attendance", self.tab == "attendance"
        self.set_focus(self.matrix_view if self.tab == "attendance" else self.view)
        self.show_detail("")
        self.call_after_refresh(self._lay_out_tab)

    def _read_more(self, series: Series) -> None:
        if self.tab == "attendance":
            self.matrix = self.library.comparing.attendance(series)
        elif self.tab == "claims":
            self.claims = self.library.comparing.claims(series)
        else:
            self.commitments = self.library.comparing.commitments(series)

    def _lay_out_tab(self) -> None:
        if self.tab != "attendance":
            self.view.show_lines((), 0)
        self.lay_out(self._cursors.get(self.tab))
        if self._at.cursor >= 0 and self.tab == TABS[self._at.tab]:
            self._come_back()

    def _come_back(self) -> None:
        """Go to the line or the cell where a person has left the series."""
        at, self._at = self._at, SeriesPlace(self._brief_id)
        view = self.shown
        if isinstance(view, MatrixView):
            view.column, view.left = at.column, at.left
        view.go_back_to(at.cursor, at.top)

    @property
    def shown(self) -> CursorView:
        """The list or the matrix that is shown."""
        return self.matrix_view if self.tab == "attendance" else self.view

    @property
    def place(self) -> SeriesPlace:
        """The place where a person is, or will be once the series is read."""
        if self.content is None or not self.shown.row_count:
            return self._at._replace(tab=TABS.index(self.tab))
        at = TABS.index(self.tab), self.by_office, self.shown.cursor, self.shown.top
        return SeriesPlace(self._brief_id, *at, self.matrix_view.column, self.matrix_view.left)

    def lay_out(self, start: int | None = None) -> None:
        """Show the tab, with the cursor on a line."""
        content = self.content
        if content is None:
            return
        width = self.view.size.width
        if self.tab == "meetings":
            self._show_lines(meeting_lines(content.series, content.held, width, content.statements), start)
        elif self.tab == "commitments" and self.commitments is not None:
            self._show_lines(commitment_lines(self.commitments, content.labels, width), start)
        elif self.tab == "claims" and self.claims is not None:
            self._show_lines(claim_lines(self.claims, width), start)
        elif self.tab == "attendance" and self.matrix is not None:
            self._show_matrix(self.matrix)
        self._show_head()
        self.show_sentence()

    def _show_lines(self, lines: Sequence[PickLine], start: int | None) -> None:
        """Show lines with the cursor on one, at first on one of the meeting that the open brief tells of."""
        if start is None and self.view.lines:
            start = self.view.cursor
        elif start is None:
            face = self.content.face(self._brief_id) if self.content else None
            start = next((number for number, line in enumerate(lines) if line.brief_id == face), 0)
        self.view.show_lines(lines, start)
        self.view.reveal_to(start)

    def _show_matrix(self, matrix: AttendanceMatrix) -> None:
        self._rows = attendance_rows(matrix, by_office=self.by_office)
        known = known_meetings(matrix)
        rows = [
            LabelledRow(row.label, [drawn(row, row.cells.get(id), id in known) for id in matrix.meetings], row.is_side)
            for row in self._rows
        ]
        if not self.matrix_view.rows:
            face = self.content.face(self._brief_id) if self.content else None
            self.matrix_view.columns = len(matrix.meetings)
            self.matrix_view.column = matrix.meetings.index(face) if face in matrix.meetings else 0
        self.matrix_view.show_rows(rows, len(matrix.meetings))

    def _show_head(self, remark: str = "") -> None:
        if self.content is None:
            return
        series, labels = self.content.series, [*self.content.labels.values()]
        gaps = f" · missing {', '.join(map(str, series.gaps))}" if series.gaps else ""
        title = FixedLine(series.name, "title", remark or f"{counted(len(series.meetings), 'meeting')}{gaps}")
        tabs = tab_line(self.tab, self.size.width - 2)
        third = FixedLine(MEETING_COLUMNS, "quiet") if self.tab == "meetings" else FixedLine("")
        if self.tab == "attendance" and self.matrix is not None:
            third = FixedLine(self.matrix_view.header(labels) if self._rows else NOBODY, "quiet")
        elif self.tab == "commitments":
            third = FixedLine("+ new   = repeated   - dropped", "quiet")
        elif self.tab == "claims":
            third = FixedLine(CLAIM_LEGEND, "quiet")
        self.head.lines = (title, FixedLine(tabs, "color person"), third)

    def action_tab(self, number: int) -> None:
        """Show a tab by its number from 0 on."""
        self.show_tab(TABS[number])

    def action_next_tab(self, step: int) -> None:
        """Show the next or the previous tab."""
        self.show_tab(TABS[(TABS.index(self.tab) + step) % len(TABS)])

    def action_offices(self) -> None:
        """Show offices in place of people in the attendance, or people again."""
        if self.tab == "attendance":
            self.by_office = not self.by_office
            self.lay_out()
            self.tell("")

    @property
    def cell(self) -> Cell | None:
        """The cell under the cursor of the matrix, None where nobody came."""
        view = self.matrix_view
        if self.matrix is None or not view.on_line or not self.matrix.meetings:
            return None
        return self._rows[view.cursor].cells.get(self.matrix.meetings[view.column])

    @property
    def visit(self) -> Visit | None:
        """The place to which the cell or the line under the cursor leads."""
        if self.tab != "attendance":
            return super().visit
        cell = self.cell
        return (cell.brief_id, cell.span) if cell is not None and cell.brief_id is not None else None

    @on(CursorView.CursorMoved)
    @work(exclusive=True, group="detail")
    async def show_sentence(self) -> None:
        """Show what the line or the cell under the cursor means, and the sentence that says so once it stays there."""
        if self.content is None:
            return
        if self.tab == "attendance":
            self._show_head()
            await self._show_cell()
        elif self.tab == "meetings" and (picked := self.view.picked) is not None:
            entries = (*self.content.series.meetings, *self.content.statements)
            titles = (entry.title for entry in entries if entry.id == picked.brief_id)
            self.show_detail(next(titles, ""))
        elif self.tab == "commitments" and (picked := self.view.picked) is not None:
            self.show_detail(commitment_detail(self.commitments or (), self.content.labels, picked))
        elif self.tab == "claims" and self.claims is not None and (picked := self.view.picked) is not None:
            self.show_detail(claim_detail(self.claims, picked))

    async def _show_cell(self) -> None:
        cell = self.cell
        if cell is None or cell.brief_id is None or cell.span is None:
            column = self.matrix_view.column
            self.show_detail(why_empty(self.matrix, column) if self.matrix is not None and self._rows else "")
            return
        self.show_detail(cell.detail)
        await self.show_sentence_at(cell.brief_id, cell.span, cell.detail)

    @property
    def table(self) -> Table | None:
        """The tab as a table."""
        content = self.content
        if content is None:
            return None
        if self.tab == "attendance":
            return attendance_table(content.series, self.matrix) if self.matrix is not None else None
        if self.tab == "commitments":
            return commitments_table(content.series, self.commitments) if self.commitments is not None else None
        if self.tab == "claims":
            return claims_table(self.claims) if self.claims is not None else None
        return meetings_table(content.series, content.held)

    @property
    def stem(self) -> str:
        """The beginning of a name for the file of an export."""
        name = self.content.series.name if self.content else "series"
        return f"{file_stem(name)}-{self.tab}"
