"""Shows the promised meetings on top of the reader: the sentences that promise them, and what became of them."""

from datetime import date
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from briefreader.counts import counted
from briefreader.library import Library, PromisedMeeting, Table
from briefreader.ui.panes.history import AgendaPlace
from briefreader.ui.screens.agenda_lines import agenda_lines
from briefreader.ui.screens.comparing_screen import READING, ComparingScreen
from briefreader.ui.screens.key_lines import KeyLine
from briefreader.ui.widgets.fixed_lines import FixedLine

WITH_TODAY = 76
"""Cells from which there is room for the day beside the numbers."""


class AgendaScreen(ComparingScreen):
    """The promised meetings: those that are missing, those to come, and, at a key, those that were held."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("F", "dismiss", "Close", show=False, id="agenda"),
        Binding("a", "kept", "Show or hide kept promises", show=False),
    ]

    NAME = "agenda"
    OWN_KEYS = (KeyLine("a", "show or hide the promises that were kept", "kept"),)

    def __init__(self, library: Library, today: date, at: AgendaPlace | None = None) -> None:
        super().__init__(library)
        self._today = today
        self._at = at or AgendaPlace()
        self.promised: tuple[PromisedMeeting, ...] | None = None
        self.shows_kept = self._at.shows_kept
        self._unindexed = 0

    @work(exclusive=True)
    async def read(self) -> None:
        """Read the promises in a thread and show them."""
        self.head.lines = (FixedLine("Promised meetings", "title", READING),)
        if await self.reading(self._read):
            self.lay_out()
            self.view.go_back_to(self._at.cursor, self._at.top)
        else:
            self.head.lines = (FixedLine("Promised meetings", "title"),)

    def _read(self) -> None:
        self.promised = self.library.comparing.agenda(self._today)
        self._unindexed = self.library.comparing.unindexed()

    def lay_out(self) -> None:
        """Show the promises."""
        if self.promised is None:
            return
        kept = sum(each.promise.kept_by is not None for each in self.promised)
        missing = sum(each.promise.overdue for each in self.promised)
        counts = f"{missing:,} missing · {len(self.promised) - kept - missing:,} open · {kept:,} kept"
        width = self.view.size.width
        today = f" · today {self._today.isoformat()}" if width >= WITH_TODAY else ""
        self.head.lines = (FixedLine("Promised meetings", "title", f"{counts}{today}"),)
        lines = agenda_lines(self.promised, width, self.shows_kept, self._unindexed)
        self.view.show_lines(lines, self.view.cursor)

    def action_kept(self) -> None:
        """Show the kept promises too, or hide them."""
        self.shows_kept = not self.shows_kept
        self.lay_out()
        if self.promised is not None and self.shows_kept:
            kept = sum(each.promise.kept_by is not None for each in self.promised)
            self.tell(f"{counted(kept, 'kept promise')} at the end")

    @property
    def place(self) -> AgendaPlace:
        """The place where a person is, or will be once the promises are read."""
        return self._at if self.promised is None else AgendaPlace(self.shows_kept, self.view.cursor, self.view.top)

    @property
    def shown(self) -> tuple[PromisedMeeting, ...]:
        """The promises that are shown."""
        return tuple(each for each in self.promised or () if self.shows_kept or not each.promise.kept_by)

    @property
    def keys(self) -> str:
        """The keys in the last line."""
        kept = f"a {'hides' if self.shows_kept else 'shows'} kept ones"
        return f"Enter opens · {kept} · {{copy}} copies · {{export}} exports · Esc closes"

    @property
    def table(self) -> Table | None:
        """The promises that are shown, as a table."""
        from briefreader.library import agenda_table

        return agenda_table(self.shown) if self.promised is not None else None

    @property
    def stem(self) -> str:
        """The beginning of a name for the file of an export."""
        return "promised-meetings"
