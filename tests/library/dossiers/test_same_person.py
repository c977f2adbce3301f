"""When two spellings name one person."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.library.dossiers.same_person import distinct, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kishida Fumio", "Fumio Kishida"),
        ("Wendy Sherman", "Wendy R. Sherman"),
        ("Joseph R. Biden, Jr.", "Joe Biden"),
        ("Kim Hong Kyun", "Kim Hong-kyun"),
        ("Kim Hong Kyun", "Hong-kyun Kim"),
        ("Cho Hyun-dong", "Cho Hyundong"),
        ("Abdullatif bin Rashid Al Zayani", "Abdullatif Al Zayani"),
        ("Jean-Yves Le Drian", "Jean-Yves Le Drian"),
        ("José Manuel Albares", "Jose Manuel Albares"),
        ("H.R. McMaster", "Herbert McMaster"),
        ("Abdullah II", "Abdullah II bin Al-Hussein"),
        ("Carl XVI Gustaf", "Carl XVI"),
        ("Lloyd J. Austin III", "Lloyd Austin"),
        ("Mohammed bin Salman", "Mohamed bin Salman"),
        ("Abdullah bin Zayed", "Abdullah bin Zayed Al Nahyan"),
        ("João Cravinho", "Joao Cravinho"),
        ("Michelle O'Neill", "Michelle O’Neill"),
        ("Benjamin “Benny” Gantz", "Benny Gantz"),
        ("Abdel Fattah al-Sisi", "Abdel Fattah El Sisi"),
    ],
)
def test_one_person_in_two_spellings(one: str, other: str) -> None:
    assert same(one, other) and same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Hong Kyun", "Kim Tae-hyo"),
        ("Kim Hong Kyun", "Kim Hong"),
        ("Park Jin", "Park Jin-hyuk"),
        ("George W. Bush", "George H.W. Bush"),
        ("John Kerry", "John Kirby"),
        ("Kishida Fumio", "Kishida Nobuo"),
        ("Nguyen Minh Vu", "Nguyen Vu"),
        ("Bush", "George W. Bush"),
        ("Abdullah II", "Abdullah Abdullah"),
        ("Mohammed VI", "Mohammed V"),
        ("Mohammed bin Salman", "Salman bin Abdulaziz"),
        ("Mohammed bin Salman", "Khalid bin Salman"),
        ("Mohammed bin Rashid Al Maktoum", "Mohammed bin Rashid Al Sabah"),
        ("Amos Reed, Jr.", "Amos Reed III"),
    ],
)
def test_two_people(one: str, other: str) -> None:
    assert not same(one, other) and not same(other, one)


def test_a_spelling_that_fits_two_people_stays_alone() -> None:
    assert distinct(["J. Smith", "John Smith", "James Smith"]) == [["James Smith"], ["John Smith"], ["J. Smith"]]
    assert distinct(["J. Smith", "John Q. Smith"]) == [["John Q. Smith", "J. Smith"]]


_NAMES = st.text("abcKP-. ,é", max_size=16)


@settings(max_examples=60, derandomize=True)
@given(st.lists(_NAMES, max_size=8))
def test_every_spelling_is_in_one_group(names: list[str]) -> None:
    groups = distinct(names)
    assert sorted(name for group in groups for name in group) == sorted(set(names))


def test_being_the_same_goes_both_ways() -> None:
    met: set[bool] = set()

    @settings(max_examples=60, derandomize=True)
    @given(_NAMES, _NAMES)
    def holds(one: str, other: str) -> None:
        assert same(one, other) == same(other, one)
        met.add(one != other and same(one, other))
        assert same(one, one)

    holds()
    assert met == {True, False}
