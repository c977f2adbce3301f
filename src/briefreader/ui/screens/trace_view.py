"""Shows on top of the reader which meetings of a series use a wording, or which briefs of the library do."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from briefreader.library import Library, Series, Table, Trace
from briefreader.model import BriefreaderError, Entry, NotFoundError
from briefreader.ui.background import read_in_thread
from briefreader.ui.panes.export_actions import file_stem
from briefreader.ui.panes.history import TracePlace
from briefreader.ui.screens.comparing_screen import COMPARE, PAUSE, READING, ComparingScreen
from briefreader.ui.screens.key_lines import KeyLine
from briefreader.ui.screens.place_screen import Visit
from briefreader.ui.screens.trace_lines import trace_counts, trace_lines, trace_strip
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.fixed_lines import FixedLine
from briefreader.ui.widgets.pick_list import quiet_lines

ASK_HINT = "Words to trace from meeting to meeting; Enter traces them, Esc cancels"


class TraceScreen(ComparingScreen):
    """A wording through the meetings of the series of a brief, or through all briefs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("T", "dismiss", "Close", show=False, id="trace"),
        Binding("a", "scope", "Series or all briefs", show=False),
        Binding("C", "compare", "Compare with the meeting before", show=False, id="compare"),
        Binding("slash", "ask", "Other words", show=False, id="search"),
    ]
    NAME = "trace"
    OWN_KEYS = (
        KeyLine("a", "the series of the brief, or all briefs", "scope"),
        KeyLine("/", "other words", "ask", "search"),
        COMPARE,
    )
    HEAD_ROWS = 3
    DETAIL_ROWS = 3

    def __init__(self, library: Library, at: TracePlace) -> None:
        super().__init__(library)
        self._at = at
        self.phrase = at.phrase
        self._brief_id = at.brief_id
        self.in_all = at.in_all or at.brief_id is None
        self.series: Series | None = None
        self.trace: Trace | None = None
        self._is_first = self.is_reading = True
        self._entries: dict[str, Entry] = {}

    @work(exclusive=True)
    async def read(self) -> None:
        """Trace the wording in a thread and show where it is."""
        self.trace, self.is_reading = None, True
        self.show_detail("")
        self.head.lines = (FixedLine(f"“{self.phrase}”", "title", READING),)
        try:
            await read_in_thread(self._read)
        except NotFoundError as error:
            self.is_reading = False
            self._tell_nowhere(str(error))
        except BriefreaderError as error:
            self.is_reading = False
            self.fail(str(error))
        else:
            self._is_first = self.is_reading = False
            self.view.show_lines(())
            self.lay_out()
            if self._at.cursor >= 0 and self.phrase == self._at.phrase:
                self.view.go_back_to(self._at.cursor, self._at.top)
                self._at = TracePlace(self.phrase, self._brief_id)

    def _read(self) -> None:
        comparing = self.library.comparing
        if self._brief_id is not None and self.series is None:
            self.series = comparing.series_of(self._brief_id)
            self.in_all = self.in_all or self.series is None
        series = None if self.in_all else self.series
        self.trace = comparing.trace(self.phrase, series)
        entries = {entry.id: entry for entry in self.library.entries()}
        if series is not None:
            self._entries = entries | {entry.id: entry for entry in series.meetings}
            return
        names = {entry.id: each.name for each in self.library.series() for entry in each.meetings}
        self._entries = {id: entry._replace(series=names.get(id, entry.series)) for id, entry in entries.items()}

    def _tell_nowhere(self, error: str) -> None:
        """Tell that the wording is nowhere; a series that has not even the brief's own words is left for all briefs."""
        if self._is_first and not self.in_all:
            self._is_first, self.in_all = False, True
            self.read()
            return
        self.head.lines = (FixedLine(f"“{self.phrase}”", "title", "" if self.in_all else "a: all briefs"),)
        self.view.show_lines(quiet_lines(error, self.view.size.width - 3))

    def lay_out(self) -> None:
        """Show the trace."""
        if self.trace is None:
            return
        trace, width = self.trace, self.view.size.width
        where = trace.series or "all briefs"
        self.head.lines = (
            FixedLine(f"“{trace.phrase}”", "title", where),
            FixedLine(trace_strip(trace, width - 2), "color person"),
            FixedLine(trace_counts(trace), "quiet"),
        )
        self.tell("")
        start = self.view.cursor if self.view.lines else self._first_row(trace)
        self.view.show_lines(trace_lines(trace, self._entries, width), start)

    def _first_row(self, trace: Trace) -> int:
        """Return the number of the row of the open brief, else of the last one."""
        rows = (number for number, row in enumerate(trace.rows) if row.id == self._brief_id)
        return next(rows, max(0, len(trace.rows) - 1))

    @property
    def place(self) -> TracePlace:
        """The place where a person is, or will be once the wording is traced."""
        if self.is_reading and self.phrase == self._at.phrase:
            return self._at
        return TracePlace(self.phrase, self._brief_id, self.in_all, self.view.cursor, self.view.top)

    def action_scope(self) -> None:
        """Trace through the series, or through all briefs."""
        if self.is_reading:
            return
        if self.series is None:
            self.tell("the open brief is of no series, so all briefs are traced")
            return
        self.in_all = not self.in_all
        self._is_first = False
        self.read()

    def action_ask(self) -> None:
        """Ask for other words."""
        from briefreader.ui.screens.command_prompt import CommandPromptScreen

        self.app.push_screen(CommandPromptScreen(ASK_HINT, (), "T", self.phrase), self._take)

    def _take(self, words: str | None) -> None:
        if words:
            self.phrase = words
            self.read()

    @on(CursorView.CursorMoved)
    @work(exclusive=True, group="detail")
    async def show_sentence(self) -> None:
        """Read the sentence of the line under the cursor once it has stayed there, and show it."""
        row, trace = self.view.picked, self.trace
        if not self._detail_rows or row is None or row.brief_id is None or trace is None:
            return
        await asyncio.sleep(PAUSE)
        if self.trace is not trace:
            return  # other words or other briefs are traced by now
        has_it = any(each.id == row.brief_id and each.times for each in trace.rows)
        if not has_it:
            self.show_detail("(without this wording)")
            return
        comparing, id, phrase = self.library.comparing, row.brief_id, self.phrase
        try:
            found = await read_in_thread(lambda: comparing.sentences_with(id, phrase))
        except BriefreaderError as error:
            self.show_detail(str(error))
            return
        if self.trace is trace:
            self.show_detail(found[0].text if found else "", found[0].at if found else 0)

    def action_pick(self) -> None:
        """Open the brief under the cursor at the wording."""
        row = self.view.picked
        if row is not None and row.brief_id is not None:
            self._pick(row.brief_id)

    @work(exclusive=True, group="pick")
    async def _pick(self, id: str) -> None:
        try:
            found = await read_in_thread(lambda: self.library.comparing.sentences_with(id, self.phrase))
        except BriefreaderError as error:
            self.tell(str(error))
            return
        visit: Visit = (id, found[0].place if found else None)
        self.dismiss(visit)

    @property
    def keys(self) -> str:
        """The keys in the last line."""
        scope = f"a {'series' if self.in_all else 'all briefs'} · " if self.series else ""
        return (
            f"Enter opens · {scope}{{search}} other words · {{compare}} compares · {{copy}} copies · {{export}} exports"
        )

    @property
    def table(self) -> Table | None:
        """The trace as a table."""
        from briefreader.library import trace_table

        return trace_table(self.trace, self._entries) if self.trace is not None else None

    @property
    def stem(self) -> str:
        """The beginning of a name for the file of an export."""
        return f"trace-{file_stem(self.phrase)}"
