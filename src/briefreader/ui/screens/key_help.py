"""The help: every key and the forms of a query, on top of the reader."""

from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from briefreader.ui.key_table import KeyTable

KEY_WIDTH = 12

QUERIES = (
    ("deterrence korea", "both words; the last one may be unfinished"),
    ('"extended deterrence"', "this phrase"),
    ("korea OR japan -china", "either word, without the third"),
    ("who:jenkins place:seoul", "also led: org: agreement: weapon:"),
    ("series:ncg title:third", "also source:"),
    ("edscg 5", "a meeting, as the list shows it"),
    ("denucl* korae~1", "a prefix; a typo"),
    ("date:2023..2024-06", "also after:2023 before:2024-06"),
)


class KeyHelpScreen(ModalScreen[None]):
    """Lists every key with its command, and examples of queries."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", "Close", show=False),
        Binding("j", "scroll('down')", "Down", show=False),
        Binding("k", "scroll('up')", "Up", show=False),
        Binding("space", "scroll('page_down')", "Page down", show=False),
    ]

    def __init__(self, table: KeyTable) -> None:
        super().__init__()
        self._table = table

    def compose(self) -> ComposeResult:
        """Lay out the panel."""
        with VerticalScroll(id="help"):
            yield Static(_help_text(self._table), id="help-text")

    def action_scroll(self, way: str) -> None:
        """Scroll the help."""
        panel = self.query_one("#help", VerticalScroll)
        moves = {"down": panel.scroll_down, "up": panel.scroll_up, "page_down": panel.scroll_page_down}
        moves[way](animate=False)


def _help_text(table: KeyTable) -> Content:
    parts: list[Content] = []
    for group, commands in groupby(table.commands, key=lambda command: command.group):
        parts.append(Content.styled(f"{group}\n", "bold $accent"))
        parts += [Content(f"  {command.shown:<{KEY_WIDTH}}{table.filled(command.label)}\n") for command in commands]
        parts.append(Content("\n"))
    parts.append(Content.styled("Queries\n", "bold $accent"))
    parts += [Content(f"  {example:<26}{meaning}\n") for example, meaning in QUERIES]
    parts.append(Content("\nEsc closes this."))
    return Content("").join(parts)
