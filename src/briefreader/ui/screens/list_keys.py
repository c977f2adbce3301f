"""Binds the keys that move the cursor in a list on top of the reader; the screen defines the action `page`."""

from textual.binding import Binding

LIST_KEYS = (
    Binding("down,j", "focused.step(1)", "Down", show=False),
    Binding("up,k", "focused.step(-1)", "Up", show=False),
    Binding("pagedown,space,ctrl+d", "page(1)", "Page down", show=False),
    Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False),
    Binding("g,home", "focused.move_to_end(False)", "First", show=False),
    Binding("G,end", "focused.move_to_end(True)", "Last", show=False),
)
