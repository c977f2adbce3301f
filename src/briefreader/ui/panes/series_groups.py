"""The briefs of a library grouped by series."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from briefreader.model import Entry

NO_SERIES = "Other briefs"


class Heading(NamedTuple):
    """The name of a series above its meetings, and their number."""

    name: str
    size: int


class SeriesGroups:
    """Groups entries on demand and once, for there may be 100,000."""

    def __init__(self, entries: Sequence[Entry], names: Mapping[str, str] = MappingProxyType({})) -> None:
        """Group entries; `names` has the name of the series that a spelling means where it has several spellings."""
        self.entries = entries
        self._names = names

    @cached_property
    def rows(self) -> tuple[Heading | Entry, ...]:
        """The entries, newest first, under a heading for each series."""
        return grouped(self.entries, self._names)

    @cached_property
    def _by_series(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.series:
                found.setdefault(self._names.get(entry.series, entry.series), []).append(entry)
        for members in found.values():
            members.sort(key=lambda entry: (entry.date or "", entry.ordinal or 0, entry.id))
        return found

    def series(self, entry: Entry) -> Sequence[Entry]:
        """Return the meetings of an entry's series, oldest first; none where the entry belongs to no series."""
        name = entry.series or ""
        return self._by_series.get(self._names.get(name, name), ())

    def position(self, entry: Entry) -> tuple[int, int] | None:
        """Return the number of an entry in its series, from 1, and the length of the series."""
        ids = [other.id for other in self.series(entry)]
        return (ids.index(entry.id) + 1, len(ids)) if entry.id in ids else None


def grouped(entries: Iterable[Entry], names: Mapping[str, str] = MappingProxyType({})) -> tuple[Heading | Entry, ...]:
    """Return entries (newest first) under a heading for each series, by name; those without a series come last."""
    folded: dict[str | None, tuple[bool, str]] = {None: (True, "")}
    groups: dict[tuple[bool, str], list[Entry]] = {}
    for entry in entries:
        group = folded.get(entry.series)
        if group is None:
            series = entry.series or ""
            group = folded[entry.series] = False, names.get(series, series).casefold()
        groups.setdefault(group, []).append(entry)
    rows: list[Heading | Entry] = []
    for group in sorted(groups):
        members = groups[group]
        spelled = members[0].series
        rows.append(Heading(names.get(spelled, spelled) if spelled else NO_SERIES, len(members)))
        rows.extend(members)
    return tuple(rows)
