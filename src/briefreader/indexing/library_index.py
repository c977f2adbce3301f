"""Updates the index of a library to match its files."""

from __future__ import annotations

import hashlib
import struct
import sys
import time
import zlib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from pickle import UnpicklingError
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefreader.indexing import inventory as inventories
from briefreader.indexing import preview, reading
from briefreader.indexing.additions import add_files, delta_files
from briefreader.indexing.brief_id import stated_id
from briefreader.indexing.difference import Difference, fresh
from briefreader.indexing.inventory import Inventory, Unreadable
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.library_files import LibraryFiles
from briefreader.indexing.list_changes import ListChanges
from briefreader.indexing.reading import Reading
from briefreader.indexing.report import IndexReport, Progress, closed_folder, silent
from briefreader.model import LibraryError, Problem, SourceError
from briefreader.search import Index, Metadata, Row
from briefreader.store import File, Look, lock

if TYPE_CHECKING:
    from briefreader.indexing.kept_ids import KeptIds

_MOST_FRESH = 1_000
# The errors of parts of an index that do not fit each other.
_MISFIT = (IndexError, KeyError, ValueError, EOFError, struct.error, zlib.error, UnpicklingError)


class LibraryIndex:
    """The index of the library at root in a cache folder, or in memory if the cache folder cannot be written.

    An update rebuilds an index of another version of program or lists of names. `index` is the search index
    itself, and `files` compares the files of the library with it.
    `only` names the one file of the folder that is read, if not all are.
    """

    def __init__(self, root: Path, cache: Path, known_names: KnownNames, only: str | None = None) -> None:
        self._root = root
        self._only = only
        self._cache = cache
        self._known_names = known_names
        self.index = Index(cache)
        self._inventory_in_memory = Inventory()
        self._lists = ListChanges(cache, known_names)
        self.files = LibraryFiles(root, only, self.index, self.inventory, known_names, self._lists)

    def inventory(self) -> Inventory:
        """Return the inventory of the index."""
        return self._inventory_in_memory if self.index.in_memory else inventories.load(self._cache)

    def pending(self) -> Difference:
        """Return the difference between files and index that the next update removes."""
        return self.files.difference(self.files.scan())

    def previews(self, added: Sequence[File]) -> Iterator[list[list[object]]]:
        """Yield batches of the previews of files that the index lacks, as plain values."""
        return preview.batches(self._root, added, self.index.entries()) if added else iter(())

    def indexer_command(self) -> list[str]:
        """Return the command that updates the index in a process of its own."""
        command = [sys.executable, "-P", "-m", "briefreader.indexing.indexer"]
        command += ["--library", str(self._root), "--cache", str(self._cache)]
        if self._known_names.places.read_only:
            command.append("--read-only")
        return [*command, "--only", self._only] if self._only else command

    def update(
        self, progress: Progress, notify: Callable[[str], object] = silent, *, rebuild: bool = False
    ) -> IndexReport:
        """Update the index to match the files, or rebuild it; `notify` is called with the cause of a delay or rebuild.

        Raises LibraryError if the library cannot be read.
        """
        closed: dict[str, Problem] = {}

        def note(error: OSError) -> None:
            closed[str(error.filename)] = closed_folder(error)

        with self._known_names.unchanging():
            report = self._update(lambda: self.files.scan(note), progress, notify, rebuild)
        return report._replace(problems=(*closed.values(), *report.problems))

    def _update(
        self, scan: Callable[[], Look], progress: Progress, notify: Callable[[str], object], rebuild: bool
    ) -> IndexReport:
        started = time.perf_counter()
        looked_ns = time.time_ns()
        seen = self._state()
        files = scan()
        found = self.files.difference(files, rebuild=rebuild)
        if not rebuild and not found:
            if found.rows:  # the files were compared one by one
                self._note(files, {path: row.digest for path, row in found.rows.items()}, looked_ns, seen[0])
            return self._report(started, files, found)
        with self._locked(notify) as writable:
            if not writable or self._state() != seen:  # another process has updated the index
                looked_ns = time.time_ns()
                files = scan()
                found = self.files.difference(files, rebuild=rebuild or not writable)
            added = delta_files(self.index)
            try:
                if found.only_added and not self._add(found.added, files, looked_ns, progress, notify):
                    found = self.files.difference(files, whole=True)
                if rebuild or (found and not found.only_added):
                    self._write(found, files, looked_ns, progress, notify, writable, rebuild, added)
            except (LibraryError, *_MISFIT) as error:
                # A damaged index is rebuilt; if the disk is full, in memory.
                notify(str(error) if isinstance(error, LibraryError) else "the search index does not fit the files")
                writable = not isinstance(error.__cause__, OSError)
                files = scan()
                found = self.files.difference(files, rebuild=True)
                self._write(found, files, looked_ns, progress, notify, writable, rebuild=True)
            return self._report(started, files, found, added)

    def kept_ids(self, come: Sequence[File] = (), new: Sequence[File] = ()) -> KeptIds:
        """Return the IDs that the briefs of the library were given.

        `come` are the files that the index lacks, and `new` those of them that were surely not there before.
        """
        from briefreader.indexing.kept_ids import KeptIds
        from briefreader.indexing.library_folders import id_records
        from briefreader.store import IdRecords

        places = self._known_names.places
        # A file that is opened alone leaves no traces in its folder.
        records = IdRecords(()) if self._only else id_records(self._root, places)
        digests = lru_cache(1)(lambda: {self.files.digest(file.path) for file in come})
        return KeptIds(records, self._safe_digest, digests, {file.path for file in new})

    def _safe_digest(self, path: str) -> str:
        """Return the digest of the regular file at a recorded path, an empty string where there is none."""
        with suppress(SourceError):
            return hashlib.sha256(reading.read_bytes(self._root / path, self._root)).hexdigest()
        return ""

    def _add(
        self,
        files: Sequence[File],
        look: Look,
        looked_ns: int,
        progress: Progress,
        notify: Callable[[str], object],
    ) -> bool:
        """Add files to the delta of the index; return whether that was possible."""
        kept = self.kept_ids(files, files)
        save = partial(_save, kept, notify)
        written = add_files(files, self.index, self._cache / "batches", self._known_names, progress, kept, save)
        if written is None:
            return False
        before = self.inventory()
        unreadable = {**before.unreadable, **{each.file.path: each for each in written.unreadable}}
        self._keep(before._replace(unreadable=unreadable, seen=""))
        digests = {**before.fresh, **{row.entry.path: row.digest for row in written.rows}}
        self._note(look, digests, looked_ns, self.index.state())
        return True

    def _note(self, files: Look, digests: Mapping[str, str], looked_ns: int, index: str) -> None:
        """Save the fingerprint of files that the index in a state holds, which makes the next comparison short."""
        new = {file.path: digests[file.path] for file in fresh(files, looked_ns) if file.path in digests}
        if index and not self.index.in_memory and len(new) <= _MOST_FRESH:
            seen = files.fingerprint
            self._keep(self.inventory()._replace(looked_ns=looked_ns, seen=seen, state=index, fresh=new))

    def _state(self) -> tuple[str, Inventory]:
        return self.index.state(), self.inventory()

    @contextmanager
    def _locked(self, notify: Callable[[str], object]) -> Iterator[bool]:
        """Hold the lock of the cache folder and yield whether files can be written there."""
        with ExitStack() as stack:
            writable = self.index.is_writable()
            if writable:
                try:
                    stack.enter_context(lock(self._cache / "lock", "indexing", notify))
                except OSError:
                    writable = False
            yield writable

    def _write(
        self,
        found: Difference,
        files: Look,
        looked_ns: int,
        progress: Progress,
        notify: Callable[[str], object],
        writable: bool,
        rebuild: bool,
        added: Container[str] = frozenset(),
    ) -> None:
        """Read the new files and write the index after each batch: first the files of the delta, then the newest.

        `added` holds the files of the delta, which a person can find already and should not miss for long.
        """
        from briefreader.indexing.batches import FIRST, FIRST_RENAMED
        from briefreader.indexing.build import build
        from briefreader.indexing.id_assignment import with_final_ids

        known = self.files.large_metadata()
        before: Mapping[str, Row] = known or {}
        version = self._known_names.version
        is_outdated = self.inventory().made_with != version and not found.renamed
        is_whole = known is None or rebuild or is_outdated
        # A new path is that of a new brief; without an index of the files no path is known to be new.
        kept = self.kept_ids(found.added, () if is_whole else found.added)
        if is_outdated or found.renamed:
            kept.adopt(each for each in self.index.given_ids() if each[-1] not in found.rows)
        rows = dict(found.rows)
        gone: list[Row] = [row for path, row in before.items() if path not in rows]
        # The former row of a changed brief stays until the file is read again, so that no brief is missing meanwhile.
        rows.update((file.path, before[file.path]) for file in found.updated if file.path in before)
        unreadable = self._still_unreadable(found)
        pending = _newest_first((*found.added, *found.updated))
        pending.sort(key=lambda file: file.path not in added)
        annotator = self._known_names.annotator()
        names: Iterable[Sequence[str]] | None = annotator.spellings()
        if not writable:
            readings = list(self._read_all(pending, unreadable, progress))
            stated = {each.row.entry.path for each in readings if stated_id(each.document.facts.get("id"))}
            rows = with_final_ids(found.rows, [each.row for each in readings], gone, stated, kept)
            _save(kept, notify)
            documents = (reading.index_document(each, annotator) for each in readings)
            self.index.write_in_memory(documents, Metadata(rows.values()), names)
            self._inventory_in_memory = Inventory(version, looked_ns, unreadable)
            return
        before_update = self.inventory()

        def claim(versions: str) -> None:
            inventories.save(before_update._replace(made_with=versions, seen=""), self._cache)

        versions = self._lists.begin(before_update.made_with, claim, is_known=found.renamed, is_whole=is_whole)
        first = FIRST_RENAMED if found.renamed else FIRST
        with closing(build(self._cache / "batches", self._known_names, pending, progress, first)) as batches:
            for batch in batches:
                for each in batch.unreadable:
                    unreadable[each.file.path] = each
                    rows.pop(each.file.path, None)
                rows = with_final_ids(rows, batch.rows, gone, batch.stated, kept)
                _save(kept, notify)
                wanted = Metadata(rows.values())
                self._lists.note_stating(batch.stating)
                self.index.update(wanted, [batch.folder], names, rebuild=rebuild)
                self._keep(Inventory(versions, looked_ns, unreadable))
                rebuild, names = False, None
        if found.renamed:
            self._keep(self.inventory()._replace(made_with=version))
            self._lists.finish(wanted)
        self.index.merge()
        self.index.drop_delta()
        self._note(files, {path: row.digest for path, row in wanted.items()}, looked_ns, self.index.state())

    def _read_all(
        self, files: Sequence[File], unreadable: dict[str, Unreadable], progress: Progress
    ) -> Iterator[Reading]:
        for done, file in enumerate(files, 1):
            try:
                yield self.read(file)
            except SourceError as error:
                unreadable[file.path] = Unreadable.of(file, error)
            progress(done, len(files))

    def _still_unreadable(self, found: Difference) -> dict[str, Unreadable]:
        again = {file.path for file in (*found.added, *found.updated)} | set(found.gone)
        return {path: item for path, item in self.inventory().unreadable.items() if path not in again}

    def read(self, file: File) -> Reading:
        """Read a file of the library and return the result. Raises SourceError."""
        return reading.read(self._root, file, self._known_names.annotator())

    def _keep(self, inventory: Inventory) -> None:
        with suppress(OSError):  # without an inventory the next update rebuilds the index
            inventories.save(inventory, self._cache)

    def _report(
        self, started: float, files: Look, found: Difference, added: Mapping[str, File] = MappingProxyType({})
    ) -> IndexReport:
        seconds = time.perf_counter() - started
        return IndexReport.of(self._root, files, found, self.inventory().unreadable, added, seconds)


def _save(kept: KeptIds, notify: Callable[[str], object]) -> None:
    """Record IDs before an index shows them; if they cannot be recorded, they are found anew from the files."""
    try:
        kept.save()
    except OSError as error:
        notify(f"the IDs of new briefs cannot be recorded ({error.strerror}); free some space or mend permissions")


def _newest_first(files: Sequence[File]) -> list[File]:
    """Sort files by name, the highest first: many names begin with a date."""
    return sorted(files, key=lambda file: PurePosixPath(file.path).name, reverse=True)
