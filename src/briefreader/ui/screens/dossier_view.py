"""Shows the dossier of a name on top of the reader: everything the library says about it."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import BriefreaderError, Dossier
from briefreader.text import Span, clean_line
from briefreader.ui.background import read_in_thread, run_in_thread
from briefreader.ui.key_table import key_of, with_keys
from briefreader.ui.panes.copy_actions import copied
from briefreader.ui.panes.history import DossierPlace
from briefreader.ui.screens.dossier_lines import dossier_lines
from briefreader.ui.screens.key_lines import KeyLine, list_keys
from briefreader.ui.screens.list_keys import LIST_KEYS
from briefreader.ui.screens.place_screen import PlaceScreen
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.fixed_lines import FixedLine, FixedLines
from briefreader.ui.widgets.pick_list import PickLine, PickList

KEYS = "Enter opens · {copy} copies with citation · Esc closes"
NOTHING_TO_COPY = "nothing to copy: the cursor goes to a sentence, a brief or a name first"
_ALL_KEYS = (
    KeyLine("Enter", "open the sentence, the brief or the dossier", "pick"),
    KeyLine("y", "copy the mention, the brief or the name, with citation", "copy", "copy"),
    KeyLine("H", "back in the history of places", "app.history(-1)", "history-back"),
    KeyLine("L", "forward in it, also back to this dossier", "app.history(1)", "history-forward"),
)


class DossierScreen(PlaceScreen):
    """The dossier of a name.

    Enter opens the sentence, the brief, the other dossier or the rest of the section under the cursor; Esc goes back.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", show=False),
        Binding("i", "dismiss", "Close", show=False, id="dossier"),
        *LIST_KEYS,
        Binding("enter", "pick", "Open", show=False),
        Binding("y", "copy", "Copy", show=False, id="copy"),
        Binding("question_mark", "help", "Help", show=False, id="help"),
    ]

    def __init__(self, name: str, library: Library, at: DossierPlace | None = None) -> None:
        super().__init__()
        self._name_shown = name
        self._at = at or DossierPlace(name)
        self._library = library
        self._view = PickList(id="dossier")
        self._foot = FixedLines(id="dossier-foot")
        self._dossier: Dossier | None = None
        self._opened: set[str] = {*self._at.opened}

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        yield self._view
        yield self._foot

    def on_mount(self) -> None:
        """Read the dossier."""
        self.set_focus(self._view)
        self._show_keys()
        self.read()

    @work(exclusive=True)
    async def read(self) -> None:
        """Read the dossier in a thread and show it."""
        name = self._name_shown
        self._view.show_lines((PickLine(name, "title"), PickLine("reading the library …", "quiet")))
        try:
            dossier = await run_in_thread(lambda cancelled: self._library.dossier(name, cancelled))
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

    @on(CursorView.CursorMoved)
    def _show_keys(self) -> None:
        """Show the keys in the last line, where a message may stand."""
        self._foot.lines = (FixedLine(with_keys(KEYS), "quiet", f"{key_of('help')} help"),)

    def tell(self, message: str) -> None:
        """Show a message in place of the keys, until the cursor moves."""
        self._foot.lines = (FixedLine(clean_line(message), "notice"),)

    def action_help(self) -> None:
        """List the keys; one that is pressed acts."""
        list_keys(self, "Keys of the dossier", _ALL_KEYS)

    @work(exclusive=True, group="copy")
    async def action_copy(self) -> None:
        """Copy the mention under the cursor with its sentence and citation, the citation of a brief, or a name."""
        picked, dossier = self._view.picked, self._dossier
        if picked is None or dossier is None or picked.section is not None:
            self.tell(NOTHING_TO_COPY)
            return
        if picked.brief_id is None:
            text, what = picked.name or picked.text, f"copied {picked.name or picked.text}"
        else:
            try:
                text = await read_in_thread(partial(self._mention, dossier, picked.brief_id, picked.span))
            except BriefreaderError as error:
                self.tell(str(error))
                return
            what = f"copied {counted(len(text), 'character')} with citation"
        self.tell(await copied(self.app, self._library, text, what))

    def _mention(self, dossier: Dossier, brief_id: str, span: Span | None) -> str:
        """Return the name, the sentence that mentions it, and the citation of the brief. Raises BriefreaderError."""
        from briefreader.ui.panes.taken import taken_mention

        brief = self._library.brief(brief_id)
        return taken_mention(brief, dossier.name, dossier.type, span).with_citation(self._library.citation(brief))

    @on(CursorView.Chosen)
    def action_pick(self) -> None:
        """Open the brief under the cursor, the dossier of the name under it, or the rest of its section."""
        picked = self._view.picked
        if picked is None:
            return
        if picked.brief_id is not None:
            self.dismiss((picked.brief_id, picked.span))
        elif picked.name is not None:
            self.app.push_screen(DossierScreen(picked.name, self._library), self.pass_on)
        elif picked.section is not None and self._dossier:
            self._opened.add(picked.section)
            top, cursor = self._view.top, self._view.cursor
            self._view.show_lines(self._lines(self._dossier), cursor)
            self._view.top = top
