"""Follows a wording through briefs by date: where it stands, where it was dropped, and where it returned."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

_SHORTEST_NOUN = 4
"""Letters of the shortest last word of a wording that is sought in singular and plural."""


class DatedBrief(Protocol):
    """A brief by its ID, and its date."""

    @property
    def id(self) -> str: ...

    @property
    def date(self) -> str | None: ...


class TraceRow(NamedTuple):
    """A brief with the number of times that it has the wording."""

    id: str
    date: str | None
    times: int


class Trace(NamedTuple):
    """A wording in some briefs by date.

    `first` and `last` are the first and the last brief that have it; `dropped` are the briefs without it that follow
    one with it, `returned` those with it again after one without it.
    """

    phrase: str
    series: str | None
    rows: tuple[TraceRow, ...]
    first: str | None = None
    last: str | None = None
    dropped: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()


def traced(phrase: str, series: str | None, briefs: Iterable[DatedBrief], counts: Mapping[str, int]) -> Trace:
    """Return the trace of a phrase through briefs in order, from the number of times that each has it, by ID."""
    rows = tuple(TraceRow(entry.id, entry.date, counts.get(entry.id, 0)) for entry in briefs)
    having = [row.id for row in rows if row.times]
    dropped, returned = [], []
    was_there = has_been = False
    for row in rows:
        if was_there and not row.times:
            dropped.append(row.id)
        if has_been and not was_there and row.times:
            returned.append(row.id)
        was_there = bool(row.times)
        has_been = has_been or was_there
    first, last = (having[0], having[-1]) if having else (None, None)
    return Trace(phrase, series, rows, first, last, tuple(dropped), tuple(returned))


def in_both_numbers(phrase: str) -> tuple[str, ...]:
    """Return a wording and, where its last word can have one, the plural or the singular with or without `s`."""
    last = phrase.rsplit(maxsplit=1)[-1] if phrase.strip() else ""
    if len(last) < _SHORTEST_NOUN or not last.isalpha() or last.lower().endswith("ss"):
        return (phrase,)
    stripped = phrase.rstrip()
    return (phrase, stripped[:-1] if last.lower().endswith("s") else f"{stripped}s")
