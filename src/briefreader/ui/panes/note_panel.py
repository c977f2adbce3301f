"""The part of the side panel that lists all notes: letters filter them."""

from collections.abc import Sequence

from textual import events

from briefreader.model import KeptNote
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.note_list import Draft, beginning, note_lines
from briefreader.ui.widgets.pick_list import PickList

_COMMANDS = "{undo}{copy}"
"""The letters that are commands as long as nothing was typed, by the names of the commands."""


class NotePanel:
    """The notes last read, and the letters typed over them."""

    def __init__(self, panel: PickList) -> None:
        self._panel = panel
        self._notes: tuple[KeptNote, ...] = ()
        self._drafts: tuple[Draft, ...] = ()
        self.letters = ""

    def show(self, notes: Sequence[KeptNote], drafts: Sequence[Draft]) -> None:
        """List drafts and notes, the cursor on the note where it was if that is still there."""
        before = self.picked
        self._notes, self._drafts = tuple(notes), tuple(drafts)
        self._list(before.note.id if before else None)

    @property
    def shown(self) -> tuple[KeptNote, ...]:
        """The notes that the letters leave."""
        return beginning(self._notes, self.letters) if self.letters else self._notes

    @property
    def picked(self) -> KeptNote | None:
        """The note under the cursor."""
        line = self._panel.picked
        return next((kept for kept in self._notes if line and kept.note.id == line.section), None)

    @property
    def draft(self) -> Draft | None:
        """The draft under the cursor."""
        line = self._panel.picked
        return next((draft for draft in self._drafts if line and draft.section == line.section), None)

    def clear(self) -> bool:
        """Forget the letters, and return whether there were any."""
        had_any = bool(self.letters)
        self.letters = ""
        if had_any:
            self._list(None)
        return had_any

    def take(self, event: events.Key) -> bool:
        """Filter by a key that types a letter or deletes one, and return whether it does; capitals are commands."""
        if event.key == "backspace" and self.letters:
            self.letters = self.letters[:-1]
        elif self._types(event.character):
            self.letters += event.character or ""
        else:
            return False
        self._list(None)
        return True

    def _types(self, character: str | None) -> bool:
        if not character or not (character.isalnum() or character in " -" or character == "#"):
            return False
        if not self.letters:
            return character.isalnum() and character == character.lower() and character not in with_keys(_COMMANDS)
        return character == character.lower()

    def _list(self, id: str | None) -> None:
        number = self._panel.cursor
        lines = note_lines(self.shown, self.letters, len(self._notes), () if self.letters else self._drafts)
        there = (at for at, line in enumerate(lines) if id is not None and line.section == id)
        start = next(there, min(number, len(lines) - 1) if id is not None else 0)
        self._panel.show_lines(lines, start)
