"""Gathers the facts about one person or thing from the briefs that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, cast

from briefreader.library.dossiers import same_person as persons
from briefreader.library.dossiers.briefs import Tagged
from briefreader.library.dossiers.offices_held import Dated
from briefreader.model import EntityType, Role


class Mentioned(NamedTuple):
    """The mentions of a name in a brief: their number, and the range of the text where the first one stands."""

    times: int
    start: int
    end: int


class Presented(NamedTuple):
    """A person as a brief presents one."""

    title: str | None
    side: str | None
    role: Role


@dataclass(eq=False)
class Group:
    """One person or thing: its name, all its canonical names, the count of each spelling, and the briefs naming it.

    `mentions` and `attended` are by the rank of the brief; `led` are the ranks of the briefs whose meeting a person
    led. Of a person there is also the title in each brief and the sides that the briefs give.
    """

    type: EntityType
    name: str
    names: dict[str, None] = field(default_factory=dict)
    surfaces: Counter[str] = field(default_factory=Counter)
    mentions: dict[int, Mentioned] = field(default_factory=dict)
    attended: dict[int, Presented] = field(default_factory=dict)
    led: set[int] = field(default_factory=set)
    titles: list[Dated] = field(default_factory=list)
    sides: Counter[str] = field(default_factory=Counter)

    def note(self, spelling: str, ranks: Iterable[int], counts: Iterable[int], offsets: Iterable[int]) -> None:
        """Add the mentions in one spelling, by the ranks of the briefs."""
        known, length, total = self.mentions, len(spelling), 0
        for rank, count, start in zip(ranks, counts, offsets, strict=True):
            before = known.get(rank)
            total += count
            if before is None:
                known[rank] = Mentioned(count, start, start + length)
            elif start < before.start:
                known[rank] = Mentioned(before.times + count, start, start + length)
            else:
                known[rank] = Mentioned(before.times + count, before.start, before.end)
        self.surfaces[spelling] += total

    def present(self, person: Presented, rank: int, date: str | None) -> None:
        """Add the title, the side and the role of a person in a brief."""
        if person.title:
            self.titles.append((person.title, date))
        if person.side:
            self.sides[person.side] += 1
        if person.role != "mentioned":
            self.attended.setdefault(rank, person)

    @property
    def briefs(self) -> set[int]:
        """The ranks of the briefs that name this one."""
        return {*self.mentions, *self.led}

    @property
    def side(self) -> str | None:
        """The side that most briefs give for a person."""
        return next((side for side, _ in self.sides.most_common(1)), None)

    @cached_property
    def family_names(self) -> frozenset[str]:
        """The folded words by one of which a person is called without the rest of the name."""
        found = (persons.family_names(name) for name in self.names) if self.type == "PERSON" else ()
        return frozenset(family for names in found for family in names)

    @property
    def weight(self) -> tuple[bool, int, int]:
        """How likely a name without more means this one: by briefs and mentions.

        A family name alone and a people come after all others.
        """
        is_surname = self.type == "PERSON" and not self.family_names
        return not is_surname and self.type != "NORP", len(self.briefs), self.surfaces.total()


def presented(tag: Tagged) -> Presented:
    """Return a person as the briefs of a tag present one."""
    _, title, side, role = tag.columns
    return Presented(title or None, side or None, cast(Role, role))
