"""The message that something in the library was changed by a command of the reader."""

from typing import Literal

from textual.message import Message

Changed = Literal["briefs", "notes", "searches", "anything"]


class LibraryChanged(Message):
    """Briefs were removed or edited, notes written, searches saved, or something was undone; `text` describes it."""

    def __init__(self, text: str, what: Changed) -> None:
        super().__init__()
        self.text = text
        self.what = what
