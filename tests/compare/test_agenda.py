"""Promised meetings: kept, kept late, kept virtually, or past and not in the library."""

from datetime import date

import pytest

from briefreader.compare import Held, Promise, promises

TODAY = date(2024, 3, 1)
FIRST = Held("first", "harbour", "Harbour Group", 1, "2022-05-04", "in person", next="2023-05")


def after(day: str, format: str = "in person") -> Held:
    return Held("second", "harbour", "Harbour Group", 2, day, format)  # type: ignore[arg-type]


def promise(*meetings: Held, today: date = TODAY) -> Promise:
    [found] = promises(meetings, today)
    return found


def test_a_promise_is_kept_by_the_next_meeting_of_the_series() -> None:
    found = promise(FIRST, after("2023-05-20"))
    assert (found.kept_by, found.is_late, found.is_virtual, found.overdue) == ("second", False, False, False)
    assert (found.series, found.ordinal, found.promised, found.promised_in) == ("Harbour Group", 2, "2023-05", "first")


def test_a_meeting_after_the_promised_month_is_late() -> None:
    assert promise(FIRST, after("2023-09-01")).is_late


def test_a_meeting_years_later_keeps_no_promise() -> None:
    found = promise(FIRST, after("2026-01-01"))
    assert (found.kept_by, found.overdue) == (None, True)


def test_a_call_keeps_it_virtually() -> None:
    assert promise(FIRST, after("2023-05-20", "virtual")).is_virtual


def test_a_meeting_of_another_series_keeps_nothing() -> None:
    assert promise(FIRST, after("2023-05-20")._replace(kin="other")).kept_by is None


@pytest.mark.parametrize(("today", "overdue"), [(date(2023, 5, 31), False), (date(2023, 6, 1), True)])
def test_a_promise_is_overdue_on_the_day_after_its_time(today: date, overdue: bool) -> None:
    assert promise(FIRST, today=today).overdue is overdue


def test_words_without_a_date_are_never_overdue() -> None:
    assert not promise(FIRST._replace(next="in Tokyo in the coming months")).overdue
