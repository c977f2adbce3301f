"""What the hits have in common: how many there are of each series, year, person, organization and place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from briefreader.search.bits import members
from briefreader.search.prefixes import Table
from briefreader.search.roster import Roster

if TYPE_CHECKING:
    from briefreader.search.completion import Vocabulary

# Fields of the tables that hold the canonical names of each kind: those that are counted, and all that are offered.
FIELDS: Final = {kind: f"{kind}_name" for kind in ("person", "organization", "place")}
OFFERED: Final = FIELDS | {kind: f"{kind}_name" for kind in ("agreement", "weapon")}
SERIES: Final = "series_name"
_TOP: Final = 20
_FEW: Final = 1_000

Facets = dict[str, dict[str, int]]


class Counts:
    """Counts facets of any set of briefs; what it finds out about all briefs it keeps."""

    def __init__(self, roster: Roster, tables: Sequence[Table]) -> None:
        self._roster = roster
        self._tables = tables
        self._terms: dict[tuple[str, int], list[str]] = {}
        self._frequent: dict[str, list[tuple[str, int]]] = {}
        self._vocabularies: dict[str, Vocabulary] = {}

    def of(self, found: int) -> Facets:
        """Return the twenty most frequent of each kind in a set of briefs."""
        counts: Facets = {"series": self._series(found), "year": _most_common(self._years(found))}
        few = found.bit_count() <= _FEW
        for kind, field in FIELDS.items():
            counts[kind] = self._by_brief(field, found) if few else self._by_name(field, found)
        return counts

    def vocabulary(self, kind: str) -> "Vocabulary":
        """Return the names of a kind (`series` or one of OFFERED), those of most briefs first."""
        from briefreader.search.completion import Vocabulary

        if kind not in self._vocabularies:
            if kind == "series":
                known = Counter({name: each.bit_count() for name, each in self._all_series.items()}).most_common()
            else:
                known = self._by_frequency(OFFERED[kind])
            self._vocabularies[kind] = Vocabulary(name for name, _ in known)
        return self._vocabularies[kind]

    def _series(self, found: int) -> dict[str, int]:
        return _most_common({name: (each & found).bit_count() for name, each in self._all_series.items()})

    @cached_property
    def _all_series(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for base, table in zip(self._roster.bases, self._tables, strict=False):
            for name in table.terms(SERIES):
                found[name] = found.get(name, 0) | table.with_term(SERIES, name) << base
        return {name: each & self._roster.live for name, each in found.items()}

    def _years(self, found: int) -> dict[str, int]:
        return {year: (found >> first & each).bit_count() for year, (first, each) in self._all_years.items()}

    @cached_property
    def _all_years(self) -> dict[str, tuple[int, int]]:
        """For each year the first slot that has it, and the set of all from there on, which is small."""
        years: dict[str, tuple[int, int]] = {}
        dates = self._roster.dates
        at = 0
        while at < len(dates):
            start, _, day, _ = dates[at]
            at = bisect_left(dates, -int(day[:4]) + 1, at, key=lambda date: -int(date[2][:4]))  # the newest come first
            each = self._roster.between(start, dates[at - 1][1])
            first = (each & -each).bit_length() - 1
            years[day[:4]] = first, each >> first
        return years

    def _by_brief(self, field: str, found: int) -> dict[str, int]:
        total: Counter[str] = Counter()
        for at, (table, inside) in enumerate(zip(self._tables, self._roster.split(found), strict=True)):
            terms = self._names(field, at)
            counted = Counter(table.had(field, members(inside)))
            for name, count in counted.items():
                total[terms[name]] += count
        return _most_common(total)

    def _names(self, field: str, at: int) -> list[str]:
        if (field, at) not in self._terms:
            self._terms[field, at] = self._tables[at].terms(field)
        return self._terms[field, at]

    def _by_name(self, field: str, found: int) -> dict[str, int]:
        """Count the names by how many briefs of all have them, until no other can be among the most frequent."""
        counts: dict[str, int] = {}
        best: list[int] = []
        for name, most in self._by_frequency(field):
            if len(best) == _TOP and most < best[0]:
                break
            count = sum(
                (table.with_term(field, name) & inside).bit_count()
                for table, inside in zip(self._tables, self._roster.split(found), strict=True)
            )
            counts[name] = count
            best = sorted([*best, count])[-_TOP:]
        return _most_common(counts)

    def _by_frequency(self, field: str) -> list[tuple[str, int]]:
        if field not in self._frequent:
            known: Counter[str] = Counter()
            for table in self._tables:
                for name, count in table.lexicon(field):
                    known[name] += count
            self._frequent[field] = known.most_common()
        return self._frequent[field]


def _most_common(counts: Mapping[str, int]) -> dict[str, int]:
    positive = [(name, count) for name, count in counts.items() if count]
    return dict(nsmallest(_TOP, positive, key=lambda each: (-each[1], each[0])))
