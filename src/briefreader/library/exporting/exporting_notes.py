"""Writes notes as one document for other programs, each note with the citation of its brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefreader.library.exporting.exporting import ExportFormat, csv_row
from briefreader.library.exporting.note_json import note_record
from briefreader.model import Brief, BriefreaderError, KeptNote
from briefreader.notes import Citation, cited, markdown_line
from briefreader.text import json_line

_COLUMNS = ("id", "title", "date", "url", "citation", "quote", "note", "labels", "made", "lost")
_LOST = "The passage is no longer in the text."
_GONE = "The brief is no longer in the library."


def exported_notes(
    notes: Iterable[KeptNote],
    format: ExportFormat,
    read: Callable[[str], Brief],
    citation: Callable[[Brief], Citation],
) -> Iterator[str]:
    """Yield the document with some notes in parts, one for each note; a part has no line break at its end.

    CSV has a part for its columns first. A brief that is gone or cannot be read is cited as its note knows it.
    """
    known: dict[str, Citation] = {}

    def citation_of(kept: KeptNote) -> Citation:
        if kept.brief is None:
            return _as_noted(kept)
        if kept.brief not in known:
            try:
                known[kept.brief] = citation(read(kept.brief))
            except BriefreaderError:
                known[kept.brief] = _as_noted(kept)
        return known[kept.brief]

    if format == "csv":
        yield csv_row(_COLUMNS)
    for kept in notes:
        found = citation_of(kept)
        if format == "markdown":
            yield _markdown(kept, found)
            continue
        record = {**note_record(kept), "citation": cited(found, "text")}
        if format == "jsonl":
            yield json_line(record)
        else:
            cells = {**record, "labels": " ".join(kept.note.labels), "lost": "yes" if kept.lost else ""}
            yield csv_row(cells[column] for column in _COLUMNS)


def _as_noted(kept: KeptNote) -> Citation:
    return Citation(kept.brief or kept.note.brief_id, kept.title, date=kept.date, url=kept.url)


def _markdown(kept: KeptNote, citation: Citation) -> str:
    """Return a note as Markdown: the passage with its citation, the note as it was written, and a line below it."""
    note = kept.note
    parts = [
        cited(citation, "markdown", note.quote or None),
        note.text.strip(),
        " ".join(f"#{markdown_line(label)}" for label in note.further_labels),
        (_LOST if kept.brief else _GONE) if kept.lost else "",
        "---",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"
