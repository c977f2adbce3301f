"""The search index: how it is brought up to date, and how Whoosh opens it."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage, RamStorage, Storage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader

from briefreader.model import LibraryError
from briefreader.search import aliases, catalogue, generations, roster
from briefreader.search.catalogue import Catalogue
from briefreader.search.generations import Generation
from briefreader.search.items import SCHEMA, Item, add
from briefreader.search.opening import opened
from briefreader.search.prefixes import Table
from briefreader.search.roster import Cover, Roster
from briefreader.search.sealed import REMEDY, SealedFile
from briefreader.search.searcher import Searcher
from briefreader.search.sections import Memory
from briefreader.search.segments import TABLE, Segment
from briefreader.search.writing import Writer

_NAME = "briefs"
_CROWD = 7


def update(
    folder: Path | None,
    items: Iterable[Item],
    wanted: Catalogue,
    *,
    parts: Iterable[Path] = (),
    names: Iterable[Sequence[str]] | None = None,
    rebuild: bool = False,
) -> Searcher:
    """Bring the index in folder (None: one in memory) to exactly the wanted catalogue, and return it opened.

    `items` and `parts`, as `write_part` wrote them, are the briefs that are new or changed, all of them on a
    `rebuild`; what is not wanted goes. Parts must lie on the disk of the folder and are used up. `names` are groups
    that mean the same; without, those given before stay. The index in use is replaced only when the new one is whole.
    Raises LibraryError where the folder cannot be written, where what it builds upon turns out to be damaged, or where a
    wanted brief is neither indexed nor given.
    """
    if folder is None:
        storage = RamStorage()
        _write(storage, _new(storage), items, (), wanted)
        _write_names(storage, names)
        files = {name: Memory(bytes(data)) for name, data in storage.files.items()}
        return Searcher(files, partial(_by_name, storage), storage.close, wanted)
    with generations.told(folder), generations.locked(folder):
        previous = None if rebuild else generations.current(folder)
        aside = generations.begin(folder, previous)
        try:
            files = _Aside(aside, previous)
            index = FileIndex(files, SCHEMA, _NAME) if previous else _new(files)
            _write(files, index, items, [segment for part in parts for segment in _taken(part, aside)], wanted)
            _write_names(files, names)
            catalogue.save(wanted, aside)
            generation = generations.publish(folder, aside, previous)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return opened(generation, wanted)


def write_part(folder: Path, items: Iterable[Item]) -> None:
    """Write briefs as an index of their own into an empty folder, for `update` to take over. Raises LibraryError."""
    with generations.told(folder):
        rows = []
        writer = Writer(_new(FileStorage(str(folder))))
        with _finished(writer):
            for item in items:
                rows.append(item.row)
                add(writer, item)
            writer.finish(Catalogue(rows), lambda _, segments: segments)


@contextmanager
def _finished(writer: Writer) -> Iterator[None]:
    """Give up what is half written where it comes to that."""
    try:
        yield
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise


def _taken(part: Path, aside: Path) -> list[Any]:
    """Move the files of a part to where an index is built, and return its segments."""
    storage = FileStorage(str(part))
    segments: list[Any] = TOC.read(storage, _NAME, schema=SCHEMA).segments
    for segment in segments:
        for name in segment.list_files(storage):
            (part / name).rename(aside / name)
    return segments


class _Sealed(FileStorage):  # type: ignore[misc]
    """The files of a generation, checked as they are read; once open, they outlive its removal."""

    def __init__(self, files: Mapping[str, SealedFile]) -> None:
        super().__init__("", readonly=True)
        self._files = files

    def open_file(self, name: str, **_: Any) -> StructFile:
        return _SealedFile(self._files[name].again(), name)

    def list(self) -> list[str]:
        return [*self._files]

    def file_length(self, name: str) -> int:
        return self._files[name].size


class _Aside(FileStorage):  # type: ignore[misc]
    """The files of a generation that is being built: those of the one before are checked as they are read."""

    def __init__(self, folder: Path, before: Generation | None) -> None:
        super().__init__(str(folder))
        self._before = before
        self._fresh: set[str] = set()

    def create_file(self, name: str, **options: Any) -> StructFile:
        self._fresh.add(name)
        return super().create_file(name, **options)

    def open_file(self, name: str, **options: Any) -> StructFile:
        if self._before and name in self._before.files and name not in self._fresh:
            return _SealedFile(self._before.open(name), name)
        return super().open_file(name, **options)


class _SealedFile(StructFile):  # type: ignore[misc]
    """A file as Whoosh reads it; `get` needs no seek."""

    def get(self, position: int, length: int) -> bytes:
        return self.file.slice(position, position + length)  # type: ignore[no-any-return]


def sealed_segments(files: Mapping[str, SealedFile]) -> dict[str, Segment]:
    """Return the segments of Whoosh among the files of a generation, by name."""
    return _by_name(_Sealed(files))


def _by_name(storage: Storage) -> dict[str, Segment]:
    return {segment.name: segment for segment in _segments(storage)}


def _segments(storage: Storage) -> list[Segment]:
    return [Segment(storage, segment, SCHEMA) for segment in TOC.read(storage, _NAME, schema=SCHEMA).segments]


def _new(storage: Storage) -> FileIndex:
    return FileIndex.create(storage, SCHEMA, _NAME)


def _write(storage: Storage, index: FileIndex, items: Iterable[Item], parts: Sequence[Any], wanted: Catalogue) -> None:
    """Add items and segments, delete what they replace and what is not wanted, merge small segments."""
    live: dict[str, int] = {}
    paths: dict[str, list[str]] = {}
    first = 0
    for segment in _segments(storage):
        known = paths[segment.name] = segment.paths()
        live.update((path, first + at) for at, path in enumerate(known) if at not in segment.deleted)
        first += segment.count
        segment.close()
    writer = Writer(index)
    with _finished(writer):
        added: set[str] = set()
        for item in items:
            path = item.row.entry.path
            if path in wanted and path not in added:
                added.add(path)
                add(writer, item)
        for part in parts:
            segment = Segment(storage, part, SCHEMA)
            paths[segment.name] = segment.paths()
            for number, path in enumerate(paths[segment.name]):
                if path in added or path not in wanted:
                    part.delete_document(number)
                added.add(path)
            segment.close()
        for path, number in live.items():
            if path in added or path not in wanted:
                writer.delete_document(number)
        missing = len(wanted.keys() - live.keys() - added)
        if missing:
            raise LibraryError(f"the search index lacks {missing} briefs; {REMEDY}")
        writer.segments += parts
        writer.finish(wanted, partial(_merge, len(added)))
    _write_roster(storage, wanted, paths)


def _write_roster(storage: Storage, wanted: Catalogue, known: Mapping[str, Sequence[str]]) -> None:
    """Write the roster of all segments; the paths of most are known, by their names."""
    paths: dict[str, list[str | None]] = {}
    counts: dict[str, int] = {}
    for name, segment in _by_name(storage).items():
        every = known.get(name) or segment.paths()
        paths[name] = [None if number in segment.deleted else path for number, path in enumerate(every)]
        counts[name] = segment.count
        segment.close()
    tables = []
    for cover in _covers(storage, counts):
        filed = [*chain.from_iterable(paths[name] if name else [None] * count for name, count in cover.segments)]
        with storage.open_file(cover.table) as file:
            documents = Table(Memory(file.read())).documents()
        tables.append((cover, map(filed.__getitem__, documents)))
    if storage.file_exists(roster.NAME):
        storage.delete_file(roster.NAME)  # it is a link to the one in use
    with storage.create_file(roster.NAME) as file:
        roster.write(tables, wanted, file)


def _covers(storage: Storage, counts: Mapping[str, int]) -> Iterator[Cover]:
    """Yield the tables of all segments, given the number of documents of each; deletes the table of those gone."""
    covered: set[str | None] = set()
    if storage.file_exists(roster.NAME):
        with storage.open_file(roster.NAME) as file:
            before = Roster(Memory(file.read())).covers
        for table, segments in before:
            left = [(name if name in counts else None, count) for name, count in segments]
            if any(name for name, _ in left):
                covered.update(name for name, _ in left)
                yield Cover(table, left)
            elif storage.file_exists(table):
                storage.delete_file(table)
    for name, count in counts.items():
        if name not in covered:
            yield Cover(name + TABLE, [(name, count)])


def _write_names(storage: Storage, names: Iterable[Sequence[str]] | None) -> None:
    if names is not None:
        if storage.file_exists(aliases.NAME):
            storage.delete_file(aliases.NAME)  # it is a link to the one in use
        with storage.create_file(aliases.NAME) as file:
            aliases.write(names, file)


def _merge(added: int, writer: Any, segments: list[Any]) -> list[Any]:
    """Merge segments of about the same size (within a factor of eight) once there are seven, and half empty ones.

    So each brief is written again only a few times, and few segments stay: a search asks each of them. What is
    merged is in proportion to what is added, so that one new brief need not wait for 10,000 old ones.
    """
    most = 8 * max(100, added)
    kept: list[Any] = []
    segments = [segment for segment in segments if _live(segment)]
    for _, alike in groupby(sorted(segments, key=_live), key=lambda segment: _live(segment).bit_length() // 3):
        group = list(alike)
        crowded = len(group) >= _CROWD and sum(map(_live, group)) <= most
        for segment in group:
            if crowded or 2 * _live(segment) <= segment.doc_count_all():
                reader = SegmentReader(writer.storage, writer.schema, segment)
                writer.add_reader(reader)
                reader.close()
            else:
                kept.append(segment)
    return kept


def _live(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())
