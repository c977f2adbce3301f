"""The index of a library on disk as it is read, in both its parts: its catalogue, its searcher, whether it is sound."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from briefreader.indexing.additions import BROKEN, Additions
from briefreader.model import Entry, IndexLostError, LibraryError
from briefreader.search.index import metadata as metadata_tables
from briefreader.search.index.metadata import Metadata
from briefreader.search.storage import commits
from briefreader.search.storage.commits import Commit
from briefreader.store import make_folder

if TYPE_CHECKING:
    from briefreader.search.execution.searcher import Searcher

T = TypeVar("T")

_TRIES = 3  # a generation may be replaced between the look at it and the reading


class IndexFiles:
    """The index in a cache folder. What is found damaged is set aside, so that there is none until it is made anew."""

    def __init__(self, cache: Path) -> None:
        self.folder = cache / "index"
        self.additions = Additions(cache)
        self._read: tuple[Commit, Metadata] | None = None
        self._entries: tuple[tuple[Commit, Commit | None], list[Entry]] | None = None

    def large(self) -> Commit | None:
        """Return the large part, None where there is no index."""
        return commits.current(self.folder)

    def name(self, large: Commit | None) -> str:
        """Return what tells the state of the index from others, given its large part; nothing where there is none."""
        small = self.additions.current(large) if large else None
        return f"{large.number}.{small.number if small else 0}" if large else ""

    def written(self) -> tuple[Commit, Metadata] | None:
        """Return the large part with its catalogue, read once; None where there is none. Raises IndexLostError."""
        for _ in range(_TRIES):
            large, known = self.large(), self._read
            if large is None:
                return None
            if known and known[0] == large:
                return known
            with suppress(*BROKEN):
                self._read = known = large, metadata_tables.of(large)
                return known
        raise self._lost()

    def remember(self, metadata: Metadata) -> tuple[Commit, Metadata] | None:
        """Take a catalogue for that of the large part, which the caller has written and keeps others from replacing."""
        large = self.large()
        self._read = (large, metadata) if large else None
        return self._read

    def metadata(self) -> Metadata | None:
        """Return the catalogue of both parts, None where there is no index. Raises IndexLostError."""
        for _ in range(_TRIES):
            written = self.written()
            if written is None:
                return None
            large, known = written
            small = self.additions.current(large)
            with suppress(LibraryError):
                return self.additions.joined(large, known, small) if small else known
        raise self._lost()

    def columns(self, *names: str) -> list[list[str]]:
        """Return columns of the catalogue, those of the small part after the large one's. Raises IndexLostError."""

        def read(*parts: Commit) -> list[list[str]]:
            return [[value for part in parts for value in metadata_tables.column(part, name)] for name in names]

        return self._read_parts(read) or [[] for _ in names]

    def entries(self) -> list[Entry]:
        """Return the briefs, newest first; what else the catalogue says is not kept. Raises IndexLostError."""
        self._read = None
        self.additions.forget()
        return self._read_parts(self._read_entries) or []

    def _read_entries(self, large: Commit, small: Commit | None = None) -> list[Entry]:
        entries = metadata_tables.entries(large)
        if small:
            entries = self.additions.joined_entries(entries, small)
        self._entries = (large, small), entries
        return entries

    def _read_parts(self, read: Callable[..., T]) -> T | None:
        """Return what is read of the large part and, where there is one, the small one; None where there is no index.

        Raises IndexLostError.
        """
        for _ in range(_TRIES):
            large = self.large()
            if large is None:
                return None
            small = self.additions.current(large)
            with suppress(*BROKEN):
                return read(large, small) if small else read(large)
        raise self._lost()

    def _known(self, large: Commit, small: Commit | None) -> Sequence[Entry] | None:
        """Return the briefs of both parts where they were read already."""
        known = self._entries
        return known[1] if known and known[0] == (large, small) else None

    def open_searcher(self) -> Searcher | None:
        """Return a searcher of the newest generation, None where there is none yet. Raises IndexLostError."""
        from briefreader.search.index.opening import open_searcher

        found = open_searcher(self.folder, self.additions.folder, self._known)
        if found is None and self.large():
            raise self._lost()
        return found

    def is_damaged(self) -> bool:
        """Whether there is an index that cannot be trusted; reads all of it."""
        return any(map(_is_damaged, (self.folder, self.additions.folder)))

    def set_aside(self) -> None:
        """Trust an index no more that is damaged."""
        with suppress(OSError):
            for folder in (self.folder, self.additions.folder):
                commits.distrust(folder)

    def _lost(self) -> IndexLostError:
        self.set_aside()
        return IndexLostError("the search index is damaged; `briefreader index` makes it anew from the briefs")

    def is_writable(self) -> bool:
        """Whether an index can be written to the cache folder."""
        try:
            make_folder(self.folder)
        except OSError:
            return False
        return os.access(self.folder, os.W_OK | os.X_OK)


def _is_damaged(folder: Path) -> bool:
    if not (folder.is_dir() and any(folder.iterdir())):
        return False
    current = commits.current(folder)
    return current is None or not commits.intact(current)
