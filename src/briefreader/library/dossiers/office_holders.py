"""Tells who held an office, and when, from the titles that briefs give to people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefreader.indexing import PERSON, folded
from briefreader.library.dossiers import same_person as persons
from briefreader.library.dossiers.briefs import Briefs, Tagged
from briefreader.library.dossiers.namesakes import Namesakes
from briefreader.library.dossiers.offices_held import MONTHS, Dated, by_office, month
from briefreader.model import OfficeHolder

_MOST_EXAMINED = 120  # people, those to whom most briefs give the title
_OF_ONE = 0.7  # the share of a month's briefs that name its first holder, from which on one person has the office
_RARER = 6  # times as seldom as another in the same months
_CLEARLY = 3  # times as many titles as any other person of the family name
_SEVERAL = 2  # briefs that name a person by one name only


@dataclass
class _Candidate:
    """A person to whom briefs give the title of an office: all titles of the person, and the sides beside that one."""

    name: str
    titles: list[Dated] = field(default_factory=list)
    sides: Counter[str] = field(default_factory=Counter)

    @property
    def side(self) -> str | None:
        """The side that most briefs give."""
        return next((side for side, _ in self.sides.most_common(1)), None)


class _Held(NamedTuple):
    """A holder of an office, and the number of briefs that say so in each month."""

    holder: OfficeHolder
    months: Mapping[int, int]


def office_holders(
    key: str, given: Sequence[Tagged], key_of: Callable[[str], str], briefs: Briefs, namesakes: Namesakes
) -> tuple[OfficeHolder, ...]:
    """Return the people who held an office, the country of most briefs first, and by the first date.

    `given` are the tags of people with a title of the office, whose form is `key`; `key_of` returns that form of a
    title. A person of whom briefs say so too seldom beside other offices held none.
    """
    counts: Counter[str] = Counter()
    for tag in given:
        counts[tag.columns[0]] += len(tag.ranks)
    often = [name for name, _ in counts.most_common(_MOST_EXAMINED)]
    candidates = _candidates({name for name in often if len(persons.key(name)) > 1}, key, key_of, briefs, namesakes)
    alone = [tag for tag in given if len(persons.key(tag.columns[0])) < 2 and tag.columns[0] in often]
    candidates += _add_single_names(alone, candidates, briefs)
    by_side: dict[str | None, list[_Held]] = {}
    for candidate in candidates:
        if held := by_office(candidate.titles, namesakes.is_country).get(key):
            days = [date for _, date in held if date]
            holder = OfficeHolder(
                candidate.name, candidate.side, min(days, default=None), max(days, default=None), len(held)
            )
            by_side.setdefault(candidate.side, []).append(_Held(holder, Counter(map(month, days))))
    found: list[OfficeHolder] = []
    for of_side in sorted(by_side.values(), key=lambda held: -sum(each.holder.briefs for each in held)):
        holders = [each.holder for each in _without_told_of_other_times(of_side)]
        found += sorted(holders, key=lambda holder: (holder.first or "", holder.name))
    return tuple(found)


def _candidates(
    names: set[str], key: str, key_of: Callable[[str], str], briefs: Briefs, namesakes: Namesakes
) -> list[_Candidate]:
    """Return the people of some full names, each once."""
    by_name: dict[str, _Candidate] = {}
    for tag in briefs.tagged(PERSON, [*map(folded, names)], lambda tag: tag[0] in names):
        name, title, side, _ = tag.columns
        called = namesakes.called("PERSON", name)
        candidate = by_name.setdefault(called, _Candidate(called))
        if title:
            candidate.titles += [(title, briefs.date(rank)) for rank in tag.ranks]
            if side and key_of(title) == key:
                candidate.sides[side] += len(tag.ranks)
    often_first = sorted(by_name, key=lambda name: -len(by_name[name].titles))
    place = {name: at for at, name in enumerate(often_first)}
    found = []
    for same in persons.distinct(often_first):
        one, *others = (by_name[name] for name in sorted(same, key=place.__getitem__))
        for other in others:
            one.titles += other.titles
            one.sides += other.sides
        found.append(one)
    return found


def _add_single_names(alone: Sequence[Tagged], people: Sequence[_Candidate], briefs: Briefs) -> list[_Candidate]:
    """Add the titles beside a single name to the one of some people who is meant by all appearances.

    Returns a person for each single name that several briefs give and that none of the people has: `Francis`.
    """
    by_family: dict[str, list[_Candidate]] = {}
    for person in people:
        for family in persons.likely_family_names(person.name):
            by_family.setdefault(family, []).append(person)
    apart: dict[str, _Candidate] = {}
    added: dict[int, tuple[_Candidate, list[Dated]]] = {}
    for tag in alone:
        name, title, side, _ = tag.columns
        bearers = by_family.get(folded(name), ())
        if bearers:
            owner = _clearly_most_titled([person for person in bearers if not side or person.side == side])
        else:
            owner = apart.setdefault(folded(name), _Candidate(name))
        if owner:
            added.setdefault(id(owner), (owner, []))[1].extend((title, briefs.date(rank)) for rank in tag.ranks)
            if side and not bearers:
                owner.sides[side] += len(tag.ranks)
    for owner, titles in added.values():  # what is added is no evidence for the others
        owner.titles += titles
    return [person for person in apart.values() if len(person.titles) >= _SEVERAL]


def _clearly_most_titled(people: Sequence[_Candidate]) -> _Candidate | None:
    """Return the person with far more titles than any other, None if there is none."""
    most = sorted(people, key=lambda person: -len(person.titles))
    if not most or (len(most) > 1 and len(most[0].titles) < _CLEARLY * len(most[1].titles)):
        return None
    return most[0]


def _without_told_of_other_times(held: Sequence[_Held]) -> Sequence[_Held]:
    """Return the holders of an office of one country, without those of whom other times tell.

    An office that one person has at a time is told of a predecessor now and then, or of somebody by mistake: then the
    same months tell much more often of another. Offices that many have at a time, such as that of a senator, are left
    as they are.
    """
    by_month: dict[int, list[int]] = {}
    for each in held:
        for at, count in each.months.items():
            by_month.setdefault(at, []).append(count)
    total = sum(map(sum, by_month.values()))
    if len(held) < 2 or not total or sum(map(max, by_month.values())) < _OF_ONE * total:
        return held

    def most_beside(one: _Held) -> int:
        near = {at + off for at in one.months for off in range(-MONTHS, MONTHS + 1)}
        return max(sum(count for at, count in other.months.items() if at in near) for other in held if other is not one)

    return [each for each in held if most_beside(each) < _RARER * each.holder.briefs]
