"""Runs the commands that open the reader or, in line mode, print its content."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from briefreader.cli import finding, showing
from briefreader.cli.arguments import Request
from briefreader.cli.session import DONE, Session
from briefreader.library import Library
from briefreader.model import Entry, NotFoundError, SourceError, UsageError


def read(request: Request, session: Session) -> int:
    """Open the reader, filtered by a query if there is one."""
    if request.has("--plain"):
        from briefreader.cli import line_mode

        library = session.library
        if lines := line_mode.given_lines(session.out):
            return line_mode.converse(session, library, lines, query=request.query)
        return finding.search(request, session) if request.query.strip() else finding.list_briefs(request, session)
    require_terminal()
    return _run(request, session.library_of_reader, request.query)


def open_brief(request: Request, session: Session) -> int:
    """Open the reader at one brief."""
    plain = request.has("--plain")
    if not plain:
        require_terminal()
    library, entry = _sought(request, session)
    if plain:
        from briefreader.cli import line_mode

        if lines := line_mode.given_lines(session.out):
            return line_mode.converse(session, library, lines, brief=entry.id)
        showing.print_brief(session, library.brief(entry.id))
        return DONE
    return _run(request, library, brief=entry.id)


def _sought(request: Request, session: Session) -> tuple[Library, Entry]:
    """Return the brief that the words mean and its library, which holds only the file if that is elsewhere."""
    library = session.library if request.has("--plain") else session.library_of_reader
    sought = request.query
    path = Path(sought)
    if path.is_file() and not _lies_in(path, library.root):
        path = path.resolve() if path.is_symlink() else path  # a link that a person names is followed
        library = Library(path.parent, session.places, session.settings, only=path.name)
        report = session.update(library, explain=True)
        if not library.entries():
            raise SourceError(str(report.problems[0]) if report.problems else f"{path} cannot be read; check it")
        return library, library.entries()[0]
    try:
        return library, library.resolve_words(sought)
    except NotFoundError:
        if not library.changed():
            raise
    session.update(library)
    return library, library.resolve_words(sought)


def _lies_in(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def require_terminal() -> None:
    """Raise UsageError unless the reader has a terminal; the check runs before slow imports."""
    streams = {"input": sys.stdin, "output": sys.stdout, "error": sys.stderr}
    missing = [name for name, stream in streams.items() if stream is None or not stream.isatty()]
    terminal = os.environ.get("TERM", "")
    if missing:
        cause = f"standard {' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} no terminal"
    elif terminal in ("", "dumb"):
        cause = f"the variable TERM is {terminal or 'not set'}"
    else:
        return
    raise UsageError(f"the reader needs a terminal, and {cause}; --plain prints lines instead")


def _run(request: Request, library: Library, query: str = "", brief: str | None = None) -> int:
    gc.disable()  # imports leave no garbage; the reader enables it again after its first paint
    from briefreader.ui.terminal.line import Line, shows_colors

    settings = library.settings
    line = Line.chosen(mouse=settings.mouse and not request.has("--no-mouse"), slow=request.has("--slow"))
    library.settings = settings._replace(theme=line.theme(settings.theme))
    if not shows_colors():
        os.environ["NO_COLOR"] = "1"
    from briefreader.ui.app import run  # takes 160 ms, which no other command needs

    restores = not (query.strip() or brief or request.has("--fresh"))
    return run(library, query, brief, line, library.last_session.read() if restores else None)
