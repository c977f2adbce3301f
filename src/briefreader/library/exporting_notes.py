"""Writes notes as one document for other programs, each with its passage and the citation of its brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefreader.library.exporting import ExportFormat, csv_row
from briefreader.model import KeptNote
from briefreader.notes import Citation, cited
from briefreader.text import json_line

_COLUMNS = ("id", "title", "date", "url", "citation", "quote", "note", "labels", "made", "lost")


def exported_notes(
    notes: Iterable[KeptNote], format: ExportFormat, citation: Callable[[KeptNote], Citation]
) -> Iterator[str]:
    """Yield the document with some notes in parts, one for each note; a part has no line break at its end.

    CSV has a part for its columns first. `citation` returns that of the brief of a note.
    """
    if format == "csv":
        yield csv_row(_COLUMNS)
    for kept in notes:
        cites = citation(kept)
        if format == "markdown":
            yield _markdown(kept, cites)
        elif format == "jsonl":
            yield json_line(_values(kept, cites))
        else:
            values = {**_values(kept, cites), "labels": " ".join(kept.note.labels)}
            yield csv_row(values[column] for column in _COLUMNS)


def _markdown(kept: KeptNote, citation: Citation) -> str:
    note = kept.note
    labels = " ".join(f"#{label}" for label in note.labels if f"#{label}" not in note.text)
    return "\n\n".join(filter(None, (cited(citation, "markdown", note.quote or None), note.text, labels, "---"))) + "\n"


def _values(kept: KeptNote, citation: Citation) -> Mapping[str, object]:
    """Return the values of a note, `id` being that of its brief."""
    note = kept.note
    return {
        "id": kept.brief or note.brief_id,
        "title": kept.title,
        "date": kept.date,
        "url": kept.url,
        "citation": cited(citation, "text"),
        "quote": note.quote,
        "note": note.text,
        "labels": list(note.labels),
        "start": kept.span.start if kept.span else None,
        "end": kept.span.end if kept.span else None,
        "made": note.made,
        "lost": kept.lost,
    }
