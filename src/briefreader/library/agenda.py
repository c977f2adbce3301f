"""Tells which meetings were promised, and whether the library has them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from briefreader.compare import Held, Promise, promises
from briefreader.meetings import HeldMeeting
from briefreader.model import Brief, SourceError
from briefreader.sentences import sentences


class PromisedMeeting(NamedTuple):
    """A promise with the sentence that makes it, None where the brief no longer says it."""

    promise: Promise
    evidence: str | None


def agenda(
    meetings: Iterable[HeldMeeting], kin: Callable[[HeldMeeting], str], brief: Callable[[str], Brief], today: date
) -> Iterator[PromisedMeeting]:
    """Yield the promised meetings, the earliest first; `kin` returns a text equal for the meetings of one series."""
    held = [
        Held(each.face, kin(each), each.series, each.ordinal, each.date, each.format, each.next) for each in meetings
    ]
    for promise in promises(held, today):
        yield PromisedMeeting(promise, _evidence(promise, brief))


def _evidence(promise: Promise, brief: Callable[[str], Brief]) -> str | None:
    try:
        read = brief(promise.promised_in)
    except SourceError:
        return None
    meeting = read.annotation.meeting
    span = meeting.evidence.get("next") if meeting else None
    if span is None:
        return None
    around = next((each for each in sentences(read.text) if each.start <= span[0] < each.end), None)
    return " ".join(read.text[around.start : around.end].split()) if around else None
