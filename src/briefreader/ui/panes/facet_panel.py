"""The part of the side panel that lists facets: letters filter them, and each kind opens whole."""

from collections.abc import Callable
from functools import partial

from textual import events

from briefreader.library import Library
from briefreader.ui.key_table import key_of
from briefreader.ui.panes.facet_list import Counted, FacetLines, first_facet
from briefreader.ui.widgets.pick_list import PickLine, PickList

_COMMANDS = "help", "search"
"""The commands that a character gives while facets are listed; all others filter."""


class FacetFilter:
    """The facets last counted, the letters typed over them, and the kinds that are open."""

    def __init__(self, panel: PickList) -> None:
        self._panel = panel
        self._counted = Counted()
        self._opened: set[str] = set()
        self.letters = ""

    def show(self, counted: Counted) -> None:
        """List new facets, the cursor on the first that narrows the query; letters may have been typed already."""
        self._counted = counted
        self._opened.clear()
        self._list()

    def show_rest(self, counted: Counted) -> None:
        """List all names where the first of each kind were listed, the cursor where it is."""
        self._counted = counted
        self._list(None if self.letters else self._panel.cursor)

    def clear(self) -> bool:
        """Forget the letters, and return whether there were any."""
        had_any = bool(self.letters)
        self.letters = ""
        if had_any:
            self._list()
        return had_any

    def open(self, picked: PickLine) -> bool:
        """List a kind whole if the picked line stands for the rest of it, and return whether it does."""
        if picked.name is None:
            return False
        self._opened.add(picked.name)
        self._list(self._panel.cursor)
        return True

    def take(self, event: events.Key) -> bool:
        """Filter by a key that types a letter or deletes one, and return whether it does."""
        if event.key == "backspace" and self.letters:
            self.letters = self.letters[:-1]
        elif event.is_printable and event.character and event.character not in map(key_of, _COMMANDS):
            if event.character.isspace() and not self.letters:
                return False
            self.letters += event.character
        else:
            return False
        self._list()
        return True

    def _list(self, start: int | None = None) -> None:
        lines = FacetLines(self._counted, self.letters, self._opened)
        top = self._panel.top
        self._panel.show_lines(lines, first_facet(lines) if start is None else start)
        if start is not None:
            self._panel.top = top
            self._panel.reveal()


def settled_query(library: Library, query: str, typing: bool, cancelled: Callable[[], bool]) -> str:
    """Return a query with the hits that are listed: `typing` says that its last word may go on."""
    settled = library.settled(query)
    if typing:
        open_ended = library.settled(query, typing=True)
        if open_ended != settled and _total(library, open_ended, cancelled) != _total(library, settled, cancelled):
            return open_ended
    return settled


def first_counted(library: Library, settled: str, cancelled: Callable[[], bool]) -> Counted:
    """Return the most frequent facets of each kind, which are counted at once."""
    found = library.search(settled, limit=0, cancelled=cancelled)
    parts, narrow = library.pieces(settled), partial(library.narrowed, settled)
    return Counted.of(found.facets or {}, found.total, parts, narrow, is_whole=False)


def all_counted(library: Library, settled: str, cancelled: Callable[[], bool]) -> Counted:
    """Return all facets."""
    total = _total(library, settled, cancelled)
    facets = library.facets(settled, cancelled)
    return Counted.of(facets, total, library.pieces(settled), partial(library.narrowed, settled))


def _total(library: Library, query: str, cancelled: Callable[[], bool]) -> int:
    return library.search(query, limit=0, quick=True, cancelled=cancelled).total
