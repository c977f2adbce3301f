"""Tells the people and things apart that the briefs of a library name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from briefreader.indexing import LEAD, NAME, PERSON, folded
from briefreader.library.dossiers import same_person as persons
from briefreader.library.dossiers.briefs import Briefs, Tagged
from briefreader.library.dossiers.group import Group, Presented, presented
from briefreader.library.dossiers.offices_held import Dated, by_office, is_longer, office_key
from briefreader.library.dossiers.resemblance import Resemblance
from briefreader.library.dossiers.surnames import is_surname, meant_by_surnames
from briefreader.model import EntityType

if TYPE_CHECKING:
    from briefreader.annotate import Annotator

Form = tuple[EntityType, str]
"""A type and a canonical name in briefs."""

_MOST_COMPARED = 1_000  # full names; to compare all that share a family name takes quadratic time
_NO_SIGN = (None, "doctor", "professor")
_SELDOM = 2  # briefs
_CLEARLY = 3  # times as many briefs as give the same of anybody else
_COUNTRIES = ("countries", "nationalities")


class Namesakes:
    """Groups the names in briefs that resemble a sought name by the person or thing that they mean.

    The lists of names and the spelling tell that two full names are of one person. A family name alone belongs to a
    person with that name where office or side agree, and else to nobody: it forms a group of its own.
    """

    def __init__(self, briefs: Briefs, annotator: Annotator, sought: str) -> None:
        self._briefs = briefs
        self._annotator = annotator
        self._countries: dict[str, str | None] = {}
        self._offices: dict[int, Mapping[str, Sequence[Dated]]] = {}
        self._groups: dict[Form, Group] = {}
        self._by_brief: dict[tuple[int, str], Group] = {}
        self._office_keys: dict[str, str] = {}
        resemblance = Resemblance(sought, annotator)
        phrases = resemblance.phrases
        leads = [*briefs.tagged(LEAD, phrases, lambda tag: resemblance.is_like(tag[0]))]
        names = self._names(resemblance)
        for tag in leads:
            names.setdefault(("PERSON", tag.columns[0]), [])
        people: dict[str, list[Tagged]] = {}
        for tag in briefs.tagged(PERSON, phrases, lambda tag: ("PERSON", tag[0]) in names):
            people.setdefault(tag.columns[0], []).append(tag)
        alone = self._group(names, leads)
        persons_named = {name: group for (type, name), group in self._groups.items() if type == "PERSON"}
        spelled = {name: names["PERSON", name] for name in persons_named}
        self._others_meant = meant_by_surnames(spelled, people, persons_named, self._office)
        for name, group in persons_named.items():
            for tag in people.get(name, ()):
                for rank in tag.ranks:
                    meant = self._others_meant.get((rank, name), group)
                    meant.present(presented(tag), rank, briefs.date(rank))
        for form, group in self._groups.items():
            self._note(group, form[1], names[form])
        self._assign({form: names[form] for form in alone}, people, leads)

    @property
    def groups(self) -> list[Group]:
        """All groups, each once."""
        return [*dict.fromkeys((*self._groups.values(), *self._by_brief.values()))]

    def of(self, rank: int, type: EntityType, name: str, spelling: str) -> Group | None:
        """Return the group of a canonical name in a brief, None where it does not resemble the sought name."""
        group = self._groups.get((type, name))
        if type != "PERSON":
            return group
        if group and (rank, name) in self._others_meant and is_surname(spelling, group):
            return self._others_meant[rank, name]
        return group or self._by_brief.get((rank, name))

    def _note(self, group: Group, name: str, tags: Iterable[Tagged]) -> None:
        """Add the mentions of a name to its group, or to the other person whom the family name means in a brief."""
        for tag in tags:
            spelling = tag.columns[2]
            if group.type == "PERSON" and self._others_meant and is_surname(spelling, group):
                for rank, count, offset in zip(tag.ranks, tag.counts, tag.offsets, strict=True):
                    meant = self._others_meant.get((rank, name), group)
                    meant.note(spelling, (rank,), (count,), (offset,))
            else:
                group.note(spelling, tag.ranks, tag.counts, tag.offsets)

    def _office(self, title: str) -> str:
        """Return the form in which titles of one office are equal."""
        if title not in self._office_keys:
            self._office_keys[title] = office_key(title, self.is_country)
        return self._office_keys[title]

    def called(self, type: EntityType, name: str) -> str:
        """Return the listed name for a name in a text, the name itself if none is listed."""
        return self._annotator.called(type, name)

    def is_country(self, name: str) -> bool:
        """Return whether a name is that of a country or of its people."""
        return self.country(name) is not None

    def country(self, name: str) -> str | None:
        """Return the country of a name of it or of its people, None if it is no such name."""
        if name not in self._countries:
            listed = (entry.name for entry in self._annotator.listed(name) if entry.section in _COUNTRIES)
            self._countries[name] = next(listed, None)
        return self._countries[name]

    def is_body(self, name: str) -> bool:
        """Return whether a name is that of a listed body."""
        return any(entry.type == "ORG" for entry in self._annotator.listed(name))

    def _names(self, resemblance: Resemblance) -> dict[Form, list[Tagged]]:
        """Return the tags of each name that resembles the sought one itself or in one of its spellings."""
        found: dict[Form, list[Tagged]] = {}
        spelled: set[str] = set()

        def is_like(columns: Sequence[str]) -> bool:
            type, name, spelling = columns
            if type == "TITLE":
                return False
            if not resemblance.is_like(name):
                if resemblance.is_spelling(spelling):
                    spelled.add(name)
                return False
            return True

        def add(tags: Iterable[Tagged]) -> None:
            for tag in tags:
                found.setdefault((cast(EntityType, tag.columns[0]), tag.columns[1]), []).append(tag)

        add(self._briefs.tagged(NAME, resemblance.phrases, is_like))
        if spelled:
            phrases = [folded(name) for name in spelled]
            add(self._briefs.tagged(NAME, phrases, lambda tag: tag[0] != "TITLE" and tag[1] in spelled))
        return found

    def _group(self, names: Mapping[Form, Sequence[Tagged]], leads: Sequence[Tagged]) -> list[Form]:
        """Group all names but family names alone, and return those."""
        called = {form: self._annotator.called(*form) for form in names}
        counts: dict[Form, int] = {form: sum(len(tag.ranks) for tag in tags) for form, tags in names.items()}
        for tag in leads:
            counts["PERSON", tag.columns[0]] += len(tag.ranks)
        people: Counter[str] = Counter()
        for form, count in counts.items():
            if form[0] == "PERSON":
                people[called[form]] += count
        often = [name for name, _ in people.most_common() if len(persons.key(name)) > 1]
        first = {name: name for name in often}
        first |= {name: same[0] for same in persons.distinct(often[:_MOST_COMPARED]) for name in same}
        by_key: dict[Form, Group] = {}
        by_name: dict[int, Counter[str]] = {}
        alone = []
        for form in names:
            (type, _), name = form, called[form]
            if type == "PERSON" and name not in first:
                alone.append(form)
                continue
            key = type, first[name] if type == "PERSON" else folded(name)
            group = self._groups[form] = by_key.setdefault(key, Group(type, name))
            by_name.setdefault(id(group), Counter())[name] += counts[form]
            group.names.update({name: None, form[1]: None})
        for tag in leads:
            if known := self._groups.get(("PERSON", tag.columns[0])):
                known.led.update(tag.ranks)
        for group in by_key.values():
            group.name = self._best_name(by_name[id(group)])
        return alone

    def _best_name(self, counts: Counter[str]) -> str:
        """Return the listed one of the names of a group, else its commonest one."""
        names = sorted(counts, key=lambda name: (-counts[name], name.isascii()))  # João rather than Joao
        return next(
            (name for name in names if any(each.name == name for each in self._annotator.listed(name))), names[0]
        )

    def _assign(
        self,
        alone: Mapping[Form, Sequence[Tagged]],
        people: Mapping[str, Sequence[Tagged]],
        leads: Iterable[Tagged],
    ) -> None:
        """Give each family name alone to the only person whose office or side agrees, else to a group of its own."""
        owners: dict[str, list[Group]] = {}
        for group in dict.fromkeys(self._groups.values()):
            for family in group.family_names:
                owners.setdefault(family, []).append(group)
        apart: dict[str, Group] = {}
        known: dict[tuple[str, str | None, str | None], Group] = {}
        assigned: list[tuple[Group, int, Presented]] = []
        for (_, name), tags in alone.items():
            shown = {rank: presented(tag) for tag in people.get(name, ()) for rank in tag.ranks}
            for tag in tags:
                for rank, count, offset in zip(tag.ranks, tag.counts, tag.offsets, strict=True):
                    person = shown.get(rank, Presented(None, None, "mentioned"))
                    sign = folded(name), person.title, person.side
                    if sign not in known:
                        owner = self._owner(owners.get(sign[0], ()), person.title, person.side)
                        known[sign] = owner or apart.setdefault(sign[0], Group("PERSON", name))
                    group = known[sign]
                    group.names[name] = None
                    group.note(tag.columns[2], (rank,), (count,), (offset,))
                    if (rank, name) not in self._by_brief:
                        self._by_brief[rank, name] = group
                        assigned.append((group, rank, person))
        for lead in leads:
            for rank in lead.ranks:
                if led := self._by_brief.get((rank, lead.columns[0])):
                    led.led.add(rank)
        for group, rank, person in assigned:  # what is assigned is no evidence for the others
            group.present(person, rank, self._briefs.date(rank))

    def _owner(self, owners: Sequence[Group], title: str | None, side: str | None) -> Group | None:
        """Return the person whose office and side a family name has beside it, None if that is not clear."""
        office = self._office(title) if title else None
        if office in _NO_SIGN and side is None and len(owners) == 1 and len(owners[0].briefs) > _SELDOM:
            return owners[0]  # nobody else has the name
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
            if each == office or is_longer(each, office) or is_longer(office, each)
        )
