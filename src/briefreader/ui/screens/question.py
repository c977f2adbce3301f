"""Asks a question in the last line of the reader, before something is removed."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from briefreader.ui.screens.modal import Modal


class QuestionScreen(Modal[bool]):
    """A line with a question; Enter, `y` and the keys in `agreeing` return True, every other key returns False."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "dismiss(True)", "Yes", show=False),
        Binding("escape", "dismiss(False)", "No", show=False, priority=True),
    ]

    def __init__(self, question: str, agreeing: Iterable[str] = ()) -> None:
        super().__init__()
        self._question = question
        self._agreeing = frozenset(agreeing)

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        yield Static(Content(self._question), id="question")

    def on_key(self, event: events.Key) -> None:
        """Take a key that is bound to nothing for an answer: nobody removes a brief by typing on."""
        if event.key not in ("enter", "y"):
            event.stop()
            self.dismiss(event.key in self._agreeing)
