"""A quiet line across the screen that joins the line between the panes."""

from textual.reactive import reactive
from textual.strip import Strip

from briefreader.ui.widgets.line_view import LineView, strip_of


class Rule(LineView, can_focus=False):
    """A horizontal line; the joint stands at column `at`, where the panes meet (-1: nowhere)."""

    at = reactive(-1, repaint=False)

    def __init__(self, joint: str) -> None:
        super().__init__()
        self._joint = joint

    @property
    def line_count(self) -> int:
        """One line."""
        return 1

    def watch_at(self) -> None:
        """Move the joint."""
        self.repaint()

    def draw(self, number: int, width: int) -> Strip:
        """Return the line."""
        line = "─" * width
        if 0 <= self.at < width:
            line = line[: self.at] + self._joint + line[self.at + 1 :]
        return strip_of([(line, self.palette["rule"])])
