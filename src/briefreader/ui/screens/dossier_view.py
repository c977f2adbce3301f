"""Shows the dossier of a name on top of the reader: everything the library says about it."""

from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefreader.model import BriefreaderError, Dossier
from briefreader.ui.background import run_in_thread
from briefreader.ui.panes.history import DossierPlace
from briefreader.ui.screens.dossier_lines import dossier_lines
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.place_screen import PlaceScreen
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine, PickList

ReadDossier = Callable[[str, Callable[[], bool]], Dossier]
"""Returns the dossier of a name; ends early when its second argument returns true. Raises BriefreaderError."""


class DossierScreen(PlaceScreen):
    """The dossier of a name.

    Enter opens the sentence, the brief, the other dossier or the rest of the section under the cursor; Esc goes back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("i", "dismiss", "Close", show=False, id="dossier"),
        Binding("H,alt+left", "app.history(-1)", "Back", show=False, id="history-back"),
        Binding("L,alt+right", "app.history(1)", "Forward", show=False, id="history-forward"),
        *LIST_KEYS,
        Binding("enter", "pick", "Open", show=False),
    ]

    def __init__(self, name: str, read: ReadDossier, at: DossierPlace | None = None) -> None:
        super().__init__()
        self._name_shown = name
        self._at = at or DossierPlace(name)
        self._read_dossier = read
        self._view = PickList(id="dossier")
        self._dossier: Dossier | None = None
        self._opened: set[str] = {*self._at.opened}

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
            self._dossier = dossier
            self._view.show_lines(self._lines(dossier), self._at.cursor)
            self._view.top = self._at.top
            self._view.reveal()

    @property
    def place(self) -> DossierPlace:
        """The place in the dossier where a person is, or will be once it is read."""
        if self._dossier is None:
            return self._at
        return DossierPlace(self._name_shown, self._view.cursor, self._view.top, frozenset(self._opened))

    def _lines(self, dossier: Dossier) -> tuple[PickLine, ...]:
        return dossier_lines(dossier, self._view.size.width, self._opened)

    def on_resize(self) -> None:
        """Wrap the sentences for the new width, with the cursor where it is."""
        if self._dossier:
            self._view.show_lines(self._lines(self._dossier), self._view.cursor)

    def action_page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self._view.move(direction * max(1, self._view.page - 2))

    @on(CursorView.Chosen)
    def action_pick(self) -> None:
        """Open the brief under the cursor, the dossier of the name under it, or the rest of its section."""
        picked = self._view.picked
        if picked is None:
            return
        if picked.brief_id is not None:
            self.dismiss((picked.brief_id, picked.span))
        elif picked.name is not None:
            self.app.push_screen(DossierScreen(picked.name, self._read_dossier), self.pass_on)
        elif picked.section is not None and self._dossier:
            self._opened.add(picked.section)
            top, cursor = self._view.top, self._view.cursor
            self._view.show_lines(self._lines(self._dossier), cursor)
            self._view.top = top
