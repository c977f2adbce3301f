"""Notes on briefs in plain files, and citations of briefs in the formats of other programs."""

from briefreader.notes.anchor import Quotation, place, quotation
from briefreader.notes.citations import (
    FORMATS,
    Citation,
    CitationFormat,
    citation_of,
    cited,
    cited_all,
    markdown_line,
    passage_in,
)
from briefreader.notes.note_file import LARGEST, NoteFile, labels_of, read, render, text_of_note, with_text

__all__ = [
    "FORMATS",
    "LARGEST",
    "Citation",
    "CitationFormat",
    "NoteFile",
    "Quotation",
    "citation_of",
    "cited",
    "cited_all",
    "labels_of",
    "markdown_line",
    "passage_in",
    "place",
    "quotation",
    "read",
    "render",
    "text_of_note",
    "with_text",
]
