"""Runs the commands that print a text or its annotation: show, annotate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefreader.cli.arguments import Request
from briefreader.cli.printing import ACCENT, BOLD, QUIET, Output
from briefreader.cli.session import DONE, UNREADABLE, Session
from briefreader.library import brief_record, list_inputs
from briefreader.model import ENTITY_TYPES, Brief, Meeting, SourceError
from briefreader.text import Span, clean_line

if TYPE_CHECKING:
    from briefreader.ui.panes.block_lines import TextLine

LABEL_WIDTH = 10


def show(request: Request, session: Session) -> int:
    """Print one brief."""
    session.update(session.library)
    brief = session.library.brief(session.library.resolve(request.words[0]).id)
    if request.json:
        session.out.json(brief_record(brief))
    else:
        print_brief(session, brief)
    return DONE


def print_brief(session: Session, brief: Brief) -> None:
    """Print the head and the text of a brief."""
    for line in brief_lines(session.out, brief):
        session.out.line(line)


def brief_lines(out: Output, brief: Brief) -> Iterator[str]:
    """Yield the lines in which the head, the text and the links of a brief are printed."""
    for label, value in _head(brief):
        yield from out.paragraph_lines(value, f"{label + ':':<{LABEL_WIDTH}}")
    yield ""
    yield from out.paragraph_lines(out.style(brief.text[: brief.body_start].rstrip(), BOLD))
    if brief.body_start < len(brief.text):
        yield ""
    yield from body_lines(out, brief)


def body_lines(out: Output, brief: Brief) -> Iterator[str]:
    """Yield the lines in which the text of a brief is printed, without its title, and its links."""
    from briefreader.ui.panes.block_lines import block_lines, numbered_links  # measures text by Rich, which takes time

    for line in block_lines(brief, out.width):
        yield _drawn(out, brief.text, line)
    if links := numbered_links(brief):
        yield ""
        yield out.style("Links", BOLD)
    for number, link in links:
        yield f"[{number}] {clean_line(link.url)}"


def _drawn(out: Output, text: str, line: TextLine) -> str:
    """Return a line of a brief as it is printed: headings in bold type, bullets, bars and numbers of links dim."""
    parts = []
    for piece in line.pieces:
        if isinstance(piece, Span):
            part = text[piece.start : piece.end]
            parts.append(out.style(part, BOLD) if line.style != "text" else part)
        else:
            style, part = piece
            parts.append(out.style(part, QUIET) if style == "quiet" and part.strip() else part)
    return "".join(parts).rstrip(" ")


def _head(brief: Brief) -> list[tuple[str, str]]:
    meeting = brief.annotation.meeting
    entry = brief.entry
    place = entry.place
    number = f"{entry.series} {entry.ordinal}" if entry.series and entry.ordinal else entry.series
    head = {
        "id": entry.id,
        "date": entry.date,
        "meeting": _doubted(meeting, number, "series", "ordinal"),
        "held": _doubted(meeting, meeting.date, "date") if meeting and meeting.date != entry.date else None,
        "place": _doubted(meeting, place, "city", "country"),
        "sides": _doubted(meeting, ", ".join(meeting.sides), "sides") if meeting else None,
        "led by": _doubted(meeting, ", ".join(meeting.leads), "leads") if meeting else None,
        "next": _doubted(meeting, meeting.next, "next") if meeting else None,
        "kind": brief.annotation.kind,
        "source": brief.source,
        "address": brief.url,
        "text": brief.text_status,
    }
    return [(label, value) for label, value in head.items() if value]


def _doubted(meeting: Meeting | None, value: str | None, *fields: str) -> str | None:
    """Return a value, with a question mark where the text only suggests one of its fields."""
    return f"{value} ?" if value and meeting and meeting.is_unsure(*fields) else value


def annotate(request: Request, session: Session) -> int:
    """Print the annotations of texts."""
    library = session.library
    status = DONE
    printed = False
    for given in list_inputs(request.words, session.standard_input, walk=False):
        for item, found in library.annotate(given):
            named = {"item": item} if item else {}
            if isinstance(found, SourceError):
                status = UNREADABLE
                if request.json:
                    session.out.json({"source": given.name, **named, "error": str(found)})
                else:
                    session.out.message(f"{given.name}{f': {item}' if item else ''}: {found}")
                continue
            if request.json:
                session.out.json({**brief_record(found), **named})
            else:
                if printed:
                    session.out.line()
                printed = True
                _print_annotation(session, found)
            session.out.flush()
    return status


def _print_annotation(session: Session, brief: Brief) -> None:
    out = session.out
    out.paragraph(out.style(brief.entry.title, BOLD))
    for label, value in _head(brief):
        out.paragraph(value, f"{label + ':':<{LABEL_WIDTH}}")
    for kind in ENTITY_TYPES:
        counts: dict[str, int] = {}
        for mention in brief.annotation.mentions:
            if mention.type == kind:
                counts[mention.canonical] = counts.get(mention.canonical, 0) + 1
        if counts:
            named = [name if count == 1 else f"{name} ({count})" for name, count in counts.items()]
            out.paragraph(f"{out.style(kind, ACCENT)}: {', '.join(named)}")
    for attendee in brief.annotation.attendance:
        about = [part for part in (attendee.title, attendee.side, attendee.role) if part]
        out.paragraph(f"{attendee.name}: {', '.join(about)}", indent="  ")
    for commitment in brief.annotation.commitments:
        out.paragraph(f"{out.style(commitment.actor or '?', QUIET)}: {commitment.text}", indent="  ")
