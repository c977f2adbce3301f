"""The facts of a brief as they are compared: its days, the people who met and the parties."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from briefreader.meetings.account import Account, Person, Told
from briefreader.meetings.home import home_of
from briefreader.meetings.level import level_of_office
from briefreader.model import Entry, Kind
from briefreader.text import fold, words

# Words of names that do not tell a person from another of the family.
_SUFFIXES = frozenset(
    "jr sr ii iii iv al el bin ibn bint abu abd da de del der van von la dr sheikh sheikha sayyid hh he".split()
)
# Words that some titles of an event have and others lack.
_UNTELLING = frozenset(
    "the of on in and for a s us first second third fourth fifth sixth seventh eighth ninth tenth 1st 2nd 3rd annual "
    "leaders virtual person meeting inaugural official".split()
)
# Names of events that are those of many.
_COMMON_EVENTS = frozenset(("", "summit", "conference", "forum", "dialogue", "ministerial", "talks", "assembly"))
_AHEAD_DAYS = 5
_VISIT_DAYS = 2
_BRIEFING_DAYS = 3
_SURE = 0.9  # the share of meetings at which all people of a surname are of one side
_LONGEST_LAG = 14  # days between a meeting and the text on it: an older day is that of an event in the background
_LONGEST_AHEAD = 120  # days between an announcement and its meeting
# Texts of these kinds are dated by the day on which they were spoken, not by a sentence on the meeting.
SPOKEN: frozenset[Kind | None] = frozenset(("remarks", "transcript"))
_REPORTS: frozenset[Kind | None] = frozenset(("readout", "statement", None))
_CALL_OR_MEETING = re.compile(r"['’]s? (?:\w+ )?(?:call|meeting)s?\b", re.IGNORECASE)


class Principal(NamedTuple):
    """A person who met: the name, its folded words, the last of them, the side and the office if known."""

    name: str
    words: tuple[str, ...]
    last: str
    side: str | None
    office: str | None

    def may_be(self, other: Principal) -> bool:
        """Return whether two names can be those of one person.

        The last word of one is among the words of the other, and if both have more words, the first of these are alike,
        as `Joe` and `Joseph` are, or they share one.
        """
        if self.last in other.words:
            last = self.last
        elif other.last in self.words:
            last = other.last
        else:
            return False
        here = [word for word in self.words if word != last]
        there = [word for word in other.words if word != last]
        if not here or not there or set(here) & set(there):
            return True
        return here[0][:2] == there[0][:2] or here[0] in there[0] or there[0] in here[0]


class Features(NamedTuple):
    """The facts of a brief that are compared with those of other briefs; days are ordinals of the calendar.

    `published` is the day of the text, `first` and `last` are the days on which the meeting can have been; `dated` says
    that the text gives the day. `parties` are the sides without that of the library itself, `home`; `complete` says
    that the text names all of them. `series` is the name under which the spellings of a series are one.
    """

    entry: Entry
    account: Account
    series: str | None
    published: int
    first: int
    last: int
    dated: bool
    principals: tuple[Principal, ...]
    parties: frozenset[str]
    complete: bool
    events: frozenset[str]
    home: str | None

    @property
    def id(self) -> str:
        """The ID of the brief."""
        return self.entry.id

    def people(self) -> list[Principal]:
        """Return the people whom the text names, those who met or are named in the title among them."""
        return [_principal(person.name, self.account.people, {}) for person in self.account.people]

    @property
    def is_ahead(self) -> bool:
        """Whether the brief was written before the meeting that it is about."""
        kind, occasion = self.account.kind, self.account.occasion
        if kind == "announcement":
            return True
        if kind == "joint statement" or (kind in SPOKEN and occasion != "ahead"):
            return False
        # A readout can be dated a day earlier than the meeting that was held on the other side of the world.
        held_before = kind == "readout" and occasion != "journey"
        return (occasion == "ahead" and not held_before) or (self.dated and self.first > self.published + held_before)

    @property
    def tells(self) -> bool:
        """Whether the brief by itself shows that a meeting was held."""
        return (self.account.tells or self._is_of_talks) and not self.is_ahead

    @property
    def _is_of_talks(self) -> bool:
        """Whether the title says that people of two sides spoke at their talks, or tells of their call or meeting."""
        if len({each.side for each in self.principals if each.side}) < 2 or len(self.account.title_people) < 2:
            return False
        if self.account.kind in SPOKEN:
            return self.account.occasion in ("talks", "state visit")
        return self.account.kind in _REPORTS and _CALL_OR_MEETING.search(self.entry.title) is not None


class Sides(NamedTuple):
    """The names of all sides in a library, the sides of guests by surname, and the side of the library itself."""

    names: frozenset[str]
    of_guests: Mapping[str, str]
    home: str | None

    @classmethod
    def of(cls, accounts: Iterable[Account]) -> Sides:
        """Return the sides that take part in the meetings that accounts tell of."""
        telling = [account for account in accounts if account.tells]
        home = home_of(telling)
        people: dict[str, Counter[str]] = {}
        for account in telling:
            for person in account.people:
                if person.side and person.role == "lead" and (words := _tokens(person.name)):
                    people.setdefault(words[-1], Counter())[person.side] += 1
        of_people = {name: sides.most_common(1)[0] for name, sides in people.items()}
        guests = {
            name: side
            for name, (side, times) in of_people.items()
            if side != home and times >= _SURE * people[name].total()
        }
        return cls(frozenset().union(*people.values(), *(account.sides for account in telling)), guests, home)


def features_of(told: Told, sides: Sides, series_keys: Mapping[str, str]) -> Features | None:
    """Return the features of a brief, None for one that no meeting can be told from.

    `series_keys` has for spellings of series the name under which they are one.
    """
    entry, account = told
    home = sides.home
    days = _days(entry, account)
    if days is None:
        return None
    principals = _principals(account, sides.of_guests)
    of_people = frozenset(each.side for each in principals if each.side)
    of_all_people = all(each.side for each in principals)
    parties = frozenset(account.sides) or of_people
    if not account.sides and (not of_all_people or not parties - {home}):
        parties |= frozenset(name for name in account.title_parties if name in sides.names)
    events = frozenset(_events(entry, account))
    if not (account.tells or parties or events or len(principals) > 1):
        return None
    published = _day(entry.date)
    return Features(
        entry,
        account,
        series_keys.get(entry.series, entry.series) if entry.series else None,
        days[0] if published is None else published,
        *days,
        principals,
        parties - {home},
        account.tells or account.kind == "joint statement" or (of_all_people and len(of_people) > 1),
        events,
        home,
    )


def _events(entry: Entry, account: Account) -> Iterator[str]:
    """Yield the events that a title names, in words that all titles of an event have."""
    for name in map(_event, account.title_events):
        if name not in _COMMON_EVENTS:
            yield name
    named = _event(entry.series or "")
    if named not in _COMMON_EVENTS and set(named.split()) <= set(_event(entry.title).split()):
        yield named


@lru_cache(maxsize=5_000)
def _event(name: str) -> str:
    found = re.findall(r"\w+", fold(name.replace("United States", "U.S.")).replace("u.s.", "us"))
    return " ".join(word for word in found if word not in _UNTELLING and not word.isdigit())


def _days(entry: Entry, account: Account) -> tuple[int, int, bool] | None:
    """Return the first and the last day on which the meeting of a brief can have been, and whether it is given."""
    published = _day(entry.date)
    told = _day(account.date)
    if published is None:
        return (told, told, True) if told is not None else None
    if told is not None and account.kind not in SPOKEN and -_LONGEST_LAG <= told - published <= _LONGEST_AHEAD:
        return told, told, True
    ahead = account.occasion == "ahead" or account.kind == "announcement"
    named = [day for each in account.days if (day := _day(each)) is not None]
    near = [day for day in named if published - 3 <= day <= published + (_LONGEST_AHEAD if ahead else 0)]
    if near and account.kind not in SPOKEN:
        return near[0], near[-1] if near[-1] - near[0] <= 4 and near[-1] >= near[0] else near[0], True
    if ahead:
        return published, published + _AHEAD_DAYS, False
    # A transcript that is published later names its day above the words.
    day = near[0] if near else published
    if account.occasion == "state visit":
        return day - 1, day + _VISIT_DAYS, False
    if account.occasion == "briefing":
        return day - 1, day + _BRIEFING_DAYS, False
    if account.kind == "readout" or account.kind in SPOKEN:
        return day, day, False
    return day - 1, day + (account.kind == "statement"), False


@lru_cache(maxsize=10_000)
def _day(date: str | None) -> int | None:
    if date is None or len(date) != len("2024-09-21"):
        return None
    try:
        return datetime.date.fromisoformat(date).toordinal()
    except ValueError:
        return None


def _principals(account: Account, side_of: Mapping[str, str]) -> tuple[Principal, ...]:
    """Return the people who met: those of the title if they are of several sides, else the leads."""
    titled = tuple(_principal(name, account.people, side_of) for name in account.title_people)
    if not account.leads or len({each.side for each in titled if each.side}) > 1:
        return titled
    return tuple(_principal(name, account.people, side_of) for name in dict.fromkeys(account.leads))


def _principal(name: str, people: Sequence[Person], side_of: Mapping[str, str]) -> Principal:
    tokens = _tokens(name)
    last = tokens[-1] if tokens else ""
    person = next((each for each in people if each.name == name), None) or next(
        (each for each in people if (others := _tokens(each.name)) and (last in others or others[-1] in tokens)), None
    )
    if person is None:
        return Principal(name, tokens, last, side_of.get(last), None)
    return Principal(person.name, tokens, last, person.side or side_of.get(last), person.office)


@lru_cache(maxsize=20_000)
def _tokens(name: str) -> tuple[str, ...]:
    folded = [part for word in words(name) for part in fold(word.text).split("-")]
    return tuple(word for word in folded if len(word) > 1 and word not in _SUFFIXES)


def leads_the_side(principal: Principal) -> bool:
    """Return whether a person is the head of a state or government, or of a body."""
    return principal.office is not None and level_of_office(principal.office) == "leaders"
