"""Traces of a wording: first, last, dropped, returned; singular and plural."""

import pytest

from briefreader.compare import in_both_numbers, traced
from briefreader.model import Entry


def entry(id: str) -> Entry:
    return Entry(id, id, f"2021-01-0{id}", None, None, None, None, f"{id}.md")


def test_a_wording_that_is_dropped_and_returns() -> None:
    found = traced("sea lanes", "Harbour Group", [entry(id) for id in "12345"], {"1": 2, "3": 1, "4": 1})
    assert [row.times for row in found.rows] == [2, 0, 1, 1, 0]
    assert (found.first, found.last, found.dropped, found.returned) == ("1", "4", ("2", "5"), ("3",))


def test_a_wording_that_nobody_has() -> None:
    found = traced("sea lanes", None, [entry("1")], {})
    assert (found.first, found.last, found.dropped) == (None, None, ())


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("fast lantern", "fast lanterns"),
        ("fast lanterns", "fast lantern"),
        ("the pass", None),
        ("G7", None),
        ("", None),
    ],
)
def test_the_last_word_is_sought_in_singular_and_plural(phrase: str, other: str | None) -> None:
    assert in_both_numbers(phrase) == ((phrase, other) if other else (phrase,))
