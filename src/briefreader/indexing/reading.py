"""A file's bytes made into a brief: parsed, annotated, and put into the values the rooms exchange."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from briefreader.indexing.identity import base_id, stated_id
from briefreader.model import Annotation, Brief, Document, EntityType, Entry, Meeting, SourceError
from briefreader.search.index.metadata import Row
from briefreader.sources import LARGEST, TOO_LARGE
from briefreader.store import File
from briefreader.text import clean_line

if TYPE_CHECKING:
    from briefreader.annotate import Annotator
    from briefreader.search.index.document import IndexDocument

_KINDS: Mapping[EntityType, str] = {
    "PERSON": "person",
    "ORG": "organization",
    "PLACE": "place",
    "AGREEMENT": "agreement",
    "WEAPON": "weapon",
}


class Reading(NamedTuple):
    """A file as it was read: `row` has the ID the file asks for, which is final only among all others."""

    row: Row
    document: Document
    annotation: Annotation


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file; a pipe or device is never waited for. Raises SourceError."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if stat.S_ISDIR(status.st_mode):
                raise SourceError("this is a folder; name the files in it")
            if not stat.S_ISREG(status.st_mode):
                raise SourceError("this is no regular file; pass a stream as standard input, named -")
            if status.st_size > LARGEST:
                raise SourceError(TOO_LARGE)
            return file.read()
    except IsADirectoryError as error:
        raise SourceError("this is a folder; name the files in it") from error
    except FileNotFoundError as error:
        raise SourceError("there is no such file; check the name") from error
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(f"the file cannot be read ({cause}); check its permissions and its disk") from error


def read(root: Path, file: File, annotator: Annotator) -> Reading:
    """Return a file of the library at root as it is read now. Raises SourceError."""
    data = read_bytes(root / file.path)
    document, annotation = understand(data, PurePosixPath(file.path).name, annotator)
    digest = hashlib.sha256(data).hexdigest()
    return Reading(Row(entry(document, annotation, file.path), file.size, file.mtime_ns, digest), document, annotation)


def item(reading: Reading, annotator: Annotator) -> IndexDocument:
    """Return what is indexed of a file: a name as the lists call it, so that it is counted once, and as texts do."""
    from briefreader.search.index.document import IndexDocument

    return IndexDocument(
        reading.row,
        reading.document.text,
        _sources(reading.document),
        names=names(reading.annotation, annotator, spelled=True),
        canonical=names(reading.annotation, annotator, spelled=False),
    )


def _sources(document: Document) -> str | None:
    """Return who published a text, and the site it came from: `source:` finds either."""
    from briefreader.sources import host

    site = host(document.url) if document.url else None
    return ", ".join(dict.fromkeys(filter(None, (document.source, site)))) or None


def document(data: bytes, name: str) -> Document:
    """Return the document of a file's bytes; name tells their kind. Raises SourceError, whatever is wrong with them."""
    from briefreader.sources import parse

    try:
        return parse(data, name)
    except SourceError as error:
        raise SourceError(str(error).removeprefix(f"{name}: ")) from error
    except ImportError as error:
        raise SourceError(
            f"{clean_line(error.name or 'a package')} is missing to read this kind; install briefreader anew"
        ) from error
    except Exception as error:  # a text that nobody thought of must not stop the others
        raise SourceError(f"this text is beyond briefreader ({_cause(error)}); report it, with the file") from error


def understand(data: bytes, name: str, annotator: Annotator) -> tuple[Document, Annotation]:
    """Return the document of a file's bytes and what it says, nothing where that is beyond us. Raises SourceError."""
    found = document(data, name)
    try:
        return found, annotator.annotate(found)
    except Exception as error:  # a text can be read without its names
        warning = f"names: this text is beyond briefreader ({_cause(error)}); report it, with the file"
        return found._replace(unsure=(*found.unsure, warning)), Annotation()


def _cause(error: Exception) -> str:
    return clean_line(f"{type(error).__name__}: {error}")


def entry(document: Document, annotation: Annotation, path: str) -> Entry:
    """Return the catalogue line of a document, with the ID that it asks for.

    Its date is the document's own where it has one; the ID of a numbered meeting tells the day of the meeting.
    """
    meeting = annotation.meeting or Meeting()
    series, ordinal = meeting.series, meeting.ordinal
    date = document.date or meeting.date
    told = (meeting.date or date) if series and ordinal else date
    asked = stated_id(document.facts.get("id")) or base_id(path, document.title, told, series, ordinal)
    return Entry(
        id=asked,
        title=document.title,
        date=date,
        series=series,
        ordinal=ordinal,
        city=meeting.city,
        country=meeting.country,
        path=path,
    )


def brief(entry: Entry, document: Document, annotation: Annotation) -> Brief:
    """Return a brief as it is read, under the catalogue line given."""
    return Brief(
        entry=entry,
        source=document.source,
        url=document.url,
        text_status=document.text_status,
        text=document.text,
        annotation=annotation,
        removed=document.removed,
        unsure=document.unsure,
    )


def names(annotation: Annotation, annotator: Annotator, *, spelled: bool) -> dict[str, tuple[str, ...]]:
    """Return the names in a brief by kind, each once; where `spelled`, also their canonical forms and spellings there.

    Who led the meeting counts, mentioned in the text or not, and is found as `led`.
    """
    found: dict[str, dict[str, None]] = {}
    for type, canonical in dict.fromkeys((mention.type, mention.canonical) for mention in annotation.mentions):
        if kind := _KINDS.get(type):
            found.setdefault(kind, {})[annotator.called(type, canonical)] = None
            if spelled:
                found[kind][canonical] = None
    for mention in annotation.mentions if spelled else ():
        if kind := _KINDS.get(mention.type):
            found[kind][mention.text] = None
    for lead in annotation.meeting.leads if annotation.meeting else ():
        forms = dict.fromkeys((annotator.called("PERSON", lead), *([lead] if spelled else ())))
        found.setdefault("person", {}).update(forms)
        found.setdefault("led", {}).update(forms)
    return {kind: tuple(each) for kind, each in found.items()}
