"""Holds the meetings that were promised against those that were held."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefreader.compare.series.periods import Period, period
from briefreader.model import MeetingFormat

LONGEST_DELAY = timedelta(days=365)
"""The time after the promised date up to which a meeting keeps the promise, though late."""

LONGEST_DELAY_OF_PEOPLE = timedelta(days=60)
"""The same where no series tells that the later meeting of two sides is the promised one, which must not be early."""

MOST_EARLY = timedelta(days=14)
"""The time before the promised date from which a meeting keeps the promise; one before it is another meeting."""


class Held(NamedTuple):
    """A meeting that was held, as far as promises are concerned.

    `series_key` is the same for all meetings of a series; those of no series have the key of their sides. `next` is the
    promise of the next meeting: an ISO date as precise as stated, or the words of the text. `promised_in` is the brief
    of the meeting that makes it, and `time` the days that it means, as far as they are known.
    """

    id: str
    series_key: str
    series: str | None
    ordinal: int | None
    date: str | None
    format: MeetingFormat | None
    next: str | None = None
    promised_in: str | None = None
    time: Period | None = None


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
    """Return the promises made up to a day, the earliest first; those without a date come last."""
    by_series: dict[str, list[Held]] = {}
    for meeting in meetings:
        by_series.setdefault(meeting.series_key, []).append(meeting)
    for series in by_series.values():
        series.sort(key=lambda each: (each.date is None, each.date or "", each.ordinal or 0))
    found = [
        _promise(each, each.next, series[number + 1 :], today)
        for series in by_series.values()
        for number, each in enumerate(series)
        if each.next and not _is_after(each, today)
    ]
    return tuple(sorted(found, key=lambda each: (period(each.promised) is None, each.promised, each.promised_in)))


def _is_after(meeting: Held, day: date) -> bool:
    held = period(meeting.date)
    return held is not None and held[0] > day


def _promise(meeting: Held, promised: str, later: Sequence[Held], today: date) -> Promise:
    time = meeting.time or period(promised)
    ordinal = meeting.ordinal + 1 if meeting.ordinal else None
    promise = Promise(meeting.series, ordinal, promised, meeting.promised_in or meeting.id)
    following = next((each for each in later if _keeps(each, meeting, time)), None)
    if following is None:
        return promise._replace(overdue=time is not None and time[1] < today)
    held = period(following.date)
    return promise._replace(
        kept_by=following.id,
        is_late=bool(time and held and held[0] > time[1]),
        is_virtual=following.format in ("virtual", "call"),
    )


def _keeps(later: Held, meeting: Held, time: Period | None) -> bool:
    held, made = period(later.date), period(meeting.date)
    if held is None or later.date == meeting.date:
        return False
    if meeting.ordinal and later.ordinal and later.ordinal > meeting.ordinal + 1:
        return False
    if later.format == "call" and not meeting.series:
        return False  # people who promised to meet and called each other have not met yet
    if time is None:
        longest = LONGEST_DELAY if meeting.series else 3 * LONGEST_DELAY_OF_PEOPLE
        return made is None or held[0] <= made[1] + longest
    if not meeting.series:
        return time[0] <= held[1] <= time[1] + LONGEST_DELAY_OF_PEOPLE
    return time[0] - MOST_EARLY <= held[1] <= time[1] + LONGEST_DELAY
