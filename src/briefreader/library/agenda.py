"""Tells which meetings were promised, and whether the library has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from briefreader.compare import Held, Promise, promised_period, promises
from briefreader.meetings import HeldMeeting
from briefreader.model import Brief, Kind, SourceError
from briefreader.sentences import sentences

_BESIDE: frozenset[Kind | None] = frozenset(("fact sheet", "remarks", "transcript"))


class PromisedMeeting(NamedTuple):
    """A promise with the sentence that makes it, None where the brief no longer says it."""

    promise: Promise
    evidence: str | None


def agenda(
    meetings: Iterable[HeldMeeting], kin: Callable[[HeldMeeting], str], brief: Callable[[str], Brief], today: date
) -> Iterator[PromisedMeeting]:
    """Yield the promised meetings, the earliest first; `kin` returns a text equal for the meetings of one series."""
    held, evidence = [], {}
    for each in meetings:
        found = Held(each.face, kin(each), each.series, each.ordinal, each.date, each.format)
        if each.next and (source := _source(each, each.next, brief)):
            id, sentence = source
            time = promised_period(each.next, sentence, each.date)
            found = found._replace(next=each.next, promised_in=id, time=time)
            evidence[id] = sentence
        held.append(found)
    for promise in promises(held, today):
        yield PromisedMeeting(promise, evidence.get(promise.promised_in))


def _source(meeting: HeldMeeting, promised: str, brief: Callable[[str], Brief]) -> tuple[str, str | None] | None:
    """Return the brief of a meeting that promises the next one, and its sentence; None if the text promises none.

    The face is asked first. A fact sheet or a speech beside it speaks of other meetings.
    """
    is_read = False
    others = (each.id for each in meeting.briefs if each.id != meeting.face and each.kind not in _BESIDE)
    for id in (meeting.face, *others):
        try:
            read = brief(id)
        except SourceError:
            continue
        told = read.annotation.meeting
        if told is None or told.next != promised:
            continue
        if "next" in told.stated:
            return id, None
        is_read = True
        span = told.evidence.get("next")
        around = next((each for each in sentences(read.text) if span and each.start <= span[0] < each.end), None)
        sentence = " ".join(read.text[around.start : around.end].split()) if around else None
        if sentence is None or not _is_deadline(promised, sentence):
            return id, sentence
    return (meeting.face, None) if not is_read and "next" in meeting.stated else None


def _is_deadline(promised: str, sentence: str) -> bool:
    """Return whether a sentence names the year of a promise only as the end of a term: `by the end of 2024`."""
    return (
        promised.isdigit()
        and promised in sentence
        and not re.search(rf"(?<!by )(?<!by the end of ){promised}", sentence)
    )
