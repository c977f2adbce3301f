"""Shows the dossier of a name on top of the reader: everything the library says about it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from briefreader.model import BriefreaderError, Dossier
from briefreader.text import Span
from briefreader.ui.background import run_in_thread
from briefreader.ui.screens.dossier_lines import dossier_lines
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine, PickList

ReadDossier = Callable[[str, Callable[[], bool]], Dossier]
"""Returns the dossier of a name; ends early when its second argument returns true. Raises BriefreaderError."""

Visit = tuple[str, Span | None]
"""A brief to open, and the place in its text to highlight."""


class DossierScreen(ModalScreen[Visit | None]):
    """The dossier of a name; Enter opens the brief or the dossier under the cursor, Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,i", "dismiss", "Close", show=False),
        *LIST_KEYS,
        Binding("enter", "pick", "Open", show=False),
    ]

    def __init__(self, name: str, read: ReadDossier) -> None:
        super().__init__()
        self._name_shown = name
        self._read_dossier = read
        self._view = PickList(id="dossier")

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        yield self._view

    def on_mount(self) -> None:
        """Read the dossier."""
        self.set_focus(self._view)
        self.read()

    @work(exclusive=True)
    async def read(self) -> None:
        """Read the dossier in a thread and show it."""
        name = self._name_shown
        self._view.show_lines((PickLine(name, "title"), PickLine("reading the library …", "quiet")))
        try:
            dossier = await run_in_thread(lambda cancelled: self._read_dossier(name, cancelled))
        except BriefreaderError as error:
            self._view.show_lines((PickLine(name, "title"), PickLine(str(error), "notice")))
        else:
            self._view.show_lines(dossier_lines(dossier, self._view.size.width))

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self._view.move(direction * max(1, self._view.page - 2))

    @on(CursorView.Chosen)
    def action_pick(self) -> None:
        """Open the brief under the cursor, or the dossier of the name under it."""
        picked = self._view.picked
        if picked is None:
            return
        if picked.brief_id is not None:
            self.dismiss((picked.brief_id, picked.span))
        elif picked.name is not None:
            self._name_shown = picked.name
            self.read()
