"""Uniting the tables of an index, so that a search asks few, however many parts the index was written in."""

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

from briefreader.search.index import doc_map
from briefreader.search.index.doc_map import Coverage, StoredDocMap
from briefreader.search.index.prefix_table import PrefixTable, PrefixTableWriter
from briefreader.search.storage import commits
from briefreader.search.storage.bitset import from_members, members
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import ByteSink

if TYPE_CHECKING:
    from briefreader.search.index.segment_writer import BriefWriter

_CROWD: Final = 7
_LARGER: Final = 8
_MOST: Final = 96 << 20
_NAME: Final = "united"
_MOST_RUNS: Final = 64  # beyond which it is quicker to move the numbers of a set one by one


def merge_tables(folder: Path) -> None:
    """Unite tables of the index in a folder if more of them are small than need be.

    Raises LibraryError where the index is damaged or the folder cannot be written.
    """
    with commits.told(folder), commits.locked(folder):
        commit = commits.current(folder)
        if commit is None:
            return
        before = StoredDocMap(commit.open(doc_map.NAME))
        chosen = crowd([commit.files[cover.table][0] for cover in before.covers])
        if not chosen:
            return
        aside = commits.begin(folder, commit)
        try:
            _merge_tables(commit, before, chosen, aside)
            commits.publish(folder, aside, commit)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def crowd(sizes: Sequence[int]) -> list[int]:
    """Return which tables to unite, given their bytes: the small ones, up to where the next is eight times as large.

    So a brief is written again a few times at most, and tables are few: the logarithmic method of Bentley and Saxe,
    "Decomposable Searching Problems" (1980). What is united fits into memory.
    """
    order = sorted(range(len(sizes)), key=sizes.__getitem__)
    total = count = 0
    for at, number in enumerate(order):
        if total + sizes[number] > _MOST:
            break
        if sizes[number] < _LARGER * total:
            count = at + 1
        total += sizes[number]
    return sorted(order[:count])


def _merge_tables(commit: Commit, before: StoredDocMap, chosen: Sequence[int], aside: Path) -> None:
    """Write the united table and the roster that goes with it, and drop the tables that were united."""
    name = f"{_NAME}-{commit.number}"
    segments, documents = _kept(before, chosen)
    sources: list[_Numbered] = []
    docs = [0] * len(documents)  # that each document had
    for at in chosen:
        base, table = before.bases[at], PrefixTable(commit.open(before.covers[at].table))
        numbered = [documents.get(base + document) for document in table.documents()]
        for doc, number in enumerate(numbered, base):
            if number is not None:
                docs[number] = doc
        sources.append((table, numbered))
        (aside / before.covers[at].table).unlink()
    order = sorted(range(len(docs)), key=lambda document: before.ranks[docs[document]])
    with (aside / name).open("wb") as file:
        _write(sources, order, file)
    docs = [docs[document] for document in order]
    others = [at for at in range(len(before.covers)) if at not in chosen]
    docs += chain.from_iterable(range(before.bases[at], before.bases[at + 1]) for at in others)
    covers = [Coverage(name, segments), *(before.covers[at] for at in others)]
    (aside / doc_map.NAME).unlink()  # it is a link to the one in use
    with (aside / doc_map.NAME).open("wb") as file:
        doc_map.rewrite(before, covers, docs, file)


def _kept(before: StoredDocMap, chosen: Sequence[int]) -> tuple[list[tuple[str | None, int]], dict[int, int]]:
    """Return the segments that are still there, and by the old number of each of their documents the new one."""
    segments: list[tuple[str | None, int]] = []
    documents: dict[int, int] = {}
    for at in chosen:
        first = before.bases[at]
        for name, count in before.covers[at].segments:
            if name is not None:
                segments.append((name, count))
                documents.update(zip(range(first, first + count), itertools.count(len(documents)), strict=False))
            first += count
    return segments, documents


_Numbered = tuple[PrefixTable, Sequence[int | None]]
"""A table and for each of its numbers the document that has it, None where it is gone."""


def _write(sources: Sequence[_Numbered], order: Sequence[int], file: ByteSink) -> None:
    """Write the table of all these, in which the documents stand in an order."""
    places = [0] * len(order)
    for place, document in enumerate(order):
        places[document] = place
    writer = PrefixTableWriter(file, places)
    moved = [
        _Moved(at, table, [None if each is None else places[each] for each in documents], writer.typecode)
        for at, (table, documents) in enumerate(sources)
    ]
    for name, listed in dict(field for table, _ in sources for field in table.fields()).items():
        writer.begin()
        for term, alike in groupby(merge(*(table.lists(name) for table in moved)), itemgetter(0)):
            few, many = array(writer.typecode), 0
            for _, _, some, others in alike:
                few += some
                many |= others
            if few or many:
                writer.put(term, few, many)
        writer.end(name, listed=listed)
    writer.close()


class _Moved:
    """A table whose numbers are given as those they are to have, None where it is to be no longer there."""

    def __init__(self, at: int, table: PrefixTable, now: Sequence[int | None], typecode: Literal["H", "I"]) -> None:
        self._at = at
        self._table = table
        self._now = now
        self._typecode = typecode
        self._whole = None not in now
        self._runs = _runs(now)
        self._size = max((place for place in now if place is not None), default=0) + 1

    def lists(self, name: str) -> "Iterator[tuple[bytes, int, array[int], int]]":
        """Yield the terms of a field, in order, which table this is, and the numbers that have the term: few or a set.

        Of several tables these merge without a key, which would be asked for every term.
        """
        terms, starts, listed, dense, sets = self._table.contents(name)
        none = array(self._typecode)
        if self._whole:
            listed = self._placed(listed)
        for at, (term, (start, end)) in enumerate(zip(terms, pairwise(starts), strict=True)):
            if at in dense:
                yield term, self._at, none, self._set(sets[dense[at]])
            else:
                yield term, self._at, listed[start:end] if self._whole else self._placed(listed[start:end]), 0

    def _placed(self, numbers: Iterable[int]) -> "array[int]":
        return array(self._typecode, [place for place in map(self._now.__getitem__, numbers) if place is not None])

    def _set(self, found: int) -> int:
        if len(self._runs) > _MOST_RUNS:
            return from_members(self._placed(members(found)), self._size)
        moved = 0
        for number, place, length in self._runs:
            moved |= (found >> number & (1 << length) - 1) << place
        return moved


def _runs(now: Sequence[int | None]) -> list[tuple[int, int, int]]:
    """Return numbers that stay in a row: the first, what it becomes, and how many they are."""
    runs: list[tuple[int, int, int]] = []
    for number, place in enumerate(now):
        if place is None:
            continue
        if runs:
            first, moved, length = runs[-1]
            if (number - first, place - moved) == (length, length):
                runs[-1] = first, moved, length + 1
                continue
        runs.append((number, place, 1))
    return runs


def merge_segments(added: int, writer: "BriefWriter", segments: list[Any]) -> list[Any]:
    """Take over segments of about the same size (within a factor of eight) once there are seven, and half empty ones.

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
                with closing(writer.segment(segment)) as taken:
                    writer.take_over(taken)
            else:
                kept.append(segment)
    return kept


def _live(segment: Any) -> int:
    return int(segment.doc_count_all() - segment.deleted_count())
