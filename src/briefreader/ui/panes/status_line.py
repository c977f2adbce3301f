"""The status line: a message or the legend of entity colours at the left, the position in the brief at the right."""

from typing import ClassVar

from rich.style import Style
from textual.reactive import var
from textual.strip import Strip

from briefreader.model import EntityType
from briefreader.ui.key_table import with_keys
from briefreader.ui.palette import MARKINGS
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.themes import ENTITY_STYLES
from briefreader.ui.widgets.line_view import LineView, strip_of
from briefreader.ui.widgets.text_layout import fit, shortened

HELP = "{help} help "
SHORTEST_HEADING = 12
"""Cells; a heading cut shorter tells nothing."""


class StatusLine(LineView, can_focus=False):
    """The left shows `message`, else `understood` (the query as it was read), else the `legend` of entity types.

    The right shows the heading that one reads under, where it fits, `outside` (the list does not hold the open brief),
    the `count` typed before a command, and the position.
    """

    REPAINT_ON: ClassVar[tuple[str, ...]] = (
        "message",
        "understood",
        "legend",
        "marking",
        "heading",
        "outside",
        "count",
        "position",
        "progress",
    )

    message: var[str] = var("")
    understood: var[str] = var("")
    legend: var[frozenset[EntityType]] = var(frozenset())
    marking: var[str] = var(MARKINGS[0])
    heading: var[str] = var("")
    outside: var[str] = var("")
    count: var[str] = var("")
    position: var[str] = var("")
    progress: var[str] = var("")

    def draw(self, number: int, width: int) -> Strip:
        """Return the line; the right part keeps its width, except beside a message that needs its room or the line."""
        quiet = self.palette["quiet"]
        help = with_keys(HELP)
        count = f"count {self.count}" if self.count else ""
        right = " · ".join(part for part in (count, self.progress, self.outside, self.position, help) if part)
        if cells(self.message) > width - cells(right) - 2:
            right = help if cells(self.message) <= width - cells(help) - 2 else ""
        if heading := self._heading((width - cells(right) - 2) // 2):
            right = f"{heading} · {right}"
        room = max(0, width - cells(right) - 2)
        if self.message or self.understood:
            style = self.palette["notice" if self.message else "quiet"]
            left = [(fit(self.message or self.understood, room), style)]
        else:
            left = self._legend(room, quiet)
        return strip_of([(" ", quiet), *left, (" ", quiet), (right, quiet)])

    def _heading(self, room: int) -> str:
        """Return the heading that one reads under, shortened; empty where a message or the query needs the line."""
        if self.message or self.understood or room < min(cells(self.heading), SHORTEST_HEADING):
            return ""
        return shortened(self.heading, room)

    def _legend(self, room: int, quiet: Style) -> list[tuple[str, Style]]:
        """Return the names of the types as the article marks them, as many as fit, padded to `room` cells."""
        pieces: list[tuple[str, Style]] = []
        used = 0
        for type, (name, *_) in ENTITY_STYLES.items():
            if not self.marking or type not in self.legend or used + len(name) + 2 > room:
                continue
            pieces += [(name, self.palette[f"{self.marking} {name}"]), ("  ", quiet)]
            used += len(name) + 2
        return [*pieces, (" " * (room - used), quiet)]
