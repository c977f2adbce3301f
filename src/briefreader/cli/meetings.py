"""Runs the command that prints the meetings held: meetings."""

from __future__ import annotations

from briefreader.cli.arguments import Request
from briefreader.cli.finding import line_template
from briefreader.cli.printing import ACCENT, QUIET
from briefreader.cli.records import meeting_record
from briefreader.cli.session import DONE, NOTHING_FOUND, UNREADABLE, Session
from briefreader.counts import counted
from briefreader.library import Library
from briefreader.meetings import HeldMeeting
from briefreader.model import UsageError

_STYLES = (QUIET, ACCENT, "", "", QUIET)
_CAPS = (10, 28, 20, 400, 10)


def meetings(request: Request, session: Session) -> int:
    """Print the meetings held, or those one of whose briefs a query finds."""
    library = session.library
    template = line_template(request, HeldMeeting._fields)
    report = session.update(library, explain=True)
    if errors := library.query_errors(request.query):
        raise UsageError("; ".join(errors))
    found = session.mending(lambda: found_meetings(library, request.query))
    if request.json:
        for meeting in found:
            session.out.json(meeting_record(meeting))
    elif template:
        for meeting in found:
            session.out.line(template.line({**meeting._asdict(), "briefs": [brief.id for brief in meeting.briefs]}))
    else:
        session.out.table(map(meeting_row, found), _STYLES, _CAPS)
        briefs = sum(len(meeting.briefs) for meeting in found)
        held = counted(len(found), "meeting")
        session.out.message(f"{held} with {briefs:,} of {report.briefs:,} briefs")
    if request.words and not found:
        return NOTHING_FOUND
    return UNREADABLE if report.problems else DONE


def found_meetings(library: Library, query: str) -> tuple[HeldMeeting, ...]:
    """Return the meetings one of whose briefs a query finds, all with an empty one. Raises IndexLostError.

    Their series have the names under which `series` lists them, however the briefs spell them.
    """
    held = library.meetings_as_listed()
    if not query.strip():
        return held
    hits = {hit.id for hit in library.search(query, limit=None, quick=True, titles=False).hits}
    return tuple(meeting for meeting in held if any(brief.id in hits for brief in meeting.briefs))


def meeting_row(meeting: HeldMeeting) -> tuple[str, str, str, str, str]:
    """Return date, ID, occasion, parties and number of briefs of a meeting in words."""
    occasion = " ".join(map(str, filter(None, (meeting.series, meeting.ordinal)))) or (
        "call" if meeting.format == "call" else "meeting"
    )
    parties = meeting.name or ", ".join(meeting.leads or meeting.sides)
    count = len(meeting.briefs)
    return meeting.date or "", meeting.id, occasion, parties, f"{count} briefs" if count > 1 else ""
