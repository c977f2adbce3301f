"""A list on top of the reader that compares meetings; its lines open sentences, and it can be copied and exported."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.worker import Worker

from briefreader.library import Library, Table
from briefreader.model import BriefreaderError, ReadOnlyError
from briefreader.text import Span, clean_line
from briefreader.ui.background import read_in_thread
from briefreader.ui.key_table import key_of, with_keys
from briefreader.ui.panes.copy_actions import copied
from briefreader.ui.screens.key_lines import ROOM_FOR_HELP, KeyLine, fitting_keys, list_keys
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.place_screen import PlaceScreen, Visit
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.fixed_lines import FixedLine, FixedLines
from briefreader.ui.widgets.pick_list import PickLine, PickList
from briefreader.ui.widgets.text_layout import wrapped

if TYPE_CHECKING:
    from briefreader.ui.panes.history import ComparingPlace
    from briefreader.ui.screens.export_form import ExportAnswer

PAUSE = 0.1
"""Seconds on a line after which its sentence is read."""

COMPARE = KeyLine("C", "what changed from the meeting before it", "compare", "compare")
"""The key of screens whose lines are meetings."""

_KEYS = (
    KeyLine("y", "copy the list as Markdown", "copy", "copy"),
    KeyLine("X", "write the list into a file: Markdown, CSV, JSON Lines", "export", "export"),
    KeyLine("H", "back in the history of places", "app.history(-1)", "history-back"),
    KeyLine("L", "forward in it, also back to this list", "app.history(1)", "history-forward"),
)
_ENTER = KeyLine("Enter", "open the sentence or the brief", "pick")
READING = "reading the library …"
LEAST_ROWS = 14
"""Rows of the terminal from which there is room for the sentence of the line under the cursor."""
ROOMY_ROWS = 24
"""Rows of the terminal from which that sentence has another line."""


class ComparingScreen(PlaceScreen):
    """Lines under a head and over a foot; Enter returns the place to open, Esc closes.

    Subclasses read what they compare, and say what is in the head, in the foot and in the table.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        *LIST_KEYS,
        Binding("enter", "pick", "Open", show=False),
        Binding("y", "copy", "Copy", show=False, id="copy"),
        Binding("X", "export", "Export", show=False, id="export"),
        Binding("question_mark", "help", "Help", show=False, id="help"),
    ]
    NAME: ClassVar[str]
    OWN_KEYS: ClassVar[Sequence[KeyLine]] = ()
    """The keys that the lists have not in common."""
    HEAD_ROWS: ClassVar[int] = 1
    DETAIL_ROWS: ClassVar[int] = 0
    """Rows over the line of keys for the sentence of the line under the cursor."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.head = FixedLines(id="comparing-head")
        self.view = PickList(id="comparing-list")
        self.foot = FixedLines(id="comparing-foot")
        self._message = ""
        self._detail, self._detail_at, self._meaning = "", 0, ""

    def compose(self) -> ComposeResult:
        """Lay out head, list and foot."""
        self.head.styles.height = self.HEAD_ROWS
        yield self.head
        yield from self.views
        yield self.foot

    @property
    def views(self) -> Sequence[CursorView]:
        """The lists between head and foot, of which one is shown."""
        return (self.view,)

    def on_mount(self) -> None:
        """Read what is compared."""
        self.set_focus(self.view)
        self._fit()
        self.read()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out the lines for the new width."""
        self._fit()
        self.call_after_refresh(self.lay_out)

    def _fit(self) -> None:
        self.foot.styles.height = 1 + self._detail_rows
        self._show_foot()

    @property
    def _detail_rows(self) -> int:
        height = self.size.height
        return self.DETAIL_ROWS + (height >= ROOMY_ROWS) if self.DETAIL_ROWS and height >= LEAST_ROWS else 0

    @abstractmethod
    def read(self) -> Worker[None]:
        """Read what is compared in a thread, and lay it out."""

    @abstractmethod
    def lay_out(self) -> None:
        """Show what was read at the present width."""

    @property
    @abstractmethod
    def place(self) -> ComparingPlace:
        """The place where a person is, or will be once everything is read."""

    @property
    @abstractmethod
    def table(self) -> Table | None:
        """The content as a table, None while there is none."""

    @property
    @abstractmethod
    def stem(self) -> str:
        """The beginning of a name for the file of an export."""

    @property
    def visit(self) -> Visit | None:
        """The place to which the line under the cursor leads, None where it leads nowhere."""
        picked = self.view.picked
        return (picked.brief_id, picked.span) if picked is not None and picked.brief_id is not None else None

    @property
    @abstractmethod
    def keys(self) -> str:
        """The most important keys in the last line; the names of commands in braces stand for their keys."""

    def tell(self, message: str) -> None:
        """Show a message in place of the keys, until the cursor moves."""
        self._message = clean_line(message)
        self._show_foot()

    def show_detail(self, text: str, at: int = 0, meaning: str = "") -> None:
        """Show a text over the keys, as much as there is room for: its meaning before it, and the part around `at`."""
        self._detail, self._detail_at, self._meaning = text, at, meaning
        self._show_foot()

    async def show_sentence_at(self, id: str, span: Span, meaning: str = "") -> None:
        """Show the sentence of a brief around a place once the cursor has stayed there, in quotes after its meaning."""
        if not self._detail_rows:
            return
        await asyncio.sleep(PAUSE)
        with suppress(BriefreaderError):
            sentence = await read_in_thread(lambda: self.library.comparing.sentence(id, span))
            if meaning:
                self.show_detail(f"“{sentence.text}”", 1 + sentence.at, meaning)
            else:
                self.show_detail(sentence.text, sentence.at)

    @on(CursorView.CursorMoved)
    def cursor_moved(self) -> None:
        """Show the keys again in place of a message, and the whole item of the line under the cursor."""
        if self._message:
            self.tell("")
        lines, last = self.view.lines, self.view.cursor + 1
        while last < len(lines) and lines[last].text and not lines[last].can_be_picked:
            last += 1
        if self.view.on_line:
            self.view.reveal_to(last - 1)

    def _show_foot(self) -> None:
        rows, lines = self._detail_rows, list[FixedLine]()
        if rows:
            width = max(8, self.size.width - 2)
            meaning = wrapped(self._meaning, width)[: rows - 1] if self._meaning else []
            found = [*meaning, *_excerpt(self._detail, self._detail_at, width, rows - len(meaning))]
            lines = [FixedLine(text) for text in found] + [FixedLine("")] * (rows - len(found))
        help = f"{key_of('help')} help"
        shown = fitting_keys(with_keys(self.keys), self.size.width - ROOM_FOR_HELP)
        keys = FixedLine(self._message, "notice") if self._message else FixedLine(shown, "quiet", help)
        self.foot.lines = (*lines, keys)

    async def reading(self, function: Callable[[], object]) -> bool:
        """Run a function that reads in a thread, tell its error in the list, and return whether it had none."""
        try:
            await read_in_thread(function)
        except BriefreaderError as error:
            self.fail(str(error))
            return False
        return True

    def fail(self, message: str) -> None:
        """Show an error in place of the lines."""
        lines = wrapped(clean_line(message), max(8, self.size.width - 3))
        self.view.show_lines([PickLine(line, "notice") for line in lines])

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        view = next(each for each in self.views if each.display)
        view.move(direction * max(1, view.page - 2))

    @on(CursorView.Chosen)
    def pick_clicked(self) -> None:
        """Open the place to which a clicked line leads."""
        self.action_pick()

    def action_pick(self) -> None:
        """Open the place to which the line under the cursor leads."""
        if self.visit is not None:
            self.dismiss(self.visit)

    def action_compare(self) -> None:
        """Show on top what changed from the meeting before the one under the cursor."""
        if (visit := self.visit) is None:
            self.tell("no brief stands here; the cursor goes to one first")
        else:
            self.call_next(self.app.run_action, f"app.compare({visit[0]!r})")

    def action_help(self) -> None:
        """List the keys; one that is pressed acts."""
        list_keys(self, f"Keys of the {self.NAME}", (_ENTER, *self.OWN_KEYS, *_KEYS))

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy the table as Markdown."""
        if table := self.table:
            text = await read_in_thread(lambda: table.document("markdown"))
            self.tell(await copied(self.app, self.library, text, f"copied {table.title}"))

    def action_export(self) -> None:
        """Ask for a file, and write the table into it."""
        from briefreader.ui.screens.export_form import ExportForm, Subject

        table = self.table
        if table is None:
            return
        if self.library.read_only:
            self.tell(str(ReadOnlyError()))
            return

        def write(answer: ExportAnswer | None) -> None:
            if answer is not None:
                self._write(table, answer)

        self.app.push_screen(ExportForm([Subject(table.title, self.stem)], Path.cwd()), write)

    @work(group="export")
    async def _write(self, table: Table, answer: ExportAnswer) -> None:
        """Write the table in a thread, and tell where it is."""
        try:
            await read_in_thread(
                lambda: self.library.documents.write(answer.path, table.document(answer.format), replace=answer.replace)
            )
        except BriefreaderError as error:
            self.tell(str(error))
        else:
            self.tell(f"exported {table.title} to {answer.path}")


def _excerpt(text: str, at: int, width: int, rows: int) -> list[str]:
    """Return a text in lines, of which there are at most some rows, those around the offset `at`."""
    lines = wrapped(text, width) if text else []
    if len(lines) <= rows:
        return lines
    line, seen = 0, len(lines[0]) + 1
    while seen <= at and line < len(lines) - 1:
        line += 1
        seen += len(lines[line]) + 1
    first = max(0, min(line - max(0, rows - 2), len(lines) - rows))
    shown = lines[first : first + rows]
    if first:
        shown[0] = f"… {shown[0]}"
    if first + rows < len(lines):
        shown[-1] = f"{shown[-1][: width - 2].rstrip()} …"
    return shown
