"""Shows who came to the meetings of a series: who is new, who acts for another, and whose rank rose or fell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefreader.compare.series.ranks import rank_of
from briefreader.model import Attendee
from briefreader.text import fold
from briefreader.text import words as words_of

_ACTING = re.compile(r"\b(?:acting|interim|caretaker|chargé)\b", re.IGNORECASE)


class Seat(NamedTuple):
    """A person at a meeting, with the place of the name in the sentence that says so, in the text of `brief`.

    `is_new` says that the person came to none of the earlier meetings of the series whose attendance is known. `rank`
    is that of the office, 1 the highest, None where it is unknown.
    """

    meeting: str
    attendee: Attendee
    is_new: bool
    is_acting: bool
    rank: int | None
    brief: str


class AttendanceRow(NamedTuple):
    """A person through the meetings of a series, with a seat for each meeting that the person came to."""

    name: str
    side: str | None
    seats: Mapping[str, Seat]


class LeadRank(NamedTuple):
    """The highest rank that led for a side at a meeting, and the change since the last time: above 0 is higher.

    `name` is that of the person with the rank, as its row in the matrix has it.
    """

    meeting: str
    side: str
    name: str
    rank: int
    raised: int = 0


class AttendanceMatrix(NamedTuple):
    """Who came to the meetings of a series: rows by side, and within it in the order in which people first came."""

    meetings: tuple[str, ...]
    rows: tuple[AttendanceRow, ...]
    leads: tuple[LeadRank, ...] = ()

    @property
    def changes(self) -> tuple[LeadRank, ...]:
        """The leads whose rank is another one than that of the last time."""
        return tuple(lead for lead in self.leads if lead.raised)


_Row = tuple[Attendee, dict[str, Seat]]
"""A person as first met, with the seats by meeting."""


def attendance_matrix(
    meetings: Iterable[tuple[str, Sequence[Attendee]]], told_by: Mapping[str, str] | None = None
) -> AttendanceMatrix:
    """Return the matrix of meetings by ID, each with those who attended, in the order of the meetings.

    `told_by` has the brief that tells who attended, for a meeting whose ID is not that of the brief.
    """
    rows: list[_Row] = []
    leads: list[LeadRank] = []
    last: dict[str, int] = {}
    ids: list[str] = []
    for id, attendees in meetings:
        seats = _seated(rows, id, attendees, (told_by or {}).get(id, id))
        for side, (rank, name) in _highest_leads(seats).items():
            leads.append(LeadRank(id, side, name, rank, last.get(side, rank) - rank))
            last[side] = rank
        ids.append(id)
    found = [AttendanceRow(first.name, first.side, seats) for first, seats in rows]
    found.sort(key=lambda row: (row.side is None, row.side or ""))
    return AttendanceMatrix(tuple(ids), tuple(found), tuple(leads))


def _seated(rows: list[_Row], meeting: str, attendees: Iterable[Attendee], brief: str) -> list[tuple[str, Seat]]:
    """Give those who came to a meeting a seat in their rows, and return the seats, each with the name of its row."""
    found = []
    is_known_before = bool(rows)
    for each in attendees:
        if each.role == "mentioned":
            continue
        first, seats = next((row for row in rows if _is_same(row[0], each)), (each, dict[str, Seat]()))
        if not seats:
            rows.append((each, seats))
        if meeting in seats and seats[meeting].attendee.role == "lead":
            continue
        rank = rank_of(each.title, each.side)
        is_acting = bool(_ACTING.search(each.title or ""))
        seats[meeting] = Seat(meeting, each, is_known_before and not seats, is_acting, rank, brief)
        found.append((first.name, seats[meeting]))
    return found


def _highest_leads(seats: Iterable[tuple[str, Seat]]) -> dict[str, tuple[int, str]]:
    """Return by side the highest rank that led, with the name of the person who has it."""
    found: dict[str, tuple[int, str]] = {}
    for name, seat in seats:
        side = seat.attendee.side
        if seat.attendee.role == "lead" and side and seat.rank:
            found[side] = min(found.get(side, (seat.rank, name)), (seat.rank, name))
    return found


def _is_same(one: Attendee, other: Attendee) -> bool:
    """Return whether two are one person: `Kim Gunn` and `Gunn Kim`, or `Joe Hill` and `Joseph R. Hill, Jr.` at work."""
    if one.side != other.side:
        return False
    words, others = _name_words(one.name), _name_words(other.name)
    if sorted(words) == sorted(others):
        return True
    is_alike = bool(words and others) and words[-1] == others[-1] and words[0][0] == others[0][0]
    return is_alike and one.title is not None and one.title == other.title


def _name_words(name: str) -> list[str]:
    """Return the words of a name without `Jr.`, folded."""
    found = [fold(word.text) for word in words_of(name)]
    return [word for word in found if word not in ("jr", "sr")]
