"""Reads the title and the side of each person: beside the name, in a delegation, in the lists, or of the issuer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefreader.annotate.meeting.affiliations.appositions import Appositions
from briefreader.annotate.meeting.affiliations.counterparts import companions
from briefreader.annotate.meeting.affiliations.delegations import sides_of_members
from briefreader.annotate.meeting.affiliations.known_person import KnownPerson
from briefreader.annotate.meeting.affiliations.sides_by_office import add_sides_by_office
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.names.gazetteer import Gazetteer
from briefreader.annotate.names.national_offices import side_of_office
from briefreader.annotate.text.masked_sentences import MaskedSentence
from briefreader.model import Document


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Holds the title of a person, as first written in full beside the name, and the side."""

    title: str | None
    side: str | None


def affiliations(
    document: Document, entities: Entities, gazetteer: Gazetteer, sentences: Sequence[MaskedSentence]
) -> dict[str, Affiliation]:
    """Return the title and the side of each person in a text by canonical name."""
    appositions = Appositions(entities, gazetteer)
    people = _beside_names(entities, appositions)
    if not people:
        return {}
    for number, side in (*appositions.counterparts(), *sides_of_members(sentences, appositions.side)):
        known = people[entities.mentions[number].canonical]
        known.member = known.member or side
    for number, escorted in companions(sentences):
        known = people[entities.mentions[number].canonical]
        known.escorted = known.escorted or entities.mentions[escorted].canonical
    listed = gazetteer.side_of_person
    for name, known in people.items():
        chief = people.get(known.chief) if known.chief else None
        of_chief = (chief.stated if chief else None) or listed(known.chief or "")
        known.side = known.stated or listed(name) or known.member or of_chief
    _join_companions(people)
    if any(known.side is None and (known.titles or known.addressed) for known in people.values()):
        add_sides_by_office(document, entities, gazetteer, appositions, people, sentences)
        _join_companions(people)
    return {name: Affiliation(known.title, known.side) for name, known in people.items()}


def _join_companions(people: Mapping[str, KnownPerson]) -> None:
    """Give those who accompany a person and have no side the side of that person."""
    for known in people.values():
        if known.side is None and known.escorted:
            known.side = people[known.escorted].side


def _beside_names(entities: Entities, appositions: Appositions) -> dict[str, KnownPerson]:
    """Return what stands beside the names of people, by canonical name."""
    people: dict[str, KnownPerson] = {}
    previous: str | None = None
    for index, item in enumerate(entities.candidates):
        if item.type != "PERSON":
            continue
        name = entities.mentions[index].canonical
        known = people.setdefault(name, KnownPerson())
        beside = appositions.beside(index)
        if beside.title is None and previous and appositions.shares_title(index):
            shared = people[previous]
            beside = beside._replace(title=shared.title, side=beside.side or (shared.stated if shared.owned else None))
        if beside.title:
            known.titles.append(beside.title)
        known.stated = known.stated or (beside.side and side_of_office(beside.title, beside.side))
        known.chief = known.chief or beside.chief
        known.of_body = known.of_body or beside.of_body
        known.addressed = known.addressed or appositions.countries_of_address(index)
        if known.joined is None and previous and previous != name and appositions.is_joined(index):
            known.joined = previous
        known.owned = known.owned or beside.owned or (known.joined is not None and people[known.joined].owned)
        previous = name
    return people
