"""Shows the whole address that a text came from, for copying."""

from typing import ClassVar
from urllib.parse import urlsplit

from rich.style import Style as RichStyle
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

LINKED = ("http", "https", "mailto")


class AddressScreen(ModalScreen[None]):
    """An address on top of the reader, as a link where the terminal supports links; the usual keys close it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,o,q,space", "dismiss", "Close", show=False)]

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        link = self._address if urlsplit(self._address).scheme in LINKED else None
        yield Static(Text(self._address, style=RichStyle(link=link), overflow="fold"), id="address")
