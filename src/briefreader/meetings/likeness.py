"""Tells whether two briefs are about one meeting."""

from __future__ import annotations

from typing import Literal

from briefreader.meetings.features import SPOKEN, Features, Principal, leads_the_side
from briefreader.meetings.fingerprint import nearly_identical
from briefreader.meetings.held_meeting import Level
from briefreader.meetings.level import level_of_name

Likeness = Literal["same", "apart", "far", "open"]
"""Briefs that are far are of other days, but both can be of one meeting with a brief between them."""

_FEW_PARTIES = 3
_SHARED_OF_MANY = 0.6
EVENT_DAYS = 2  # between texts on a summit of several days
_LONG_NAME = 3  # words of the name of an event


def likeness(one: Features, other: Features) -> Likeness:
    """Return whether two briefs are about the same meeting, about meetings apart, or whether both are possible."""
    journey = "journey" in (one.account.occasion, other.account.occasion)
    if not journey and (_numbered_alike(one, other) or _one_gathering(one, other)):
        return "same"
    if _parties_differ(one, other) or _formats_differ(one, other):
        return "apart"
    if not journey and _days_between(one, other) <= EVENT_DAYS and _same_event(one, other):
        return "same"
    if _people_differ(one, other):
        return "apart"
    if _reissued(one, other):
        return "same"
    if _each_a_readout(one, other):
        return "apart"
    if not days_meet(one, other):
        return "far" if _can_be_of_one_visit(one, other) else "apart"
    if journey:
        return "open"
    alike = (_same_people_met, _same_series, _same_round)
    return "same" if any(is_alike(one, other) for is_alike in alike) else "open"


def _numbered_alike(one: Features, other: Features) -> bool:
    """Return whether two briefs are about one numbered meeting: both titles name it, or the same parties met."""
    number = one.entry.ordinal
    if not one.series or not number or (one.series, number) != (other.series, other.entry.ordinal):
        return False
    return abs(one.first - other.first) <= 3 and (
        one.parties == other.parties or _named_alike(one.events, other.events)
    )


def _one_gathering(one: Features, other: Features) -> bool:
    """Return whether two briefs tell of the meeting of one body on one day or the next, however each lists the parties.

    Two readouts can tell of talks of two people on its margins, and texts with two numbers are of two meetings.
    """
    if not one.series or one.series != other.series or not (one.account.tells and other.account.tells):
        return False
    if one.account.kind == other.account.kind == "readout" or any(_is_on_margins(each) for each in (one, other)):
        return False
    numbers = {each.entry.ordinal for each in (one, other) if each.entry.ordinal}
    return len(numbers) < 2 and _days_between(one, other) <= EVENT_DAYS


def _reissued(one: Features, other: Features) -> bool:
    return abs(one.first - other.first) <= 2 and nearly_identical(one.account.fingerprint, other.account.fingerprint)


def _each_a_readout(one: Features, other: Features) -> bool:
    """Return whether one publisher tells of two meetings of people whom it names in two titles.

    Texts without an address are taken to be of one publisher, but not if both titles name two people.
    """
    both = (one, other)
    if not all(each.account.kind == "readout" and each.account.tells and each.account.title_people for each in both):
        return False
    hosts = {_host(each.entry.url) for each in both}
    named = min(len(each.account.title_people) for each in both)
    return len(hosts) == 1 and (hosts != {""} or named == 1)


def _host(url: str | None) -> str:
    return url.split("/", 3)[2] if url and url.count("/") > 1 else ""


def _days_between(one: Features, other: Features) -> int:
    """Return the days between those on which the meetings of two briefs can have been, 0 if they can share one."""
    return max(one.first - other.last, other.first - one.last, 0)


def days_meet(one: Features, other: Features) -> bool:
    """Return whether two briefs can be about one day; a report and the words spoken can be dated in two time zones."""
    if _days_between(one, other) == 0:
        return True
    kinds = {one.account.kind, other.account.kind}
    if len(kinds) == 1 or kinds <= SPOKEN or "call" in (one.account.format, other.account.format):
        return False
    reports = all(each.dated or each.account.kind in SPOKEN or each.account.kind == "readout" for each in (one, other))
    return reports and _days_between(one, other) == 1


def _can_be_of_one_visit(one: Features, other: Features) -> bool:
    """Return whether briefs of different days can be of one meeting with a brief between them."""
    return not (one.dated and other.dated) and "call" not in (one.account.format, other.account.format)


def _formats_differ(one: Features, other: Features) -> bool:
    """Return whether a report is of a call and the other of a meeting; words spoken name calls of all kinds."""
    if one.account.kind in SPOKEN or other.account.kind in SPOKEN:
        return False
    formats = {one.account.format, other.account.format}
    return "in person" in formats and bool(formats & {"call", "virtual"})


