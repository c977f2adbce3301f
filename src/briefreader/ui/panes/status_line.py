"""The last line: what the colours mean or what happened, and where the reader stands."""

from rich.cells import cell_len
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from briefreader.model import EntityType
from briefreader.ui.columns import fit
from briefreader.ui.palette import MARKINGS
from briefreader.ui.themes import ENTITY_NAMES
from briefreader.ui.widgets.line_view import LineView, strip_of

HELP = "? help "


class StatusLine(LineView, can_focus=False):
    """At the left a message, or the legend of the entity types in the brief; at the right match, position, progress."""

    message: reactive[str] = reactive("", repaint=False)
    understood: reactive[str] = reactive("", repaint=False)
    legend: reactive[frozenset[EntityType]] = reactive(frozenset(), repaint=False)
    marking: reactive[str] = reactive(MARKINGS[0], repaint=False)
    place: reactive[str] = reactive("", repaint=False)
    progress: reactive[str] = reactive("", repaint=False)

    @property
    def line_count(self) -> int:
        """One line."""
        return 1

    def watch_message(self) -> None:
        """Show the message."""
        self.repaint()

    def watch_understood(self) -> None:
        """Show how the query was understood."""
        self.repaint()

    def watch_legend(self) -> None:
        """Show the types in this brief."""
        self.repaint()

    def watch_marking(self) -> None:
        """Show the types as the article marks them."""
        self.repaint()

    def watch_place(self) -> None:
        """Show the place in the article."""
        self.repaint()

    def watch_progress(self) -> None:
        """Show how far the index is."""
        self.repaint()

    def draw(self, number: int, width: int) -> Strip:
        """Return the line; the right half keeps its room, the left gets what remains."""
        quiet = self.palette["quiet"]
        right = " · ".join(part for part in (self.progress, self.place, HELP) if part)
        room = max(0, width - cell_len(right) - 2)
        pieces: list[tuple[str, Style]] = [(" ", quiet)]
        if self.message or self.understood:
            left = fit(self.message or self.understood, room)
            pieces.append((left, self.palette["notice" if self.message else "quiet"]))
        else:
            pieces.extend(self._legend(room, quiet))
        return strip_of([*pieces, (" ", quiet), (right, quiet)])

    def _legend(self, room: int, quiet: Style) -> list[tuple[str, Style]]:
        """Return the names of the types as the article marks them, as many as fit, padded to `room` cells."""
        pieces: list[tuple[str, Style]] = []
        used = 0
        for kind, name in ENTITY_NAMES.items():
            if not self.marking or kind not in self.legend or used + len(name) + 2 > room:
                continue
            pieces += [(name, self.palette[f"{self.marking} {name}"]), ("  ", quiet)]
            used += len(name) + 2
        return [*pieces, (" " * (room - used), quiet)]
