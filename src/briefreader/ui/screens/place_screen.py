"""A screen on top of the reader to which its history comes back."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType

from briefreader.text import Span
from briefreader.ui.key_table import unknown_key
from briefreader.ui.screens.modal import Modal

if TYPE_CHECKING:
    from briefreader.ui.panes.history import PlaceOnTop

Visit = tuple[str, Span | None]
"""A brief to open, and the place in its text to highlight."""


class PlaceScreen(Modal[Visit | None]):
    """Returns a brief to open. It may lie on another such screen, which comes back when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("H,alt+left", "app.history(-1)", "Back", show=False, id="history-back"),
        Binding("L,alt+right", "app.history(1)", "Forward", show=False, id="history-forward"),
    ]

    @property
    @abstractmethod
    def place(self) -> PlaceOnTop:
        """The place where a person is, or will be once everything is read."""

    @abstractmethod
    def tell(self, message: str) -> None:
        """Show a message in the last line."""

    def on_key(self, event: events.Key) -> None:
        """Say of a letter or sign that no command of the screen has taken where its keys are."""
        if told := unknown_key(event, self):
            self.tell(told)

    def pass_on(self, visit: Visit | None) -> None:
        """Close this screen too once a brief was picked from one on top of it."""
        if visit is not None:
            self.dismiss(visit)


def places_on_top(app: App[object]) -> tuple[PlaceOnTop, ...]:
    """Return the places in the screens that are shown, the one on top last."""
    return tuple(screen.place for screen in app.screen_stack if isinstance(screen, PlaceScreen))
