"""The notes that a person has written on briefs and on passages of them."""

import re
from typing import Literal, NamedTuple

from briefreader.model.span import Span

Elsewhere = Literal["", "same", "similar", "alike"]
"""How a text has the words of a passage elsewhere too: not, the same, similar ones, or with like words around them."""


class Note(NamedTuple):
    """A note as its file has it.

    `brief_id` and `path` name the brief as it was when the note was made. `quote` is the passage, empty for a note on
    the whole brief; `before` and `after` are the text around it, and `elsewhere` tells whether the text had its
    words elsewhere too. `made` and `changed` are times, ISO 8601 in UTC. `origin` is the ID of the note
    of which this one is another version, written by another session at the same time; else it is empty.
    """

    id: str
    brief_id: str
    path: str
    quote: str
    before: str
    after: str
    text: str
    labels: tuple[str, ...]
    made: str
    changed: str
    elsewhere: Elsewhere = ""
    origin: str = ""

    @property
    def further_labels(self) -> tuple[str, ...]:
        """The labels that are no words of the text, where the label `ask` is the word `#ask`."""
        return tuple(
            label for label in self.labels if not re.search(rf"(?<!\S)#{re.escape(label)}(?![\w-])", self.text)
        )


class KeptNote(NamedTuple):
    """A note with its place in the library as it is now.

    `span` is the passage in the text of the brief, None where it is not found and for a note on a whole brief. `brief`
    is the present ID of the brief, None if the library no longer has it: then `title`, `date` and `url` are those that
    the note has kept.
    """

    note: Note
    title: str
    span: Span | None
    brief: str | None = None
    date: str | None = None
    url: str | None = None

    @property
    def lost(self) -> bool:
        """Whether the passage, or the whole brief, is no longer there."""
        return self.brief is None or (bool(self.note.quote) and self.span is None)
