"""Runs the commands that maintain a library: add, remove, index, check, paths."""

from __future__ import annotations

import os
from collections.abc import Iterator

from briefreader.cli.arguments import Request
from briefreader.cli.printing import ACCENT, cut
from briefreader.cli.records import added_record, problems_record, report_record
from briefreader.cli.session import DONE, NOTHING_FOUND, UNREADABLE, Session
from briefreader.config import Settings
from briefreader.library import STANDARD_INPUT, Added, list_inputs
from briefreader.model import NotFoundError, Problem, SourceError
from briefreader.text import clean_line

_STANDARD_OUTPUT = 1
_LONGEST_REMOVED = 300  # columns of a sentence about removed text; `--json` has all of it


def add(request: Request, session: Session) -> int:
    """Import files, folders or standard input, and print the result of each."""
    status = DONE
    before: Added | None = None
    for added in _added(request, session):
        if added.status == "quarantined":
            status = UNREADABLE
        if request.json:
            session.out.json(added_record(added))
        else:
            _print_added(session, added, before)
        before = added
        session.out.flush()
    return status


def _added(request: Request, session: Session) -> Iterator[Added]:
    """Yield the result of each input; if no input exists, no library is made."""
    if request.has("--watch"):
        yield from _watched(request, session)
        return
    given = list_inputs(request.words, session.standard_input, walk=True)
    if any(name == STANDARD_INPUT or os.path.lexists(name) for name in request.words):
        yield from session.library_for_adding().add(given, session.out.message)
        return
    for missing in given:
        try:
            missing.read()
        except SourceError as error:
            yield Added(missing.name, "quarantined", reason=str(error))


def _watched(request: Request, session: Session) -> Iterator[Added]:
    """Yield the results of the files in folders as they come, until a signal ends the program."""
    for name in request.words:
        if not os.path.isdir(name):  # noqa: PTH112
            raise SourceError(f"{name}: there is no such folder to watch; make it, or check the name")
    library = session.library_for_adding()
    session.out.message(f"watching {', '.join(request.words)}; Ctrl+C ends it")
    yield from library.watch(request.words, session.out.message, _wait)


def _wait(seconds: float) -> None:
    """Wait for some seconds. Raises BrokenPipeError as soon as nobody reads standard output any longer."""
    import select  # no other command waits

    closed = select.poll()
    closed.register(_STANDARD_OUTPUT, 0)  # errors are always noticed
    if closed.poll(seconds * 1_000):
        raise BrokenPipeError


def _print_added(session: Session, added: Added, before: Added | None) -> None:
    """Print a result; the reason that the one before has, of the same file, is not repeated."""
    out = session.out
    is_repeated = before is not None and (before.path, before.reason) == (added.path, added.reason)
    name = added.id or clean_line(": ".join(filter(None, (added.path, added.item))))
    out.labelled(f"{added.status:<12}", ACCENT, name, (added.title or "") if added.id else "")
    details = [f"removed: {cut(line, _LONGEST_REMOVED)}" for line in added.removed] + [
        f"please check: {line}" for line in added.unsure
    ]
    for line in ([added.reason] if added.reason and not is_repeated else []) + details:
        out.paragraph(clean_line(line), indent="    ")


def remove(request: Request, session: Session) -> int:
    """Remove briefs from the library."""
    library = session.library
    session.update(library)
    status = DONE
    for word in request.words:
        try:
            entry, path = library.remove(word, session.out.message)
        except NotFoundError as error:
            status = NOTHING_FOUND
            session.out.error(error)
        else:
            session.out.line(clean_line(f"removed {entry.id}; its file is now {path}"))
    return status


def index(request: Request, session: Session) -> int:
    """Update the search index."""
    report = session.update(session.library, rebuild=request.has("--rebuild"), explain=True)
    if request.json:
        session.out.json(report_record(report))
    else:
        session.out.line(
            f"{report.briefs:,} briefs: {report.added:,} added, {report.updated:,} updated, "
            f"{report.removed:,} removed, {report.quarantined:,} unreadable, in {report.seconds:.1f} s"
        )
    return UNREADABLE if report.problems else DONE


def check(request: Request, session: Session) -> int:
    """Print the problems of library, index and settings."""
    problems = (*session.library.check(session.out.progress), *_problems_of_reader(session.settings))
    session.out.end_progress()
    if request.json:
        session.out.json(problems_record(problems))
    else:
        for problem in problems:
            session.out.paragraph(clean_line(str(problem)))
        if not problems:
            session.out.line(clean_line(f"nothing is wrong with {session.library.root}, its index and the settings"))
    return NOTHING_FOUND if problems else DONE


def _problems_of_reader(settings: Settings) -> tuple[Problem, ...]:
    """Return the mistakes in how the settings say that the reader looks, in its keys and in its themes."""
    from briefreader.ui.key_table import KeyTable

    problems = (*settings.flaws, *KeyTable(settings.keys).problems)
    if settings.themes:
        from briefreader.ui.own_themes import read_theme  # it imports Textual

        problems += tuple(problem for file in settings.themes for problem in read_theme(file).problems)
    return problems


def paths(request: Request, session: Session) -> int:
    """Print the places of all files."""
    for place in session.library.places():
        session.out.line(f"{place.label}\t{clean_line(str(place.path))}")
    return DONE
