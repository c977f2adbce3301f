"""Runs the commands that compare meetings: compare, trace, next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from briefreader.cli.arguments import Request
from briefreader.cli.printing import ACCENT, BOLD, QUIET
from briefreader.cli.session import DONE, Session
from briefreader.cli.table_output import check_format, print_as_table
from briefreader.model import UsageError

if TYPE_CHECKING:
    from briefreader.library import ExportFormat, PromisedMeeting, Trace

TEXT = "text"
"""The format for people."""


def compare(request: Request, session: Session) -> int:
    """Print the changes from one brief to another."""
    from briefreader.cli import told_comparison  # no other command needs all that compares

    library = session.library
    session.update(library)
    a, b = (library.resolve(word).id for word in request.words)
    comparison = session.mending(lambda: library.comparing.compare(a, b))
    format = request.options.get("--format", TEXT)
    if request.json:
        session.out.json(told_comparison.record(comparison))
    elif format != TEXT:
        text = library.documents.of_comparison(comparison, cast("ExportFormat", format)).removesuffix("\n")
        if format == "markdown":
            session.out.line(text)
        else:
            session.out.document(text)
    else:
        told_comparison.tell(session.out, comparison)
    return DONE


def trace(request: Request, session: Session) -> int:
    """Print which briefs use a wording."""
    check_format(request)
    library = session.library
    session.update(library)
    named = request.options.get("--series")
    series = session.mending(lambda: library.comparing.series_named(named)) if named else None
    found = session.mending(lambda: library.comparing.trace(request.query, series))
    if request.has("--format"):
        from briefreader.library import trace_table

        print_as_table(request, session, trace_table(found, {entry.id: entry for entry in library.entries()}))
    elif request.json:
        session.out.json(_trace_record(found))
    else:
        _print_trace(session, found)
    return DONE


def upcoming(request: Request, session: Session) -> int:
    """Print the meetings that were promised and are not in the library; at wish those that were held too."""
    check_format(request)
    library = session.library
    session.update(library)
    today = _day(request.options.get("--today"))
    promised = session.mending(lambda: library.comparing.agenda(today))
    found = [each for each in promised if request.has("--kept") or not each.promise.kept_by]
    if request.has("--format"):
        from briefreader.library import agenda_table

        print_as_table(request, session, agenda_table(found))
    elif request.json:
        for each in found:
            session.out.json(_promise_record(each))
    else:
        rows = [
            (
                each.promise.promised,
                each.outcome,
                each.name if each.name != each.promise.promised_in else "",
                each.promise.promised_in,
                f"{each.evidence or ''}{f' (but {each.later_title})' if each.later_title else ''}".strip(),
            )
            for each in found
        ]
        session.out.table(rows, ("", "33", BOLD, ACCENT, QUIET), (24, 60, 40, 60, 400))
    if not found:
        session.out.message("every meeting that a brief promises is in the library")
    return DONE


def _day(given: str | None) -> date:
    if given is None:
        return date.today()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"--today cannot be {given!r}; write a date such as 2026-11-29") from error


def _promise_record(found: PromisedMeeting) -> dict[str, object]:
    promise = found.promise
    return {
        "series": promise.series,
        "ordinal": promise.ordinal,
        "promised": promise.promised,
        "promised_in": promise.promised_in,
        "evidence": found.evidence,
        "overdue": promise.overdue,
        "sides": found.meeting.sides if found.meeting else (),
        "kept_by": promise.kept_by,
        "late": promise.is_late,
        "virtual": promise.is_virtual,
    }


def _trace_record(found: Trace) -> dict[str, object]:
    return {
        "phrase": found.phrase,
        "series": found.series,
        "rows": [{"id": row.id, "date": row.date, "count": row.times} for row in found.rows],
        "first": found.first,
        "last": found.last,
        "dropped": found.dropped,
        "returned": found.returned,
    }


def _print_trace(session: Session, found: Trace) -> None:
    out = session.out
    ends = f"first {found.first}, last {found.last}"
    out.paragraph(f"{out.style(found.phrase, BOLD)} · {found.series or 'all briefs'} · {ends}")
    remarks = {**dict.fromkeys(found.dropped, "dropped"), **dict.fromkeys(found.returned, "returned")}
    rows = [(row.date or "", str(row.times or "-"), row.id, remarks.get(row.id, "")) for row in found.rows]
    out.table(rows, (QUIET, "", ACCENT, ""), (10, 6, 60, 20))
