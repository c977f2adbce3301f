"""Gives the briefs of an index by rank, and the tags and stored names of those whose files are there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefreader.indexing import BriefNames, columns
from briefreader.model import Entry

if TYPE_CHECKING:
    from briefreader.search import Searcher


class Tagged(NamedTuple):
    """A tag by its columns, and the briefs that have it: rank, count and offset of the first occurrence of each."""

    columns: Sequence[str]
    ranks: Sequence[int]
    counts: Sequence[int]
    offsets: Sequence[int]


class Read(NamedTuple):
    """The names in a brief as the index stores them, and a function that returns its text."""

    rank: int
    names: BriefNames
    text: Callable[[], str]


class Briefs:
    """Finds briefs by tags; `entry_of` returns the entry of an ID, None if the file of the brief is gone."""

    def __init__(self, searcher: Searcher, entry_of: Callable[[str], Entry | None]) -> None:
        self._searcher = searcher
        self._entry_of = entry_of
        self._entries: dict[int, Entry | None] = {}
        self._any_gone = False

    def entry(self, rank: int) -> Entry:
        """Return the entry of a brief that was found."""
        found = self._entries[rank]
        assert found is not None, "briefs whose files are gone are not found"
        return found

    def date(self, rank: int) -> str | None:
        """Return the date of a brief that was found."""
        return self.entry(rank).date

    def tagged(self, kind: str, phrases: Sequence[str], is_wanted: Callable[[Sequence[str]], bool]) -> Iterator[Tagged]:
        """Yield the wanted tags of a kind whose words contain one of several phrases; a tag may come several times."""
        found = self._searcher.tagged(kind, phrases, lambda line: is_wanted(columns(line)))
        for line, (ranks, counts, offsets) in found:
            self._look_up(ranks)
            if self._any_gone:
                there = [at for at, rank in enumerate(ranks) if self._entries[rank]]
                ranks, counts, offsets = ([each[at] for at in there] for each in (ranks, counts, offsets))
            if ranks:
                yield Tagged(columns(line), ranks, counts, offsets)

    def _look_up(self, ranks: Iterable[int]) -> None:
        new = [rank for rank in ranks if rank not in self._entries]
        if not new:
            return
        for rank, id in zip(new, self._searcher.ids(new), strict=True):
            entry = self._entries[rank] = self._entry_of(id)
            self._any_gone = self._any_gone or entry is None

    def read(self, ranks: Sequence[int]) -> Iterator[Read]:
        """Yield the stored names and the texts of some briefs."""
        for rank, document in zip(ranks, self._searcher.stored(ranks), strict=True):
            yield Read(rank, BriefNames.stored(document.value), document.text)

    def name_counts(self, ranks: Sequence[int]) -> dict[str, int]:
        """Return how many of some briefs name each person."""
        return {**self._searcher.name_counts("person", ranks)}

    def frequency(self, names: Iterable[str], ranks: Sequence[int]) -> tuple[int, int]:
        """Return how many of some briefs, and how many of all, name a person by one of several names."""
        return self._searcher.frequency("who", names, ranks)

    def count(self) -> int:
        """Return the number of all briefs."""
        return self._searcher.count()
