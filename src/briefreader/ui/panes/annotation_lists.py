"""What a brief says, as lines to pick from: its names by type, who attended, what was promised."""

from collections import Counter
from itertools import groupby

from rich.cells import cell_len

from briefreader.model import Attendee, Brief, EntityType, Mention, Role
from briefreader.sentences import sentences
from briefreader.text import Span
from briefreader.ui.themes import ENTITY_NAMES
from briefreader.ui.widgets.pick_list import PickLine
from briefreader.ui.widgets.text_layout import wrap_paragraph

PLURALS: dict[EntityType, str] = {
    "PERSON": "People",
    "TITLE": "Offices",
    "ORG": "Organizations",
    "PLACE": "Places",
    "NORP": "Peoples",
    "AGREEMENT": "Agreements",
    "WEAPON": "Weapons",
    "EVENT": "Events",
    "DATE": "Dates",
}
ROLES: dict[Role, str] = {"lead": "Led", "participant": "Took part", "mentioned": "Mentioned only"}


def name_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return the names in a brief under their types, the most frequent first, each with how often it stands there.

    A name takes one line, whatever the `width`.
    """
    lines: list[PickLine] = []
    for kind, plural in PLURALS.items():
        mentions = [mention for mention in brief.annotation.mentions if mention.type == kind]
        if not mentions:
            continue
        first: dict[str, Mention] = {}
        for mention in mentions:
            first.setdefault(mention.canonical, mention)
        counts = Counter(mention.canonical for mention in mentions)
        lines.append(PickLine(plural, "heading", str(len(counts))))
        for name, count in counts.most_common():
            at = first[name]
            look, often = f"hue {ENTITY_NAMES[kind]}", f"×{count}" if count > 1 else ""
            lines.append(PickLine(name, look, often, Span(at.start, at.end), at, query=query_for(at)))
    return tuple(lines) or (PickLine("No names were found here.", "quiet"),)


def attendance_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return the people in a brief under the part they took, each with side and office; `width` is that of a line."""
    lines: list[PickLine] = []
    people = brief.annotation.attendance
    for role, name in ROLES.items():
        members = [person for person in people if person.role == role]
        if members:
            lines.append(PickLine(name, "heading", str(len(members))))
        for person in members:
            span = Span(person.start, person.end)
            lines.append(PickLine(person.name, "person", person.side or "", span, _mention_of(brief, person)))
            lines.extend(PickLine(f"  {part}", "quiet") for part in _folded(person.title or "", width - 4))
    return tuple(lines) or (PickLine("Nobody is named here.", "quiet"),)


def commitment_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return the sentences of a brief that hold a commitment, under those who made it; `width` is that of a line."""
    lines: list[PickLine] = []
    commitments = sorted(brief.annotation.commitments, key=lambda found: (found.actor or "", found.start))
    for actor, group in groupby(commitments, key=lambda found: found.actor):
        found = list(group)
        lines.append(PickLine(actor or "The sides", "heading", str(len(found))))
        for commitment in found:
            first, *rest = _folded(commitment.text, width - 3) or [""]
            lines.append(PickLine(first, "text", "", Span(commitment.start, commitment.end)))
            lines.extend(PickLine(part, "quiet") for part in rest)
    return tuple(lines) or (PickLine("No commitment was found here.", "quiet"),)


FIELDS: dict[EntityType, str] = {
    "PERSON": "who",
    "ORG": "org",
    "PLACE": "place",
    "AGREEMENT": "agreement",
    "WEAPON": "weapon",
}
"""The fields of a query that hold names; a name of another type is sought as a phrase."""


def query_for(mention: Mention) -> str:
    """Return the query that finds the briefs with a name."""
    name = mention.canonical.replace('"', " ")
    field = FIELDS.get(mention.type)
    return f'{field}:"{name}"' if field else f'"{name}"'


def sentence_around(brief: Brief, span: Span) -> Span:
    """Return the sentence in which a span lies: what proves it."""
    for sentence in sentences(brief.text):
        if sentence.start <= span.start < sentence.end:
            return sentence
    return span


def _mention_of(brief: Brief, person: Attendee) -> Mention | None:
    return next((mention for mention in brief.annotation.mentions if mention.start == person.start), None)


def _folded(text: str, width: int) -> list[str]:
    if cell_len(text) <= width:
        return [text] if text else []
    return [text[line.start : line.end] for line in wrap_paragraph(text, 0, len(text), max(8, width))]
