"""Groups briefs that tell of one meeting.

A wrong merge is worse than a missed one: it hides a meeting. Two briefs are of one meeting only where nothing that they
tell excludes it, and a brief that does not name who met belongs to a meeting only where no other meeting is possible.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from briefreader.meetings.account import Told
from briefreader.meetings.features import SPOKEN, Features, Sides, features_of
from briefreader.meetings.held_meeting import SPEAKS_OF_OTHERS, HeldMeeting, Level, MeetingBrief, face_rank
from briefreader.meetings.level import level_of, level_of_name
from briefreader.meetings.likeness import EVENT_DAYS, Likeness, attaches, is_of_leaders, likeness
from briefreader.model import Kind, MeetingFormat

_CALL = re.compile(r"['’]s? (?:\w+ )?calls?\b|^(?:joint )?readout of [^,]*\bcalls?$", re.IGNORECASE)
_LONG_EVENT = re.compile(r"\b(?:summit|conference|forum|assembly|congress|retreat)\b")
_LONGEST_SPAN = 8  # days
_MOST_OF_A_DAY = 100  # briefs that share a day and a party: to compare more takes long, and they tell of no meeting
_NO_KEYS: Mapping[str, str] = MappingProxyType({})
_LOOSE_KINDS: frozenset[Kind | None] = frozenset(("joint statement", "fact sheet"))


def held_meetings(briefs: Iterable[Told], series_keys: Mapping[str, str] = _NO_KEYS) -> tuple[HeldMeeting, ...]:
    """Return the meetings that briefs tell of, newest first, undated last.

    `series_keys` has for spellings of series the name under which they are one.
    """
    all_briefs = list(briefs)
    sides = Sides.of(told.account for told in all_briefs)
    features: list[Features] = []
    undated: dict[tuple[object, ...], list[Told]] = {}
    for told in all_briefs:
        if not _may_tell(told):
            continue
        found = features_of(told, sides, series_keys)
        if found is not None:
            features.append(found)
        elif told.account.tells and told.account.kind != "announcement":
            entry = told.entry
            numbered = (series_keys.get(entry.series or "", entry.series), entry.ordinal, told.account.date)
            undated.setdefault(numbered if entry.series and entry.ordinal else (entry.id,), []).append(told)
    meetings = [_meeting(group) for group in _groups(features) if any(each.tells for each in group)]
    meetings += map(undated_meeting, undated.values())
    return tuple(sorted(meetings, key=lambda meeting: meeting.date or "", reverse=True))


def _may_tell(told: Told) -> bool:
    account = told.account
    spoken_by_two = account.kind in SPOKEN and len(account.title_people) > 1
    return account.tells or account.occasion is not None or account.kind in _LOOSE_KINDS or spoken_by_two


def _groups(features: Sequence[Features]) -> list[list[Features]]:
    """Return the groups of briefs of one meeting each."""
    near = _neighbours(features)
    group_of = {at: [at] for at in range(len(features))}
    known: dict[tuple[int, int], Likeness] = {}

    def compared(here: int, there: int) -> Likeness:
        key = (here, there) if here < there else (there, here)
        if key not in known:
            known[key] = likeness(features[here], features[there])
        return known[key]

    def join(here: int, there: int) -> None:
        mine, other = group_of[here], group_of[there]
        if mine is other:
            return
        long = any(_lasts_days(features[each]) for each in (*mine, *other))
        if not any(_excluded(compared(a, b), features[a], features[b], long) for a in mine for b in other):
            mine += other
            for each in other:
                group_of[each] = mine

    for here, there in near:
        if compared(here, there) == "same":
            join(here, there)
    around: dict[int, list[int]] = {}
    for here, there in near:
        around.setdefault(here, []).append(there)
        around.setdefault(there, []).append(here)
    for at, loose in enumerate(features):
        if any(features[each].account.tells for each in group_of[at]) and len(group_of[at]) > 1:
            continue
        if (host := _one_host(at, loose, around.get(at, ()), group_of, features)) is not None:
            join(at, host)
    groups = {id(group): group for group in group_of.values()}
    return [[features[at] for at in group] for group in groups.values()]


def _lasts_days(each: Features) -> bool:
    """Return whether a brief is about a meeting that can last several days: a visit of state, a summit."""
    return each.account.occasion == "state visit" or any(_LONG_EVENT.search(name) for name in each.events)


def _excluded(found: Likeness, one: Features, other: Features, long: bool) -> bool:
    """Return whether two briefs cannot be of one meeting, which is `long` if it may have lasted several days."""
    both_spoken = one.account.kind in SPOKEN and other.account.kind in SPOKEN
    return found == "apart" or (found == "far" and both_spoken and not long)


def _one_host(
    at: int,
    loose: Features,
    around: Iterable[int],
    group_of: dict[int, list[int]],
    features: Sequence[Features],
) -> int | None:
    """Return a brief of the one meeting that a brief can belong to, of several the one of its parties or leaders."""
    hosts = [each for each in around if group_of[each] is not group_of[at] and attaches(loose, features[each])]
    for preferred in (
        [each for each in hosts if features[each].parties == loose.parties],
        [each for each in hosts if is_of_leaders(features[each])],
    ):
        if len({id(group_of[each]) for each in hosts}) > 1:
            hosts = [each for each in preferred if each in hosts]
    return hosts[0] if len({id(group_of[each]) for each in hosts}) == 1 else None


def _neighbours(features: Sequence[Features]) -> list[tuple[int, int]]:
    """Return the pairs of briefs that share a day and a party, person or event, the nearest in time first."""
    seen: dict[tuple[int, str], list[int]] = {}
    pairs: dict[tuple[int, int], None] = {}
    for at, each in enumerate(features):
        keys = {*each.parties, each.series or "", each.account.fingerprint[:8]} - {""}
        keys.update(one.last for one in each.principals if one.side is None or one.side != each.home)
        for day in range(each.first, min(each.last, each.first + _LONGEST_SPAN) + 2):
            for key in keys:
                seen.setdefault((day, key), []).append(at)
        for day in range(each.first, each.last + 1 + EVENT_DAYS) if each.events else ():
            for key in each.events:
                seen.setdefault((day, key), []).append(at)
    for same in seen.values():
        if len(same) <= _MOST_OF_A_DAY:
            pairs.update(dict.fromkeys(combinations(same, 2)))
    return sorted(pairs, key=lambda pair: (abs(features[pair[0]].published - features[pair[1]].published), pair))


def _meeting(group: Sequence[Features]) -> HeldMeeting:
    face = min(group, key=_face_order)
    others = sorted((each for each in group if each is not face), key=_face_order)
    telling = [each for each in (face, *others) if each.account.tells] or [face]
    best = next((each for each in telling if each.account.date and each.tells), telling[0])
    entries = [each.entry for each in (face, *others)]
    series = next((entry for entry in entries if entry.series), face.entry)
    city = next((each.entry for each in telling if each.entry.city and each.tells), best.entry)
    sides, leads = _parties((face, *others))
    return HeldMeeting(
        id=face.id,
        date=best.account.date or face.entry.date,
        series=series.series,
        ordinal=series.ordinal,
        format=next((each.account.format for each in telling if each.account.format), None) or _format(face),
        level=_level(telling, series.series),
        city=city.city,
        country=city.country,
        sides=sides,
        leads=leads,
        face=face.id,
        briefs=tuple(MeetingBrief(each.id, each.account.kind) for each in (face, *others)),
        next=next(
            (
                each.account.next
                for each in telling
                if each.account.next and (each is face or each.account.kind not in SPEAKS_OF_OTHERS)
            ),
            None,
        ),
    )


def _format(face: Features) -> MeetingFormat | None:
    """Return the format that the title of a report names; that of words spoken can name a call to the press."""
    return "call" if face.account.kind not in SPOKEN and _CALL.search(face.entry.title) else None


def _parties(briefs: Sequence[Features]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sides and the leads of a meeting, each from the first brief that names several, else any.

    A brief that names them in its title alone comes after all that tell of the meeting.
    """
    told = [(each.account.sides, each.account.leads) for each in briefs if each.account.tells]
    titled = [
        (
            tuple(dict.fromkeys(one.side for one in each.principals if one.side)),
            tuple(dict.fromkeys(one.name for one in each.principals)),
        )
        for each in briefs
        if not each.account.tells and not each.is_ahead
    ]
    sides = [sides for sides, _ in (*told, *titled)]
    leads = [leads for _, leads in (*told, *titled)]
    return _several(sides), _several(leads)


