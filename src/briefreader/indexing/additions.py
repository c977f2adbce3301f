"""Briefs added to a large library: kept in a small part of its index, so that they are found at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefreader.indexing.inventory import Inventory, Unreadable
from briefreader.indexing.known_names import KnownNames
from briefreader.model import Entry, LibraryError
from briefreader.search.index import delta as joint
from briefreader.search.index import metadata as metadata_tables
from briefreader.search.index.metadata import Metadata
from briefreader.search.storage.commits import Commit
from briefreader.store import File, Look

if TYPE_CHECKING:
    from briefreader.indexing.batches import WrittenBatch

LEAST = 4_000
"""Files from which on it is worth it, beside those of the small part: the index of fewer is soon written anew."""

MOST = 256
"""Briefs in the small part; more are written into the large one."""

BROKEN: Final = (OSError, ValueError, KeyError, TypeError, IndexError, LibraryError)
"""What reading an index may raise that is damaged or was replaced meanwhile."""


class Additions:
    """The small part of the index in a cache folder, in a folder beside the large part, which it goes with."""

    def __init__(self, cache: Path) -> None:
        self.folder = cache / "added"
        self._parts = cache / "parts"
        self._joined: tuple[Commit, Commit, Metadata] | None = None

    def current(self, large: Commit) -> Commit | None:
        """Return the small part that goes with a large one; None where there is none, or none that can be trusted."""
        try:
            return joint.current(self.folder, large)
        except BROKEN:
            return None

    def joined(self, large: Commit, known: Metadata, small: Commit) -> Metadata:
        """Return the catalogue of both parts, given that of the large one. Raises LibraryError."""
        if self._joined is None or self._joined[:2] != (large, small):
            try:
                file = small.open(joint.NAME)
                joined = joint.rows(known, metadata_tables.of(small), file)
                file.close()
            except BROKEN as error:
                raise LibraryError("the search index is damaged") from error
            self._joined = large, small, joined
            return joined
        return self._joined[2]

    def joined_entries(self, known: Sequence[Entry], small: Commit) -> list[Entry]:
        """Return the briefs of both parts, given those of the large one. Raises what is BROKEN."""
        file = small.open(joint.NAME)
        try:
            return joint.merged(known, metadata_tables.entries(small), file)
        finally:
            file.close()

    def forget(self) -> None:
        """Let go of the joined catalogue."""
        self._joined = None

    def found(self, files: Look, inventory: Inventory, large: Commit) -> tuple[File, ...]:
        """Return the new files if that is all that has changed since all was indexed, and few; else nothing.

        It is for the inventory to tell that no file in it has changed without a trace.
        """
        small = self.current(large)
        if not len(files) - MOST >= LEAST:
            return ()
        try:
            held = len(_column(small, "path")) if small else 0
            new: Sequence[File]
            new, before = files.parted(inventory.looked_ns, MOST)
            if before.fingerprint != inventory.seen:  # then files may be new that are old, such as copied ones
                new = self._unknown(files, inventory, large, small)
        except BROKEN:
            return ()
        return tuple(new) if len(new) + held <= MOST else ()

    def _unknown(self, files: Look, inventory: Inventory, large: Commit, small: Commit | None) -> Sequence[File]:
        """Return the files that were not there when all was indexed; nothing if any other has changed or is gone."""
        known: set[tuple[str, int, int]] = {*_files(large), *(_files(small) if small else ())}
        known.update((each.file.path, each.file.size, each.file.mtime_ns) for each in inventory.unreadable.values())
        new = files.beyond(known)
        return new if len(files) - len(new) == len(known) else ()

    def write(
        self, files: Sequence[File], large: Commit, known_names: KnownNames, progress: Callable[[int, int], object]
    ) -> WrittenBatch | None:
        """Add files to the small part and return it: all its rows, and which of the files cannot be read.

        None where a file asks for an ID that another brief has or had to share: then all have to be looked at.
        Raises LibraryError where the index cannot be written or is damaged.
        """
        from briefreader.indexing.batches import WrittenBatch
        from briefreader.indexing.build import build
        from briefreader.indexing.id_assignment import with_final_ids_beside
        from briefreader.search.index.merge import merge_tables
        from briefreader.search.index.update import update

        unreadable: list[Unreadable] = []
        small = self.current(large)
        try:
            rows = [*metadata_tables.of(small).values()] if small else []
            ids = _column(large, "id")
        except BROKEN as error:
            raise LibraryError("the search index is damaged") from error
        with closing(build(self._parts, known_names, files, progress)) as parts:
            for written in parts:
                unreadable += written.unreadable
                given = with_final_ids_beside(chain(ids, (row.entry.id for row in rows)), written.rows)
                if given is None:
                    return None
                rows += given
                wanted = Metadata(rows)
                rebuild = self.current(large) is None
                update(self.folder, (), wanted, parts=[written.folder], rebuild=rebuild, large=large).close()
        merge_tables(self.folder)
        return WrittenBatch(self.folder, rows, unreadable)

    def files(self, large: Commit | None) -> dict[str, File]:
        """Return the files of the small part by path."""
        small = self.current(large) if large else None
        try:
            return {path: File(path, *rest) for path, *rest in _files(small)} if small else {}
        except BROKEN:
            return {}

    def drop(self) -> None:
        """Remove the small part, whose briefs are in the large one now."""
        import shutil  # no start of the program needs it

        shutil.rmtree(self.folder, ignore_errors=True)


def _column(part: Commit, name: str) -> list[str]:
    return metadata_tables.column(part, name)


def _files(part: Commit) -> Iterable[tuple[str, int, int]]:
    return zip(*(metadata_tables.column(part, name) for name in File._fields), strict=True)
