"""The briefs, the passage and the note that a person writes on."""

from collections.abc import Sequence
from typing import NamedTuple

from briefreader.counts import counted
from briefreader.library import Library
from briefreader.model import Brief, Note
from briefreader.text import Span, clean_line

OF_NOTE = "note "
"""Begins the key of the draft of a note that is changed, before the ID of the note and the key of a new one there."""
WHOLE_BRIEF = "the whole brief"


class NoteTarget(NamedTuple):
    """A passage of a brief (`brief` and `span`), whole briefs (by their `ids`), or a `note` to be changed.

    `title` is that of the only brief.
    """

    ids: tuple[str, ...]
    title: str = ""
    brief: Brief | None = None
    span: Span | None = None
    note: Note | None = None

    @property
    def quote(self) -> str:
        """The passage, empty without one."""
        if self.note is not None:
            return self.note.quote
        return self.brief.text[slice(*self.span)] if self.brief and self.span else ""

    @property
    def draft_key(self) -> str:
        """The key of the draft: the same passage has the same one in a later session."""
        of_note, ids = ("", self.ids) if self.note is None else (f"{OF_NOTE}{self.note.id} ", (self.note.brief_id,))
        return of_note + clean_line(" ".join((*ids, *self.quote.split())))

    @staticmethod
    def parsed(draft_key: str) -> tuple[str, list[str]]:
        """Return the ID of the note whose change is drafted, empty for a new note, and the words of the place."""
        words = draft_key.removeprefix(OF_NOTE).split()
        return (words[0], words[1:]) if draft_key.startswith(OF_NOTE) and words else ("", words)

    @property
    def heading(self) -> str:
        """The words above the text of the note: its passage, or that there is none."""
        if self.quote:
            return f"“{' '.join(self.quote.split())}”"
        if len(self.ids) > 1:
            return f"A note on each of {counted(len(self.ids), 'brief')}"
        return f"On {WHOLE_BRIEF}: {self.title}"

    def write(self, library: Library, text: str, labels: Sequence[str]) -> list[Note]:
        """Write the note on each brief, or change the one that is there; return all. Raises BriefreaderError."""
        if self.note is not None:
            return [library.notes.change(self.note, text, labels)]
        if self.brief is not None:
            return [library.notes.add(self.brief, self.span, text, labels)]
        briefs = [library.brief(id) for id in self.ids]
        if len(briefs) == 1:
            return [library.notes.add(briefs[0], None, text, labels)]
        return library.notes.add_to_each(briefs, text, labels)
