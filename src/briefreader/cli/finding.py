"""Runs the commands that find briefs: search, list, series."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, cast

from briefreader.cli.arguments import Request
from briefreader.cli.printing import ACCENT, QUIET
from briefreader.cli.records import entry_record, results_record, series_record
from briefreader.cli.session import DONE, NOTHING_FOUND, UNREADABLE, Session
from briefreader.counts import counted
from briefreader.model import Entry, Hit, Results, Sort, UsageError

if TYPE_CHECKING:
    from briefreader.cli.line_template import LineTemplate

_STYLES = (QUIET, ACCENT, "", QUIET)
_CAPS = (10, 28, 400, 30)
_CLOCK_TICK_NS = 50_000_000


def search(request: Request, session: Session) -> int:
    """Search, and print each hit on a line."""
    library = session.library
    template = line_template(request, Hit._fields)
    report = session.update(library)
    if request.has("--lines"):
        return _search_lines(request, session)
    errors = library.query_errors(request.query)
    if errors and not request.has("--prefix"):  # which has dates half typed
        raise UsageError("; ".join(errors))
    results = _search(request, session, request.query)
    if request.json:
        session.out.json(results_record(results))
        return DONE if results.total else NOTHING_FOUND
    if template:
        for hit in results.hits:
            session.out.line(template.line(hit._asdict()))
        return DONE if results.total else NOTHING_FOUND
    session.out.table(
        [(hit.date or "", hit.id, hit.title, _count(hit.matches)) for hit in results.hits], _STYLES, _CAPS
    )
    shown = f", {len(results.hits):,} shown" if len(results.hits) < results.total else ""
    hint = f"; did you mean {results.suggestion!r}?" if results.suggestion else ""
    session.out.message(f"{results.total:,} of {report.briefs:,} briefs{shown} ({results.understood}){hint}")
    return DONE if results.total else NOTHING_FOUND


def line_template(request: Request, names: Collection[str]) -> LineTemplate | None:
    """Return the template of the lines that are asked for, None if there is none. Raises UsageError."""
    template = request.options.get("--format")
    if template is None:
        return None
    from briefreader.cli.line_template import LineTemplate  # few commands have a template

    return LineTemplate(template, names)


def _count(matches: int | None) -> str:
    return "" if not matches else "1 match" if matches == 1 else f"{matches} matches"


def _search(request: Request, session: Session, query: str) -> Results:
    search = partial(
        session.library.search,
        query,
        limit=int(request.options.get("--limit", "50")),
        sort=cast(Sort, request.options.get("--sort", "date")),
        typing=request.has("--prefix"),
        quick=request.has("--quick"),
        titles=False,
    )
    return session.mending(search)


def _search_lines(request: Request, session: Session) -> int:
    """Answer each line of standard input, and find the briefs that are added meanwhile."""
    if request.words:
        raise UsageError("search --lines reads its queries from standard input; leave out the words")
    if sys.stdin is None:
        raise UsageError("search --lines reads its queries from standard input, which is closed; pipe them into it")
    looked = (0, 0)
    for line in sys.stdin.buffer:
        looked = _update_if_changed(session, looked)
        query = line.decode("utf-8", "replace").rstrip("\r\n")
        session.out.json(results_record(_search(request, session, query)))
        session.out.flush()
    return DONE


def _update_if_changed(session: Session, looked: tuple[int, int]) -> tuple[int, int]:
    """Update the index if the folder of the library has changed, as by `add` and `remove`, since it was looked at.

    `looked` and the result are the folder's time of change and the time of the look, in nanoseconds.
    """
    changed, now = os.stat(session.library.root).st_mtime_ns, time.time_ns()  # noqa: PTH116 - 2 microseconds a query
    if changed != looked[0] or changed > looked[1] - _CLOCK_TICK_NS:
        session.update(session.library)
    return changed, now


def list_briefs(request: Request, session: Session) -> int:
    """Print every brief, newest first."""
    library = session.library
    template = line_template(request, Entry._fields)
    report = session.update(library, explain=True)
    if request.json:
        for entry in library.entries():
            session.out.json(entry_record(entry))
    elif template:
        for entry in library.entries():
            session.out.line(template.line(entry._asdict()))
    else:
        rows = [(entry.date or "", entry.id, entry.title, entry.city or "") for entry in library.entries()]
        session.out.table(rows, _STYLES, _CAPS)
        if not rows:
            session.out.message(f"{library.root} holds no briefs; `briefreader add FILE` puts one in")
    return UNREADABLE if report.problems else DONE


def series(request: Request, session: Session) -> int:
    """Print all series, or the meetings of one."""
    library = session.library
    if any(map(request.has, ("--attendance", "--commitments", "--claims", "--format"))):
        from briefreader.cli.series_tables import print_table  # a list of the series needs none

        return print_table(request, session)
    report = session.update(library, explain=True)
    found = (library.series_named(request.query),) if request.words else library.series()
    for each in found:
        if request.json:
            session.out.json(series_record(each))
            continue
        gaps = f"missing: {', '.join(map(str, each.gaps))}" if each.gaps else ""
        following = f"next: {each.next}" if each.next else ""
        count = counted(len(each.meetings), "meeting")
        heading = " · ".join(part for part in (each.name, count, gaps, following) if part)
        session.out.paragraph(session.out.style(heading, "1") if request.words else heading)
        if request.words:
            rows = [
                (str(entry.ordinal or ""), entry.date or "", entry.city or "", entry.id, entry.title)
                for entry in each.meetings
            ]
            session.out.table(rows, ("", QUIET, "", ACCENT, ""), (6, 10, 20, 28, 400))
    return UNREADABLE if report.problems else DONE
