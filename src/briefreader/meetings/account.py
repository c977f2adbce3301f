"""The account that a brief gives of a meeting: the facts by which it is compared with other briefs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefreader.long_dates import MONTH_NAMES
from briefreader.meetings.fingerprint import fingerprint
from briefreader.meetings.occasion import Occasion, occasion_of
from briefreader.model import Annotation, Document, EntityType, Entry, Kind, MeetingFormat, Mention, Role

_MOST_PEOPLE = 8
_MOST_PARTIES = 8
_MOST_PLACES = 3
_MOST_DAYS = 3
_PARTIES: frozenset[EntityType] = frozenset(("PLACE", "NORP", "ORG"))
_EVENTS: frozenset[EntityType] = frozenset(("EVENT", "AGREEMENT"))
_SPOKESPERSON = re.compile(
    r"spokes(?:person|man|woman)|press secretary|communications (?:director|advisor)|moderator", re.IGNORECASE
)
_OF = re.compile(r",? of (?:the )?(?:\w+ of (?:the )?)?", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:on|regarding|about|announcing|leading)\b")
_BEGINNING = 700  # characters of the body in which the day of the meeting is named
_MONTHS = "|".join(MONTH_NAMES)
_DAY = re.compile(rf"\b(?:({_MONTHS}) (\d\d?)|(\d\d?) ({_MONTHS}))(?:, | )(20\d\d)\b")
_PLACE_OF_TITLE = " | "


class Person(NamedTuple):
    """A person in the account, with office and side as far as they are known."""

    name: str
    office: str | None
    side: str | None
    role: Role


class Account(NamedTuple):
    """The facts of a brief that tell which meeting it belongs to; names are canonical, in the order of the text.

    `tells` says that the brief reports a meeting, whose facts are `date`, `next` (the date of the next meeting),
    `format`, `sides` and `leads`. All else is known of every brief: the people (those named in the title first, no
    spokespersons), countries, bodies and events named in the title, the places named in the text, the days named at its
    beginning, the occasion that the title names and the fingerprint of the body.
    """

    kind: Kind | None = None
    tells: bool = False
    date: str | None = None
    next: str | None = None
    format: MeetingFormat | None = None
    occasion: Occasion | None = None
    fingerprint: str = ""
    people: tuple[Person, ...] = ()
    sides: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    title_people: tuple[str, ...] = ()
    title_parties: tuple[str, ...] = ()
    title_events: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    days: tuple[str, ...] = ()

    def packed(self) -> str:
        """Return the account as the JSON that an index stores."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def unpacked(cls, packed: str) -> Account:
        """Return the account that an index stores as JSON."""
        kind, tells, date, later, format_, occasion, mark, people, *names = json.loads(packed)
        persons = tuple(Person(*person) for person in people)
        return cls(kind, tells, date, later, format_, occasion, mark, persons, *map(tuple, names))


class Told(NamedTuple):
    """A brief with the account that it gives."""

    entry: Entry
    account: Account


def account_of(document: Document, annotation: Annotation) -> Account:
    """Return the account that an annotated document gives."""
    meeting = annotation.meeting
    end = _end_of_names(document.title)
    in_title = [each for each in annotation.mentions if each.end <= end]
    spokespersons = _spokespersons(document.title, in_title)
    people_of_title = [
        each
        for each in in_title
        if each.type == "PERSON" and each.identity not in spokespersons and not _is_half(each, document.title)
    ]
    title_people = tuple(dict.fromkeys(each.identity for each in people_of_title))
    leads = tuple(name for name in (meeting.leads if meeting else ()) if name not in spokespersons)
    named = {*title_people, *leads}
    people = sorted(annotation.attendance, key=lambda person: (person.name not in named, _ROLES[person.role]))
    side_of = _sides_in(document.title, in_title)
    return Account(
        kind=annotation.kind,
        tells=meeting is not None,
        date=meeting.date if meeting else None,
        next=meeting.next if meeting else None,
        format=meeting.format if meeting else None,
        occasion=occasion_of(document.title),
        fingerprint=fingerprint(document.body),
        people=tuple(
            Person(each.name, each.title, side_of.get(each.name, each.side), each.role)
            for each in people[:_MOST_PEOPLE]
        ),
        sides=meeting.sides if meeting else (),
        leads=leads,
        title_people=tuple(dict.fromkeys(map(_as_spelled, people_of_title))),
        title_parties=_names(in_title, _PARTIES)[:_MOST_PARTIES],
        title_events=_names(in_title, _EVENTS),
        places=_names(annotation.mentions, ("PLACE",))[:_MOST_PLACES],
        days=tuple(dict.fromkeys(_days(document.body[:_BEGINNING])))[:_MOST_DAYS],
    )


_ROLES: dict[Role, int] = {"lead": 0, "participant": 1, "mentioned": 2}


def _sides_in(title: str, mentions: Sequence[Mention]) -> dict[str, str]:
    """Return the sides of the people whom a title calls by name and country, by surname: `President Duda of Poland`."""
    return {
        person.text.split()[-1]: place.identity
        for person, place in pairwise(mentions)
        if person.type == "PERSON" and place.type == "PLACE" and _OF.fullmatch(title, person.end, place.start)
    }


def _is_half(person: Mention, title: str) -> bool:
    """Return whether a name is half of a compound, such as those of the Biden-Harris administration."""
    return title[max(0, person.start - 1) : person.start] == "-" or title[person.end : person.end + 1] == "-"


def _as_spelled(person: Mention) -> str:
    """Return the name of a person, but a surname that stands alone as it is: it can be resolved to a relative."""
    return person.identity if " " in person.text else person.text


def _end_of_names(title: str) -> int:
    """Return the end of the part of a title that names people; a place may stand behind a bar after it."""
    end = title.find(_PLACE_OF_TITLE)
    return len(title) if end < 0 else end


def _spokespersons(title: str, mentions: Iterable[Mention]) -> set[str]:
    """Return the people in a title whose office beside the name is that of a spokesperson."""
    found = set()
    last = 0
    for mention in mentions:
        if mention.type == "PERSON":
            office = _SPOKESPERSON.search(title, last, mention.start)
            if office and not _ABOUT.search(title, office.end(), mention.start):
                found.add(mention.identity)
            last = mention.end
    return found


def _names(mentions: Iterable[Mention], types: Iterable[EntityType]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.identity for mention in mentions if mention.type in types))


def _days(text: str) -> Iterator[str]:
    for found in _DAY.finditer(text):
        month, day = found[1] or found[4], int(found[2] or found[3])
        if 1 <= day <= 31:
            yield f"{found[5]}-{MONTH_NAMES.index(month) + 1:02}-{day:02}"
