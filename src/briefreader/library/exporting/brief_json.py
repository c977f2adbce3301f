"""Converts a brief to the JSON that `show` promises."""

from __future__ import annotations

from briefreader.model import Brief


def brief_record(brief: Brief) -> dict[str, object]:
    """Return a brief as plain values, under the keys of `show --json`."""
    annotation = brief.annotation
    return {
        "id": brief.entry.id,
        "title": brief.entry.title,
        "date": brief.entry.date,
        "source": brief.source,
        "url": brief.url,
        "text_status": brief.text_status,
        "text": brief.text,
        "entities": [mention._asdict() for mention in annotation.mentions],
        "meeting": annotation.meeting._asdict() if annotation.meeting else None,
        "attendance": [attendee._asdict() for attendee in annotation.attendance],
        "commitments": [commitment._asdict() for commitment in annotation.commitments],
        "kind": annotation.kind,
        "blocks": [block._asdict() for block in brief.blocks],
        "links": [link._asdict() for link in brief.links],
        "removed": brief.removed,
        "unsure": brief.unsure,
    }
