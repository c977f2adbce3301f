"""Finds the cell for the terminal's own cursor, which screen readers and Braille displays follow."""

from textual.geometry import Offset
from textual.screen import Screen

from briefreader.ui.widgets.line_view import LineView


def cursor_place(screen: Screen[object]) -> Offset:
    """Return the cell on which the cursor of the focused widget stands: in a list that of the chosen row."""
    focused = screen.focused
    if focused is None:
        return Offset(0, 0)
    in_text = getattr(focused, "cursor_screen_offset", None)  # of Input and of TextArea, which is imported late
    if isinstance(in_text, Offset):
        return in_text
    if not isinstance(focused, LineView):
        return focused.content_region.offset
    cell = focused.cursor_cell
    size = focused.size
    return focused.content_region.offset + Offset(
        max(0, min(cell.x, size.width - 1)), max(0, min(cell.y, size.height - 1))
    )
