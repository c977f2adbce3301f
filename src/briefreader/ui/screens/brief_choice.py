"""Asks for one brief of a short list, on top of the screen."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefreader.ui.screens.modal import Modal
from briefreader.ui.widgets.cursor_view import CursorView
from briefreader.ui.widgets.pick_list import PickLine, PickList

MOST_LINES = 16
NONE_LEFT = "none has these letters; Backspace takes one away"


class BriefChoice(NamedTuple):
    """A brief that can be chosen, in words."""

    id: str
    words: str
    remark: str = ""


class BriefChoiceScreen(Modal[str | None]):
    """Lists briefs under a heading; letters filter, Enter returns the ID of one, Esc closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", show=False),
        Binding("down", "focused.step(1)", "Down", show=False),
        Binding("up", "focused.step(-1)", "Up", show=False),
        Binding("home", "focused.move_to_end(False)", "First", show=False),
        Binding("end", "focused.move_to_end(True)", "Last", show=False),
        Binding("pagedown", "focused.half_page(1)", "Page down", show=False),
        Binding("pageup", "focused.half_page(-1)", "Page up", show=False),
        Binding("enter", "pick", "Choose", show=False),
    ]

    def __init__(self, heading: str, choices: Sequence[BriefChoice]) -> None:
        super().__init__()
        self._heading = heading
        self._choices = choices
        self._letters = ""
        self._view = PickList(id="choice")

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self._view

    def on_mount(self) -> None:
        """List the briefs."""
        self._view.styles.height = min(MOST_LINES, len(self._choices) + 1)
        self.set_focus(self._view)
        self._list()

    def _list(self) -> None:
        words = self._letters.casefold().split()
        found = [
            each for each in self._choices if all(word in f"{each.words} {each.remark}".casefold() for word in words)
        ]
        lines = [PickLine(each.words, "text", each.remark, brief_id=each.id) for each in found]
        remark = f"letters: {self._letters}" if self._letters else "letters filter, Esc closes"
        rest = lines or [PickLine(NONE_LEFT, "quiet")]
        self._view.show_lines((PickLine(self._heading, "heading", remark), *rest))

    def on_key(self, event: events.Key) -> None:
        """Filter by letters."""
        if event.key == "backspace":
            self._letters = self._letters[:-1]
        elif event.character and event.character.isprintable():
            self._letters += event.character
        else:
            return
        event.stop()
        self._list()

    @on(CursorView.Chosen)
    def action_pick(self) -> None:
        """Choose the brief under the cursor."""
        if picked := self._view.picked:
            self.dismiss(picked.brief_id)
