"""Opens, updates, extends and merges the index of a library in its cache folder, and sets a damaged one aside."""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from briefreader.model import Entry, IndexLostError, LibraryError
from briefreader.search.index import delta, metadata
from briefreader.search.index.metadata import Metadata
from briefreader.search.index.snapshot import Snapshot, opened
from briefreader.search.storage import commits
from briefreader.search.storage.commits import Commit

if TYPE_CHECKING:
    from briefreader.search.index.document import IndexDocument
    from briefreader.search.index.update import Names

T = TypeVar("T")

_TRIES: Final = 3  # a commit may be replaced between the look at it and the reading
BROKEN: Final = (OSError, ValueError, KeyError, TypeError, IndexError, EOFError, struct.error, zlib.error, LibraryError)
"""The errors of reading an index that is damaged or was replaced meanwhile."""


class Index:
    """Manages an index of two parts: a large part, and a delta with the documents added since it was written.

    A damaged index is set aside: from then on there is none until it is written anew.
    """

    def __init__(self, cache: Path) -> None:
        self.folder = cache / "index"
        self._delta_folder = cache / "added"
        self._memory: Snapshot | None = None
        self._read: tuple[Commit, Metadata] | None = None
        self._entries: tuple[tuple[Commit, Commit | None], list[Entry]] | None = None
        self._combined: tuple[Commit, Commit, Metadata] | None = None

    def state(self) -> str:
        """Return a text that differs between any two states of the index, empty where there is no index."""
        large = self._large()
        delta_commit = self._delta(large) if large else None
        return f"{large.number}.{delta_commit.number if delta_commit else 0}" if large else ""

    @property
    def in_memory(self) -> bool:
        """Whether the index could not be written to disk and lives with this object."""
        return self._memory is not None

    def _large(self) -> Commit | None:
        return None if self._memory else commits.current(self.folder)

    def _delta(self, large: Commit) -> Commit | None:
        """Return the delta that belongs to a large part, None where there is none or none that can be trusted."""
        try:
            return delta.current(self._delta_folder, large)
        except BROKEN:
            return None

    def large_metadata(self) -> Metadata | None:
        """Return the metadata of the large part, read once; None where there is no index. Raises IndexLostError."""
        if self._memory:
            return self._memory.metadata
        known = self._known()
        return known[1] if known else None

    def _known(self) -> tuple[Commit, Metadata] | None:
        for _ in range(_TRIES):
            large, known = self._large(), self._read
            if large is None:
                return None
            if known and known[0] == large:
                return known
            with suppress(*BROKEN):
                self._read = known = large, metadata.of(large)
                return known
        raise self._lost()

    def metadata(self) -> Metadata | None:
        """Return the metadata of both parts, None where there is no index. Raises IndexLostError."""
        if self._memory:
            return self._memory.metadata
        for _ in range(_TRIES):
            known = self._known()
            if known is None:
                return None
            delta_commit = self._delta(known[0])
            with suppress(LibraryError):
                return self._combined_metadata(*known, delta_commit) if delta_commit else known[1]
        raise self._lost()

    def _combined_metadata(self, large: Commit, known: Metadata, delta_commit: Commit) -> Metadata:
        combined = self._combined
        if combined is None or combined[:2] != (large, delta_commit):
            try:
                file = delta_commit.open(delta.NAME)
                combined = large, delta_commit, delta.combined_metadata(known, metadata.of(delta_commit), file)
                file.close()
            except BROKEN as error:
                raise LibraryError("the search index is damaged") from error
            self._combined = combined
        return combined[2]

    def columns(self, *names: str) -> list[list[Any]]:
        """Return columns of the metadata, those of the delta after those of the large part. Raises IndexLostError."""
        if self._memory:
            return [(self._memory.metadata or Metadata(())).column(name) for name in names]

        def read(*parts: Commit) -> list[list[Any]]:
            return [[value for part in parts for value in metadata.column(part, name)] for name in names]

        return self._read_parts(read) or [[] for _ in names]

    def given_ids(self) -> list[tuple[str, str, str]]:
        """Return IDs, digests and paths of the index on disk, whatever version wrote it; none from a damaged one."""
        found: list[tuple[str, str, str]] = []
        for folder in (self.folder, self._delta_folder):
            with suppress(*BROKEN):
                if commit := commits.current(folder, any_format=True):
                    found += metadata.given_ids(commit)
        return found

    def delta_columns(self, *names: str) -> list[list[Any]]:
        """Return columns of the metadata of the delta, empty ones where there is none. Raises LibraryError."""
        large = self._large()
        delta_commit = self._delta(large) if large else None
        try:
            return [metadata.column(delta_commit, name) if delta_commit else [] for name in names]
        except BROKEN as error:
            raise LibraryError("the search index is damaged") from error

    def delta_metadata(self) -> Metadata:
        """Return the metadata of the delta, empty where there is none. Raises LibraryError."""
        large = self._large()
        delta_commit = self._delta(large) if large else None
        try:
            return metadata.of(delta_commit) if delta_commit else Metadata(())
        except BROKEN as error:
            raise LibraryError("the search index is damaged") from error

    def entries(self) -> list[Entry]:
        """Return the entries, newest first and undated last; no other metadata is kept in memory.

        Raises IndexLostError.
        """
        if self._memory:
            return [row.entry for row in (self._memory.metadata or {}).values()]
        self._read = self._combined = None
        return self._read_parts(self._read_entries) or []

    def _read_entries(self, large: Commit, delta_commit: Commit | None = None) -> list[Entry]:
        found = metadata.entries(large)
        if delta_commit:
            file = delta_commit.open(delta.NAME)
            try:
                found = delta.combined(found, metadata.entries(delta_commit), file)
            finally:
                file.close()
        self._entries = (large, delta_commit), found
        return found

    def _read_parts(self, read: Callable[..., T]) -> T | None:
        """Return the result of reading the large part and, where there is one, the delta; None where there is no index.

        Raises IndexLostError.
        """
        for _ in range(_TRIES):
            large = self._large()
            if large is None:
                return None
            delta_commit = self._delta(large)
            with suppress(*BROKEN):
                return read(large, delta_commit) if delta_commit else read(large)
        raise self._lost()

    def open(self) -> Snapshot | None:
        """Return the newest commit opened for reading, None where there is none yet. Raises IndexLostError."""
        if self._memory:
            return self._memory
        for _ in range(_TRIES):
            large = self._large()
            if large is None:
                return None
            # Any error means that the files are not as this program wrote them; the index is then set aside.
            with suppress(Exception):
                delta_commit = self._delta(large)
                return opened(large, delta_commit, partial(self._entries_of, large, delta_commit))
        raise self._lost()

    def _entries_of(self, large: Commit, delta_commit: Commit | None) -> Sequence[Entry] | None:
        """Return the entries of both parts if they are in memory."""
        known = self._entries
        return known[1] if known and known[0] == (large, delta_commit) else None

    def update(
        self, wanted: Metadata, batches: Iterable[Path], names: Names | None = None, *, rebuild: bool = False
    ) -> None:
        """Bring the large part to exactly the wanted metadata.

        `batches` hold the new documents, and all documents on a rebuild. Raises LibraryError.
        """
        from briefreader.search.index.update import update

        before = None
        if not rebuild:
            with suppress(IndexLostError):
                before = self._known()
        self._close_memory()
        commit = update(self.folder, (), wanted, batches=batches, names=names, rebuild=rebuild, before=before)
        self._read = commit, wanted

    def write_in_memory(self, documents: Iterable[IndexDocument], wanted: Metadata, names: Names | None = None) -> None:
        """Keep an index of the wanted documents in memory until the index is written to disk."""
        from briefreader.search.index.update import write_in_memory

        self._close_memory()
        self._memory = write_in_memory(documents, wanted, names)

    def _close_memory(self) -> None:
        if self._memory:
            self._memory.close()
        self._memory = None

    def add(self, wanted: Metadata, batches: Iterable[Path]) -> None:
        """Bring the delta to exactly the wanted metadata; `batches` hold the new documents. Raises LibraryError."""
        from briefreader.search.index.merge import merge_tables
        from briefreader.search.index.update import update

        large = self._large()
        if large is None:
            raise self._lost()
        rebuild = self._delta(large) is None
        update(self._delta_folder, (), wanted, batches=batches, rebuild=rebuild, large=large)
        merge_tables(self._delta_folder)

    def merge(self) -> None:
        """Merge small tables of the large part where there are too many of them. Raises LibraryError."""
        from briefreader.search.index.merge import merge_tables

        known, before = self._read, self._large()
        merge_tables(self.folder)
        large = self._large()
        if known and large and known[0] == before:
            self._read = large, known[1]

    def drop_delta(self) -> None:
        """Remove the delta, whose documents are in the large part now."""
        import shutil  # no start of the program needs it

        shutil.rmtree(self._delta_folder, ignore_errors=True)

    def is_damaged(self) -> bool:
        """Tell whether an index exists that cannot be trusted; reads all of it."""
        return any(map(_is_damaged, (self.folder, self._delta_folder)))

    def set_aside(self) -> None:
        """Make a damaged index unavailable until it is rebuilt."""
        with suppress(OSError):
            for folder in (self.folder, self._delta_folder):
                commits.discard_damaged(folder)

    def _lost(self) -> IndexLostError:
        self.set_aside()
        return IndexLostError("the search index is damaged; `briefreader index` makes it anew from the briefs")

    def is_writable(self) -> bool:
        """Tell whether an index can be written to the cache folder."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return False
        return os.access(self.folder, os.W_OK | os.X_OK)


def _is_damaged(folder: Path) -> bool:
    if not (folder.is_dir() and any(folder.iterdir())) or commits.is_of_another_version(folder):
        return False
    current = commits.current(folder)
    return current is None or not commits.is_intact(current)
