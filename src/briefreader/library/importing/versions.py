"""Compares the versions of a text from one address, and keeps the older ones."""

import os
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from briefreader.indexing import read_document
from briefreader.model import Document, SourceError
from briefreader.store import State

# All other facts were stated about the meeting, by a person perhaps.
_FACTS_OF_THE_FILE = frozenset(("id", "original", "checksum", "sources"))

_OMISSION = " .…[]()"
"""The characters that stand at the end of a text that is cut."""


class KeptVersion(NamedTuple):
    """An older version of a brief: its day, and its path as a person reads it."""

    day: str
    path: str


class Versions:
    """The versions of the briefs of the library at root."""

    def __init__(self, root: Path, state: State) -> None:
        self._root = root
        self._state = state

    def document(self, path: str) -> Document | None:
        """Return the document of a brief, None if it cannot be read."""
        with suppress(SourceError):
            return read_document((self._root / path).read_bytes(), PurePosixPath(path).name)
        return None

    def is_older(self, document: Document, path: str) -> bool:
        """Return whether a document was published before the brief at a path."""
        known = self.document(path)
        if known is None or _is_beginning(known, document):
            return False
        if document.published and known.published:
            with suppress(ValueError, TypeError):  # one of them has no zone
                return datetime.fromisoformat(document.published) < datetime.fromisoformat(known.published)
        length = min(len(document.date or ""), len(known.date or ""))
        return (document.date or "")[:length] < (known.date or "")[:length]

    def is_excerpt(self, document: Document, path: str) -> bool:
        """Return whether a document has no text but the beginning of the brief at a path, as the items of feeds do."""
        known = self.document(path)
        return known is not None and _is_beginning(document, known)

    def succeeding(self, document: Document, path: str) -> Document:
        """Return the document that replaces the brief at a path, with the facts of the meeting stated there."""
        known = self.document(path)
        stated = {key: fact for key, fact in known.facts.items() if key not in _FACTS_OF_THE_FILE} if known else {}
        return document._replace(facts={**stated, **document.facts})

    def keep(self, data: bytes, path: str, day: str | None) -> KeptVersion:
        """Keep the bytes of an older version of the brief at a path; without a day its day is that of the brief."""
        known = None if day else self.document(path)
        day = day or (known.date if known else None)
        if day is None:
            changed = os.stat(self._root / path).st_mtime  # noqa: PTH116
            day = date.fromtimestamp(changed).isoformat()
        kept = self._state.keep_version(data, path, day)
        return KeptVersion(day, str(kept.relative_to(self._root) if kept.is_relative_to(self._root) else kept))


def _is_beginning(document: Document, whole: Document) -> bool:
    """Return whether the text of a document below its title is a part of another text, from its first word on."""
    beginning = " ".join(document.body.split()).rstrip(_OMISSION)
    text = " ".join(whole.body.split()).rstrip(_OMISSION)
    return len(beginning) < len(text) and text.startswith(beginning)
