"""Finds a quoted passage again in a text that was imported anew or edited."""

from typing import NamedTuple

from briefreader.model import Note
from briefreader.text import Span

_CONTEXT = 100


class Quotation(NamedTuple):
    """A passage with the text around it; it is `repeated` if the text has other passages like it."""

    quote: str
    before: str
    after: str
    repeated: bool = False


def quotation(text: str, span: tuple[int, int]) -> Quotation:
    """Return the quotation of a passage by which `place` finds it again."""
    start, end = span
    quote = text[start:end]
    return Quotation(quote, text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT], text.count(quote) > 1)


def place(text: str, note: Note) -> Span | None:
    """Return the passage of a note in a text, None where it is not certain."""
    whole = note.before + note.quote + note.after
    if not note.quote or text.count(whole) != 1:
        return None
    start = text.find(whole) + len(note.before)
    return Span(start, start + len(note.quote))
