"""Asks before a change of own names, and tells which briefs it changes: another name for a spelling, or none."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from typing import ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from briefreader.counts import counted
from briefreader.model import BriefreaderError, IndexLostError, NameUses
from briefreader.text import clean_line
from briefreader.ui.background import read_in_thread
from briefreader.ui.key_table import key_of
from briefreader.ui.screens.modal import Modal
from briefreader.ui.widgets.text_field import TextField
from briefreader.ui.widgets.text_layout import shortened

Answer = TypeVar("Answer")
Uses = Callable[[str], NameUses]
"""Returns the briefs that hold a name."""

UNCOUNTED = "Its briefs cannot be counted before the search index is built; the name can be changed."
_WIDTH = 68


class NameChangeScreen(Modal[Answer]):
    """A question about a spelling, the widgets that take the answer, and the briefs that hold it; Esc cancels."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", "Close", show=False, priority=True)]

    def __init__(self, spelling: str, uses: Uses, question: str, hint: str, *answer: Widget) -> None:
        super().__init__()
        self._spelling = spelling
        self._uses = uses
        self._question = question
        self._hint = hint
        self._answer = answer

    def compose(self) -> ComposeResult:
        """Lay out the question."""
        with Vertical(id="name-change"):
            yield Static(Content(self._question))
            yield from self._answer
            yield Static(Content("counting its briefs ..."), id="name-uses")
            yield Static(Content(self._hint), id="name-hint")

    @work(exclusive=True, group="uses")
    async def on_mount(self) -> None:
        """Show the briefs that hold the spelling once they are counted."""
        try:
            found = await read_in_thread(partial(self._uses, self._spelling))
            told = "\n".join(_lines(self._spelling, found))
        except IndexLostError:
            told = UNCOUNTED
        except BriefreaderError as error:
            told = str(error)
        self._show("#name-uses", told)

    def _show(self, line: str, text: str) -> None:
        """Show a text in a line, unless the question was answered meanwhile."""
        for widget in self.query(line).results(Static):
            widget.update(Content(text))


class NamePromptScreen(NameChangeScreen[str | None]):
    """A line for the name, which holds the canonical one at first; Enter returns it, Esc returns None."""

    def __init__(self, spelling: str, canonical: str, uses: Uses) -> None:
        question = f"{spelling} is another spelling of"
        hint = f"Enter saves it in names.yaml, Esc cancels; {key_of('undo')} undoes it later."
        super().__init__(spelling, uses, question, hint, TextField(canonical), Static(id="name-merged"))
        self._canonical = canonical

    @on(Input.Changed)
    def tell_merged(self, event: Input.Changed) -> None:
        """Tell whether the name is in use, which merges the two."""
        self._tell_merged(clean_line(event.value))

    @work(exclusive=True, group="merged")
    async def _tell_merged(self, name: str) -> None:
        found = NameUses()
        if name and name not in (self._canonical, self._spelling):
            with suppress(BriefreaderError):
                found = await read_in_thread(partial(self._uses, name))
        said = f"{name} is in {counted(found.total, 'brief')} already: the two become one." if found.total else ""
        self._show("#name-merged", said)

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Return the name."""
        self.dismiss(clean_line(event.value) or None)


class NameRemovalScreen(NameChangeScreen[bool | None]):
    """A question whether a spelling is no name; Enter returns True, Esc returns None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,x", "dismiss(True)", "Remove", show=False),
    ]

    def __init__(self, spelling: str, canonical: str, uses: Uses) -> None:
        meant = f", here {canonical}," if canonical != spelling else ""
        question = f"Stop treating {spelling}{meant} as a name?"
        super().__init__(
            spelling, uses, question, f"Enter saves this in names.yaml, Esc cancels; {key_of('undo')} undoes it later."
        )


def _lines(spelling: str, found: NameUses) -> Iterator[str]:
    """Yield the number of briefs that hold a spelling, and the newest of them."""
    if not found.total:
        yield "No brief in the index holds it."
        return
    yield f"{spelling} is in {counted(found.total, 'brief')}:"
    for entry in found.newest:
        yield shortened(f"  {entry.date or '':10}  {entry.title}", _WIDTH)
    if found.total > len(found.newest):
        yield f"  and {found.total - len(found.newest):,} more"
