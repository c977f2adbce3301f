"""Asks in which format a citation is copied, on top of the reader."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from briefreader.library import CitationFormat
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine, PickList

LETTERS: dict[str, tuple[CitationFormat, str]] = {
    "t": ("text", "Text, as it is printed in a note"),
    "m": ("markdown", "Markdown, with the address as a link"),
    "b": ("bibtex", "BibTeX, for LaTeX and JabRef"),
    "c": ("csl-json", "CSL-JSON, for Zotero and Pandoc"),
    "r": ("ris", "RIS, for Zotero, EndNote and Mendeley"),
}
"""The letter, the name and the purpose of each format."""


class CitationFormatScreen(ModalScreen[CitationFormat | None]):
    """Lists the formats; a letter, or Enter on a line, returns one, Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,Y", "dismiss", "Close", show=False),
        *LIST_KEYS,
        Binding("enter", "pick", "Choose", show=False),
    ]

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        self._view = PickList(id="formats")

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self._view

    def on_mount(self) -> None:
        """List the formats."""
        self.set_focus(self._view)
        lines = [PickLine(f"{letter}  {purpose}", "text", name=name) for letter, (name, purpose) in LETTERS.items()]
        self._view.show_lines((PickLine(f"Copy the citation of {self._what} as", "heading", "Esc closes"), *lines))

    def on_key(self, event: events.Key) -> None:
        """Choose by letter."""
        if event.key in LETTERS:
            event.stop()
            self.dismiss(LETTERS[event.key][0])

    def action_page(self, direction: int) -> None:
        """Move the cursor to the first format or the last."""
        self._view.action_move_to_end(direction > 0)

    @on(CursorView.Chosen)
    def action_pick(self) -> None:
        """Choose the format under the cursor."""
        picked = self._view.picked
        self.dismiss(next((name for name, _ in LETTERS.values() if picked and name == picked.name), None))
