"""Tells how briefs promise a next meeting, and keeps it in the cache: reading a brief anew takes 30 ms."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import NamedTuple

from briefreader.model import Brief, Entry, IndexLostError
from briefreader.search import Index
from briefreader.sentences import sentences
from briefreader.store import load_checked, save_checked
from briefreader.text import Span

_NAME = "promises"


class SaidPromise(NamedTuple):
    """The next meeting that a brief promises: an ISO date or words of the text, None where it promises none.

    `sentence` is the one that says it, in one line, and `span` its place in the text; both are None where a person
    states the meeting in the file, which `is_stated` tells.
    """

    next: str | None
    sentence: str | None = None
    span: Span | None = None
    is_stated: bool = False


_Rows = dict[str, tuple[str, SaidPromise]]
"""The digest of the file and the promise of each brief, by its path."""


class SaidPromises:
    """Reads the promises of briefs; those in the cache are used until their files or the program that reads change.

    `brief` reads a brief by its ID, `entries` returns the entries by ID, and `version` a text that differs between any
    two states of the program and of the lists of names.
    """

    def __init__(
        self,
        brief: Callable[[str], Brief],
        entries: Callable[[], Mapping[str, Entry]],
        version: Callable[[], str],
        index: Callable[[], Index],
    ) -> None:
        self._brief = brief
        self._entries = entries
        self._version = version
        self._index = index

    @contextmanager
    def kept(self) -> Iterator[Callable[[str], SaidPromise]]:
        """Provide a function that returns the promise of a brief by its ID, and keep what it had to read.

        The function raises NotFoundError and SourceError. Raises IndexLostError, SettingsError.
        """
        index, version, entries = self._index(), self._version(), self._entries()
        if entries and not index.state() and not index.in_memory:
            raise IndexLostError("there is no search index yet; ask again once it is built")
        digests = dict(zip(*index.columns("path", "digest"), strict=True))
        path = index.folder.parent / _NAME
        rows = {path: row for path, row in _rows(load_checked(path), version).items() if digests.get(path) == row[0]}
        before = len(rows)

        def said(id: str) -> SaidPromise:
            entry = entries.get(id)
            if entry is None or entry.path not in digests:
                return _said(self._brief(id))
            if entry.path not in rows:
                rows[entry.path] = digests[entry.path], _said(self._brief(id))
            return rows[entry.path][1]

        yield said
        if len(rows) > before:
            with suppress(OSError):
                save_checked(path, json.dumps([version, rows]).encode("utf-8", "surrogatepass"))


def _said(brief: Brief) -> SaidPromise:
    told = brief.annotation.meeting
    if told is None or told.next is None:
        return SaidPromise(None)
    words = told.evidence.get("next")
    around = next((each for each in sentences(brief.text) if words and each.start <= words[0] < each.end), None)
    sentence = " ".join(brief.text[around.start : around.end].split()) if around else None
    return SaidPromise(told.next, sentence, around, "next" in told.stated)


def _rows(saved: bytes | None, version: str) -> _Rows:
    """Return what was kept by the same version, nothing where the file is missing, damaged or of another version."""
    try:
        of_version, rows = json.loads(saved or b"")
        if of_version != version:
            return {}
        return {
            path: (digest, SaidPromise(later, sentence, Span(*span) if span else None, is_stated))
            for path, (digest, (later, sentence, span, is_stated)) in rows.items()
        }
    except (ValueError, TypeError, AttributeError):
        return {}
