"""The row one types a query into, and how many briefs it finds."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, Static

from briefreader.text import clean_line


class QueryInput(Input):
    """The text field of the search bar: nothing blinks, and a pasted text is made safe."""

    def __init__(self) -> None:
        super().__init__(placeholder="search", compact=True, select_on_focus=False, id="query")
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        event.text = clean_line(event.text)  # Input's own handler comes after this one and puts it in


class SearchBar(Horizontal):
    """`/`, the query field, and the counter `N of M` at the right."""

    counter: reactive[str] = reactive("", repaint=False)

    def __init__(self, field: QueryInput) -> None:
        super().__init__()
        self._field = field

    def compose(self) -> ComposeResult:
        """Lay out the row."""
        yield Static(Content("/"), id="slash")
        yield self._field
        yield Static(Content(""), id="counter")

    def watch_counter(self, counter: str) -> None:
        """Show how many briefs are found."""
        if self.is_mounted:
            self.query_one("#counter", Static).update(Content(counter))
