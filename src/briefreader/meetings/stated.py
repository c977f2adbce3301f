"""The statements of a person about meetings: on the briefs of one meeting, its facts, and the names of series."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

NONE = "none"
"""The word that states that a meeting has no series, number, place or other fact."""

Fact = str | int | tuple[str, ...] | None
Facts = Mapping[str, Fact]
"""Stated facts of a meeting by key, in the order of `KEYS`; None where a meeting has no such fact."""

KEYS = ("name", "series", "ordinal", "date", "format", "city", "country", "sides", "leads")
"""The facts of a meeting that a person can state."""


class Grouping(NamedTuple):
    """The statement that briefs are of one meeting, or that they are of another meeting than `others`."""

    kind: Literal["joined", "parted"]
    briefs: tuple[str, ...]
    others: tuple[str, ...] = ()


class Corrections(NamedTuple):
    """All statements of a person; `facts` are about the meeting of a brief, `series` has a name for each other name."""

    groupings: tuple[Grouping, ...] = ()
    facts: tuple[tuple[str, Facts], ...] = ()
    series: Mapping[str, str] = MappingProxyType({})

    @property
    def briefs(self) -> frozenset[str]:
        """The IDs of all briefs of which something is stated."""
        grouped = (brief for each in self.groupings for brief in (*each.briefs, *each.others))
        return frozenset((*grouped, *(brief for brief, _ in self.facts)))

    def with_ids(self, now: Mapping[str, str]) -> Corrections:
        """Return the same statements with other IDs for some briefs."""
        groupings = (
            Grouping(each.kind, *(tuple(now.get(id, id) for id in ids) for ids in (each.briefs, each.others)))
            for each in self.groupings
        )
        facts = ((now.get(brief, brief), facts) for brief, facts in self.facts)
        return self._replace(groupings=tuple(groupings), facts=tuple(facts)) if now else self

    def facts_of(self, briefs: Collection[str]) -> Facts:
        """Return the stated facts of the meeting of some briefs."""
        found = {key: value for brief, facts in self.facts if brief in briefs for key, value in facts.items()}
        return {key: found[key] for key in KEYS if key in found}

    def series_called(self, name: str) -> str:
        """Return the name that a person gave to a series, else its own."""
        seen: set[str] = set()
        while name in self.series and name not in seen:
            seen.add(name)
            name = self.series[name]
        return name
