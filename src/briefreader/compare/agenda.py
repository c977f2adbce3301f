"""Holds the meetings that were promised against those that were held."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefreader.model import MeetingFormat

LONGEST_DELAY = timedelta(days=365)
"""The time after the promised date up to which a meeting keeps the promise, though late."""

MOST_EARLY = timedelta(days=14)
"""The time before the promised date from which a meeting keeps the promise; one before it is another meeting."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class Held(NamedTuple):
    """A meeting that was held, as far as promises are concerned; `kin` is equal for the meetings of one series.

    `next` is the promise of the next meeting: an ISO date as precise as stated, or the words of the text.
    """

    id: str
    kin: str
    series: str | None
    ordinal: int | None
    date: str | None
    format: MeetingFormat | None
    next: str | None = None


class Promise(NamedTuple):
    """A meeting that was promised: where, for when, and what became of it.

    `kept_by` is the meeting that kept the promise, None if none did. `is_late` says that it came after the promised
    time, `is_virtual` that it was not in person. `overdue` says that the time is past and the library has no meeting.
    """

    series: str | None
    ordinal: int | None
    promised: str
    promised_in: str
    kept_by: str | None = None
    is_late: bool = False
    is_virtual: bool = False
    overdue: bool = False


def promises(meetings: Iterable[Held], today: date) -> tuple[Promise, ...]:
    """Return all promises, the earliest first; those without a date come last."""
    by_kin: dict[str, list[Held]] = {}
    for meeting in meetings:
        by_kin.setdefault(meeting.kin, []).append(meeting)
    for kin in by_kin.values():
        kin.sort(key=lambda each: (each.date is None, each.date or "", each.ordinal or 0))
    found = [
        _promise(each, each.next, kin[number + 1 :], today)
        for kin in by_kin.values()
        for number, each in enumerate(kin)
        if each.next
    ]
    return tuple(sorted(found, key=lambda each: (period(each.promised) is None, each.promised, each.promised_in)))


def _promise(meeting: Held, promised: str, later: Sequence[Held], today: date) -> Promise:
    time = period(promised)
    ordinal = meeting.ordinal + 1 if meeting.ordinal else None
    promise = Promise(meeting.series, ordinal, promised, meeting.id)
    following = next((each for each in later if _keeps(each, meeting, time)), None)
    if following is None:
        return promise._replace(overdue=time is not None and time[1] < today)
    held = period(following.date)
    return promise._replace(
        kept_by=following.id,
        is_late=bool(time and held and held[0] > time[1]),
        is_virtual=following.format in ("virtual", "call"),
    )


def _keeps(later: Held, meeting: Held, time: tuple[date, date] | None) -> bool:
    held = period(later.date)
    if held is None or later.date == meeting.date:
        return False
    return time is None or time[0] - MOST_EARLY <= held[1] <= time[1] + LONGEST_DELAY


def period(iso: str | None) -> tuple[date, date] | None:
    """Return the first and the last day of an ISO date of any precision, None if it is none."""
    match = _DATE.fullmatch(iso or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        if day:
            return first, first
        after = date(first.year + 1, 1, 1) if month in (None, 12) else date(first.year, first.month + 1, 1)
    except ValueError:
        return None
    return first, after - timedelta(days=1)
