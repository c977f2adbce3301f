"""The search index: how it is brought up to date, and how Whoosh opens it."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage, RamStorage, Storage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC, FileIndex
from whoosh.reading import SegmentReader

from briefreader.model import LibraryError
from briefreader.search import aliases, catalogue, generations, roster
from briefreader.search.bits import members
from briefreader.search.catalogue import Carried, Catalogue
from briefreader.search.generations import Generation
from briefreader.search.items import SCHEMA, Item, add
from briefreader.search.opening import opened
from briefreader.search.prefixes import Table
from briefreader.search.roster import Cover, Roster
from briefreader.search.sealed import REMEDY, SealedFile
from briefreader.search.searcher import Searcher
from briefreader.search.sections import Memory, Stored
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
    before: tuple[Generation, Catalogue] | None = None,
) -> Searcher:
    """Bring the index in folder (None: one in memory) to exactly the wanted catalogue, and return it opened.

    `items` and `parts`, as `write_part` wrote them, are the briefs that are new or changed, all of them on a
    `rebuild`; what is not wanted goes. Parts must lie on the disk of the folder and are used up. `names` are groups
    that mean the same; without, those given before stay. Time is saved where the catalogue `before` is given and
    shares rows with the wanted one. The index in use is replaced only when the new one is whole.
    Raises LibraryError where the folder cannot be written, where what it builds upon turns out to be damaged, or where
    a wanted brief is neither indexed nor given.
    """
    if folder is None:
        storage = RamStorage()
        paths: dict[str, list[str | None]] = {}
        _write(storage, _new(storage), items, (), wanted, paths)
        _write_roster(storage, wanted, paths, None)
        _write_names(storage, names)
        files = {name: Memory(bytes(data)) for name, data in storage.files.items()}
        return Searcher(files, partial(_by_name, storage), storage.close, wanted)
    with generations.told(folder), generations.locked(folder):
        previous = None if rebuild else generations.current(folder)
        aside = generations.begin(folder, previous)
        try:
            files = _Aside(aside, previous)
            index = FileIndex(files, SCHEMA, _NAME) if previous else _new(files)
            known = before[1] if before and before[0] == previous else None
            carried = Carried.over(previous, known, wanted) if previous and known else None
            taken = [segment for part in parts for segment in _taken(part, aside)]
            paths = _paths(files, known)
            _write(files, index, items, taken, wanted, paths)
            _write_roster(files, wanted, paths, carried)
            _write_names(files, names)
            with _replacing(files, catalogue.NAME) as file:
                catalogue.write(wanted, file, carried)
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


def _paths(storage: Storage, catalogue: Catalogue | None) -> dict[str, list[str | None]]:
    """Return the paths of the documents of each segment, None where one is deleted; quicker with the catalogue."""
    if catalogue is None:
        return {segment.name: _read_paths(segment) for segment in _opened(storage)}
    known = [*catalogue]
    before = _roster(storage)
    live = {*members(before.live)}
    paths: dict[str, list[str | None]] = {}
    for base, cover in zip(before.bases, before.covers, strict=False):
        filed: list[str | None] = [None] * cover.size
        for slot, document in enumerate(_documents(storage, cover), base):
            if slot in live:
                filed[document] = known[before.ranks[slot]]
        left = iter(filed)
        paths.update((name or "", [*islice(left, count)]) for name, count in cover.segments)
    return paths


def _read_paths(segment: Segment) -> list[str | None]:
    return [None if at in segment.deleted else path for at, path in enumerate(segment.paths())]


def _opened(storage: Storage) -> Iterator[Segment]:
    """Yield the segments, each closed when the next is asked for."""
    for segment in _segments(storage):
        with closing(segment):
            yield segment


def _roster(storage: Storage) -> Roster:
    with storage.open_file(roster.NAME) as file:
        return Roster(Memory(file.read()))


def _documents(storage: Storage, cover: Cover) -> Sequence[int]:
    """Return the document of each number of a table."""
    with storage.open_file(cover.table) as file:
        return Table(Stored(file, storage.file_length(cover.table))).documents()


@contextmanager
def _replacing(storage: Storage, name: str) -> Iterator[StructFile]:
    """Write a file of which there may be a link to the one in use."""
    if storage.file_exists(name):
        storage.delete_file(name)
    with storage.create_file(name) as file:
        yield file


def _write(
    storage: Storage,
    index: FileIndex,
    items: Iterable[Item],
    parts: Sequence[Any],
    wanted: Catalogue,
    paths: dict[str, list[str | None]],
) -> None:
    """Add items and segments, delete what they replace and what is not wanted, merge small segments.

    `paths` has the paths of the documents of each segment, and gets those of the parts.
    """
    live: dict[str, int] = {}
    first = 0
    for segment in _opened(storage):
        live.update((path, first + at) for at, path in enumerate(paths[segment.name]) if path is not None)
        first += segment.count
    writer = Writer(index)
    with _finished(writer):
        added: set[str] = set()
        for item in items:
            path = item.row.entry.path
            if path in wanted and path not in added:
                added.add(path)
                add(writer, item)
        for part in parts:
            with closing(Segment(storage, part, SCHEMA)) as segment:
                paths[segment.name] = _read_paths(segment)
            for number, filed in enumerate(paths[segment.name]):
                if filed is None or filed in added or filed not in wanted:
                    part.delete_document(number)
                else:
                    added.add(filed)
        for known, number in live.items():
            if known in added or known not in wanted:
                writer.delete_document(number)
        missing = len(wanted.keys() - live.keys() - added)
        if missing:
            raise LibraryError(f"the search index lacks {missing} briefs; {REMEDY}")
        writer.segments += parts
        writer.finish(wanted, partial(_merge, len(added)))


def _write_roster(
    storage: Storage, wanted: Catalogue, known: Mapping[str, list[str | None]], carried: Carried | None
) -> None:
    """Write the roster of all segments; the paths of most are known, by their names."""
    paths: dict[str, list[str | None]] = {}
    counts: dict[str, int] = {}
    for segment in _opened(storage):
        every = paths[segment.name] = [*known[segment.name]] if segment.name in known else _read_paths(segment)
        for number in segment.deleted:
            every[number] = None
        counts[segment.name] = segment.count
    tables = []
    for cover in _covers(storage, counts):
        filed = [*chain.from_iterable(paths[name] if name else [None] * count for name, count in cover.segments)]
        tables.append((cover, map(filed.__getitem__, _documents(storage, cover))))
    with _replacing(storage, roster.NAME) as file:
        roster.write(tables, wanted, file, carried)


def _covers(storage: Storage, counts: Mapping[str, int]) -> Iterator[Cover]:
    """Yield the tables of all segments, given the number of documents of each; deletes the table of those gone."""
    covered: set[str | None] = set()
    if storage.file_exists(roster.NAME):
        for table, segments in _roster(storage).covers:
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
        with _replacing(storage, aliases.NAME) as file:
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
