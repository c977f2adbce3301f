"""Finds the joint statements of a body's leaders or ministers that tell of no meeting and so are in no series."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefreader.library.catalogue.series import Series
from briefreader.meetings import HeldMeeting, Level
from briefreader.model import Entry
from briefreader.text import fold, words

_LEVELS: tuple[tuple[Level, str], ...] = (("leaders", r"leaders?"), ("ministers", r"ministers?"))
_STATEMENT = "|".join(
    rf"(?P<{level}>\b{who}\b['’]?(?:[- ]level)?(?: joint)? statement|statement (?:from|of|by) (?:\S+ ){{0,4}}{who}\b)"
    for level, who in _LEVELS
)
_STATEMENT_OF_LEVEL = re.compile(_STATEMENT, re.IGNORECASE)
_NO_BODY = frozenset(
    "leader leaders minister ministers ministerial foreign defense finance trade summit meeting the joint".split()
)


def with_statements(series: Series, meetings: Sequence[HeldMeeting], entries: Iterable[Entry]) -> Series:
    """Return a series with the joint statements of its body at its level, by date."""
    from briefreader.meetings import level_of_name

    level = level_of_name(series.name)
    found = [*_statements(series.name, level, series, meetings, entries)] if level else []
    together = sorted((*series.meetings, *found), key=lambda entry: (entry.date is None, entry.date or "", entry.path))
    return series._replace(meetings=tuple(together)) if found else series


def series_of_statements(name: str, meetings: Sequence[HeldMeeting], entries: Iterable[Entry]) -> Series | None:
    """Return the joint statements of the leaders of a body as a series, None if there is none."""
    series = Series(name, (), (), None)
    found = sorted(
        _statements(name, "leaders", series, meetings, entries), key=lambda entry: (entry.date or "", entry.path)
    )
    return series._replace(meetings=tuple(found)) if found else None


def begins_with(series: Series, name: str) -> bool:
    """Return whether the name of a series goes on after a given name: `AUKUS Joint Steering Group` after `AUKUS`."""
    whole, beginning = _folded(series.name), _folded(name)
    return len(whole) > len(beginning) and whole[: len(beginning)] == beginning


def is_named(series: Series, name: str) -> bool:
    """Return whether a series has just a given name."""
    return _folded(series.name) == _folded(name)


def _statements(
    name: str, level: Level, series: Series, meetings: Sequence[HeldMeeting], entries: Iterable[Entry]
) -> Iterator[Entry]:
    body = body_of(name)
    if not body:
        return
    rows = {entry.id for entry in series.meetings}
    meeting_of = {brief.id: meeting for meeting in meetings for brief in meeting.briefs}
    for entry in entries:
        found = _STATEMENT_OF_LEVEL.search(entry.title) if "tatement" in entry.title else None
        if found is None or found.lastgroup != level or not names_body(entry.title, body):
            continue
        meeting = meeting_of.get(entry.id)
        if meeting is None or (meeting.series is None and meeting.face == entry.id and meeting.face not in rows):
            yield entry


def body_of(name: str) -> list[str]:
    """Return the words of the body in the name of a series, folded: `g20` of `G20 Leaders`."""
    return [word for word in _folded(name) if word not in _NO_BODY]


def names_body(title: str, body: Sequence[str]) -> bool:
    """Return whether a title has the words of a body side by side."""
    said = _folded(title)
    return any(said[at : at + len(body)] == body for at in range(len(said)))


def _folded(name: str) -> list[str]:
    return [fold(word.text).removesuffix("'s").strip("'’") for word in words(name)]
