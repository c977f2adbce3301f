"""The text that a person takes out of a brief and copies: a passage, a name, an attendee, a commitment or a fact."""

from collections.abc import Sequence
from typing import NamedTuple

from briefreader.fields import ROLES
from briefreader.library import Citation, cited
from briefreader.model import Attendee, Brief, Commitment, EntityType, Mention
from briefreader.sentences import sentence_at
from briefreader.text import Span
from briefreader.ui.panes.annotation_lists import DOUBTED
from briefreader.ui.themes import ENTITY_STYLES
from briefreader.ui.widgets.pick_list import PickLine


class Taken(NamedTuple):
    """A line about the thing that is taken, empty for a passage, and the passage of the brief that holds it."""

    line: str = ""
    passage: str | None = None

    def with_citation(self, citation: Citation) -> str:
        """Return the line, the passage in quotation marks, and the citation of the brief."""
        return "\n".join(part for part in (self.line, cited(citation, "text", self.passage)) if part)


def taken_passage(brief: Brief, passage: Span) -> Taken:
    """Return a passage of a brief."""
    return Taken(passage=brief.text[passage.start : passage.end])


def taken_name(brief: Brief, mention: Mention) -> Taken:
    """Return a name with its type, and the sentence that mentions it."""
    return taken_mention(brief, mention.canonical, mention.type, Span(mention.start, mention.end))


def taken_mention(brief: Brief, name: str, type: EntityType, span: Span | None) -> Taken:
    """Return a name with its type, and the sentence that mentions it at a place in the brief, if one is known."""
    return Taken(f"{name} ({ENTITY_STYLES[type].name})", _sentence(brief.text, span.start) if span else None)


def taken_line(brief: Brief, kind: str, lines: Sequence[PickLine], number: int) -> Taken:
    """Return the thing in a brief that a line of the side panel stands for; `kind` is that of the panel."""
    line = lines[number]
    if kind == "names" and line.mention is not None:
        return taken_name(brief, line.mention)
    if line.span is None:
        return Taken(_with_heading(lines, number))
    annotation = brief.annotation
    if kind == "attendance":
        people = (each for each in annotation.attendance if (each.start, each.end) == line.span)
        person = next((each for each in people if each.name == line.text), None)
        return Taken(_attendee(person) if person else line.text, _sentence(brief.text, line.span.start))
    if kind == "commitments":
        found = (each for each in annotation.commitments if (each.start, each.end) == line.span)
        return Taken(_commitment(next(found, None)), brief.text[slice(*line.span)])
    if kind == "evidence":
        return Taken(_with_heading(lines, number), _sentence(brief.text, line.span.start))
    return Taken(passage=brief.text[slice(*line.span)])


def _attendee(person: Attendee) -> str:
    """Return an attendee with office, side and role."""
    parts = (person.name, person.title, person.side, ROLES[person.role].lower())
    return ", ".join(part for part in parts if part)


def _commitment(commitment: Commitment | None) -> str:
    return f"{(commitment and commitment.actor) or 'The sides'} (commitment)"


def _with_heading(lines: Sequence[PickLine], number: int) -> str:
    """Return a fact with its name, which is the heading above it, and whether the text only suggests it."""
    above = (line.text for line in reversed(lines[:number]) if line.style == "heading")
    below: list[str] = []
    for line in lines[number + 1 :]:
        if line.style != "quiet" or line.can_be_picked:
            break
        below.append(line.text.strip())
    fact = " ".join((lines[number].text, *below))
    doubt = " (the text only suggests it)" if lines[number].remark == DOUBTED else ""
    heading = next(above, "")
    return (f"{heading}: {fact}" if heading else fact) + doubt


def _sentence(text: str, offset: int) -> str | None:
    """Return the words of the sentence that holds a character."""
    found = sentence_at(text, offset)
    return text[found.start : found.end] if found else None
