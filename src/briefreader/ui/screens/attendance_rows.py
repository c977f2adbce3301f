"""The attendance of a series as rows of cells: people or offices by meeting, under the rank that led for each side."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from briefreader.library import RANK_NAMES, AttendanceMatrix, AttendanceRow, LeadRank, Seat, family_name, seat_words
from briefreader.text import Span
from briefreader.ui.terminal.clusters import cells

NO_SIDE = "no side stated"
LONGEST = 14
"""Cells of a cell."""

RAISED, LOWERED = "↑", "↓"
_SHORT = {"took part": "part", "acting": "act.", "director general": "dir. general"}


class Cell(NamedTuple):
    """A meeting of a row: a few words, what they mean in full, and the brief and the place that say so."""

    text: str
    detail: str = ""
    brief_id: str | None = None
    span: Span | None = None
    is_lead: bool = False


class MatrixRow(NamedTuple):
    """A row of cells by meeting, None where nobody came; a side has the rank of who led in its cells."""

    label: str
    cells: Mapping[str, Cell]
    is_side: bool = False


def attendance_rows(matrix: AttendanceMatrix, *, by_office: bool) -> tuple[MatrixRow, ...]:
    """Return the rows of a matrix: each side with its people, or with the offices that they came in."""
    leads = {(lead.meeting, lead.side): lead for lead in matrix.leads}
    found: list[MatrixRow] = []
    for side, members in groupby(matrix.rows, key=lambda row: row.side):
        rows = [*members]
        ranks = {id: _rank(lead, rows) for id in matrix.meetings if (lead := leads.get((id, side or "")))}
        found.append(MatrixRow(side or NO_SIDE, ranks, is_side=True))
        found += _offices(rows) if by_office else [_person(row, leads) for row in rows]
    return tuple(found)


def _rank(lead: LeadRank, rows: Sequence[AttendanceRow]) -> Cell:
    """Return the cell of the rank that led for a side."""
    seat = next(row.seats[lead.meeting] for row in rows if row.name == lead.name and lead.meeting in row.seats)
    name = RANK_NAMES[lead.rank]
    change = f", {'higher' if lead.raised > 0 else 'lower'} than last time" if lead.raised else ""
    text = f"{_SHORT.get(name, name)}{_arrow(lead.raised)}"
    detail = f"{lead.side} was led at the rank of {name}{change}: {lead.name}, {seat.attendee.title}"
    return Cell(text, detail, seat.brief, _place(seat), is_lead=True)


def _arrow(raised: int) -> str:
    return RAISED if raised > 0 else LOWERED if raised < 0 else ""


def _person(row: AttendanceRow, leads: Mapping[tuple[str, str], LeadRank]) -> MatrixRow:
    found = {}
    for id, seat in row.seats.items():
        lead = leads.get((id, row.side or ""))
        arrow = _arrow(lead.raised) if lead is not None and lead.name == row.name else ""
        is_lead = seat.attendee.role == "lead"
        words = ["led" if is_lead else "took part", *_marks(seat)]
        detail = f"{seat.attendee.name}: {seat_words(seat)}"
        found[id] = Cell(_joined(words, arrow), detail, seat.brief, _place(seat), is_lead)
    return MatrixRow(row.name, found)


def _offices(rows: Sequence[AttendanceRow]) -> list[MatrixRow]:
    """Return a row for each office, whose cells name who came in it; Minister of and Minister for are one office."""
    by_office: dict[str, dict[str, list[Seat]]] = {}
    names: dict[str, str] = {}
    for row in rows:
        for id, seat in row.seats.items():
            office = (seat.attendee.title or "no office stated").removeprefix("Acting ")
            name = names.setdefault(office.casefold().replace(" for ", " of "), office)
            by_office.setdefault(name, {}).setdefault(id, []).append(seat)
    return [
        MatrixRow(office, {id: _holders(seats) for id, seats in found.items()}) for office, found in by_office.items()
    ]


def _holders(seats: Sequence[Seat]) -> Cell:
    first, more = seats[0], len(seats) - 1
    after = [f"+{more}"] if more else _marks(first)
    text = " ".join((first.attendee.name, *after))
    if cells(text) > LONGEST:
        text = _joined([family_name(first.attendee.name), *after])
    detail = "; ".join(f"{seat.attendee.name}: {seat_words(seat)}" for seat in seats)
    return Cell(text, detail, first.brief, _place(first), first.attendee.role == "lead")


def _marks(seat: Seat) -> list[str]:
    return [*(["new"] if seat.is_new else []), *(["acting"] if seat.is_acting else [])]


def _joined(words: Sequence[str], arrow: str = "") -> str:
    """Return words in one cell, in their short forms where they would not fit."""
    text = f"{' '.join(words)}{arrow}"
    return text if cells(text) <= LONGEST else f"{' '.join(_SHORT.get(word, word) for word in words)}{arrow}"


def _place(seat: Seat) -> Span:
    return Span(seat.attendee.start, seat.attendee.end)


def known_meetings(matrix: AttendanceMatrix) -> set[str]:
    """Return the IDs of the meetings of which a text says who came."""
    return {id for row in matrix.rows for id in row.seats}


def why_empty(matrix: AttendanceMatrix, column: int) -> str:
    """Return why a cell in a column is empty."""
    if matrix.meetings[column] not in known_meetings(matrix):
        return "no sentence on this meeting says who came"
    return "no sentence says that anybody of this row was there"


def drawn(row: MatrixRow, cell: Cell | None, is_known: bool) -> tuple[str, str]:
    """Return the text of a cell and its style: one who only took part is quieter than one who led.

    A question mark says that nothing is known of the meeting, a dot that others came.
    """
    if cell is None:
        return ("" if row.is_side else "·" if is_known else "?"), "quiet"
    return cell.text, "facts" if row.is_side or cell.is_lead else "quiet"
