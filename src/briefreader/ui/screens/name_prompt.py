"""By what name a spelling shall go: asked over the reader."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefreader.text import clean_line


class NamingScreen(ModalScreen[str | None]):
    """A line to write the name into; Enter takes it, Esc leaves all as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False, priority=True)]

    def __init__(self, spelling: str, name: str) -> None:
        super().__init__()
        self._spelling = spelling
        self._known_as = name

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="naming"):
            yield Static(Content(f"{self._spelling} goes by the name"))
            field = Input(self._known_as, compact=True, select_on_focus=False)
            field.cursor_blink = False
            yield field
            yield Static(Content("Enter writes it to names.yaml; the name of something else merges the two. Esc: no."))

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Hand over the name."""
        self.dismiss(clean_line(event.value) or None)
