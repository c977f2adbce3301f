"""Merges the prefix tables and the segments of an index, which keeps both few however many updates wrote them."""

import itertools
import shutil
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from heapq import merge
from itertools import chain, groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from briefreader.search.index import doc_map, doc_map_writer
from briefreader.search.index.doc_map import StoredDocMap, TableSegments
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.index.prefix_table_writer import PrefixTableWriter
from briefreader.search.storage import commits
from briefreader.search.storage.bitset import from_members, members
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import ByteSink

if TYPE_CHECKING:
    from briefreader.search.index.segment_writer import BriefWriter

_SEGMENTS_TO_MERGE: Final = 7  # of about the same size
_SIZE_RATIO: Final = 8
_MOST_BYTES: Final = 96 << 20  # of tables to merge at once
_NAME: Final = "merged"
_MOST_RUNS: Final = 64  # beyond so many, moving the members of a set one by one is quicker


def merge_tables(folder: Path) -> None:
    """Merge tables of the index in a folder if too many of them are small.

    Raises LibraryError where the index is damaged or the folder cannot be written.
    """
    with commits.explaining_write_errors(folder), commits.locked(folder):
        commit = commits.current(folder)
        if commit is None:
            return
        old = StoredDocMap(commit.open(doc_map.NAME))
        chosen = choose_tables([commit.files[table.name][0] for table in old.tables])
        if not chosen:
            return
        aside = commits.begin(folder, commit)
        try:
            _merge_tables(commit, old, chosen, aside)
            commits.publish(folder, aside, commit)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def choose_tables(sizes: Sequence[int]) -> list[int]:
    """Return the tables to merge, given the bytes of each: the small ones, up to a table eight times as large as those.

    Each document is thus rewritten a few times at most, and tables stay few: the logarithmic method of Bentley and
    Saxe, "Decomposable Searching Problems" (1980). The tables to merge fit into memory.
    """
    order = sorted(range(len(sizes)), key=sizes.__getitem__)
    total = count = 0
    for at, number in enumerate(order):
        if total + sizes[number] > _MOST_BYTES:
            break
        if sizes[number] < _SIZE_RATIO * total:
            count = at + 1
        total += sizes[number]
    return sorted(order[:count])


def _merge_tables(commit: Commit, old: StoredDocMap, chosen: Sequence[int], aside: Path) -> None:
    """Write the merged table and its doc map, and delete the tables that were merged."""
    name = f"{_NAME}-{commit.number}"
    segments, documents = _remaining(old, chosen)
    sources: list[_RenumberedTable] = []
    old_doc_ids = [0] * len(documents)  # by the new document number
    for number in chosen:
        first, table = old.first_doc_ids[number], PrefixTable(commit.open(old.tables[number].name))
        new_documents = [documents.get(first + document) for document in table.documents()]
        for doc_id, document in enumerate(new_documents, first):
            if document is not None:
                old_doc_ids[document] = doc_id
        sources.append((table, new_documents))
        (aside / old.tables[number].name).unlink()
    order = sorted(range(len(old_doc_ids)), key=lambda document: old.ranks[old_doc_ids[document]])
    with (aside / name).open("wb") as file:
        _write(sources, order, file)
    doc_ids = [old_doc_ids[document] for document in order]
    kept = [number for number in range(len(old.tables)) if number not in chosen]
    doc_ids += chain.from_iterable(range(old.first_doc_ids[number], old.first_doc_ids[number + 1]) for number in kept)
    tables = [TableSegments(name, segments), *(old.tables[number] for number in kept)]
    (aside / doc_map.NAME).unlink()  # it is a hard link to the file in use
    with (aside / doc_map.NAME).open("wb") as file:
        doc_map_writer.rewrite(old, tables, doc_ids, file)


def _remaining(old: StoredDocMap, chosen: Sequence[int]) -> tuple[list[tuple[str | None, int]], dict[int, int]]:
    """Return the segments that are still there, and the new number of each of their documents by the old one."""
    segments: list[tuple[str | None, int]] = []
    documents: dict[int, int] = {}
    for number in chosen:
        first = old.first_doc_ids[number]
        for name, count in old.tables[number].segments:
            if name is not None:
                segments.append((name, count))
                documents.update(zip(range(first, first + count), itertools.count(len(documents)), strict=False))
            first += count
    return segments, documents


_RenumberedTable = tuple[PrefixTable, Sequence[int | None]]
"""A table and the new document number of each of its local doc ids, None where its segment is gone."""


