"""Opens an index for reading: one commit of the large part and, where there is one, of the delta."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from briefreader.model import Entry, LibraryError
from briefreader.search.index import delta, doc_map, metadata, synonym_table
from briefreader.search.index.combined_doc_map import CombinedDocMap
from briefreader.search.index.doc_map import DocMap, StoredDocMap
from briefreader.search.index.forward_index import ForwardIndex, forward_index_name
from briefreader.search.index.metadata import Metadata
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.index.segment_set import SegmentSet
from briefreader.search.index.stored_values import StoredValues, stored_values_name
from briefreader.search.index.synonym_table import SynonymTable
from briefreader.search.index.tag_table import TagTable, tag_table_name
from briefreader.search.storage.checksummed import REMEDY, ChecksummedFile
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import ByteSource

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import SegmentReader

Files = Mapping[str, ByteSource]
"""The files of a commit by name."""


class Snapshot:
    """Holds an index as it was at one moment; its files may be replaced on disk meanwhile.

    `parts` are the files of the large part and, where there is one, of the delta. `segments` opens the segments of
    Whoosh by name; `entries` returns the entries by rank if they are in memory. Raises LibraryError where the files are
    damaged or do not fit each other.
    """

    def __init__(
        self,
        parts: Sequence[Files],
        segments: "Callable[[], Mapping[str, SegmentReader]]",
        close: Callable[[], object],
        in_memory: Metadata | None = None,
        entries: Callable[[], Sequence[Entry] | None] = lambda: None,
    ) -> None:
        self.metadata = in_memory
        self._parts = parts
        self.close = close
        self.entries = entries
        maps = [_doc_map(files) for files in parts]
        self.doc_map: DocMap = maps[0]
        if len(maps) > 1:
            self.doc_map = CombinedDocMap(maps[0], maps[1], parts[1][delta.NAME])
        tables = [(files, table) for files, each in zip(parts, maps, strict=True) for table in each.tables]
        self.tables = [PrefixTable(files[table.name]) for files, table in tables]
        if [table.count for table in self.tables] != self.doc_map.counts:
            raise _mismatch()
        named = [(files, name) for files, table in tables for name, _ in table.segments if name is not None]
        forward_index = {name: ForwardIndex(files[forward_index_name(name)]) for files, name in named}
        stored_values = {name: StoredValues(files[stored_values_name(name)]) for files, name in named}
        tags = {name: TagTable(files[tag_table_name(name)]) for files, name in named}
        self.segment_set = SegmentSet(segments, forward_index, stored_values, tags, self.doc_map, self.tables)
        file = parts[0].get(synonym_table.NAME)
        self.synonyms = SynonymTable(file) if file else None

    def column(self, name: str) -> list[Any]:
        """Return a field of Entry of each document, by rank."""
        entries = [row.entry for row in self.metadata.values()] if self.metadata else self.entries()
        if entries:
            return [*map(attrgetter(name), entries)]
        large, *added = [metadata.column_of(files[metadata.NAME], name) for files in self._parts]
        return delta.combined(large, added[0], self._parts[1][delta.NAME]) if added else large


def opened(
    commit: Commit,
    delta_commit: Commit | None = None,
    entries: Callable[[], Sequence[Entry] | None] = lambda: None,
) -> Snapshot:
    """Return a snapshot of a commit and its delta. Raises LibraryError and OSError where files are damaged."""
    parts = [{name: each.open(name) for name in each.files} for each in (commit, delta_commit) if each]
    return Snapshot(parts, partial(_segments, parts), partial(_close, parts), entries=entries)


def _doc_map(files: Files) -> StoredDocMap:
    found = StoredDocMap(files[doc_map.NAME])
    if found.live.bit_count() != len(found):
        raise _mismatch()
    return found


def _mismatch() -> LibraryError:
    return LibraryError(f"the parts of the search index do not fit each other; {REMEDY}")


def _segments(parts: Sequence[Mapping[str, ChecksummedFile]]) -> "dict[str, SegmentReader]":
    from briefreader.search.whoosh_backend.whoosh_files import checksummed_segments  # importing Whoosh takes 50 ms

    return {name: segment for files in parts for name, segment in checksummed_segments(files).items()}


def _close(parts: Sequence[Mapping[str, ChecksummedFile]]) -> None:
    for file in chain.from_iterable(files.values() for files in parts):
        file.close()
