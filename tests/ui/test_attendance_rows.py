"""The rows of the attendance: an office that is written in two ways has one row."""

from briefreader.compare import attendance_matrix
from briefreader.model import Attendee
from briefreader.ui.screens.attendance_rows import attendance_rows


def _lead(name: str, title: str) -> Attendee:
    return Attendee(0, len(name), name, title, "Norway", "lead")


def test_minister_of_and_minister_for_are_one_office() -> None:
    matrix = attendance_matrix(
        [("a", [_lead("Anna Lind", "Minister of Trade")]), ("b", [_lead("Ole Berg", "Minister for Trade")])]
    )
    side, *offices = attendance_rows(matrix, by_office=True)
    assert side.label == "Norway"
    assert [(row.label, [*row.cells]) for row in offices] == [("Minister of Trade", ["a", "b"])]
