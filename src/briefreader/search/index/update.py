"""The search index: how it is brought up to date."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import RamStorage, Storage
from whoosh.index import TOC, FileIndex

from briefreader.model import LibraryError
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index import delta as joint
from briefreader.search.index import doc_numbers as enrolment
from briefreader.search.index import metadata
from briefreader.search.index.document import SCHEMA, IndexDocument, add
from briefreader.search.index.metadata import CarriedOver, Metadata
from briefreader.search.index.opening import opened
from briefreader.search.query import synonyms
from briefreader.search.storage import commits
from briefreader.search.storage.checksummed import REMEDY
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import InMemoryFile
from briefreader.search.whoosh_backend.files import NAME, Aside, Folder, by_name, opened_segments, replacing
from briefreader.search.whoosh_backend.reader import Segment
from briefreader.search.whoosh_backend.writer import Writer

_CROWD = 7


def update(
    folder: Path | None,
    items: Iterable[IndexDocument],
    wanted: Metadata,
    *,
    parts: Iterable[Path] = (),
    names: Iterable[Sequence[str]] | None = None,
    rebuild: bool = False,
    before: tuple[Commit, Metadata] | None = None,
    large: Commit | None = None,
) -> Searcher:
    """Bring the index in folder (None: one in memory) to exactly the wanted catalogue, and return it opened.

    `items` and `parts`, as `write_part` wrote them, are the briefs that are new or changed, all of them on a
    `rebuild`; what is not wanted goes. Parts must lie on the disk of the folder and are used up. `names` are groups
    that mean the same; without, those given before stay. Time is saved where the catalogue `before` is given and
    shares rows with the wanted one; `large` is what this index is a small part to. The index in use is replaced only
    when the new one is whole.
    Raises LibraryError where the folder cannot be written, where what it builds upon turns out to be damaged, or where
    a wanted brief is neither indexed nor given.
    """
    if folder is None:
        storage = RamStorage()
        paths: dict[str, list[str | None]] = {}
        _write(storage, _new(storage), items, (), wanted, paths)
        enrolment.write_doc_map(storage, wanted, paths, None)
        _write_names(storage, names)
        files = {name: InMemoryFile(bytes(data)) for name, data in storage.files.items()}
        return Searcher([files], partial(by_name, storage), storage.close, wanted)
    with commits.told(folder), commits.locked(folder):
        previous = None if rebuild else commits.current(folder)
        aside = commits.begin(folder, previous)
        try:
            files = Aside(aside, previous)
            index = FileIndex(files, SCHEMA, NAME) if previous else _new(files)
            known = before[1] if before and before[0] == previous else None
            carried_over = CarriedOver.over(previous, known, wanted) if previous and known else None
            taken = [segment for part in parts for segment in _taken(part, aside)]
            paths = enrolment.paths(files, known)
            _write(files, index, items, taken, wanted, paths)
            enrolment.write_doc_map(files, wanted, paths, carried_over)
            _write_names(files, names)
            with replacing(files, metadata.NAME) as file:
                metadata.write(wanted, file, carried_over)
            if large:
                with replacing(files, joint.NAME) as file:
                    joint.write(large, wanted, file)
            commit = commits.publish(folder, aside, previous)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        return opened(commit, wanted)


def write_part(folder: Path, items: Iterable[IndexDocument]) -> None:
    """Write briefs as an index of their own into an empty folder, for `update` to take over. Raises LibraryError."""
    with commits.told(folder):
        rows = []
        writer = Writer(_new(Folder(str(folder))))
        with _finished(writer):
            for item in items:
                rows.append(item.row)
                add(writer, item)
            writer.finish(Metadata(rows), lambda _, segments: segments)


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
    storage = Folder(str(part))
    segments: list[Any] = TOC.read(storage, NAME, schema=SCHEMA).segments
    for segment in segments:
        for name in segment.list_files(storage):
            (part / name).rename(aside / name)
    return segments


def _new(storage: Storage) -> FileIndex:
    return FileIndex.create(storage, SCHEMA, NAME)


def _write(
    storage: Storage,
    index: FileIndex,
    items: Iterable[IndexDocument],
    parts: Sequence[Any],
    wanted: Metadata,
    paths: dict[str, list[str | None]],
) -> None:
    """Add items and segments, delete what they replace and what is not wanted, merge small segments.

    `paths` has the paths of the documents of each segment, and gets those of the parts.
    """
    live: dict[str, int] = {}
    first = 0
    for segment in opened_segments(storage):
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
                paths[segment.name] = enrolment.read_paths(segment)
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


def _write_names(storage: Storage, names: Iterable[Sequence[str]] | None) -> None:
    if names is not None:
        with replacing(storage, synonyms.NAME) as file:
            synonyms.write(names, file)


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
                with closing(Segment(writer.storage, segment, writer.schema)) as taken:
                    writer.add_segment(taken)
            else:
                kept.append(segment)
    return kept


def _live(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())
