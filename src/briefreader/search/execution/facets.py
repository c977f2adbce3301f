"""Counts facets: the hits of each series, year, kind of text, side of a meeting, person, organization and place."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heapreplace
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from briefreader.fields import FACETS, WHOLE_NAMES
from briefreader.search.index.doc_map import DocMap, split
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.storage.bitset import members

if TYPE_CHECKING:
    from briefreader.search.query.completion import Vocabulary

_TOP: Final = 20
# At most this many documents, and at most one in 50, are counted by document; more are counted name by name.
_FEW: Final = 1_000
_ONE_IN: Final = 50
_MOST_KEPT: Final = 32 << 20  # bits of the sets of one kind that are kept in memory: 4 MB

T = TypeVar("T")

Counts = Iterable[tuple[int, int]]
"""Numbers of names, each with its count."""

Facets = dict[str, dict[str, int]]


class FacetCounter:
    """Counts the facets of any set of documents, and keeps in memory what holds for all sets."""

    def __init__(self, doc_map: DocMap, tables: Sequence[PrefixTable]) -> None:
        self._doc_map = doc_map
        self._tables = tables
        self._terms: dict[tuple[str, int], list[str]] = {}
        self._counters: dict[str, _NameCounter] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def of(self, found: int) -> Facets:
        """Return the twenty most frequent names of each kind in a set of documents."""
        few = found.bit_count() <= min(_FEW, self._doc_map.size // _ONE_IN)
        counts: Facets = {}
        for field in FACETS:
            if field.is_date:
                counts[field.name] = _top(self._years(found))
            elif few and field.words:
                counts[field.name] = _top(self._count_by_document(WHOLE_NAMES[field.name], found, _leading))
            else:
                counts[field.name] = self._counter(WHOLE_NAMES[field.name]).top(found)
        return counts

    def all_of(self, found: int) -> Facets:
        """Return all names of each kind in a set of documents, the most frequent first."""
        counts: Facets = {}
        for field in FACETS:
            counted: Iterable[tuple[str, int]]
            if field.is_date:
                counted = self._years(found)
            elif field.words:
                counted = self._count_by_document(WHOLE_NAMES[field.name], found)
            else:
                counted = self._counter(WHOLE_NAMES[field.name]).counts(found)
            counts[field.name] = _in_order(each for each in counted if each[1])
        return counts

    def vocabulary(self, kind: str) -> "Vocabulary":
        """Return the names in a field, given the name of the field, the most frequent first."""
        from briefreader.search.query.completion import Vocabulary

        if kind not in self._vocabularies:
            self._vocabularies[kind] = Vocabulary(self._counter(WHOLE_NAMES[kind]).names)
        return self._vocabularies[kind]

    def _years(self, found: int) -> Iterator[tuple[str, int]]:
        data = found.to_bytes((self._doc_map.size >> 3) + 1, "little")
        for year, runs in self._all_years.items():
            yield (
                year,
                sum((int.from_bytes(data[start:end], "little") & each).bit_count() for start, end, each in runs),
            )

    @cached_property
    def _all_years(self) -> dict[str, list[tuple[int, int, int]]]:
        """For each year the runs of bytes in which its documents lie in a set of doc ids, one run a table.

        A run is its first byte, the byte after its last, and the set of doc ids of the year relative to its first byte.
        """
        years: dict[str, list[tuple[int, int, int]]] = {}
        for year, doc_ids in self._doc_map.years().items():
            runs = years[year] = []
            for first_doc_id, each in zip(self._doc_map.first_doc_ids, split(self._doc_map, doc_ids), strict=False):
                if each:
                    first = first_doc_id + (each & -each).bit_length() - 1
                    end = first_doc_id + each.bit_length()
                    start = first >> 3
                    runs.append((start, (end + 7) >> 3, each << first_doc_id >> (start << 3)))
        return years

    def counts(self, field: str, found: int) -> Mapping[str, int]:
        """Return how many documents of a set have each name of a field that stores the terms of each document."""
        return dict(self._count_by_document(field, found))

    def _count_by_document(
        self, field: str, found: int, of_one_table: Callable[[Counts], Counts] = lambda counts: counts
    ) -> Iterable[tuple[str, int]]:
        """Return the count of each name; of the counts in the only table `of_one_table` may leave some out."""
        total: Counter[str] = Counter()
        by_table = [(table_number, each) for table_number, each in enumerate(split(self._doc_map, found)) if each]
        for table_number, each in by_table:
            names = self._names(field, table_number)
            term_numbers = self._tables[table_number].term_numbers(field, members(each))
            counted: Counts = Counter(term_numbers).items()
            if len(by_table) == 1:
                counted = of_one_table(counted)  # few names are then looked up
            for name, count in counted:
                total[names[name]] += count
        return total.items()

    def _names(self, field: str, table_number: int) -> list[str]:
        if (field, table_number) not in self._terms:
            self._terms[field, table_number] = self._tables[table_number].terms(field)
        return self._terms[field, table_number]

    def _counter(self, field: str) -> "_NameCounter":
        if field not in self._counters:
            self._counters[field] = _NameCounter(field, self._doc_map, self._tables)
        return self._counters[field]


class _NameCounter:
    """Counts the names of a field, sorted by their frequency among all documents, in any set of documents."""

    def __init__(self, field: str, doc_map: DocMap, tables: Sequence[PrefixTable]) -> None:
        self._field = field
        self._tables = tables
        self._first_doc_ids = doc_map.first_doc_ids
        self._most_kept = _MOST_KEPT // (doc_map.size + 1)
        frequencies: Counter[str] = Counter()
        for table in tables:
            frequencies.update(dict(table.term_counts(field)))
        self.names = [name for name, _ in frequencies.most_common()]
        self._frequencies = [frequencies[name] for name in self.names]
        self._sets: dict[int, int] = {}
        self._last_set = 0
        self._last_bounds: list[tuple[int, int]] = []

    def top(self, found: int) -> dict[str, int]:
        """Return the most frequent names of a set; count names until no other can be among them.

        A name has at most as many documents in a set as in all. If the set lies within the last one, as while a query
        grows, a name has at most as many as in that. Names are counted in the order of these bounds.
        """
        if not self.names:
            return {}
        before = [] if found & ~self._last_set else self._last_bounds
        uncounted = range(len(before), len(self.names))
        best = [0] * _TOP
        counted = self._counted(before, found, best)
        bounds = counted + before[len(counted) :]
        more = self._counted(((self._frequencies[number], number) for number in uncounted), found, best)
        self._last_set, self._last_bounds = found, sorted(bounds + more, reverse=True)
        return _top((self.names[number], count) for count, number in counted + more if count >= best[0])

    def counts(self, found: int) -> Iterator[tuple[str, int]]:
        """Yield the count of each name in a set."""
        for number, name in enumerate(self.names):
            yield name, (self._set_of(number) & found).bit_count()

    def _counted(self, bounds: Iterable[tuple[int, int]], found: int, best: list[int]) -> list[tuple[int, int]]:
        """Return count and number of each name until the bound of one is below the least of the best counts."""
        counted = []
        for bound, number in bounds:
            if bound < best[0]:
                break
            count = (self._set_of(number) & found).bit_count()
            counted.append((count, number))
            if count > best[0]:
                heapreplace(best, count)
        return counted

    def _set_of(self, number: int) -> int:
        documents = self._sets.get(number)
        if documents is None:
            documents = 0
            for first_doc_id, table in zip(self._first_doc_ids, self._tables, strict=False):
                documents |= table.with_term(self._field, self.names[number]) << first_doc_id
            if number < self._most_kept:
                self._sets[number] = documents
        return documents


def _leading(counts: Iterable[tuple[T, int]]) -> list[tuple[T, int]]:
    """Return the twenty most frequent, and all others that are as frequent as the last of these."""
    positive = [each for each in counts if each[1]]
    least = sorted(map(itemgetter(1), positive))[-_TOP:][:1]
    return [each for each in positive if each[1] >= least[0]]


def _top(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict([*_in_order(_leading(counts)).items()][:_TOP])


def _in_order(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    found = sorted(counts)
    found.sort(key=itemgetter(1), reverse=True)  # names of one count stay in their order
    return dict(found)
