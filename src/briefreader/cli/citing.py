"""Runs the commands that take briefs out of the library: cite, export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from briefreader.cli.arguments import Request
from briefreader.cli.session import DONE, UNREADABLE, Session
from briefreader.model import KeptNote, NotFoundError, UsageError

if TYPE_CHECKING:
    from briefreader.library import Citation, CitationFormat, ExportFormat

_FOR_PEOPLE = ("text", "markdown")


def cite(request: Request, session: Session) -> int:
    """Print the citations of briefs, of one brief also with a passage of its text."""
    from briefreader.library import cited_all, passage_in  # the reader starts without them

    words = request.options.get("--passage")
    if words is not None and len(request.words) > 1:
        raise UsageError("--passage belongs to one brief; name one ID, or leave --passage out")
    library = session.library
    session.update(library)
    cited: list[tuple[Citation, str | None]] = []
    for id in dict.fromkeys(library.resolve(word).id for word in request.words):
        brief = library.brief(id)
        passage = None
        if words is not None:
            span = passage_in(brief.text, words)
            if span is None:
                raise NotFoundError(f"the passage is not in the text of {id}; check its words with `briefreader show`")
            passage = brief.text[span.start : span.end]
        cited.append((library.citation(brief), passage))
    format = cast("CitationFormat", request.options.get("--format", "text"))
    _print(session, cited_all(cited, format), for_people=format in _FOR_PEOPLE)
    return DONE


def export(request: Request, session: Session) -> int:
    """Print the briefs or the notes that a query finds as one document, each with its citation."""
    library = session.library
    session.update(library)
    if errors := library.query_errors(request.query):
        raise UsageError("; ".join(errors))
    format = cast("ExportFormat", request.options.get("--format", "markdown"))
    unreadable: list[str] = []
    if request.has("--notes"):
        parts = library.documents.of_notes(_notes(request, session), format)
    else:
        parts = library.documents.of_briefs(_briefs(request, session), format, unreadable.append)
    for part in parts:
        _print(session, part, for_people=format == "markdown")
    for reason in unreadable:
        session.out.message(reason)
    return UNREADABLE if unreadable else DONE


def _briefs(request: Request, session: Session) -> Iterator[str]:
    """Return the IDs of the briefs that a query finds. Raises NotFoundError if there are none."""
    library = session.library
    found = session.mending(lambda: library.search(request.query, limit=None, quick=True, titles=False))
    if not found.total:
        what = f"no brief matches {request.query!r}" if request.query.strip() else f"{library.root} holds no briefs"
        raise NotFoundError(f"there is nothing to export: {what}; `briefreader list` shows the briefs")
    return (hit.id for hit in found.hits)


def _notes(request: Request, session: Session) -> tuple[KeptNote, ...]:
    """Return the notes that a query finds. Raises NotFoundError if there are none."""
    found = session.mending(lambda: session.library.notes.found(request.query))
    if not found:
        what = f"no note matches {request.query!r}" if request.query.strip() else "there are no notes"
        raise NotFoundError(f"there is nothing to export: {what}; `briefreader notes` shows the notes")
    return found


def _print(session: Session, text: str, *, for_people: bool) -> None:
    """Print a text, which other programs read as UTF-8 and people in the letters of their terminal."""
    if for_people:
        session.out.line(text)
    else:
        session.out.document(text)
