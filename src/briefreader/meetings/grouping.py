"""Groups briefs that tell of one meeting.

A wrong merge is worse than a missed one: it hides a meeting. Two briefs are of one meeting only where nothing that they
tell excludes it.
"""

from collections.abc import Iterable, Sequence

from briefreader.meetings.account import Told
from briefreader.meetings.held_meeting import HeldMeeting, MeetingBrief
from briefreader.model import Kind

_FACES: tuple[Kind | None, ...] = ("joint statement", "readout", "statement", "release", None, "fact sheet", "remarks")


def held_meetings(briefs: Iterable[Told]) -> tuple[HeldMeeting, ...]:
    """Return the meetings that briefs tell of, newest first, undated last."""
    groups: dict[tuple[object, ...], list[Told]] = {}
    for told in briefs:
        if told.account.tells and told.account.kind != "announcement":
            groups.setdefault(_key(told), []).append(told)
    meetings = [_meeting(group) for group in groups.values()]
    return tuple(sorted(meetings, key=lambda meeting: meeting.date or "", reverse=True))


def _key(told: Told) -> tuple[object, ...]:
    """Return the key that briefs of one numbered meeting share; every other brief has its own."""
    entry = told.entry
    if entry.series and entry.ordinal is not None:
        return entry.series, entry.ordinal, told.account.date
    return (entry.id,)


def _meeting(group: Sequence[Told]) -> HeldMeeting:
    face = min(group, key=_face_order)
    entry, account = face
    others = sorted((told for told in group if told is not face), key=_face_order)
    return HeldMeeting(
        id=entry.id,
        date=account.date or entry.date,
        series=entry.series,
        ordinal=entry.ordinal,
        format=account.format,
        level=None,
        city=entry.city,
        country=entry.country,
        sides=account.sides,
        leads=account.leads,
        face=entry.id,
        briefs=tuple(MeetingBrief(told.entry.id, told.account.kind) for told in (face, *others)),
    )


def _face_order(told: Told) -> tuple[int, str, str]:
    kind = told.account.kind
    return _FACES.index(kind) if kind in _FACES else len(_FACES), told.entry.date or "", told.entry.id
