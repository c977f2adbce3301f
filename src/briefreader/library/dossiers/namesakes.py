"""Tells the people and things apart that the briefs of a library name, and finds the one that a name asks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefreader.library.dossiers import same_person as persons
from briefreader.library.dossiers.offices_held import Dated, by_office, office_key
from briefreader.model import EntityType, NotFoundError
from briefreader.text import fold, words

if TYPE_CHECKING:
    from briefreader.annotate import Annotator, Name
    from briefreader.indexing import BriefNames, SpellingStarts

Form = tuple[EntityType, str]
"""A type and a canonical name in a brief."""

_MOST_CANDIDATES = 20
_BEGINNING = 3  # letters
_MOST_COMPARED = 1_000  # full names; to compare all that share a family name takes quadratic time
_CLEARLY = 3  # times as many briefs as give the same of anybody else
_OWNER = re.compile(r" \([^()]+\)$")
_COUNTRIES = ("countries", "nationalities")


@dataclass(eq=False)
class Group:
    """One person or thing: its name, all its canonical names, the count of each spelling, and the briefs naming it.

    Of a person also the title in each brief and the sides that the briefs give.
    """

    type: EntityType
    name: str
    names: dict[str, None] = field(default_factory=dict)
    surfaces: Counter[str] = field(default_factory=Counter)
    briefs: set[int] = field(default_factory=set)
    titles: list[Dated] = field(default_factory=list)
    sides: Counter[str] = field(default_factory=Counter)

    def note(self, brief: int, spellings: SpellingStarts, *names: str) -> None:
        """Add a brief that names this one, with the spellings in it."""
        self.briefs.add(brief)
        self.names.update(dict.fromkeys(names))
        for spelling, starts in spellings:
            self.surfaces[spelling] += len(starts)

    def note_office(self, title: str | None, side: str | None, date: str | None) -> None:
        """Add the title and the side of a person in a brief."""
        if title:
            self.titles.append((title, date))
        if side:
            self.sides[side] += 1

    @property
    def side(self) -> str | None:
        """The side that most briefs give for a person."""
        return next((side for side, _ in self.sides.most_common(1)), None)

    @property
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


class DatedNames(NamedTuple):
    """The names in a brief and its date."""

    date: str | None
    names: BriefNames


def folded(name: str) -> str:
    """Return a name in the form in which names are compared."""
    return " ".join(fold(word.text).replace("-", " ") for word in words(name))


class Namesakes:
    """Groups the names in briefs that resemble a sought name by the person or thing that they mean.

    The lists of names and the spelling tell that two full names are of one person. A family name alone belongs to a
    person with that name where office or side agree, and else to nobody: it forms a group of its own.
    """

    def __init__(self, briefs: Sequence[DatedNames], annotator: Annotator, sought: str) -> None:
        self._briefs = briefs
        self._annotator = annotator
        self._countries: dict[str, bool] = {}
        self._resemblance = _Resemblance(sought, annotator)
        self._groups: dict[Form, Group] = {}
        self._by_brief: dict[tuple[int, str], Group] = {}
        self._offices: dict[int, Mapping[str, Sequence[Dated]]] = {}
        alone = self._group()
        self._assign(alone)

    @property
    def groups(self) -> list[Group]:
        """All groups, each once."""
        return [*dict.fromkeys((*self._groups.values(), *self._by_brief.values()))]

    def of(self, brief: int, type: EntityType, name: str) -> Group | None:
        """Return the group of a canonical name in a brief, None where it does not resemble the sought name."""
        return self._groups.get((type, name)) or (self._by_brief.get((brief, name)) if type == "PERSON" else None)

    def is_country(self, name: str) -> bool:
        """Return whether a name is that of a country or of its people."""
        if name not in self._countries:
            self._countries[name] = any(entry.section in _COUNTRIES for entry in self._annotator.listed(name))
        return self._countries[name]

    def _group(self) -> list[tuple[int, str, SpellingStarts]]:
        """Group all names but family names alone, and return those, each with the number of its brief."""
        found: list[tuple[int, Form, SpellingStarts]] = []
        for number, brief in enumerate(self._briefs):
            for type, name, spellings in brief.names.names:
                if self._resemblance.is_like((type, name), spellings):
                    found.append((number, (type, name), spellings))
            for lead in brief.names.leads:
                if self._resemblance.is_like(("PERSON", lead), ()):
                    found.append((number, ("PERSON", lead), ()))
        called = {form: self._annotator.called(*form) for _, form, _ in found}
        people = Counter(called[form] for _, form, _ in found if form[0] == "PERSON")
        often = [name for name, _ in people.most_common() if len(persons.key(name)) > 1]
        first = {name: name for name in often}
        first |= {name: same[0] for same in persons.distinct(often[:_MOST_COMPARED]) for name in same}
        by_key: dict[Form, Group] = {}
        counts: dict[int, Counter[str]] = {}
        alone = []
        for number, form, spellings in found:
            (type, _), name = form, called[form]
            if type == "PERSON" and name not in first:
                alone.append((number, name, spellings))
                continue
            key = type, first[name] if type == "PERSON" else folded(name)
            group = self._groups[form] = by_key.setdefault(key, Group(type, name))
            counts.setdefault(id(group), Counter())[name] += 1
            group.note(number, spellings, name, form[1])
        for group in by_key.values():
            group.name = self._best_name(group, counts[id(group)])
        for brief in self._briefs:
            for name, title, side, _ in brief.names.people:
                if known := self._groups.get(("PERSON", name)):
                    known.note_office(title, side, brief.date)
        return alone

    def _best_name(self, group: Group, counts: Counter[str]) -> str:
        """Return the listed name of a group, else its commonest one."""
        names = sorted(counts, key=lambda name: (-counts[name], name.isascii()))  # João rather than Joao
        return next(
            (name for name in names if any(each.name == name for each in self._annotator.listed(name))), names[0]
        )

    def _assign(self, alone: Iterable[tuple[int, str, SpellingStarts]]) -> None:
        """Give each family name alone to the only person whose office or side agrees, else to a group of its own."""
        owners: dict[str, list[Group]] = {}
        for group in dict.fromkeys(self._groups.values()):
            for family in group.family_names:
                owners.setdefault(family, []).append(group)
        apart: dict[str, Group] = {}
        assigned = []
        for number, name, spellings in alone:
            people = self._briefs[number].names.people
            title, side = next(((title, side) for each, title, side, _ in people if each == name), (None, None))
            owner = self._owner(owners.get(folded(name), ()), title, side)
            group = owner or apart.setdefault(folded(name), Group("PERSON", name))
            assigned.append((group, number, name, spellings, title, side))
        for group, number, name, spellings, title, side in assigned:  # what is assigned is no evidence for the others
            self._by_brief[number, name] = group
            group.note(number, spellings, name)
            group.note_office(title, side, self._briefs[number].date)

    def _owner(self, owners: Sequence[Group], title: str | None, side: str | None) -> Group | None:
        """Return the person whose office and side a family name has beside it, None if that is not clear."""
        office = office_key(title, self.is_country) if title else None
        signs = [(self._signs(group, office, side), at) for at, group in enumerate(owners)]
        signs.sort(reverse=True)
        if not signs or not signs[0][0] or (len(signs) > 1 and signs[0][0] < _CLEARLY * signs[1][0]):
            return None
        return owners[signs[0][1]]

    def _signs(self, group: Group, office: str | None, side: str | None) -> int:
        """Return how many briefs give a person an office, or a side where there is no office; 0 for another side."""
        if side and group.side and side != group.side:
            return 0
        if office is None:
            return group.sides[side] if side else 0
        if id(group) not in self._offices:
            self._offices[id(group)] = by_office(group.titles, self.is_country)
        offices = self._offices[id(group)]
        if not offices and side:
            return group.sides[side]
        return sum(
            len(titles)
            for each, titles in offices.items()
            if each == office or each.startswith(f"{office} ") or office.startswith(f"{each} ")
        )


class _Resemblance:
    """Tells whether names resemble a sought one: they share a word with it, or the lists know them for the same."""

    def __init__(self, sought: str, annotator: Annotator) -> None:
        listed = annotator.listed(sought)
        self._spelled = {folded(sought), *(folded(each) for name in listed for each in (name.name, *name.spellings))}
        parts = {*persons.key(sought), *folded(sought).split()}
        self._parts = {part for part in parts if len(part) > 1 and part not in persons.PARTICLES} or parts
        self._beginnings = {part[:_BEGINNING] for part in (*self._parts, *self._spelled)}
        self._known: dict[Form, bool] = {}
        self._spellings: dict[str, bool] = {}

    def is_like(self, form: Form, spellings: SpellingStarts) -> bool:
        """Return whether a name, or one of its spellings in a brief, resembles the sought name."""
        if form not in self._known:
            self._known[form] = self._shares_word(form[1]) or self._is_spelling(form[1])
        return self._known[form] or any(self._is_spelling(spelling) for spelling, _ in spellings)

    def _shares_word(self, name: str) -> bool:
        if self._is_far(name):
            return False
        return not (self._parts.isdisjoint(persons.key(name)) and self._parts.isdisjoint(folded(name).split()))

    def _is_spelling(self, spelling: str) -> bool:
        if spelling not in self._spellings:
            self._spellings[spelling] = not self._is_far(spelling) and folded(spelling) in self._spelled
        return self._spellings[spelling]

    def _is_far(self, name: str) -> bool:
        """Return whether a name is nothing like the sought one at first sight, as nearly all of many names are.

        Folding leaves the first letters of plain words as they are.
        """
        if not (name.isascii() and name.replace(" ", "").isalpha()):
            return False
        lower = name.lower()
        return not any(beginning in lower for beginning in self._beginnings)


def meant(
    sought: str, title: str | None, namesakes: Namesakes, listed: Sequence[Name]
) -> tuple[Group, list[Group]] | None:
    """Return the group that a name asks for by the surest sign, and the others that it may mean; None if there is none.

    The name means the person or thing that most briefs name; a `title` before it tells people apart. Raises
    NotFoundError with the names if as many briefs name another person.
    """
    known = {(entry.type, entry.name) for entry in listed}
    wanted = folded(sought)

    def is_listed(group: Group) -> bool:
        return any((group.type, name) in known for name in group.names)

    signs: tuple[Callable[[Group], bool], ...] = (
        # Of the ministries of many countries the one that most briefs name.
        lambda group: any((group.type, name) in known and folded(name) == wanted for name in map(_bare, group.names)),
        # `Congo` is listed for one country and is a part of the name of another.
        lambda group: is_listed(group) or (bool(known) and group.type != "PERSON" and _contains(group, wanted)),
        lambda group: any(folded(name) == wanted for name in group.names) or wanted in group.family_names,
        lambda group: group.type == "PERSON" and all(_may_be(sought, name) for name in group.names),
        lambda group: any(folded(surface) == wanted for surface in group.surfaces),
        lambda group: _contains(group, wanted),
    )
    for fits in signs:
        found = [group for group in namesakes.groups if fits(group)]
        if title:
            office = office_key(title, namesakes.is_country)
            found = [group for group in found if office in by_office(group.titles, namesakes.is_country)] or found
        found.sort(key=lambda group: group.weight, reverse=True)
        if len(found) > 1 and found[0].weight == found[1].weight and found[0].type == found[1].type == "PERSON":
            raise NotFoundError(
                f"{sought!r} can be any of {len(found)} people; write more of the name",
                names=tuple(group.name for group in found[:_MOST_CANDIDATES]),
            )
        if found:
            return found[0], sorted(found[1:], key=lambda group: len(group.briefs), reverse=True)
    return None


def _bare(name: str) -> str:
    """Return the name of a body without the country in brackets that tells it from others of that name."""
    return _OWNER.sub("", name)


def _contains(group: Group, wanted: str) -> bool:
    return any(f" {wanted} " in f" {folded(name)} " for name in group.names)


def _may_be(sought: str, name: str) -> bool:
    return len(persons.key(name)) > 1 and persons.same(sought, name)
