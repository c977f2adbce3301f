"""The passages of notes with their citations: those in the text of a note, and a note as it is copied."""

import re
from collections.abc import Iterator

from briefreader.library import Library, cited, passage_in
from briefreader.model import KeptNote
from briefreader.text import Span

_QUOTATION = re.compile(r"(?:^> ?.*(?:\n|\Z))+", re.MULTILINE)
_SIGN = re.compile(r"^> ?", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<~&.)#>+=-])")


def quotations(text: str) -> Iterator[str]:
    """Yield the words of each quotation in the text of a note."""
    for found in _QUOTATION.finditer(text):
        yield _ESCAPED.sub(r"\1", _SIGN.sub("", found[0])).strip()


def further_places(text: str, brief_text: str) -> list[Span]:
    """Return the places of the quotations of a note in the text of a brief, those that are there."""
    places = (passage_in(brief_text, words) for words in quotations(text) if words)
    return [place for place in places if place is not None]


def with_citation(library: Library, kept: KeptNote) -> str:
    """Return the passage and the text of a note, with the citation of its brief, or its title if it is gone.

    Raises BriefreaderError where the brief cannot be read.
    """
    note = kept.note
    if kept.brief is None:
        parts = [f"“{note.quote}”" if note.quote else "", kept.title, note.text]
    else:
        parts = [cited(library.citation(library.brief(kept.brief)), "text", note.quote or None), note.text]
    return "\n\n".join(filter(None, parts))
