"""Prints who came to the meetings of a series, its commitments, and its claims that something is the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefreader.cli.arguments import Request
from briefreader.cli.printing import ACCENT, BOLD, QUIET
from briefreader.cli.session import DONE, UNREADABLE, Session
from briefreader.cli.table_output import check_format, print_as_table
from briefreader.library import (
    AttendanceMatrix,
    FollowedCommitment,
    ReportedClaim,
    Series,
    SeriesClaims,
    Table,
    attendance_table,
    claims_table,
    commitments_table,
    meeting_labels,
    meetings_table,
    reason_words,
    seat_words,
    verdict_words,
)
from briefreader.model import UsageError

_SIGNS: Mapping[str, str] = {"new": "+", "repeated": "=", "dropped": "-"}
_STYLES: Mapping[str, str] = {"new": "32", "repeated": QUIET, "dropped": "31"}
_VERDICTS: Mapping[str, str] = {"borne out": "32", "contradicted": "31", "unknown": QUIET}
TABLES = ("--attendance", "--commitments", "--claims")
"""The options that ask for one table of a series."""


def print_table(request: Request, session: Session) -> int:
    """Print the attendance, the commitments, the claims or the meetings of the series that the words name."""
    asked = [name for name in TABLES if request.has(name)]
    if not request.words:
        raise UsageError(f"{(asked or ['--format'])[0]} is about one series; write its name too")
    if len(asked) > 1:
        raise UsageError(f"{asked[0]} and {asked[1]} are two tables; keep one of them")
    check_format(request)
    library = session.library
    report = session.update(library, explain=True)
    series = session.mending(lambda: library.series_named(request.query))
    if request.has("--attendance"):
        matrix = session.mending(lambda: library.comparing.attendance(series))
        if not _print_as_table(request, session, attendance_table(series, matrix)):
            _print_attendance(request, session, series, matrix)
    elif request.has("--commitments"):
        followed = session.mending(lambda: library.comparing.commitments(series))
        if not _print_as_table(request, session, commitments_table(series, followed)):
            _print_commitments(request, session, series, followed)
    elif request.has("--claims"):
        claims = session.mending(lambda: library.comparing.claims(series))
        if not _print_as_table(request, session, claims_table(claims)):
            _print_claims(request, session, claims)
    else:
        held = session.mending(lambda: library.comparing.held(series))
        _print_as_table(request, session, meetings_table(series, held))
    return UNREADABLE if report.problems else DONE


def _print_as_table(request: Request, session: Session, table: Table) -> bool:
    """Print a table in the format asked for, and return whether one is."""
    if not request.has("--format"):
        return False
    print_as_table(request, session, table)
    return True


def _attendance_records(series: Series, matrix: AttendanceMatrix) -> Iterator[Mapping[str, object]]:
    for row in matrix.rows:
        yield {
            "series": series.name,
            "name": row.name,
            "side": row.side,
            "seats": [
                {
                    "id": id,
                    "start": seat.attendee.start,
                    "end": seat.attendee.end,
                    "title": seat.attendee.title,
                    "role": seat.attendee.role,
                    "rank": seat.rank,
                    "new": seat.is_new,
                    "acting": seat.is_acting,
                }
                for id, seat in row.seats.items()
            ],
        }


def _commitment_record(series: Series, found: FollowedCommitment) -> Mapping[str, object]:
    return {
        "series": series.name,
        "meeting": found.meeting,
        "state": found.state,
        "brief": found.brief,
        **found.commitment._asdict(),
        "before": found.before.text if found.before else None,
    }


def _print_attendance(request: Request, session: Session, series: Series, matrix: AttendanceMatrix) -> None:
    """Print the meetings, under each who came; side by side they would be wider than a terminal."""
    if request.json:
        for record in _attendance_records(series, matrix):
            session.out.json(record)
        return
    labels = meeting_labels(series.meetings)
    raised = {(each.meeting, each.name): each.raised for each in matrix.changes}
    for id in matrix.meetings:
        session.out.paragraph(session.out.style(f"{series.name} {labels[id]}", BOLD))
        rows = [
            (row.side or "", row.name, seat_words(row.seats[id]), _change(raised.get((id, row.name), 0)))
            for row in matrix.rows
            if id in row.seats
        ]
        session.out.table(rows, (QUIET, ACCENT, "", "33"), (24, 32, 80, 30))


def _change(raised: int) -> str:
    return "" if not raised else "higher rank than last time" if raised > 0 else "lower rank than last time"


def _print_commitments(
    request: Request, session: Session, series: Series, followed: tuple[FollowedCommitment, ...]
) -> None:
    if request.json:
        for each in followed:
            session.out.json(_commitment_record(series, each))
        return
    labels = meeting_labels(series.meetings)
    last = ""
    for each in followed:
        if each.meeting != last:
            last = each.meeting
            session.out.paragraph(session.out.style(f"{series.name} {labels[last]}", BOLD))
        sign = session.out.style(f"{_SIGNS[each.state]} ", _STYLES[each.state])
        text = " ".join(each.commitment.text.split())
        session.out.paragraph(text, indent=sign if not session.out.width else f"{_SIGNS[each.state]} ")


def _claim_record(series: Series, found: ReportedClaim) -> Mapping[str, object]:
    """Return a claim with the place of its words; of a claim that cannot be checked the verdict is null."""
    checked, claim = found.checked, found.checked.claim
    return {
        "series": series.name,
        "meeting": checked.meeting,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": found.words,
        "sentence": found.sentence,
        "event": claim.event,
        "format": claim.format,
        "level": claim.level,
        "place": claim.place,
        "scope": claim.scope,
        "verdict": None if checked.verdict == "unknown" else checked.verdict,
        "reason": checked.reason,
        "by": checked.by,
        "evidence": found.evidence,
        "looked_at": checked.looked_at,
        "not_known": checked.untold,
        "missing": checked.missing,
    }


def _print_claims(request: Request, session: Session, found: SeriesClaims) -> None:
    out = session.out
    if request.json:
        for each in found.claims:
            out.json(_claim_record(found.series, each))
        return
    labels = meeting_labels(found.series.meetings)
    last = ""
    for each in found.claims:
        checked = each.checked
        if checked.meeting != last:
            last = checked.meeting
            out.paragraph(out.style(f"{found.series.name} {labels[last]}", BOLD))
        out.paragraph(each.sentence, indent="  ")
        verdict = out.style(verdict_words(checked), _VERDICTS[checked.verdict])
        out.paragraph(f"{verdict}: {reason_words(checked)}", indent="    ")
        if each.evidence:
            out.paragraph(f"“{each.evidence}”", indent="    ")
    if not found.claims:
        out.message(f"no text of {found.series.name} claims that something is the first")
