"""Tells whether two briefs are about one meeting."""

from __future__ import annotations

from typing import Literal

from briefreader.meetings.features import SPOKEN, Features, Principal
from briefreader.meetings.fingerprint import nearly_identical

Likeness = Literal["same", "apart", "open"]

_FEW_PARTIES = 3
_SHARED_OF_MANY = 0.6


def likeness(one: Features, other: Features) -> Likeness:
    """Return whether two briefs are about the same meeting, about meetings apart, or whether both are possible."""
    if _numbered_alike(one, other):
        return "same"
    if _people_differ(one, other) or _parties_differ(one, other) or _formats_differ(one, other):
        return "apart"
    if _reissued(one, other):
        return "same"
    if not days_meet(one, other):
        return "apart"
    if "journey" in (one.account.occasion, other.account.occasion):
        return "open"
    if _same_people_met(one, other) or _same_series(one, other) or _same_event(one, other):
        return "same"
    return "open"


def _numbered_alike(one: Features, other: Features) -> bool:
    here, there = one.entry, other.entry
    return bool(here.series and here.ordinal and (here.series, here.ordinal) == (there.series, there.ordinal)) and (
        abs(one.first - other.first) <= 3
    )


def _reissued(one: Features, other: Features) -> bool:
    return abs(one.first - other.first) <= 2 and nearly_identical(one.account.fingerprint, other.account.fingerprint)


def days_meet(one: Features, other: Features) -> bool:
    """Return whether the days on which the meetings of two briefs can have been have one in common."""
    if one.dated and other.dated and one.account.format != "call" and other.account.format != "call":
        same_kind = one.account.kind == other.account.kind
        return one.first <= other.last + (not same_kind) and other.first <= one.last + (not same_kind)
    return one.first <= other.last and other.first <= one.last


def _formats_differ(one: Features, other: Features) -> bool:
    formats = {one.account.format, other.account.format}
    return "in person" in formats and bool(formats & {"call", "virtual"})


def _people_differ(one: Features, other: Features) -> bool:
    """Return whether a side is led by other people in one brief than in the other."""
    for side in {each.side for each in one.principals if each.side}:
        here = [each for each in one.principals if each.side == side]
        there = [each for each in other.principals if each.side == side]
        if there and not any(a.may_be(b) for a in here for b in there):
            return True
    return False


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
    both = matched(one, other)
    return len(both) >= 2 and len({each.side for each in both}) >= 2


def _same_series(one: Features, other: Features) -> bool:
    here, there = one.entry, other.entry
    return bool(here.series and here.series == there.series and one.parties == other.parties)


def _same_event(one: Features, other: Features) -> bool:
    """Return whether both titles name one event, and no talks of two people on its margins."""
    named = {*one.account.title_events, one.entry.series} & {*other.account.title_events, other.entry.series} - {None}
    return bool(named) and not any(_is_bilateral(each) for each in (one, other))


def _is_bilateral(each: Features) -> bool:
    return len({principal.side for principal in each.principals}) == 2


def attaches(loose: Features, told: Features) -> bool:
    """Return whether a brief that does not name all who met can be about a meeting of which another brief tells."""
    if likeness(loose, told) != "open" or loose.account.occasion == "journey" or not told.principals:
        return False
    both = matched(loose, told)
    if both and len(both) == len(loose.principals) and loose.account.occasion:
        foreign = any(each.side in told.parties for each in both)
        return foreign or (loose.parties == told.parties and _is_outcome(loose))
    return not loose.principals and bool(loose.parties) and loose.parties == told.parties and _names_all(loose, told)


def _is_outcome(each: Features) -> bool:
    return each.account.kind in ("joint statement", "fact sheet") or each.account.kind in SPOKEN


def _names_all(loose: Features, told: Features) -> bool:
    """Return whether the text of an outcome names the people who met."""
    if loose.account.kind not in ("joint statement", "fact sheet"):
        return False
    return all(any(each.may_be(there) for there in loose.others) for each in told.principals)
