"""The annotations of a brief as lines: names by type, facts of the meeting, who attended, and commitments."""

from collections import Counter
from itertools import groupby

from briefreader.fields import BY_ENTITY, MEETING_FACTS, ROLES
from briefreader.long_dates import long_date
from briefreader.model import Brief, Mention
from briefreader.text import Span
from briefreader.ui.themes import ENTITY_STYLES
from briefreader.ui.widgets.pick_list import PickLine, quiet_lines
from briefreader.ui.widgets.text_layout import wrapped

DOUBTED = "?"


def name_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return the names in a brief by type, the most frequent first, with their numbers of mentions.

    A name takes one line, whatever the `width`.
    """
    lines: list[PickLine] = []
    for type, entity in ENTITY_STYLES.items():
        mentions = [mention for mention in brief.annotation.mentions if mention.type == type]
        first = {mention.canonical: mention for mention in reversed(mentions)}
        counts = Counter(mention.canonical for mention in mentions)
        if counts:
            lines.append(PickLine(entity.plural, "heading", str(len(counts))))
        for name, count in counts.most_common():
            at = first[name]
            style, times = f"color {entity.name}", f"×{count}" if count > 1 else ""
            lines.append(PickLine(name, style, times, Span(at.start, at.end), at, query=query_for(at)))
    return tuple(lines) or (PickLine("No names were found here.", "quiet"),)


def evidence_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return the facts of the meeting in lines of `width` cells, each with the place in the text that says so.

    A fact that the text only suggests has a question mark. One that the document itself or a person states has a place
    only where the text says the same.
    """
    meeting = brief.annotation.meeting
    lines: list[PickLine] = []
    for field, label in MEETING_FACTS.items():
        value = getattr(meeting, field, None)
        if meeting is None or not value:
            continue
        lines.append(PickLine(label, "heading", "stated" if field in meeting.stated else ""))
        words = meeting.evidence.get(field)
        first, *rest = wrapped(_worded(field, value), max(8, width - 3))
        doubt = DOUBTED if field in meeting.unsure else ""
        lines.append(PickLine(first, "text", doubt, Span(*words) if words else None))
        lines.extend(PickLine(part, "quiet") for part in rest)
    return tuple(lines) or (PickLine("No meeting is reported here.", "quiet"),)


def _worded(field: str, value: object) -> str:
    """Return the value of a fact in words."""
    if field == "date":
        return long_date(str(value))
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def attendance_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return the people in a brief by role, each with side and office, in lines of `width` cells."""
    lines: list[PickLine] = []
    mention_at = {mention.start: mention for mention in reversed(brief.annotation.mentions)}
    for role, heading in ROLES.items():
        members = [person for person in brief.annotation.attendance if person.role == role]
        if members:
            lines.append(PickLine(heading, "heading", str(len(members))))
        for person in members:
            span = Span(person.start, person.end)
            lines.append(PickLine(person.name, "person", person.side or "", span, mention_at.get(person.start)))
            lines += quiet_lines(person.title or "", width - 2)
    return tuple(lines) or (PickLine("Nobody is named here.", "quiet"),)


def commitment_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return the sentences of a brief that hold a commitment by the side that made it, in lines of `width` cells."""
    lines: list[PickLine] = []
    commitments = sorted(brief.annotation.commitments, key=lambda found: (found.actor or "", found.start))
    for actor, group in groupby(commitments, key=lambda found: found.actor):
        found = list(group)
        lines.append(PickLine(actor or "The sides", "heading", str(len(found))))
        for commitment in found:
            first, *rest = wrapped(commitment.text, max(8, width - 3)) or [""]
            lines.append(PickLine(first, "text", "", Span(commitment.start, commitment.end)))
            lines.extend(PickLine(part, "quiet") for part in rest)
    return tuple(lines) or (PickLine("No commitment was found here.", "quiet"),)


def query_for(mention: Mention) -> str:
    """Return the query that finds the briefs with a name; a name that no field holds is searched as a phrase."""
    field = BY_ENTITY[mention.type]
    if not field.words:
        return '"' + mention.canonical.replace('"', " ") + '"'
    name = mention.identity.replace('"', '""')  # two quotes stand for one
    return f'{field.query}:"{name}"'
