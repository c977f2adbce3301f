"""Finds the path of each document number of the segments, and writes the doc map from these."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from briefreader.search.index import doc_map, doc_map_writer
from briefreader.search.index.doc_map import StoredDocMap, TableSegments
from briefreader.search.index.metadata import Metadata, SharedRows
from briefreader.search.index.prefix_table import PrefixTable, prefix_table_name
from briefreader.search.storage.bitset import members
from briefreader.search.storage.container import InMemoryFile, SeekableFile
from briefreader.search.whoosh_backend.reader import SegmentReader
from briefreader.search.whoosh_backend.whoosh_files import Storage, opened_segments, replacing


def paths(storage: Storage, metadata: Metadata | None) -> dict[str, list[str | None]]:
    """Return the paths of the documents of each segment by its name, None where one is deleted.

    With the metadata of the commit the doc map tells the paths, which is quicker than reading them from the segments.
    """
    if metadata is None:
        return {segment.name: read_paths(segment) for segment in opened_segments(storage)}
    known = [*metadata]
    previous = _doc_map(storage)
    live = {*members(previous.live)}
    found: dict[str, list[str | None]] = {}
    for first, table in zip(previous.first_doc_ids, previous.tables, strict=False):
        by_number: list[str | None] = [None] * table.size
        for doc_id, document in enumerate(_document_numbers(storage, table), first):
            if doc_id in live:
                by_number[document] = known[previous.ranks[doc_id]]
        remaining = iter(by_number)
        found.update((name or "", [*islice(remaining, count)]) for name, count in table.segments)
    return found


def read_paths(segment: SegmentReader) -> list[str | None]:
    """Return the path of each document of a segment, None where it is deleted."""
    return [None if at in segment.deleted else path for at, path in enumerate(segment.paths())]


def _doc_map(storage: Storage) -> StoredDocMap:
    with storage.open_file(doc_map.NAME) as file:
        return StoredDocMap(InMemoryFile(file.read()))


def _document_numbers(storage: Storage, table: TableSegments) -> Sequence[int]:
    """Return the document number of each local doc id of a table."""
    with storage.open_file(table.name) as file:
        return PrefixTable(SeekableFile(file, storage.file_length(table.name))).documents()


def write_doc_map(
    storage: Storage, wanted: Metadata, known: Mapping[str, list[str | None]], shared: SharedRows | None
) -> None:
    """Write the doc map of all segments; `known` has the paths of most segments by name, and the others are read."""
    paths_of: dict[str, list[str | None]] = {}
    counts: dict[str, int] = {}
    for segment in opened_segments(storage):
        all_paths = paths_of[segment.name] = [*known[segment.name]] if segment.name in known else read_paths(segment)
        for number in segment.deleted:
            all_paths[number] = None
        counts[segment.name] = segment.count
    tables = []
    for table in _current_tables(storage, counts):
        by_number = [*chain.from_iterable(paths_of[name] if name else [None] * count for name, count in table.segments)]
        tables.append((table, map(by_number.__getitem__, _document_numbers(storage, table))))
    with replacing(storage, doc_map.NAME) as file:
        doc_map_writer.write(tables, wanted, file, shared)


def _current_tables(storage: Storage, counts: Mapping[str, int]) -> Iterator[TableSegments]:
    """Yield the tables of all segments, given their numbers of documents; delete the tables without a segment."""
    has_table: set[str | None] = set()
    if storage.file_exists(doc_map.NAME):
        for table_name, segments in _doc_map(storage).tables:
            left = [(name if name in counts else None, count) for name, count in segments]
            if any(name for name, _ in left):
                has_table.update(name for name, _ in left)
                yield TableSegments(table_name, left)
            elif storage.file_exists(table_name):
                storage.delete_file(table_name)
    for name, count in counts.items():
        if name not in has_table:
            yield TableSegments(prefix_table_name(name), [(name, count)])
