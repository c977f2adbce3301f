"""A text field of the reader, on one line."""

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from briefreader.text import clean_line


class TextField(Input):
    """A text field in which nothing blinks, and into which only cleaned text is pasted."""

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        id: str | None = None,
        suggester: Suggester | None = None,
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(value, placeholder, compact=True, select_on_focus=select_on_focus, suggester=suggester, id=id)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Clean pasted text; Input's own handler runs after this one and inserts it."""
        event.text = clean_line(event.text)
