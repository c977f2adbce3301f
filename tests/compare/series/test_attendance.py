"""Attendance through a series: who is new, who acts, and whose rank rose or fell."""

import pytest

from briefreader.compare import attendance_matrix, rank_of
from briefreader.model import Attendee


def lead(name: str, office: str, side: str = "Norway") -> Attendee:
    return Attendee(0, len(name), name, office, side, "lead")


def test_people_are_rows_and_meetings_columns() -> None:
    found = attendance_matrix(
        [
            ("one", [lead("Anna Lind", "Minister of Trade")]),
            ("two", [lead("Anna Lind", "Minister of Trade"), lead("Ruth Carr", "Acting Vice Minister", "Chile")]),
        ]
    )
    assert found.meetings == ("one", "two")
    assert [(row.side, row.name, [*row.seats]) for row in found.rows] == [
        ("Chile", "Ruth Carr", ["two"]),
        ("Norway", "Anna Lind", ["one", "two"]),
    ]
    seat = found.rows[0].seats["two"]
    assert (seat.is_new, seat.is_acting) == (True, True)


def test_nobody_is_new_where_the_attendance_of_no_earlier_meeting_is_known() -> None:
    found = attendance_matrix(
        [("one", []), ("two", [lead("Anna Lind", "Minister")]), ("three", [lead("Ole Berg", "Minister")])]
    )
    assert [seat.is_new for row in found.rows for seat in row.seats.values()] == [False, True]


def test_a_seat_names_the_brief_that_tells_it() -> None:
    found = attendance_matrix([("one", [lead("Anna Lind", "Minister")]), ("two", [])], {"one": "readout"})
    assert found.rows[0].seats["one"].brief == "readout"


def test_people_who_are_only_mentioned_did_not_come() -> None:
    mentioned = lead("Anna Lind", "Minister of Trade")._replace(role="mentioned")
    assert attendance_matrix([("one", [mentioned])]).rows == ()


def test_a_deputy_who_leads_in_place_of_the_minister_is_told() -> None:
    found = attendance_matrix(
        [("one", [lead("Anna Lind", "Minister of Trade")]), ("two", [lead("Ole Berg", "Deputy Minister of Trade")])]
    )
    [change] = found.changes
    assert (change.meeting, change.side, change.raised < 0) == ("two", "Norway", True)


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        ("President", "Vice President"),
        ("Prime Minister", "Deputy Prime Minister"),
        ("Secretary of State", "Deputy Secretary of State"),
        ("Minister of Defense", "Vice Minister of Defense"),
        ("Under Secretary of State", "Assistant Secretary of State"),
        ("Assistant Secretary of State", "Deputy Assistant Secretary of State"),
        ("Secretary of State of the United Kingdom", "Parliamentary Under-Secretary of State"),
        ("Secretary of State", "First Vice Foreign Minister"),
        ("National Security Advisor to the President", "Deputy National Security Advisor for Trade"),
        ("Deputy Prime Minister and Minister of Trade", "Minister of Trade"),
        ("Trade Representative", "Deputy Trade Representative"),
        ("Ambassador to Chile", "Minister Counselor"),
    ],
)
def test_ranks(higher: str, lower: str) -> None:
    ranks = rank_of(higher), rank_of(lower)
    assert ranks[0] is not None and ranks[1] is not None
    assert ranks[0] < ranks[1]
    assert rank_of("Poet") is None


@pytest.mark.parametrize(
    "office", ["Head of Cabinet of the European Commission President", "Special Assistant to the President"]
)
def test_who_serves_a_leader_is_none(office: str) -> None:
    assert rank_of(office) is None


def test_a_foreign_secretary_is_a_minister_but_in_india() -> None:
    ranks = rank_of("Foreign Secretary", "India"), rank_of("Foreign Secretary", "United Kingdom")
    assert ranks == (rank_of("Vice Minister of Trade"), rank_of("Minister of Trade"))


def test_the_highest_who_led_gives_the_rank_of_a_side() -> None:
    found = attendance_matrix([("one", [lead("Ole Berg", "Deputy Minister"), lead("Anna Lind", "Minister of Trade")])])
    assert [(each.name, each.raised) for each in found.leads] == [("Anna Lind", 0)]
    assert found.changes == ()


@pytest.mark.parametrize("other", ["Kim Gunn", "Gunn Kim", "G. Kim"])
def test_other_spellings_of_a_person_are_one_row(other: str) -> None:
    found = attendance_matrix([("one", [lead("Gunn Kim", "Minister")]), ("two", [lead(other, "Minister")])])
    [row] = found.rows
    assert (row.name, [*row.seats], row.seats["two"].is_new) == ("Gunn Kim", ["one", "two"], False)


def test_two_of_a_family_in_other_offices_are_two_rows() -> None:
    found = attendance_matrix([("one", [lead("Gunn Kim", "Minister")]), ("two", [lead("Geon Kim", "Director")])])
    assert len(found.rows) == 2
