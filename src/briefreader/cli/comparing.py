"""Runs the commands that compare meetings: compare, trace, next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from briefreader.cli.arguments import Request
from briefreader.cli.printing import ACCENT, BOLD, QUIET
from briefreader.cli.session import DONE, Session
from briefreader.compare import (
    SIGNS,
    Change,
    ChangeKind,
    Comparison,
    Phrase,
    Shift,
    Trace,
    change_in_words,
    counts,
    figure,
    shift_in_words,
    words_at,
)
from briefreader.library import PromisedMeeting
from briefreader.model import UsageError

if TYPE_CHECKING:
    from briefreader.library import ExportFormat

TEXT = "text"
"""The format for people."""

_STYLES: Mapping[ChangeKind, str] = {"insert": "32", "delete": "31", "replace": "33", "move": "36", "routine": QUIET}


def compare(request: Request, session: Session) -> int:
    """Print the changes from one brief to another."""
    library = session.library
    session.update(library)
    a, b = (library.resolve(word).id for word in request.words)
    comparison = session.mending(lambda: library.comparing.compare(a, b))
    format = request.options.get("--format", TEXT)
    if request.json:
        session.out.json(comparison_record(comparison))
    elif format != TEXT:
        text = library.documents.of_comparison(comparison, cast("ExportFormat", format)).removesuffix("\n")
        if format == "markdown":
            session.out.line(text)
        else:
            session.out.document(text)
    else:
        _print_comparison(session, comparison)
    return DONE


def trace(request: Request, session: Session) -> int:
    """Print which briefs use a wording."""
    library = session.library
    session.update(library)
    named = request.options.get("--series")
    series = session.mending(lambda: library.comparing.series_named(named)) if named else None
    found = session.mending(lambda: library.comparing.trace(request.query, series))
    if request.json:
        session.out.json(_trace_record(found))
    else:
        _print_trace(session, found)
    return DONE


def upcoming(request: Request, session: Session) -> int:
    """Print the meetings that were promised and are not in the library."""
    library = session.library
    session.update(library)
    today = _day(request.options.get("--today"))
    found = [each for each in session.mending(lambda: library.comparing.agenda(today)) if not each.promise.kept_by]
    if request.json:
        for each in found:
            session.out.json(_promise_record(each))
    else:
        rows = [
            (
                each.promise.promised,
                "date past, not in the library" if each.promise.overdue else "",
                f"{each.promise.series or ''} {each.promise.ordinal or ''}".strip(),
                each.promise.promised_in,
                each.evidence or "",
            )
            for each in found
        ]
        session.out.table(rows, ("", "33", BOLD, ACCENT, QUIET), (24, 29, 40, 60, 400))
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
    }


def comparison_record(found: Comparison) -> dict[str, object]:
    """Return the answer of `compare`."""
    return {
        "a": {"id": found.a.entry.id, "text": found.a.text},
        "b": {"id": found.b.entry.id, "text": found.b.text},
        "warning": found.warning,
        "changes": [each._asdict() for each in found.changes],
        "similarity": found.similarity,
        "rank": found.rank,
        "strength": [_shift_record(shift) for shift in found.strength],
        "marks": [each.word for each in found.marks],
        "gone_phrases": [_phrase_record(each) for each in found.gone_phrases],
        "new_phrases": [_phrase_record(each) for each in found.new_phrases],
    }


def _phrase_record(phrase: Phrase) -> dict[str, object]:
    """Return a phrase with its place: in the text of a where it is gone, in that of b where it is new."""
    return {"phrase": phrase.words, "span": phrase.span, "count": phrase.times, "meetings": phrase.meetings}


def _shift_record(shift: Shift) -> dict[str, object]:
    return shift._asdict()


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


def _print_comparison(session: Session, found: Comparison) -> None:
    out = session.out
    for label, brief in (("a", found.a), ("b", found.b)):
        entry = brief.entry
        out.labelled(f"{label}  {entry.date or 'undated'}  ", QUIET, entry.id, entry.title)
    out.paragraph(out.style(f"{figure(found)} · {counts(found)}", BOLD))
    if found.warning:
        out.paragraph(f"note: {found.warning}")
    if found.marks:
        out.paragraph(f"words that mark b: {', '.join(each.word for each in found.marks)}")
    for told, phrases in (("phrases of a that are gone", found.gone_phrases), ("new phrases", found.new_phrases)):
        if phrases:
            out.paragraph(f"{told}: {' · '.join(each.words for each in phrases)}")
    for shift in found.strength:
        out.paragraph(out.style(shift_in_words(found, shift), ACCENT))
        out.paragraph(words_at(found.b, shift.sentence_b), indent="  ")
    for change in found.changes:
        out.line()
        sign = out.style(f"{SIGNS[change.kind]} ", _STYLES[change.kind])
        out.paragraph(_told(found, change), indent=sign if not out.width else f"{SIGNS[change.kind]} ")


def _told(found: Comparison, change: Change) -> str:
    words = change_in_words(found, change)
    return f"moved: {words}" if change.kind == "move" else words


def _print_trace(session: Session, found: Trace) -> None:
    out = session.out
    ends = f"first {found.first}, last {found.last}"
    out.paragraph(f"{out.style(found.phrase, BOLD)} · {found.series or 'all briefs'} · {ends}")
    remarks = {**dict.fromkeys(found.dropped, "dropped"), **dict.fromkeys(found.returned, "returned")}
    rows = [(row.date or "", str(row.times or "-"), row.id, remarks.get(row.id, "")) for row in found.rows]
    out.table(rows, (QUIET, "", ACCENT, ""), (10, 6, 60, 20))
