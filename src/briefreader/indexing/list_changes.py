"""Follows the user's lists of names from the state an index was made with to their current one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.indexing import made_with
from briefreader.indexing.concerned_briefs import concerned_paths
from briefreader.indexing.made_with import MadeWith, joined
from briefreader.model import LibraryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefreader.indexing.known_names import KnownNames
    from briefreader.search import Index, Row


class ListChanges:
    """Finds the briefs that a change of the lists concerns, and records the lists in a cache folder.

    The record is written before the index is changed and shortened after that, so that an index of which some briefs
    were read with other lists is never taken for one of the current lists, even if the process is killed.
    """

    def __init__(self, cache: Path, known_names: KnownNames) -> None:
        self._cache = cache
        self._known_names = known_names
        self._record = MadeWith()
        self._found: tuple[tuple[str, str, str], set[str] | None] | None = None

    def concerned(self, versions: str, index: Index, rows: Mapping[str, Row] | None) -> set[str] | None:
        """Return the paths of the briefs that the current lists may read otherwise than the lists of some versions.

        Returns None if all briefs have to be read again. `rows` are those of the large part of the index. Raises
        SettingsError if a list has a mistake.
        """
        state = index.state()
        if not state or rows is None:
            return None
        asked = state, versions, self._known_names.version
        if self._found is None or self._found[0] != asked:
            self._found = asked, self._find(versions, index, rows)
        return self._found[1]

    def _find(self, versions: str, index: Index, rows: Mapping[str, Row]) -> set[str] | None:
        record = made_with.load(self._cache)
        known = record.of(versions) if record.program == self._known_names.program_version else None
        if known is None:
            return None
        annotator = self._known_names.annotator()
        found = set(record.stating)
        for lists in known:
            changed = self._known_names.annotator_with(lists).changed_names(annotator)
            if changed is None:
                return None
            try:
                found |= concerned_paths(changed, index, rows)
            except LibraryError:
                return None  # the index is damaged
        return found

    def begin(self, versions: str, save: Callable[[str], object], *, is_known: bool, is_whole: bool) -> str:
        """Record the current lists before the index changes, and return the versions that it is of until `finish`.

        `versions` are those the index is of. If the change of the lists `is_known`, the briefs concerned are read
        again; if the update `is_whole`, all are. `save` saves versions in the inventory. Raises LibraryError if the
        record cannot be written.
        """
        names = self._known_names
        self._record = made_with.load(self._cache)
        # A lost record is begun anew only where all files are read: else it would lack the files stating facts.
        if versions == names.version and not (is_whole and self._record.of(versions) is None):
            return versions
        former = self._record if is_known else MadeWith(names.program_version)
        self._keep(former._replace(lists={**former.lists, names.version: names.own_lists()}))
        if versions != names.version:
            with _write_errors(self._cache):
                save(joined(versions, names.version) if is_known else "")
        return joined(versions, names.version) if is_known else names.version

    def note_stating(self, paths: Collection[str]) -> None:
        """Record files that state facts of a meeting. Raises LibraryError."""
        if not self._record.stating.issuperset(paths):
            self._keep(self._record._replace(stating=self._record.stating.union(paths)))

    def finish(self, paths: Container[str]) -> None:
        """Record that the index is of the current lists alone, and has briefs at some paths. Raises LibraryError."""
        version = self._known_names.version
        stating = frozenset(path for path in self._record.stating if path in paths)
        self._keep(self._record._replace(lists={version: self._record.lists[version]}, stating=stating))

    def _keep(self, record: MadeWith) -> None:
        with _write_errors(self._cache):
            made_with.save(record, self._cache)
        self._record = record


@contextmanager
def _write_errors(folder: Path) -> Iterator[None]:
    """Raise LibraryError for an error of writing into the cache folder."""
    try:
        yield
    except OSError as error:
        raise LibraryError(f"{folder}: the search index cannot be written ({error.strerror})") from error
