"""Enrolling what an index holds: which brief each document of each segment is, and which table covers it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from briefreader.search.index import doc_map
from briefreader.search.index.doc_map import Coverage, StoredDocMap
from briefreader.search.index.metadata import CarriedOver, Metadata
from briefreader.search.index.prefix_table import PrefixTable, prefix_table_name
from briefreader.search.storage.bitset import members
from briefreader.search.storage.container import InMemoryFile, StorageFile
from briefreader.search.whoosh_backend.files import Storage, opened_segments, replacing
from briefreader.search.whoosh_backend.reader import SegmentReader


def paths(storage: Storage, metadata: Metadata | None) -> dict[str, list[str | None]]:
    """Return the paths of the documents of each segment, None where one is deleted; quicker with the catalogue."""
    if metadata is None:
        return {segment.name: read_paths(segment) for segment in opened_segments(storage)}
    known = [*metadata]
    before = _doc_map(storage)
    live = {*members(before.live)}
    found: dict[str, list[str | None]] = {}
    for base, cover in zip(before.bases, before.covers, strict=False):
        filed: list[str | None] = [None] * cover.size
        for doc, document in enumerate(_documents(storage, cover), base):
            if doc in live:
                filed[document] = known[before.ranks[doc]]
        left = iter(filed)
        found.update((name or "", [*islice(left, count)]) for name, count in cover.segments)
    return found


def read_paths(segment: SegmentReader) -> list[str | None]:
    """Return the path of each document of a segment, None where it is deleted."""
    return [None if at in segment.deleted else path for at, path in enumerate(segment.paths())]


def _doc_map(storage: Storage) -> StoredDocMap:
    with storage.open_file(doc_map.NAME) as file:
        return StoredDocMap(InMemoryFile(file.read()))


def _documents(storage: Storage, cover: Coverage) -> Sequence[int]:
    """Return the document of each number of a table."""
    with storage.open_file(cover.table) as file:
        return PrefixTable(StorageFile(file, storage.file_length(cover.table))).documents()


def write_doc_map(
    storage: Storage, wanted: Metadata, known: Mapping[str, list[str | None]], carried_over: CarriedOver | None
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
    with replacing(storage, doc_map.NAME) as file:
        doc_map.write(tables, wanted, file, carried_over)


def _covers(storage: Storage, counts: Mapping[str, int]) -> Iterator[Coverage]:
    """Yield the tables of all segments, given the number of documents of each; deletes the table of those gone."""
    covered: set[str | None] = set()
    if storage.file_exists(doc_map.NAME):
        for table, segments in _doc_map(storage).covers:
            left = [(name if name in counts else None, count) for name, count in segments]
            if any(name for name, _ in left):
                covered.update(name for name, _ in left)
                yield Coverage(table, left)
            elif storage.file_exists(table):
                storage.delete_file(table)
    for name, count in counts.items():
        if name not in covered:
            yield Coverage(prefix_table_name(name), [(name, count)])
