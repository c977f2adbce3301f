"""Runs the command that prints the notes of a person: notes."""

from __future__ import annotations

from briefreader.cli.arguments import Request
from briefreader.cli.finding import line_template
from briefreader.cli.printing import ACCENT
from briefreader.cli.session import DONE, NOTHING_FOUND, Session
from briefreader.counts import counted
from briefreader.library import note_record
from briefreader.model import KeptNote, UsageError

_KEYS = ("id", "quote", "note", "labels", "start", "end", "made", "lost", "note_id", "path", "title", "date", "url")
_LOST = "lost: the passage is no longer in the text"
_GONE = "lost: the brief is no longer in the library"


def notes(request: Request, session: Session) -> int:
    """Print the notes, or those that a query finds, the newest first."""
    library = session.library
    template = line_template(request, _KEYS)
    session.update(library)
    if errors := library.query_errors(request.query):
        raise UsageError("; ".join(errors))
    found = session.mending(lambda: library.notes.found(request.query))
    for kept in found:
        if request.json:
            session.out.json(note_record(kept))
        elif template:
            session.out.line(template.line(note_record(kept)))
        else:
            _print(session, kept)
    if not request.json and not template:
        session.out.message(f"{counted(len(found), 'note')}, in {library.notes.folder}")
    return NOTHING_FOUND if request.words and not found else DONE


def _print(session: Session, kept: KeptNote) -> None:
    """Print a note under the title of its brief: the passage in quotation marks, the text, the labels."""
    note, out = kept.note, session.out
    out.labelled(f"{note.made[:10]:<12}", ACCENT, kept.brief or note.brief_id, kept.title)
    passages = note.quote.split("\n\n") if note.quote else []
    for number, passage in enumerate(passages):
        end = "”" if number == len(passages) - 1 else ""
        out.paragraph(f"{'' if number else '“'}{passage}{end}", indent="    ")
    for line in filter(None, note.text.split("\n")):
        out.paragraph(line, indent="    ")
    if note.further_labels:
        out.paragraph(" ".join(f"#{label}" for label in note.further_labels), indent="    ")
    if kept.lost:
        out.paragraph(_LOST if kept.brief else _GONE, indent="    ")
