"""A horizontal line across the screen that meets the line between the panes."""

from textual.reactive import var
from textual.strip import Strip

from briefreader.ui.widgets.line_view import LineView, strip_of


class Rule(LineView, can_focus=False):
    """A horizontal line with a joint at column `at`, where the panes meet (-1: no joint)."""

    REPAINT_ON = ("at",)

    at = var(-1)

    def __init__(self, joint: str) -> None:
        super().__init__()
        self._joint = joint

    def draw(self, number: int, width: int) -> Strip:
        """Return the line."""
        line = "─" * width
        if 0 <= self.at < width:
            line = line[: self.at] + self._joint + line[self.at + 1 :]
        return strip_of([(line, self.palette["rule"])])
