"""Asks for another name for a spelling, on top of the reader."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.text import clean_line


class NamePromptScreen(ModalScreen[str | None]):
    """A line for the name; Enter returns it, Esc returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False, priority=True)]

    def __init__(self, spelling: str, canonical: str) -> None:
        super().__init__()
        self._spelling = spelling
        self._canonical = canonical

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="name-prompt"):
            yield Static(Content(f"{self._spelling} is another spelling of"))
            field = Input(self._canonical, compact=True, select_on_focus=False)
            field.cursor_blink = False
            yield field
            yield Static(Content("Enter saves it in names.yaml; a name in use merges the two. Esc cancels."))

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Return the name."""
        self.dismiss(clean_line(event.value) or None)
