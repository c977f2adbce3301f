"""Tells which meetings were promised, and whether the library has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import NamedTuple

from briefreader.compare import Held, Promise, promised_period, promises
from briefreader.library.comparing.said_promises import SaidPromise
from briefreader.library.comparing.series_statements import body_of, names_body
from briefreader.meetings import SPEAKS_OF_OTHERS, HeldMeeting
from briefreader.model import Entry, SourceError
from briefreader.text import Span, fold

_TWO_WEEKS = timedelta(days=14)

Source = tuple[str, str | None, Span | None]
"""The ID of a brief that makes a promise, and its sentence with its place in the text."""


class PromisedMeeting(NamedTuple):
    """A promise with the sentence that makes it and its place in the brief, None where the brief no longer says it.

    `meeting` is the meeting at which the promise was made, and `kept` the one that kept it, None if none did.
    `is_dated` says that the promised days are known, at least about. `named_in` are the briefs of these days whose
    titles name the body that was to meet, where the library has no meeting: they tell that it met after all.
    """

    promise: Promise
    evidence: str | None
    span: Span | None = None
    meeting: HeldMeeting | None = None
    kept: HeldMeeting | None = None
    is_dated: bool = False
    named_in: tuple[Entry, ...] = ()

    @property
    def name(self) -> str:
        """The promised meeting by its series and number, else the sides or the ID of the meeting that promised it."""
        promise = self.promise
        if promise.series:
            return f"{promise.series} {promise.ordinal or ''}".strip()
        return ", ".join(self.meeting.sides) if self.meeting and self.meeting.sides else promise.promised_in

    @property
    def outcome(self) -> str:
        """What became of the promise, in words."""
        promise = self.promise
        if promise.kept_by:
            late, virtually = " late" * promise.is_late, ", but virtually" * promise.is_virtual
            return f"kept{late} by {self._keeper}{self._where_kept}{virtually}"
        if promise.overdue:
            return "date past, not in the library"
        return "due" if self.is_dated else "no date stated"

    @property
    def _where_kept(self) -> str:
        """The place of the meeting that kept the promise, where the promise names one: it may be another."""
        place = (self.kept.city or self.kept.country) if self.kept else None
        return f" in {place}" if place and self.promise.promised.startswith("in ") else ""

    @property
    def later_title(self) -> str:
        """The newest title that names the body in the promised days, in words; empty where none does."""
        newest = self.named_in[0] if self.named_in else None
        return f"named on {newest.date} in “{newest.title}”" if newest else ""

    @property
    def _keeper(self) -> str:
        kept = self.kept
        if kept is None or not kept.series or not kept.ordinal:
            return f"the meeting of {kept.date}" if kept and kept.date else str(self.promise.kept_by)
        return f"{kept.series} {kept.ordinal}"


def agenda(
    meetings: Iterable[HeldMeeting],
    entries: Sequence[Entry],
    series_key: Callable[[HeldMeeting], str],
    said: Callable[[str], SaidPromise],
    today: date,
) -> Iterator[PromisedMeeting]:
    """Yield the promised meetings, the earliest first; `entries` are those of all briefs.

    `series_key` returns the key that all meetings of a series have, and `said` the promise of a brief by its ID, or
    raises SourceError.
    """
    by_face = {each.face: each for each in meetings}
    briefs_of: dict[str, set[str]] = {}
    held = []
    found: dict[str, PromisedMeeting] = {}
    for each in by_face.values():
        fact = Held(each.face, series_key(each), each.series, each.ordinal, each.date, each.format)
        if each.next and (source := _source(each, each.next, said)):
            id, sentence, span = source
            time = promised_period(each.next, sentence, each.date)
            fact = fact._replace(next=each.next, promised_in=id, time=time)
            promise = Promise(each.series, None, each.next, id)
            found[id] = PromisedMeeting(promise, sentence, span, each, is_dated=time is not None)
        held.append(fact)
        briefs_of.setdefault(fact.series_key, set()).update(brief.id for brief in each.briefs)
    promised = {fact.promised_in: fact for fact in held if fact.promised_in}
    for promise in promises(held, today):
        kept = by_face.get(promise.kept_by or "")
        named_in: tuple[Entry, ...] = ()
        if promise.overdue:
            fact = promised[promise.promised_in]
            named_in = _named_in(fact, (entry for entry in entries if entry.id not in briefs_of[fact.series_key]))
        yield found[promise.promised_in]._replace(promise=promise, kept=kept, named_in=named_in)


def _named_in(promised: Held, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the briefs of the promised days, or of two weeks after them, whose titles name the body that promised."""
    body = body_of(promised.series or "")
    if not body or promised.time is None:
        return ()
    first, last = promised.time[0].isoformat(), (promised.time[1] + _TWO_WEEKS).isoformat()
    longest = max(body, key=len)
    return tuple(
        entry
        for entry in entries
        if first <= (entry.date or "") <= last
        and (promised.date or "") < (entry.date or "")
        and longest in fold(entry.title)
        and names_body(entry.title, body)
    )


def _source(meeting: HeldMeeting, promised: str, said: Callable[[str], SaidPromise]) -> Source | None:
    """Return the brief of a meeting that promises the next one, and its sentence; None if the text promises none.

    The face is asked first. A fact sheet or a speech beside it speaks of other meetings.
    """
    if "next" in meeting.stated:
        return meeting.face, None, None
    others = (each.id for each in meeting.briefs if each.id != meeting.face and each.kind not in SPEAKS_OF_OTHERS)
    for id in (meeting.face, *others):
        with suppress(SourceError):
            found = said(id)
            if found.next != promised:
                continue
            if found.sentence is None or found.is_stated or not _is_deadline(promised, found.sentence):
                return id, found.sentence, found.span
    return None


def _is_deadline(promised: str, sentence: str) -> bool:
    """Return whether a sentence names the year of a promise only as the end of a term: `by the end of 2024`."""
    return (
        promised.isdigit()
        and promised in sentence
        and not re.search(rf"(?<!by )(?<!by the end of ){promised}", sentence)
    )
