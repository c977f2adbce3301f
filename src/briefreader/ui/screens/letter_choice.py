"""Asks for one of a few ways to do something, on top of the reader."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.modal import Modal
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine, PickList


class LetterChoiceScreen(Modal[str | None]):
    """Lists the ways under a heading; a letter, or Enter on a line, returns the letter of one, Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        *LIST_KEYS,
        Binding("enter", "pick", "Choose", show=False),
    ]

    def __init__(self, heading: str, ways: Mapping[str, str]) -> None:
        super().__init__()
        self._heading = heading
        self._ways = ways
        self._view = PickList(id="choice")

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self._view

    def on_mount(self) -> None:
        """List the ways."""
        self._view.styles.height = len(self._ways) + 1
        self.set_focus(self._view)
        lines = [PickLine(f"{letter}  {way}", "text", name=letter) for letter, way in self._ways.items()]
        self._view.show_lines((PickLine(self._heading, "heading", "Esc closes"), *lines))

    def on_key(self, event: events.Key) -> None:
        """Choose by letter or sign."""
        if event.character in self._ways:
            event.stop()
            self.dismiss(event.character)

    def action_page(self, direction: int) -> None:
        """Move the cursor to the first way or the last."""
        self._view.action_move_to_end(direction > 0)

    @on(CursorView.Chosen)
    def action_pick(self) -> None:
        """Choose the way under the cursor."""
        self.dismiss(self._view.picked.name if self._view.picked else None)
