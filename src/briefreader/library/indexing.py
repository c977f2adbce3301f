"""The index of one library, brought up to date with its files."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefreader.library import inventory as inventories
from briefreader.library import reading
from briefreader.library.additions import Additions
from briefreader.library.difference import Difference, difference, fresh
from briefreader.library.enrolment import enrolled
from briefreader.library.inventory import Inventory, Unreadable
from briefreader.library.knowledge import Knowledge
from briefreader.library.reading import Reading
from briefreader.library.report import IndexReport
from briefreader.model import Entry, LibraryError, SourceError
from briefreader.search import catalogue as catalogues
from briefreader.search import generations
from briefreader.search.catalogue import Catalogue, Row
from briefreader.store import File, Look, file_digest, lock, make_folder

if TYPE_CHECKING:
    from briefreader.library.building import Progress
    from briefreader.search.searcher import Searcher

_MOST_FRESH = 1_000


class Index:
    """The index of the library at root, kept in a cache folder, or in memory where nothing can be written there.

    An index made with another version of what is known is made anew.
    """

    def __init__(self, root: Path, cache: Path, knowledge: Knowledge) -> None:
        self._root = root
        self._cache = cache
        self._knowledge = knowledge
        self._in_memory: Searcher | None = None
        self._inventory_in_memory = Inventory()
        self._read_catalogue: tuple[generations.Generation, Catalogue] | None = None
        self._read_entries: tuple[tuple[generations.Generation, generations.Generation | None], list[Entry]] | None = (
            None
        )
        self._additions = Additions(cache)

    @property
    def folder(self) -> Path:
        """The folder that holds the index."""
        return self._cache / "index"

    def catalogue(self) -> Catalogue | None:
        """Return the catalogue as last written, None where there is none; a generation's is read once."""
        large, known = self._large(), self._written()
        if large is None or known is None:
            return known
        try:
            return self._additions.joined(large, known)
        except LibraryError:
            self.set_aside()
            return None

    def entries(self) -> Sequence[Entry]:
        """Return the briefs as last written, newest first; of what else the catalogue says, no memory is kept."""
        catalogue, large = self.catalogue(), self._large()
        if catalogue is None or large is None:
            return [row.entry for row in catalogue.values()] if catalogue else []
        state = large, self._additions.current(large)
        if self._read_entries is None or self._read_entries[0] != state:
            self._read_entries = state, [row.entry for row in catalogue.values()]
        self._read_catalogue = None
        self._additions.forget()
        return self._read_entries[1]

    def _written(self) -> Catalogue | None:
        """Return the catalogue of the large part."""
        if self._in_memory:
            return self._in_memory.catalogue
        generation = self._large()
        if generation is None:
            return None
        if self._read_catalogue is None or self._read_catalogue[0] != generation:
            self._remember(catalogues.load(self.folder))
        if self._read_catalogue is None:
            self.set_aside()
            return None
        return self._read_catalogue[1]

    def _remember(self, catalogue: Catalogue | None) -> None:
        generation = generations.current(self.folder)
        self._read_catalogue = (generation, catalogue) if generation and catalogue else None

    def open_searcher(self) -> Searcher | None:
        """Return a searcher of the newest generation, None where there is none yet.

        Raises LibraryError where there is one that cannot be opened.
        """
        if self._in_memory:
            return self._in_memory
        from briefreader.search.opening import open_searcher

        found = open_searcher(self.folder, self._additions.folder, self._known)
        if found is None and self.exists():
            raise LibraryError("the search index cannot be opened; make it anew with `briefreader index --rebuild`")
        return found

    def _known(self, large: generations.Generation, small: generations.Generation | None) -> Sequence[Entry] | None:
        """Return the briefs of both parts where they were read already."""
        return self._read_entries[1] if self._read_entries and self._read_entries[0] == (large, small) else None

    @property
    def in_memory(self) -> bool:
        """Whether the index could not be written and lives with this object."""
        return self._in_memory is not None

    def exists(self) -> bool:
        """Whether there is an index; it may turn out to be damaged."""
        return self.in_memory or generations.current(self.folder) is not None

    def is_damaged(self) -> bool:
        """Whether there is an index that cannot be trusted; reads all of it."""
        if not (self.folder.is_dir() and any(self.folder.iterdir())):
            return False
        large = generations.current(self.folder)
        small = self._additions.current(large) if large else None
        return large is None or not all(generations.intact(part) for part in (large, small) if part)

    def set_aside(self) -> None:
        """Trust an index no more that turned out to be damaged: there is none from now on until it is made anew."""
        if self.is_damaged():  # and not only kept from being read for a moment
            with suppress(OSError):
                generations.distrust(self.folder)
                generations.distrust(self._additions.folder)

    def is_writable(self) -> bool:
        """Whether an index can be written to the cache folder."""
        try:
            make_folder(self.folder)
        except OSError:
            return False
        return os.access(self.folder, os.W_OK | os.X_OK)

    def inventory(self) -> Inventory:
        """Return what the last look found besides the catalogue."""
        return self._inventory_in_memory if self._in_memory else inventories.load(self._cache)

    def difference(self, files: Look, *, rebuild: bool = False, whole: bool = False) -> Difference:
        """Compare the library's files with the index; where `whole`, with its large part alone, row by row."""
        inventory = self.inventory()
        if rebuild or inventory.made_with != self._knowledge.version:
            return difference(files, None, Inventory(), self._digest)
        large = self._large()
        if large and not whole and inventory.is_of(self._name(large), self._digest):
            if inventory.seen == files.fingerprint:
                return Difference()
            added = self._additions.found(files, inventory, large)
            if added:
                return Difference(added, only_added=True)
        return difference(files, self._written(), inventory, self._digest)

    def _large(self) -> generations.Generation | None:
        """Return the large part of an index on disk."""
        return None if self._in_memory else generations.current(self.folder)

    def _name(self, large: generations.Generation) -> str:
        """Return what tells the state of the index from others."""
        small = self._additions.current(large)
        return f"{large.number}.{small.number}" if small else f"{large.number}"

    def _digest(self, path: str) -> str:
        try:
            return file_digest(self._root / path)
        except OSError:
            return ""  # reading it tells why

    def update(
        self,
        scan: Callable[[], Look],
        progress: Progress,
        told: Callable[[str], object],
        *,
        rebuild: bool = False,
    ) -> IndexReport:
        """Bring the index up to date with the files that scan finds and say what was done."""
        started = time.perf_counter()
        looked_ns = time.time_ns()
        seen = self._state()
        files = scan()
        found = self.difference(files, rebuild=rebuild)
        if not rebuild and not found:
            if found.rows:  # it took a comparison to tell
                self._note(files, {path: row.digest for path, row in found.rows.items()}, looked_ns)
            return self._report(started, files, found)
        with self._held(told) as writable:
            if not writable or self._state() != seen:  # another process was here
                looked_ns = time.time_ns()
                files = scan()
                found = self.difference(files, rebuild=rebuild or not writable)
            added = self._additions.files(self._large())
            try:
                if found.only_added and not self._add(found.added, files, looked_ns, progress):
                    found = self.difference(files, whole=True)
                if rebuild or (found and not found.only_added):
                    self._write(found, files, looked_ns, progress, writable, rebuild)
            except LibraryError as error:
                # Damaged, then all is read again; or the disk is full, then the index is made in memory.
                told(str(error))
                writable = not isinstance(error.__cause__, OSError)
                files = scan()
                found = self.difference(files, rebuild=True)
                self._write(found, files, looked_ns, progress, writable, rebuild=True)
            return self._report(started, files, found, added)

    def _add(self, files: Sequence[File], look: Look, looked_ns: int, progress: Progress) -> bool:
        """Add files to the small part of the index; tell whether that was possible."""
        large = self._large()
        if large is None:
            return False
        written = self._additions.write(files, large, self._knowledge, progress)
        if written is None:
            return False
        before = self.inventory()
        unreadable = {**before.unreadable, **{each.file.path: each for each in written.unreadable}}
        self._keep_on_disk(replace(before, unreadable=unreadable, seen=""))
        self._note(look, {**before.fresh, **{row.entry.path: row.digest for row in written.rows}}, looked_ns)
        return True

    def _note(self, files: Look, digests: Mapping[str, str], looked_ns: int) -> None:
        """Keep what the files look like, all of which are indexed now, so that the next look is a short one."""
        new = {file.path: digests[file.path] for file in fresh(files, looked_ns) if file.path in digests}
        large = self._large()
        if large and len(new) <= _MOST_FRESH:
            seen, index = files.fingerprint, self._name(large)
            self._keep_on_disk(replace(self.inventory(), looked_ns=looked_ns, seen=seen, index=index, fresh=new))

    def _state(self) -> tuple[str, Inventory]:
        large = self._large()
        return self._name(large) if large else "", self.inventory()

    @contextmanager
    def _held(self, told: Callable[[str], object]) -> Iterator[bool]:
        """Hold the lock of the cache folder; the value says whether anything can be written there."""
        with ExitStack() as stack:
            writable = self.is_writable()
            if writable:
                try:
                    stack.enter_context(lock(self._cache / "lock", "indexing", told))
                except OSError:
                    writable = False
            yield writable

    def _write(
        self, found: Difference, files: Look, looked_ns: int, progress: Progress, writable: bool, rebuild: bool
    ) -> None:
        """Read what is new, the newest first, and write the index after every part of the files."""
        from briefreader.library.building import build
        from briefreader.search.index import update
        from briefreader.search.uniting import unite

        before: Mapping[str, Row] = self._written() or {}
        rows = dict(found.rows)
        gone: list[Row] = [row for path, row in before.items() if path not in rows]
        # A brief that changed stays as it was until it is read anew, so that none is missing in between.
        rows.update((file.path, before[file.path]) for file in found.updated if file.path in before)
        unreadable = self._still_unreadable(found)
        pending = _newest_first((*found.added, *found.updated))
        annotator = self._knowledge.annotator()
        names: Iterable[Sequence[str]] | None = annotator.spellings()
        if not writable:
            readings = list(self._read_all(pending, unreadable, progress))
            rows = enrolled(found.rows, [each.row for each in readings], gone)
            items = (reading.item(each, annotator) for each in readings)
            searcher = update(None, items, Catalogue(rows.values()), names=names)
            self._keep_in_memory(searcher, Inventory(self._knowledge.version, looked_ns, unreadable))
            return
        with closing(build(self._cache / "parts", self._knowledge, pending, progress)) as parts:
            for written in parts:
                for each in written.unreadable:
                    unreadable[each.file.path] = each
                    rows.pop(each.file.path, None)
                rows = enrolled(rows, written.rows, gone)
                wanted = Catalogue(rows.values())
                update(
                    self.folder,
                    (),
                    wanted,
                    parts=[written.folder],
                    names=names,
                    rebuild=rebuild,
                    before=self._read_catalogue,
                ).close()
                self._keep_on_disk(Inventory(self._knowledge.version, looked_ns, unreadable))
                self._remember(wanted)
                rebuild, names = False, None
        unite(self.folder)
        self._remember(wanted)
        self._additions.drop()
        self._note(files, {path: row.digest for path, row in wanted.items()}, looked_ns)

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
        """Return a file of the library as it is read now. Raises SourceError."""
        return reading.read(self._root, file, self._knowledge.annotator())

    def _keep_on_disk(self, inventory: Inventory) -> None:
        self._let_go()
        with suppress(OSError):  # without it the index is made anew next time, and that is all
            inventories.save(inventory, self._cache)

    def _keep_in_memory(self, searcher: Searcher, inventory: Inventory) -> None:
        self._let_go()
        self._in_memory, self._inventory_in_memory = searcher, inventory

    def _let_go(self) -> None:
        if self._in_memory:
            self._in_memory.close()
        self._in_memory = None

    def _report(
        self, started: float, files: Look, found: Difference, added: Mapping[str, File] = MappingProxyType({})
    ) -> IndexReport:
        seconds = time.perf_counter() - started
        return IndexReport.of(self._root, files, found, self.inventory().unreadable, added, seconds)


def _newest_first(files: Sequence[File]) -> list[File]:
    """Sort files by name, the highest first: many names begin with a date."""
    return sorted(files, key=lambda file: PurePosixPath(file.path).name, reverse=True)
