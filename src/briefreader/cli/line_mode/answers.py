"""Answers questions about a brief in sentences and numbered lines: attendance, commitments, names and facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefreader.fields import BY_ENTITY, MEETING_FACTS, ROLES
from briefreader.long_dates import long_date
from briefreader.model import ENTITY_TYPES, Brief
from briefreader.sentences import sentences

Told = tuple[str, str]
"""The beginning of a line, such as its number, and its text."""


def attend(brief: Brief) -> Iterator[Told]:
    """Yield the people in a brief by role, each with office and side."""
    people = brief.annotation.attendance
    meeting = brief.annotation.meeting
    if meeting and meeting.sides:
        yield "", f"Sides: {', '.join(meeting.sides)}{_doubt(brief, 'sides')}."
    named = {person.name for person in people}
    others = [lead for lead in meeting.leads if lead not in named] if meeting else []
    if others:
        yield "", f"Led by: {', '.join(others)}{_doubt(brief, 'leads')}."
    number = 0
    for role, heading in ROLES.items():
        members = [person for person in people if person.role == role]
        if members:
            yield "", f"{heading}:"
        for person in members:
            number += 1
            about = ", ".join(part for part in (person.name, person.title, person.side) if part)
            yield f"{number}. ", about
    if not (people or others):
        yield "", "The text names nobody who attended."


def promised(brief: Brief) -> Iterator[Told]:
    """Yield the sentences of a brief that hold a commitment, each with the side that made it."""
    for number, commitment in enumerate(brief.annotation.commitments, 1):
        actor = f"{commitment.actor}: " if commitment.actor else ""
        yield f"{number}. ", f"{actor}{commitment.text}"
    if not brief.annotation.commitments:
        yield "", "No commitment was found in the text."


def names(brief: Brief) -> Iterator[Told]:
    """Yield the names in a brief by type, the most frequent first."""
    for type in ENTITY_TYPES:
        counts = Counter(mention.identity for mention in brief.annotation.mentions if mention.type == type)
        if counts:
            told = ", ".join(f"{name} ({count})" if count > 1 else name for name, count in counts.most_common())
            yield "", f"{BY_ENTITY[type].plural}: {told}."
    if not brief.annotation.mentions:
        yield "", "No names were found in the text."


def facts(brief: Brief) -> Iterator[Told]:
    """Yield the facts of the meeting, each with the sentence that states it; a fact in doubt has a question mark."""
    meeting = brief.annotation.meeting
    told = [field for field in MEETING_FACTS if meeting and getattr(meeting, field)]
    last = None
    for field in told:
        yield "", f"{MEETING_FACTS[field]}: {_worded(field, getattr(meeting, field))}{_doubt(brief, field)}"
        source = said(brief, field)
        if source and source != last:  # one sentence often says several facts
            yield "  ", source
        last = source
    if not told:
        yield "", "The text tells of no meeting."


def said(brief: Brief, field: str) -> str | None:
    """Return the sentence that says a fact of the meeting, or who states it; None where nothing tells it."""
    meeting = brief.annotation.meeting
    words = meeting.evidence.get(field) if meeting else None
    if words:
        found = [span for span in sentences(brief.text) if span.start < words[1] and words[0] < span.end]
        start, end = (found[0].start, found[-1].end) if found else words
        return f"“{' '.join(brief.text[start:end].split())}”"
    return "Stated." if meeting and field in meeting.stated else None


def _doubt(brief: Brief, field: str) -> str:
    meeting = brief.annotation.meeting
    return " ?" if meeting and meeting.is_unsure(field) else ""


def _worded(field: str, value: object) -> str:
    if field == "date":
        return long_date(str(value))
    return ", ".join(value) if isinstance(value, tuple) else str(value)
