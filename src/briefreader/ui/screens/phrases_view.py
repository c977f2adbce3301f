"""Shows on top of a redline which phrases of the older text are gone, and which are new in the series."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from briefreader.counts import counted
from briefreader.library import Comparison, Library, Phrase, Table, phrases_table
from briefreader.ui.panes.history import PhrasesPlace, TracePlace
from briefreader.ui.screens.comparing_screen import READING, ComparingScreen
from briefreader.ui.screens.key_lines import KeyLine
from briefreader.ui.screens.redline_sheets import text_names
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.fixed_lines import FixedLine
from briefreader.ui.widgets.pick_list import PickLine

NONE = "no phrase of two words or more is gone or new"


class PhrasesScreen(ComparingScreen):
    """The phrases from an older brief to a newer one; Enter opens the sentence of one, and another key traces it."""

    NAME = "phrases"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "dismiss", "Close", show=False),
        Binding("T", "trace", "Trace the phrase", show=False, id="trace"),
    ]
    OWN_KEYS = (KeyLine("T", "which meetings of the series use the phrase", "trace", "trace"),)
    DETAIL_ROWS = 3

    def __init__(self, library: Library, at: PhrasesPlace) -> None:
        super().__init__(library)
        self._at = at
        self.found: Comparison | None = None

    @work(exclusive=True)
    async def read(self) -> None:
        """Compare the briefs in a thread and show the phrases."""
        self.head.lines = (FixedLine("Phrases", "title", READING),)
        if await self.reading(self._read):
            self.lay_out()
            self.view.go_back_to(self._at.cursor, self._at.top)

    def _read(self) -> None:
        self.found = self.library.comparing.compare(self._at.older, self._at.newer)

    def lay_out(self) -> None:
        """Show the phrases."""
        if self.found is None:
            return
        a, b = self.found.a.entry, self.found.b.entry
        self.head.lines = (
            FixedLine("Phrases gone and new", "title", f"{a.date or 'undated'} → {b.date or 'undated'}"),
        )
        newer = text_names(self.found)["b"]
        lines = [*_lines(f"Gone from the {newer} text", "-", self.found.gone_phrases, a.id)]
        new = [*_lines(f"New in the {newer} text", "+", self.found.new_phrases, b.id)]
        lines += [PickLine("", "text"), *new] if lines and new else new
        self.view.show_lines(lines or [PickLine(NONE, "quiet")], self.view.cursor)

    @property
    def place(self) -> PhrasesPlace:
        """The place where a person is, or will be once the briefs are compared."""
        if self.found is None:
            return self._at
        return PhrasesPlace(self._at.older, self._at.newer, self.view.cursor, self.view.top)

    @on(CursorView.CursorMoved)
    @work(exclusive=True, group="detail")
    async def show_sentence(self) -> None:
        """Show the sentence of the phrase under the cursor once it has stayed there."""
        visit = self.visit
        if visit is not None and visit[1] is not None:
            await self.show_sentence_at(visit[0], visit[1])

    def action_trace(self) -> None:
        """Trace the phrase under the cursor through the series of the newer brief."""
        from briefreader.ui.screens.trace_view import TraceScreen

        visit = self.visit
        if self.found is not None and visit is not None and visit[1] is not None:
            brief = self.found.a if visit[0] == self.found.a.entry.id else self.found.b
            phrase = " ".join(brief.text[visit[1].start : visit[1].end].split())
            self.app.push_screen(TraceScreen(self.library, TracePlace(phrase, self._at.newer)), self.pass_on)

    @property
    def keys(self) -> str:
        """The keys in the last line."""
        return "Enter opens · {trace} traces the phrase · {copy} copies · {export} exports · Esc closes"

    @property
    def table(self) -> Table | None:
        """The phrases as a table."""
        return phrases_table(self.found) if self.found is not None else None

    @property
    def stem(self) -> str:
        """The beginning of a name for the file of an export."""
        return f"phrases-{self._at.newer}"[:60].strip("-")


def _lines(heading: str, sign: str, phrases: Sequence[Phrase], id: str) -> Iterator[PickLine]:
    """Yield the phrases under a heading, each with its number of uses and of earlier meetings that have it."""
    if phrases:
        yield PickLine(heading, "heading", f"{len(phrases):,}")
    for each in phrases:
        earlier = f"in {counted(each.meetings, 'earlier meeting')}" if each.meetings else ""
        remark = " · ".join(part for part in (f"×{each.times:,}" if each.times > 1 else "", earlier) if part)
        yield PickLine(f"{sign} {each.words}", "text", remark, each.span, brief_id=id)
