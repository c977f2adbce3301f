"""Enrolling what an index holds: which brief each document of each segment is, and which table covers it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from whoosh.filedb.filestore import Storage

from briefreader.search.index import doc_map as roster
from briefreader.search.index.doc_map import Cover, Roster
from briefreader.search.index.metadata import Carried, Catalogue
from briefreader.search.index.prefix_table import Table
from briefreader.search.storage.bitset import members
from briefreader.search.storage.container import Memory, Stored
from briefreader.search.whoosh_backend.files import opened_segments, replacing
from briefreader.search.whoosh_backend.reader import TABLE, Segment


def paths(storage: Storage, catalogue: Catalogue | None) -> dict[str, list[str | None]]:
    """Return the paths of the documents of each segment, None where one is deleted; quicker with the catalogue."""
    if catalogue is None:
        return {segment.name: read_paths(segment) for segment in opened_segments(storage)}
    known = [*catalogue]
    before = _roster(storage)
    live = {*members(before.live)}
    found: dict[str, list[str | None]] = {}
    for base, cover in zip(before.bases, before.covers, strict=False):
        filed: list[str | None] = [None] * cover.size
        for slot, document in enumerate(_documents(storage, cover), base):
            if slot in live:
                filed[document] = known[before.ranks[slot]]
        left = iter(filed)
        found.update((name or "", [*islice(left, count)]) for name, count in cover.segments)
    return found


def read_paths(segment: Segment) -> list[str | None]:
    """Return the path of each document of a segment, None where it is deleted."""
    return [None if at in segment.deleted else path for at, path in enumerate(segment.paths())]


def _roster(storage: Storage) -> Roster:
    with storage.open_file(roster.NAME) as file:
        return Roster(Memory(file.read()))


def _documents(storage: Storage, cover: Cover) -> Sequence[int]:
    """Return the document of each number of a table."""
    with storage.open_file(cover.table) as file:
        return Table(Stored(file, storage.file_length(cover.table))).documents()


def write_roster(
    storage: Storage, wanted: Catalogue, known: Mapping[str, list[str | None]], carried: Carried | None
) -> None:
    """Write the roster of all segments; the paths of most are known, by their names."""
    filed: dict[str, list[str | None]] = {}
    counts: dict[str, int] = {}
    for segment in opened_segments(storage):
        every = filed[segment.name] = [*known[segment.name]] if segment.name in known else read_paths(segment)
        for number in segment.deleted:
            every[number] = None
        counts[segment.name] = segment.count
    tables = []
    for cover in _covers(storage, counts):
        numbered = [*chain.from_iterable(filed[name] if name else [None] * count for name, count in cover.segments)]
        tables.append((cover, map(numbered.__getitem__, _documents(storage, cover))))
    with replacing(storage, roster.NAME) as file:
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
