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
    ],
)
def test_ranks(higher: str, lower: str) -> None:
    ranks = rank_of(higher), rank_of(lower)
    assert ranks[0] is not None and ranks[1] is not None
    assert ranks[0] < ranks[1]
    assert rank_of("Poet") is None
