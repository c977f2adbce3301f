"""Converts a note to the JSON that `notes` promises."""

from __future__ import annotations

from briefreader.model import KeptNote


def note_record(kept: KeptNote) -> dict[str, object]:
    """Return a note as plain values, under the keys of `notes --json`; `id` is that of the brief."""
    note, span = kept.note, kept.span
    return {
        "id": kept.brief or note.brief_id,
        "quote": note.quote,
        "note": note.text,
        "labels": list(note.labels),
        "start": span.start if span else None,
        "end": span.end if span else None,
        "made": note.made,
        "lost": kept.lost,
        "note_id": note.id,
        "path": note.path,
        "title": kept.title,
        "date": kept.date,
        "url": kept.url,
    }
