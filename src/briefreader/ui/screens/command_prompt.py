"""Asks for a command line, or for words, in the last lines of the reader."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from briefreader.ui.screens.modal import Modal
from briefreader.ui.widgets.text_field import TextField


class CommandInput(TextField):
    """A field for a command; ↑ and ↓ go through earlier ones."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier(1)", "Earlier command", show=False),
        Binding("down", "earlier(-1)", "Later command", show=False),
    ]

    def __init__(self, history: Sequence[str], value: str = "") -> None:
        super().__init__(value, id="command")
        self._history = history
        self._back = 0
        self._typed = ""

    def action_earlier(self, steps: int) -> None:
        """Show an earlier command (1), or a later one (-1), at last the one that was being typed."""
        back = max(0, min(self._back + steps, len(self._history)))
        if back != self._back:
            if self._back == 0:
                self._typed = self.value
            self._back = back
            self.value = self._history[-back] if back else self._typed
            self.cursor_position = len(self.value)


class CommandPromptScreen(Modal[str | None]):
    """A line for a command under a hint, after a sign; Enter returns the command, Esc returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False, priority=True)]

    def __init__(self, hint: str, history: Sequence[str], sign: str = "|", value: str = "") -> None:
        super().__init__()
        self._hint = hint
        self._history = history
        self._sign = sign
        self._value = value

    def compose(self) -> ComposeResult:
        """Lay out the lines."""
        with Vertical(id="command-prompt"):
            yield Static(Content(self._hint), id="command-hint")
            with Horizontal(id="command-line"):
                yield Static(Content(self._sign), id="command-sign")
                yield CommandInput(self._history, self._value)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Return the command; an empty one is none."""
        self.dismiss(event.value.strip() or None)
