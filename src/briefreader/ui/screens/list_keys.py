"""Binds the keys that move the cursor in a list on top of the reader; the screen defines the action `page`.

The ids are those of commands of the reader: a person who changes the keys of these changes the keys of lists with them.
"""

from textual.binding import Binding

LIST_KEYS = (
    Binding("down,j", "focused.step(1)", "Down", show=False, id="down"),
    Binding("up,k", "focused.step(-1)", "Up", show=False, id="up"),
    Binding("pagedown,space,ctrl+d", "page(1)", "Page down", show=False, id="page-down"),
    Binding("pageup,ctrl+u", "page(-1)", "Page up", show=False, id="page-up"),
    Binding("g,home", "focused.move_to_end(False)", "First", show=False, id="top"),
    Binding("G,end", "focused.move_to_end(True)", "Last", show=False, id="bottom"),
)
