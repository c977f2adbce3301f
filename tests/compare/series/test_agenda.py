"""Promised meetings: kept, kept late, kept virtually, or past and not in the library."""

from datetime import date

import pytest

from briefreader.compare import Held, Promise, promised_period, promises

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
    assert promise(FIRST, after("2023-05-20")._replace(series_key="other")).kept_by is None


@pytest.mark.parametrize(("today", "overdue"), [(date(2023, 5, 31), False), (date(2023, 6, 1), True)])
def test_a_promise_is_overdue_on_the_day_after_its_time(today: date, overdue: bool) -> None:
    assert promise(FIRST, today=today).overdue is overdue


def test_words_without_a_date_are_never_overdue() -> None:
    assert not promise(FIRST._replace(next="in Tokyo in the coming months")).overdue


def test_a_promise_that_was_made_later_is_not_told() -> None:
    assert promises([FIRST], date(2022, 5, 3)) == ()
    assert len(promises([FIRST], date(2022, 5, 4))) == 1


def test_a_later_number_shows_that_the_library_lacks_the_promised_meeting() -> None:
    found = promise(FIRST, after("2023-05-20")._replace(ordinal=4))
    assert (found.kept_by, found.overdue) == (None, True)


def test_people_who_call_each_other_have_not_met() -> None:
    pair = FIRST._replace(series=None, ordinal=None)
    assert promise(pair, after("2023-05-20", "call")._replace(series=None, ordinal=None)).kept_by is None


def test_words_that_mean_a_time_can_be_overdue() -> None:
    words = "later this year in Oslo"
    meeting = FIRST._replace(next=words, time=promised_period(words, None, FIRST.date))
    assert promise(meeting, today=date(2023, 1, 1)).overdue
    assert not promise(meeting, today=date(2022, 12, 31)).overdue


@pytest.mark.parametrize(
    ("promised", "sentence", "first", "last"),
    [
        ("2025", "They will meet again in the first half of 2025.", date(2025, 1, 1), date(2025, 6, 30)),
        ("2025", "They will meet again in early 2025.", date(2025, 1, 1), date(2025, 4, 30)),
        ("2025", "They will meet again in the fall of 2025.", date(2025, 9, 1), date(2025, 12, 31)),
        ("2025-03", "They will meet in early March 2025.", date(2025, 3, 1), date(2025, 3, 31)),
        ("early next year", None, date(2023, 1, 1), date(2023, 4, 30)),
        ("in Lima next month", None, date(2022, 6, 1), date(2022, 6, 30)),
        ("later this year", None, date(2022, 5, 4), date(2022, 12, 31)),
        ("this summer", None, date(2022, 6, 1), date(2022, 9, 30)),
        ("within two months", None, date(2022, 5, 4), date(2022, 7, 5)),
    ],
)
def test_the_days_that_words_mean(promised: str, sentence: str | None, first: date, last: date) -> None:
    assert promised_period(promised, sentence, "2022-05-04") == (first, last)


@pytest.mark.parametrize("words", ["soon", "in the coming months", "at the next summit of the group"])
def test_words_that_mean_no_days(words: str) -> None:
    assert promised_period(words, None, "2022-05-04") is None
