"""What the hits have in common: how many there are of each series, year, person, organization and place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from heapq import heapreplace
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from briefreader.search.index.doc_map import DocMap, split
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.storage.bitset import members

if TYPE_CHECKING:
    from briefreader.search.query.completion import Vocabulary

# Fields of the tables that hold the canonical names of each kind: those that are counted, and all that are offered.
FIELDS: Final = {kind: f"{kind}_name" for kind in ("person", "organization", "place")}
OFFERED: Final = FIELDS | {kind: f"{kind}_name" for kind in ("agreement", "weapon")}
KINDS: Final = ("series", "year", *FIELDS)
SERIES: Final = "series_name"
_TOP: Final = 20
# So many briefs, and no more than one in 50, are sooner counted one by one than name by name.
_FEW: Final = 1_000
_ONE_IN: Final = 50
_MOST_KEPT: Final = 32 << 20  # bits of the sets of one kind: 4 MB

T = TypeVar("T")

Facets = dict[str, dict[str, int]]


class FacetCounter:
    """Counts facets of any set of briefs; what it finds out about all briefs it keeps."""

    def __init__(self, doc_map: DocMap, tables: Sequence[PrefixTable]) -> None:
        self._doc_map = doc_map
        self._tables = tables
        self._terms: dict[tuple[str, int], list[str]] = {}
        self._named: dict[str, _Names] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def of(self, found: int) -> Facets:
        """Return the twenty most frequent of each kind in a set of briefs."""
        counts: Facets = {"series": self._by_name(SERIES).top(found), "year": _top(self._years(found))}
        few = found.bit_count() <= min(_FEW, self._doc_map.size // _ONE_IN)
        for kind, field in FIELDS.items():
            counts[kind] = self._by_brief(field, found) if few else self._by_name(field).top(found)
        return counts

    def vocabulary(self, kind: str) -> "Vocabulary":
        """Return the names of a kind (`series` or one of OFFERED), those of most briefs first."""
        from briefreader.search.query.completion import Vocabulary

        if kind not in self._vocabularies:
            names = self._by_name(SERIES if kind == "series" else OFFERED[kind]).names
            self._vocabularies[kind] = Vocabulary(names)
        return self._vocabularies[kind]

    def _years(self, found: int) -> Iterator[tuple[str, int]]:
        octets = found.to_bytes((self._doc_map.size >> 3) + 1, "little")
        for year, runs in self._all_years.items():
            yield (
                year,
                sum((int.from_bytes(octets[start:end], "little") & each).bit_count() for start, end, each in runs),
            )

    @cached_property
    def _all_years(self) -> dict[str, list[tuple[int, int, int]]]:
        """For each year and table the octets of a set of slots in which it lies, the first and the one after the last,
        and which of their bits have it.
        """
        years: dict[str, list[tuple[int, int, int]]] = {}
        for year, docs in self._doc_map.years().items():
            runs = years[year] = []
            for base, each in zip(self._doc_map.bases, split(self._doc_map, docs), strict=False):
                if each:
                    first = base + (each & -each).bit_length() - 1
                    end = base + each.bit_length()
                    start = first >> 3
                    runs.append((start, (end + 7) >> 3, each << base >> (start << 3)))
        return years

    def _by_brief(self, field: str, found: int) -> dict[str, int]:
        total: Counter[str] = Counter()
        inside = [(at, each) for at, each in enumerate(split(self._doc_map, found)) if each]
        for at, each in inside:
            names = self._names(field, at)
            counted: Iterable[tuple[int, int]] = Counter(self._tables[at].had(field, members(each))).items()
            if len(inside) == 1:
                counted = _leading(counted)  # so that few names are looked at
            for name, count in counted:
                total[names[name]] += count
        return _top(total.items())

    def _names(self, field: str, at: int) -> list[str]:
        if (field, at) not in self._terms:
            self._terms[field, at] = self._tables[at].terms(field)
        return self._terms[field, at]

    def _by_name(self, field: str) -> "_Names":
        if field not in self._named:
            self._named[field] = _Names(field, self._doc_map, self._tables)
        return self._named[field]


class _Names:
    """The names in a field, those of most briefs first, to be counted in any set of briefs."""

    def __init__(self, field: str, doc_map: DocMap, tables: Sequence[PrefixTable]) -> None:
        self._field = field
        self._tables = tables
        self._bases = doc_map.bases
        self._most_kept = _MOST_KEPT // (doc_map.size + 1)
        known: Counter[str] = Counter()
        for table in tables:
            known.update(dict(table.lexicon(field)))
        self.names = [name for name, _ in known.most_common()]
        self._frequencies = [known[name] for name in self.names]
        self._sets: dict[int, int] = {}
        self._within = 0
        self._bounds: list[tuple[int, int]] = []

    def top(self, found: int) -> dict[str, int]:
        """Count names until no other can be among the most frequent.

        A name has no more of the briefs than of those found before, if these are among them as while a query grows,
        nor than of all: names are counted in the order of these bounds.
        """
        if not self.names:
            return {}
        before = [] if found & ~self._within else self._bounds
        beyond = range(len(before), len(self.names))
        best = [0] * _TOP
        counted = self._counted(before, found, best)
        bounds = counted + before[len(counted) :]
        more = self._counted(((self._frequencies[number], number) for number in beyond), found, best)
        self._within, self._bounds = found, sorted(bounds + more, reverse=True)
        return _top((self.names[number], count) for count, number in counted + more if count >= best[0])

    def _counted(self, bounds: Iterable[tuple[int, int]], found: int, best: list[int]) -> list[tuple[int, int]]:
        """Return the counts and numbers of names as long as the bound of one reaches the least of the best counts."""
        counted = []
        for bound, number in bounds:
            if bound < best[0]:
                break
            count = (self._having(number) & found).bit_count()
            counted.append((count, number))
            if count > best[0]:
                heapreplace(best, count)
        return counted

    def _having(self, number: int) -> int:
        having = self._sets.get(number)
        if having is None:
            having = 0
            for base, table in zip(self._bases, self._tables, strict=False):
                having |= table.with_term(self._field, self.names[number]) << base
            if number < self._most_kept:
                self._sets[number] = having
        return having


def _leading(counts: Iterable[tuple[T, int]]) -> list[tuple[T, int]]:
    """Return those that are among the twenty most frequent, with all that are as frequent as the last of them."""
    positive = [each for each in counts if each[1]]
    least = sorted(map(itemgetter(1), positive))[-_TOP:][:1]
    return [each for each in positive if each[1] >= least[0]]


def _top(counts: Iterable[tuple[str, int]]) -> dict[str, int]:
    return dict(sorted(_leading(counts), key=lambda each: (-each[1], each[0]))[:_TOP])