def _people_differ(one: Features, other: Features) -> bool:
    """Return whether a side is led by other people in one brief than in the other."""
    for side in {each.side for each in one.principals if each.side}:
        here = [each for each in one.principals if each.side == side]
        there = [each for each in other.principals if each.side == side]
        if there and not any(a.may_be(b) for a in here for b in there):
            return True
    here, there = _foreign(one), _foreign(other)
    return bool(here and there) and not any(a.may_be(b) for a in here for b in there)


def _foreign(each: Features) -> list[Principal]:
    """Return the people who met of sides other than the library's own."""
    return [one for one in each.principals if one.side and one.side != each.home]


def _parties_differ(one: Features, other: Features) -> bool:
    if not (one.parties and other.parties):
        return False
    shared = one.parties & other.parties
    if not shared:
        return True
    if not (one.complete and other.complete) or one.parties == other.parties:
        return False
    most = max(len(one.parties), len(other.parties))
    return most <= _FEW_PARTIES or len(shared) < _SHARED_OF_MANY * most


def matched(one: Features, other: Features) -> list[Principal]:
    """Return the principals of one brief who are principals of the other too."""
    return [each for each in one.principals if any(each.may_be(there) for there in other.principals)]


def _same_people_met(one: Features, other: Features) -> bool:
    """Return whether people of two sides are those who met in both briefs; people of one side meet again and again."""
    return len({each.side for each in matched(one, other) if each.side}) > 1


def _same_series(one: Features, other: Features) -> bool:
    return bool(one.series and one.series == other.series and one.parties == other.parties)


def _same_event(one: Features, other: Features) -> bool:
    """Return whether both titles name one event, of which one tells, and no talks of two people on its margins."""
    if not (one.account.tells or other.account.tells) or one.account.kind == other.account.kind == "readout":
        return False
    if not _named_alike(one.events, other.events):
        return False
    return not any(_is_on_margins(each) for each in (one, other))


def _named_alike(here: frozenset[str], there: frozenset[str]) -> bool:
    """Return whether an event is in both sets; the name in one set may lack a word that it has in the other."""
    if here & there:
        return True
    names = [(set(a.split()), set(b.split())) for a in here for b in there]
    return any(min(len(a), len(b)) >= _LONG_NAME and (a <= b or b <= a) for a, b in names)


def _is_on_margins(each: Features) -> bool:
    """Return whether the title names people of two sides, who met beside the event that it names."""
    named = len(each.account.title_people)
    return named == 2 or (named > 2 and len({principal.side for principal in each.principals}) == 2)


def _same_round(one: Features, other: Features) -> bool:
    """Return whether the same parties met, more than two of them: one person of both briefs, or people of one level."""
    sides = len(one.parties) + (one.home is not None)
    if sides <= 2 or one.parties != other.parties or not (one.complete and other.complete):
        return False
    if not (one.account.tells or other.account.tells):
        return False
    if one.principals and other.principals:
        return bool(matched(one, other))
    return _named_level(one) is not None and _named_level(one) == _named_level(other)


def _named_level(each: Features) -> Level | None:
    """Return the level that the title or the people show."""
    return level_of_name(each.entry.title) or ("leaders" if is_of_leaders(each) else None)


def attaches(loose: Features, told: Features) -> bool:
    """Return whether a brief that does not name all who met can be about a meeting of which another brief tells."""
    if not told.principals or not loose.parties & told.parties:
        return False
    if loose.account.occasion == "state visit" and loose.parties == told.parties and days_meet(loose, told):
        return told.account.format in (None, "in person") and is_of_leaders(told)
    if "journey" in (loose.account.occasion, told.account.occasion) or likeness(loose, told) != "open":
        return False
    both = matched(loose, told)
    if loose.principals and len(both) < len(loose.principals):
        return False
    if loose.account.occasion and any(each.side in told.parties for each in both):
        return True
    return loose.parties == told.parties and _is_outcome(loose) and _names_all(loose, told)


def is_of_leaders(each: Features) -> bool:
    """Return whether the leaders of all sides met."""
    sides: dict[str | None, bool] = {}
    for principal in each.principals:
        vice = "vice" in (principal.office or "").lower()
        sides[principal.side] = sides.get(principal.side, False) or (leads_the_side(principal) and not vice)
    return len(sides) > 1 and all(sides.values())


def _is_outcome(each: Features) -> bool:
    return each.account.kind in ("joint statement", "fact sheet")


def _names_all(loose: Features, told: Features) -> bool:
    """Return whether the text of a brief names all people who met."""
    named = loose.people()
    return all(any(each.may_be(there) for there in named) for each in told.principals)
