"""Reads a file as a brief: parses its bytes, annotates the text and returns values that other rooms use."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from briefreader.fields import NAME_FIELDS
from briefreader.indexing.brief_id import base_id, stated_id
from briefreader.indexing.brief_names import BriefNames, named
from briefreader.model import Annotation, Brief, Document, Entry, Meeting, Mention, SourceError, identity
from briefreader.search import Row
from briefreader.sources import LARGEST, TOO_LARGE, Item
from briefreader.store import File, is_inside
from briefreader.text import clean_line

if TYPE_CHECKING:
    from briefreader.annotate import Annotator
    from briefreader.search import IndexDocument

_NAMES = {field.entity: field.name for field in NAME_FIELDS if field.entity}
_LONGEST = 5_000_000  # characters of a text, a thousand pages and more; twenty million take a gigabyte to index
_LONGEST_ANNOTATED = 2_000_000  # characters of it in which names are sought
_UNEXPECTED = "briefreader cannot process this text"


class Reading(NamedTuple):
    """A file as it was read; `row` holds the ID that the file requests, not the final one."""

    row: Row
    document: Document
    annotation: Annotation


def read_bytes(path: Path, within: Path | None = None) -> bytes:
    """Return the bytes of a regular file without waiting for a pipe or device. Raises SourceError.

    A link is followed, but only to a file inside the folder `within` if one is given.
    """
    try:
        descriptor = _opened(path) if within is None else _opened_within(path, within)
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


def _opened(path: Path | str, flags: int = 0) -> int:
    return os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | flags)


def _opened_within(path: Path, folder: Path) -> int:
    try:
        return _opened(path, os.O_NOFOLLOW)
    except OSError as error:
        if error.errno not in (errno.ELOOP, errno.EMLINK):
            raise
    target = os.path.realpath(path)
    if not is_inside(target, os.path.realpath(folder)):
        raise SourceError("this link leads out of the folder; name it by itself, or put the file in its place")
    return _opened(target, os.O_NOFOLLOW)


def read(root: Path, file: File, annotator: Annotator) -> Reading:
    """Return a file of the library at root as it is read now. Raises SourceError."""
    from briefreader.meetings import account_of

    data = read_bytes(root / file.path, root)
    document, annotation = parse_and_annotate(data, PurePosixPath(file.path).name, annotator)
    entry = entry_of(document, annotation, file.path)
    account = account_of(document, annotation).packed()
    row = Row(entry, file.size, file.mtime_ns, account, hashlib.sha256(data).hexdigest())
    return Reading(row, document, annotation)


def index_document(reading: Reading, annotator: Annotator) -> IndexDocument:
    """Return the document of a file for the index, with names as the text spells them and as the lists do."""
    from briefreader.search import IndexDocument

    text = reading.document.text
    mentions = tuple(named(reading.annotation.mentions, text))
    canonical = _names(mentions, reading.annotation, annotator)
    stored = BriefNames.of(reading.annotation, text)
    return IndexDocument(
        reading.row,
        text,
        _sources(reading.document),
        names=_spelled(canonical, mentions, reading.annotation),
        canonical=canonical,
        stored=stored,
        tags=stored.tags(),
    )


def _sources(document: Document) -> str | None:
    """Return the publisher of a text and the site of its address, both of which `source:` finds."""
    from briefreader.sources import host

    site = host(document.url) if document.url else None
    return ", ".join(dict.fromkeys(filter(None, (document.source, site)))) or None


def read_document(data: bytes, name: str) -> Document:
    """Return the document of the bytes of a file, whose name tells its kind. Raises SourceError for every fault."""
    from briefreader.sources import parse

    try:
        return _of_readable_length(parse(data, name))
    except SourceError as error:
        raise SourceError(str(error).removeprefix(f"{name}: ")) from error
    except ImportError as error:
        raise SourceError(
            f"{clean_line(error.name or 'a package')} is missing to read this kind; reinstall briefreader"
        ) from error
    except Exception as error:  # one file must not stop all others
        raise SourceError(f"{_UNEXPECTED} ({_cause(error)}); report it, with the file") from error


def read_item(item: Item) -> Document:
    """Return the document of an item of a file. Raises SourceError for every fault."""
    if item.reason is not None:
        raise SourceError(item.reason)
    return _of_readable_length(item.document) if item.document else read_document(item.data, item.file_name)


def _of_readable_length(document: Document) -> Document:
    if len(document.body) > _LONGEST:
        raise SourceError(f"its text is longer than {_LONGEST // 1_000_000} million characters; split it")
    return document


def parse_and_annotate(data: bytes, name: str, annotator: Annotator) -> tuple[Document, Annotation]:
    """Return the document of the bytes of a file and its annotation, empty if that fails. Raises SourceError."""
    return annotated(read_document(data, name), annotator)


def annotated(found: Document, annotator: Annotator) -> tuple[Document, Annotation]:
    """Return a document and its annotation, of a very long text that of its beginning, empty if it fails."""
    begun = found
    if len(found.body) > _LONGEST_ANNOTATED:
        end = found.body.rfind("\n\n", 0, _LONGEST_ANNOTATED)
        begun = found._replace(body=found.body[: end if end > 0 else _LONGEST_ANNOTATED])
        warning = f"names: they are sought in the first {_LONGEST_ANNOTATED:,} characters of this long text only"
        found = found._replace(unsure=(*found.unsure, warning))
    try:
        return found, annotator.annotate(begun)
    except Exception as error:  # a person can read a text without its names
        warning = f"names: {_UNEXPECTED} ({_cause(error)}); report it, with the file"
        return found._replace(unsure=(*found.unsure, warning)), Annotation()


def _cause(error: Exception) -> str:
    return clean_line(f"{type(error).__name__}: {error}")


def entry_of(document: Document, annotation: Annotation, path: str) -> Entry:
    """Return the entry of a document with the ID that it requests.

    The date is the document's own, else the meeting's; the ID of a numbered meeting holds the date of the meeting.
    """
    meeting = annotation.meeting or Meeting()
    series, ordinal = meeting.series, meeting.ordinal
    date = document.date or meeting.date
    id_date = (meeting.date or date) if series and ordinal else date
    return Entry(
        id=stated_id(document.facts.get("id")) or base_id(path, document.title, id_date, series, ordinal),
        title=document.title,
        date=date,
        series=annotation.series_label or series,
        ordinal=ordinal,
        city=meeting.city,
        country=meeting.country,
        path=path,
        url=document.url,
    )


def brief_of(entry: Entry, document: Document, annotation: Annotation) -> Brief:
    """Return the brief of a document and its annotation under an entry."""
    return Brief(
        entry=entry,
        source=document.source,
        url=document.url,
        text_status=document.text_status,
        text=document.text,
        annotation=annotation,
        removed=document.removed,
        unsure=document.unsure,
        blocks=document.blocks,
        links=document.links,
    )


def _names(mentions: Sequence[Mention], annotation: Annotation, annotator: Annotator) -> dict[str, tuple[str, ...]]:
    """Return the listed names of a brief by field, each once.

    The leaders of the meeting are people, mentioned in the text or not, and also of the kind `led`; its place is a
    place too. The kind of the text and the sides of the meeting, under `with`, are names as well.
    """
    found: dict[str, dict[str, None]] = {}
    for type, name, owner in dict.fromkeys((each.type, each.canonical, each.owner) for each in mentions):
        if field := _NAMES.get(type):
            found.setdefault(field, {})[identity(annotator.called(type, name), owner)] = None
    for lead in annotation.meeting.leads if annotation.meeting else ():
        called = annotator.called("PERSON", lead)
        found.setdefault("person", {})[called] = found.setdefault("led", {})[called] = None
    for place in (annotation.meeting.city, annotation.meeting.country) if annotation.meeting else ():
        if place:
            found.setdefault("place", {})[annotator.called("PLACE", place)] = None
    if annotation.kind:
        found["kind"] = {annotation.kind: None}
    if annotation.meeting and annotation.meeting.sides:
        found["with"] = dict.fromkeys(annotation.meeting.sides)
    return {field: tuple(each) for field, each in found.items()}


def _spelled(
    names: Mapping[str, tuple[str, ...]], mentions: Sequence[Mention], annotation: Annotation
) -> dict[str, tuple[str, ...]]:
    """Return the names in a brief with their canonical forms and their spellings in the text."""
    found = {field: dict.fromkeys(each) for field, each in names.items()}
    for mention in mentions:
        if field := _NAMES.get(mention.type):
            found[field].update(dict.fromkeys((mention.canonical, mention.identity, mention.text)))
        if mention.canonical in names.get("with", ()):
            found["with"][mention.text] = None
    for lead in annotation.meeting.leads if annotation.meeting else ():
        found["person"][lead] = found["led"][lead] = None
    return {field: tuple(each) for field, each in found.items()}