def _several(names: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return next((each for each in names if len(each) > 1), next(filter(None, names), ()))


def _level(telling: Sequence[Features], series: str | None) -> Level | None:
    """Return the level by the offices of the people who met, and by the name of series or event where these are low."""
    found = None
    for each in telling:
        offices: dict[str | None, list[str]] = {}
        for principal in each.principals:
            if principal.office:
                offices.setdefault(principal.side, []).append(principal.office)
        if offices:
            found = level_of(offices.values())
            break
    if found in (None, "officials"):
        return level_of_name(series or "") or level_of_name(telling[0].entry.title) or found
    return found


def undated_meeting(group: Sequence[Told]) -> HeldMeeting:
    """Return the meeting of briefs that name no day of it, and are of one number of a series if there are several."""
    in_order = sorted(group, key=lambda told: (face_rank(told.account.kind), told.entry.id))
    entry, account = in_order[0]
    return HeldMeeting(
        id=entry.id,
        date=account.date or entry.date,
        series=entry.series,
        ordinal=entry.ordinal,
        format=account.format,
        level=level_of_name(entry.series or entry.title),
        city=entry.city,
        country=entry.country,
        sides=account.sides,
        leads=account.leads,
        face=entry.id,
        briefs=tuple(MeetingBrief(told.entry.id, told.account.kind) for told in in_order),
        next=account.next,
    )


def _face_order(each: Features) -> tuple[bool, int, str, str]:
    return each.is_ahead, face_rank(each.account.kind), each.entry.date or "", each.id