def _write(sources: Sequence[_RenumberedTable], order: Sequence[int], file: ByteSink) -> None:
    """Write the merged table of several, in which the documents stand in the given order."""
    local_ids = [0] * len(order)
    for local_id, document in enumerate(order):
        local_ids[document] = local_id
    writer = PrefixTableWriter(file, local_ids)
    moved = [
        _MovedTable(number, table, [None if each is None else local_ids[each] for each in documents], writer.typecode)
        for number, (table, documents) in enumerate(sources)
    ]
    for name, by_document in dict(field for table, _ in sources for field in table.fields()).items():
        writer.begin()
        for term, same_term in groupby(merge(*(table.lists(name) for table in moved)), itemgetter(0)):
            listed, bits = array(writer.typecode), 0
            for _, _, more_listed, more_bits in same_term:
                listed += more_listed
                bits |= more_bits
            if listed or bits:
                writer.add_local_ids(term, listed, bits)
        writer.end(name, by_document=by_document)
    writer.close()


class _MovedTable:
    """Reads a table under new local doc ids, None for documents that are to be left out.

    `number` orders the terms that several tables have in common.
    """

    def __init__(
        self, number: int, table: PrefixTable, new_ids: Sequence[int | None], typecode: Literal["H", "I"]
    ) -> None:
        self._number = number
        self._table = table
        self._new_ids = new_ids
        self._typecode = typecode
        self._whole = None not in new_ids
        self._runs = _runs(new_ids)
        self._size = max((local_id for local_id in new_ids if local_id is not None), default=0) + 1

    def lists(self, name: str) -> "Iterator[tuple[bytes, int, array[int], int]]":
        """Yield each term of a field in order, the number of this table, and the local doc ids: a list and a bitset.

        Several tables merge by these tuples without a key, which would be called for every term.
        """
        terms, starts, stored_ids, set_numbers, sets = self._table.contents(name)
        none = array(self._typecode)
        if self._whole:
            stored_ids = self._moved(stored_ids)
        for at, (term, (start, end)) in enumerate(zip(terms, pairwise(starts), strict=True)):
            if at in set_numbers:
                yield term, self._number, none, self._moved_set(sets[set_numbers[at]])
            else:
                yield (
                    term,
                    self._number,
                    stored_ids[start:end] if self._whole else self._moved(stored_ids[start:end]),
                    0,
                )

    def _moved(self, numbers: Iterable[int]) -> "array[int]":
        return array(self._typecode, [new for new in map(self._new_ids.__getitem__, numbers) if new is not None])

    def _moved_set(self, found: int) -> int:
        if len(self._runs) > _MOST_RUNS:
            return from_members(self._moved(members(found)), self._size)
        moved = 0
        for first, new, length in self._runs:
            moved |= (found >> first & (1 << length) - 1) << new
        return moved


def _runs(new_ids: Sequence[int | None]) -> list[tuple[int, int, int]]:
    """Return the runs of local doc ids that stay together: the first old one, the first new one, and the length."""
    runs: list[tuple[int, int, int]] = []
    for old, new in enumerate(new_ids):
        if new is None:
            continue
        if runs:
            first_old, first_new, length = runs[-1]
            if (old - first_old, new - first_new) == (length, length):
                runs[-1] = first_old, first_new, length + 1
                continue
        runs.append((old, new, 1))
    return runs


def merge_segments(added: int, writer: "BriefWriter", segments: list[Any]) -> list[Any]:
    """Rewrite segments that are at least half empty, and segments of one size class once the class has seven.

    A size class spans a factor of eight. Each document is thus rewritten a few times at most, and the segments, each of
    which a search opens, stay few. The work is in proportion to `added`, the number of new documents: adding one of
    them rewrites no 10,000 others. Returns the segments that stay as they are.
    """
    most = 8 * max(100, added)
    kept: list[Any] = []
    segments = [segment for segment in segments if _live(segment)]
    for _, same_size in groupby(sorted(segments, key=_live), key=lambda segment: _live(segment).bit_length() // 3):
        group = list(same_size)
        crowded = len(group) >= _SEGMENTS_TO_MERGE and sum(map(_live, group)) <= most
        for segment in group:
            if crowded or 2 * _live(segment) <= segment.doc_count_all():
                with closing(writer.segment(segment)) as reader:
                    writer.take_over(reader)
            else:
                kept.append(segment)
    return kept


def _live(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())
