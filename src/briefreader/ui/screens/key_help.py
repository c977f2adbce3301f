"""The help: every key and the forms of a query, on top of the reader."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.strip import Strip

from briefreader.ui.key_table import KeyTable
from briefreader.ui.screens.help_lines import HelpLine, help_columns, help_groups
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.modal import Modal
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.line_view import LineView, strip_of
from briefreader.ui.widgets.text_layout import fit

TWO_COLUMNS = 100
"""Cells of width from which the help stands in two columns."""

GAP = 2


class HelpView(LineView):
    """The lines of the help under a row that tells how to search it; `letters` are what is searched for."""

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("letters", "searching")

    letters: var[str] = var("")
    searching: var[bool] = var(False)

    def __init__(self, table: KeyTable) -> None:
        super().__init__(id="help")
        self._table = table
        self._columns: tuple[tuple[str, int], list[list[HelpLine]]] = ("", 0), []

    @property
    def columns(self) -> list[list[HelpLine]]:
        """The lines of each column at the present width."""
        key = self.letters, self.size.width
        if self._columns[0] != key:
            groups = help_groups(self._table, self.letters)
            self._columns = key, help_columns(groups, self._column_width, self._count)
        return self._columns[1]

    @property
    def _count(self) -> int:
        return 2 if self.size.width >= TWO_COLUMNS else 1

    @property
    def _column_width(self) -> int:
        return (self.size.width - GAP * (self._count - 1)) // self._count

    @property
    def line_count(self) -> int:
        """The number of lines, the row above them included."""
        return 1 + max(map(len, self.columns), default=0)

    def draw_at(self, y: int, width: int) -> Strip:
        """Return row `y`: the row above, or a line of each column."""
        style = self.palette
        if y == 0:
            return self._first_row(width)
        pieces: list[tuple[str, Style]] = []
        for column in self.columns:
            number = self.top + y - 1
            line = column[number] if number < len(column) else HelpLine()
            told = fit(line.heading or line.text, max(0, self._column_width - cells(line.left)))
            pieces += [(line.left, style["title"]), (told, style["heading" if line.heading else "text"])]
            pieces.append((" " * GAP, style["text"]))
        return strip_of(pieces)

    def _first_row(self, width: int) -> Strip:
        style = self.palette
        if self.searching or self.letters:
            found = sum(len(group.rows) for group in help_groups(self._table, self.letters))
            told = f"{found} found · Esc closes the search"
            left = f" /{self.letters}"
        else:
            told = "/ searches · q closes"
            left = f" Help · {self._position}"
        room = max(1, width - cells(told) - 2)
        return strip_of([(fit(left, room), style["title"]), (f" {told} ", style["quiet"])])

    @property
    def _position(self) -> str:
        pages = -(-(self.line_count - 1) // max(1, self.size.height - 1))
        here = min(pages, 1 + -(-self.top // max(1, self.size.height - 1)))
        return "all keys" if pages <= 1 else f"page {here} of {pages}"

    def on_key(self, event: events.Key) -> None:
        """Add a typed letter to the search, or delete one."""
        if self.searching and self._takes(event):
            event.stop()
            event.prevent_default()

    def _takes(self, event: events.Key) -> bool:
        if event.key == "backspace":
            self.letters = self.letters[:-1]
        elif event.is_printable and event.character:
            self.letters += event.character
        elif event.key == "enter":
            self.searching = False
        else:
            return False
        self.top = 0
        return True

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self.move(direction * max(1, self.size.height - 1))


class KeyHelpScreen(Modal[None]):
    """Lists every key with its command, and examples of queries; letters after `/` search them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close", show=False),
        Binding("q,enter", "dismiss", "Close", show=False),
        Binding("question_mark", "dismiss", "Close", show=False, id="help"),
        Binding("slash", "search", "Search", show=False, priority=True),  # before the letters after it
        *LIST_KEYS,
    ]

    def __init__(self, table: KeyTable) -> None:
        super().__init__()
        self._view = HelpView(table)

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        yield self._view

    def on_mount(self) -> None:
        """Focus the lines."""
        self.set_focus(self._view)

    def action_page(self, direction: int) -> None:
        """Move by a page."""
        self._view.action_page(direction)

    def action_search(self) -> None:
        """Take the letters that follow for a search."""
        if self._view.searching:
            self._view.letters += "/"
        self._view.searching = True

    def action_back(self) -> None:
        """Leave the search, or close the help."""
        if self._view.searching or self._view.letters:
            self._view.searching, self._view.letters = False, ""
        else:
            self.dismiss()
