"""The scorer of joined briefs: what it counts, and that the judgements are whole."""

import pytest

from meetings.score import HALVES, Judged, judged, pairs


def test_pairs_are_counted_within_a_group_and_doubtful_briefs_not_at_all() -> None:
    rows = [
        Judged("test", "1", "A", "1"),
        Judged("test", "1", "B", "1"),
        Judged("test", "1", "C", "2"),
        Judged("test", "1", "D", "?"),
        Judged("test", "2", "E", "1"),
        Judged("test", "2", "F", "1"),
    ]
    found = pairs(rows, {"A": "a", "B": "a", "C": "a", "D": "a", "E": "e"})
    assert found.right == (("A", "B"),)
    assert found.wrong == (("A", "C"), ("B", "C"))
    assert found.missed == (("E", "F"),)
    assert found.precision == pytest.approx(1 / 3)
    assert found.recall == 0.5


@pytest.mark.parametrize("half", HALVES)
def test_half_of_the_judged_groups_are_kept_from_tuning(half: str) -> None:
    rows = judged(half)
    assert len({row.group for row in rows}) == 85
    assert len({row.key for row in rows}) == len(rows)
