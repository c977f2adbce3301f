"""Offices of a person: one spelling each, right dates, and none of a neighbour."""

from collections.abc import Sequence

import pytest

from briefreader.library.dossiers.offices_held import Dated, office_key, offices_held

COUNTRIES = {"united states", "norway", "norwegian", "republic of korea"}


def held(given: Sequence[Dated]) -> list[tuple[str, str | None, str | None]]:
    return [(each.title, each.first, each.last) for each in offices_held(given, COUNTRIES.__contains__)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FOREIGN MINISTER", "Foreign Minister"),
        ("U.S. Secretary of State", "Secretary of State"),
        ("Secretary of State of the United States", "Secretary of State"),
        ("the Norwegian Minister of Defence", "Minister of Defense"),
        ("Defense Minister", "Minister for Defence"),
        ("Foreign Minister", "Minister of Foreign Affairs"),
        ("National Security Adviser", "National Security Advisor"),
        ("Under Secretary for Arms Control (T)", "Under Secretary for Arms Control"),
        ("Vice-President", "Vice President"),
        ("Secretary-General", "Secretary General"),
        ("PM", "Prime Minister"),
    ],
)
def test_one_office_in_two_spellings(one: str, other: str) -> None:
    assert office_key(one, COUNTRIES.__contains__) == office_key(other, COUNTRIES.__contains__)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("President", "Vice President"),
        ("Deputy Foreign Minister", "Foreign Minister"),
        ("Prime Minister", "Minister"),
        ("Press Secretary", "Secretary of State"),
        ("Minister of Defense", "Minister of Finance"),
    ],
)
def test_two_offices(one: str, other: str) -> None:
    assert office_key(one) != office_key(other)


def test_an_office_has_its_first_and_last_date_in_whatever_spelling() -> None:
    given = [("FOREIGN MINISTER", "2021-03-01"), ("Foreign Minister", "2020-02-02"), ("Foreign Minister", "2022-05-05")]
    assert held(given) == [("Foreign Minister", "2020-02-02", "2022-05-05")]


def test_a_title_that_one_of_many_briefs_gives_is_a_neighbours() -> None:
    given = [("National Security Advisor", f"2021-{month:02}-01") for month in range(1, 13)]
    assert held([*given, ("President", "2021-06-01")]) == [("National Security Advisor", "2021-01-01", "2021-12-01")]


def test_an_earlier_office_of_few_briefs_is_kept() -> None:
    late = [("Prime Minister", f"2023-{month:02}-01") for month in range(1, 13)] * 10
    early = [("Mayor", "2015-01-01"), ("Mayor", "2015-03-01")]
    assert held([*late, *early])[0] == ("Mayor", "2015-01-01", "2015-03-01")


def test_an_office_of_another_is_left_out_though_two_briefs_give_it() -> None:
    own = [("Prime Minister", f"2023-{month:02}-01") for month in range(1, 13)] * 10
    assert [title for title, *_ in held([*own, ("King", "2023-02-01"), ("King", "2023-03-01")])] == ["Prime Minister"]


def test_words_of_a_heading_before_a_title_are_no_office() -> None:
    given = [("Chancellor", "2024-01-01")] * 30
    assert held([*given, ("Previewing Chancellor", "2024-02-01")]) == [("Chancellor", "2024-01-01", "2024-02-01")]
    assert [title for title, *_ in held([*given[:5], ("Vice Chancellor", "2024-02-01")])] == [
        "Chancellor",
        "Vice Chancellor",
    ]


def test_a_short_title_counts_as_the_only_full_one() -> None:
    given = [("Secretary", "2020-01-01"), ("Secretary of State", "2021-01-01")]
    assert held(given) == [("Secretary of State", "2020-01-01", "2021-01-01")]


def test_a_stray_full_title_does_not_part_the_short_one_from_the_usual_one() -> None:
    given = [("Secretary", "2020-01-01"), ("Secretary of Health", "2022-02-02")]
    given += [("Secretary of State", f"2021-{month:02}-01") for month in range(1, 13)]
    assert held(given)[0] == ("Secretary of State", "2020-01-01", "2021-12-01")


def test_a_short_title_of_several_offices_is_none_of_its_own() -> None:
    given = [("Secretary of War", "2020-01-01"), ("Secretary of the Navy", "2021-01-01"), ("Secretary", "2021-02-01")]
    assert [title for title, *_ in held(given)] == ["Secretary of War", "Secretary of the Navy"]


def test_the_end_of_a_field_is_the_office_of_the_whole_field() -> None:
    given = [("Secretary of Health and Harbors", "2020-01-01"), ("Harbors Secretary", "2021-01-01")]
    assert held(given) == [("Secretary of Health and Harbors", "2020-01-01", "2021-01-01")]


def test_a_title_before_a_word_that_ends_another_is_its_short_form() -> None:
    given = [("Bank Chair", f"2020-{month:02}-01") for month in range(1, 6)] + [("Chair", "2021-01-01")]
    assert held(given) == [("Bank Chair", "2020-01-01", "2021-01-01")]
    assert [title for title, *_ in held([("Vice Chair", "2020-01-01"), ("Chair", "2021-01-01")])] == [
        "Vice Chair",
        "Chair",
    ]


def test_a_short_title_is_no_full_one_that_hardly_any_brief_gives() -> None:
    given = [("Secretary", f"2021-{month:02}-01") for month in range(1, 13)] * 2 + [
        ("Secretary of State", "2021-03-01")
    ]
    assert [title for title, *_ in held(given)] == ["Secretary"]


def test_an_office_that_hardly_any_brief_of_a_person_gives_is_a_neighbours() -> None:
    given = [("President", "2021-01-01"), ("President", "2022-01-01")]
    assert [office.title for office in offices_held(given, COUNTRIES.__contains__, 60)] == []
    assert [office.title for office in offices_held(given, COUNTRIES.__contains__, 30)] == ["President"]
