"""Shows who came to the meetings of a series: who is new, who acts for another, and whose rank rose or fell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from briefreader.model import Attendee

# The first expression that an office contains gives its rank; 1 is the highest. The longer forms come first, since a
# deputy assistant secretary is no secretary. Source: order of precedence of the U.S. Department of State, and the usual
# ranks of foreign ministries (minister, vice minister, director-general).
_RANKS: Sequence[tuple[int, re.Pattern[str]]] = tuple(
    (rank, re.compile(pattern, re.IGNORECASE))
    for rank, pattern in (
        (8, r"deputy assistant secretary|deputy director[- ]general|deputy director|counsel+or"),
        (7, r"assistant secretary|assistant minister|director[- ]general|director for|senior director|director"),
        (5, r"under ?secretary|vice minister|deputy minister|permanent secretary|deputy secretary|state secretary"),
        (6, r"ambassador|special (?:representative|envoy)|commander"),
        (3, r"vice president|deputy prime minister"),
        (1, r"\b(?:president|king|queen|emperor|prime minister|chancellor|premier|taoiseach)\b"),
        (4, r"\b(?:minister|secretary|national security advis[eo]r|chairman|chief)\b"),
    )
)  # fmt: skip
_ACTING = re.compile(r"\b(?:acting|interim|caretaker|chargé)\b", re.IGNORECASE)


class Seat(NamedTuple):
    """A person at a meeting, with the place of the name in the sentence that says so.

    `is_new` says that the person came to no earlier meeting of the series. `rank` is that of the office, 1 the highest,
    None where it is unknown.
    """

    meeting: str
    attendee: Attendee
    is_new: bool
    is_acting: bool
    rank: int | None


class AttendanceRow(NamedTuple):
    """A person through the meetings of a series, with a seat for each meeting that the person came to."""

    name: str
    side: str | None
    seats: Mapping[str, Seat]


class LeadChange(NamedTuple):
    """The highest rank that led for a side at a meeting, and the change since the last time: above 0 is higher."""

    meeting: str
    side: str
    rank: int
    raised: int


class AttendanceMatrix(NamedTuple):
    """Who came to the meetings of a series: rows by side, and within it in the order in which people first came."""

    meetings: tuple[str, ...]
    rows: tuple[AttendanceRow, ...]
    changes: tuple[LeadChange, ...]


def attendance_matrix(meetings: Iterable[tuple[str, Sequence[Attendee]]]) -> AttendanceMatrix:
    """Return the matrix of meetings by ID, each with those who attended, in the order of the meetings."""
    seats: dict[tuple[str, str | None], dict[str, Seat]] = {}
    leads: dict[str, int] = {}
    changes: list[LeadChange] = []
    ids: list[str] = []
    for id, attendees in meetings:
        present = [each for each in attendees if each.role != "mentioned"]
        for each in present:
            row = seats.setdefault((each.name, each.side), {})
            is_new = bool(ids) and not row
            row[id] = Seat(id, each, is_new, bool(_ACTING.search(each.title or "")), rank_of(each.title))
        for side in dict.fromkeys(each.side for each in present if each.side):
            ranks = [r for each in present if each.side == side and each.role == "lead" and (r := rank_of(each.title))]
            if ranks:
                if side in leads and leads[side] != min(ranks):
                    changes.append(LeadChange(id, side, min(ranks), leads[side] - min(ranks)))
                leads[side] = min(ranks)
        ids.append(id)
    rows = [AttendanceRow(name, side, row) for (name, side), row in seats.items()]
    rows.sort(key=lambda row: (row.side is None, row.side or ""))
    return AttendanceMatrix(tuple(ids), tuple(rows), tuple(changes))


def rank_of(office: str | None) -> int | None:
    """Return the rank of an office, 1 the highest; None where it is unknown."""
    return next((rank for rank, pattern in _RANKS if office and pattern.search(office)), None)
