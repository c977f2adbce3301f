"""Puts a screen on top of the reader, and opens the brief that is picked there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from briefreader.text import Span

if TYPE_CHECKING:
    from briefreader.ui.screens.place_screen import PlaceScreen, Visit


@dataclass(eq=False, repr=False)
class BriefPicked(Message):
    """A brief was picked from a screen on top."""

    brief_id: str
    span: Span | None


class ActionsOnTop(Widget):
    """An invisible widget whose commands show screens on top of the reader."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False

    def put_on_top(self, screen: PlaceScreen) -> None:
        """Show a screen on top of the reader, or of the screen that is on top."""
        from briefreader.ui.screens.place_screen import PlaceScreen

        below = self.app.screen
        self.app.push_screen(screen, below.pass_on if isinstance(below, PlaceScreen) else self._open)

    def _open(self, visit: Visit | None) -> None:
        if visit is not None:
            self.post_message(BriefPicked(*visit))
