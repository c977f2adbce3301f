"""The account that a brief gives of a meeting: the facts by which it is compared with other briefs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from briefreader.model import Annotation, Document, EntityType, Entry, Kind, MeetingFormat, Mention, Role

_MOST_PEOPLE = 12
_MOST_PARTIES = 8
_MOST_PLACES = 6
_PARTIES: frozenset[EntityType] = frozenset(("PLACE", "NORP", "ORG"))


class Person(NamedTuple):
    """A person in the account, with office and side as far as they are known."""

    name: str
    office: str | None
    side: str | None
    role: Role


class Account(NamedTuple):
    """The facts of a brief that tell which meeting it belongs to; names are canonical, in the order of the text.

    `tells` says that the brief reports a meeting, whose facts are `date`, `format`, `sides` and `leads`. The people,
    countries and bodies named in the title and the places named in the text are known of every brief.
    """

    kind: Kind | None = None
    tells: bool = False
    date: str | None = None
    format: MeetingFormat | None = None
    sides: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    people: tuple[Person, ...] = ()
    title_people: tuple[str, ...] = ()
    title_parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def packed(self) -> str:
        """Return the account as the JSON that an index stores."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def unpacked(cls, packed: str) -> Account:
        """Return the account that an index stores as JSON."""
        kind, tells, date, format_, sides, leads, people, *names = json.loads(packed)
        persons = tuple(Person(*person) for person in people)
        return cls(kind, tells, date, format_, tuple(sides), tuple(leads), persons, *map(tuple, names))


class Told(NamedTuple):
    """A brief with the account that it gives."""

    entry: Entry
    account: Account


def account_of(document: Document, annotation: Annotation) -> Account:
    """Return the account that an annotated document gives."""
    meeting = annotation.meeting
    in_title = [each for each in annotation.mentions if each.end <= len(document.title)]
    people = sorted(annotation.attendance, key=lambda person: (person.role == "mentioned", person.start))
    return Account(
        kind=annotation.kind,
        tells=meeting is not None,
        date=meeting.date if meeting else None,
        format=meeting.format if meeting else None,
        sides=meeting.sides if meeting else (),
        leads=meeting.leads if meeting else (),
        people=tuple(Person(each.name, each.title, each.side, each.role) for each in people[:_MOST_PEOPLE]),
        title_people=_names(each for each in in_title if each.type == "PERSON"),
        title_parties=_names(each for each in in_title if each.type in _PARTIES)[:_MOST_PARTIES],
        places=_names(each for each in annotation.mentions if each.type == "PLACE")[:_MOST_PLACES],
    )


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.identity for mention in mentions))
