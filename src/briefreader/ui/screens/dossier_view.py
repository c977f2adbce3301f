"""What the library says about a name, over the reader."""

import asyncio
import threading
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from briefreader.model import BriefreaderError, Dossier
from briefreader.text import Span
from briefreader.ui.palette import Palette
from briefreader.ui.screens.dossier_lines import dossier_lines
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine, PickList

Ask = Callable[[str, Callable[[], bool]], Dossier]
"""Gives the dossier of a name; ends early when its second argument says so. Raises BriefreaderError."""

Visit = tuple[str, Span | None]
"""A brief to open, and the place in its text to point at."""


class DossierScreen(ModalScreen[Visit | None]):
    """The dossier of a name; Enter opens the brief or the dossier under the cursor, Esc goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i", "dismiss", "Close", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown,space,ctrl+d", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False),
        Binding("g,home", "end(False)", "First", show=False),
        Binding("G,end", "end(True)", "Last", show=False),
        Binding("enter", "pick", "Open", show=False),
    ]

    def __init__(self, name: str, ask: Ask, palette: Palette) -> None:
        super().__init__()
        self._sought = name
        self._ask = ask
        self._view = PickList(id="dossier")
        self._view.set_reactive(PickList.palette, palette)

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        yield self._view

    def on_mount(self) -> None:
        """Ask the library."""
        self.set_focus(self._view)
        self.read()

    @work(exclusive=True)
    async def read(self) -> None:
        """Gather the dossier, off this thread."""
        self._view.show_lines((PickLine(self._sought, "title"), PickLine("reading the library …", "quiet")))
        abandoned = threading.Event()
        try:
            dossier = await asyncio.to_thread(self._ask, self._sought, abandoned.is_set)
        except BriefreaderError as error:
            self._view.show_lines((PickLine(self._sought, "title"), PickLine(str(error), "notice")))
        else:
            self._view.show_lines(dossier_lines(dossier, self._view.size.width))
        finally:
            abandoned.set()

    @on(CursorView.Chosen)
    def pick_clicked(self) -> None:
        """Open what was clicked."""
        self.action_pick()

    def action_move(self, lines: int) -> None:
        """Move the cursor."""
        self._view.move(lines)

    def action_page(self, way: int) -> None:
        """Move the cursor by a page."""
        self._view.move(way * max(1, self._view.page - 2))

    def action_end(self, last: bool) -> None:
        """Move the cursor to the first line or the last."""
        self._view.move_to_end(last)

    def action_pick(self) -> None:
        """Open the brief under the cursor, or the dossier of the name."""
        picked = self._view.picked
        if picked is None:
            return
        if picked.brief_id is not None:
            self.dismiss((picked.brief_id, picked.span))
        elif picked.name is not None:
            self._sought = picked.name
            self.read()
