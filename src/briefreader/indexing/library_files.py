"""Lists the files of a library and compares them with its index."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefreader.indexing.additions import added_files
from briefreader.indexing.difference import Difference, difference
from briefreader.indexing.inventory import Inventory
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.list_changes import ListChanges
from briefreader.model import IndexLostError
from briefreader.search import Index, Metadata
from briefreader.store import Look, file_digest, only
from briefreader.store import scan as scan_folder


class LibraryFiles:
    """The files of the library at root, and what an index lacks of them.

    `only` names the one file of the folder that is read, if not all are. `inventory` returns the inventory of the
    index, and `lists` finds the briefs that a change of the lists of names concerns.
    """

    def __init__(
        self,
        root: Path,
        only: str | None,
        index: Index,
        inventory: Callable[[], Inventory],
        known_names: KnownNames,
        lists: ListChanges,
    ) -> None:
        self._root = root
        self._only = only
        self._index = index
        self._inventory = inventory
        self._known_names = known_names
        self._lists = lists

    def scan(self, onerror: Callable[[OSError], object] | None = None) -> Look:
        """List the files of the library, and pass errors of unreadable folders to onerror. Raises LibraryError."""
        from briefreader.sources import SUFFIXES

        return scan_folder(self._root, SUFFIXES, onerror) if self._only is None else only(self._root, self._only)

    def difference(self, files: Look, *, rebuild: bool = False, whole: bool = False) -> Difference:
        """Compare files with the index; if `whole`, compare each file with the large part of the index only."""
        inventory = self._inventory()
        if rebuild:
            return difference(files, None, Inventory(), self.digest)
        if inventory.made_with != self._known_names.version:
            concerned = self._lists.concerned(inventory.made_with, self._index, self.large_metadata())
            if concerned is None:
                return difference(files, None, Inventory(), self.digest)
            return difference(files, self.large_metadata(), inventory, self.digest).with_renamed(concerned)
        state = self._index.state()
        if state and not whole and inventory.is_of(state, self.digest):
            if inventory.seen == files.fingerprint:
                return Difference()
            added = added_files(files, inventory, self._index)
            if added:
                return Difference(added, only_added=True)
        return difference(files, self.large_metadata(), inventory, self.digest)

    def is_outdated(self) -> bool:
        """Return whether files, program or lists of names have changed since the last update. Raises SettingsError."""
        self._known_names.reload()
        return self._inventory().made_with != self._known_names.version or bool(self.difference(self.scan()))

    def large_metadata(self) -> Metadata | None:
        """Return the metadata without the delta, None if it is missing or damaged."""
        with suppress(IndexLostError):
            return self._index.large_metadata()
        return None

    def digest(self, path: str) -> str:
        """Return the digest of the file at a path of the library, an empty string where it cannot be read."""
        try:
            return file_digest(self._root / path)
        except OSError:
            return ""  # the error is reported when the file is read
