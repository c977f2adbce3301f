"""What a brief tells of a meeting, as the index keeps it."""

import pytest

from briefreader.annotate import Annotator
from briefreader.meetings import Account, account_of
from briefreader.meetings.fingerprint import fingerprint, nearly_identical
from briefreader.meetings.level import level_of, level_of_name, level_of_office
from briefreader.meetings.occasion import occasion_of
from briefreader.model import Document

BODY = "The two leaders discussed the price of bread, the depth of the harbour and the length of the bridge. " * 5


def account(annotator: Annotator, title: str, body: str = BODY) -> Account:
    document = Document(title, body, date="2024-05-03")
    return account_of(document, annotator.annotate(document))


def test_an_account_comes_back_from_the_index_as_it_was(annotator: Annotator) -> None:
    given = account(
        annotator,
        "Readout of President Ada Berg’s Meeting with Prime Minister Gil Haro of Spain",
        "On May 2, 2024, President Ada Berg met with Prime Minister Gil Haro of Spain in Madrid.\n\n" + BODY,
    )
    assert given.tells
    assert given.days == ("2024-05-02",)
    assert (given.kind, given.occasion) == ("readout", "talks")
    assert Account.unpacked(given.packed()) == given
    assert len(given.packed().encode()) < 700


def test_a_spokesperson_in_the_title_did_not_meet(annotator: Annotator) -> None:
    title = "Statement by NSC Spokesperson Ada Berg on National Security Advisor Carl Dahl’s Call with Gil Haro"
    assert account(annotator, title).title_people == ("Carl Dahl", "Gil Haro")


def test_a_place_after_a_bar_is_no_party(annotator: Annotator) -> None:
    title = "Remarks by President Ada Berg and Prime Minister Gil Haro of Spain Before Bilateral Meeting | Tokyo, Japan"
    assert account(annotator, title).title_parties == ("Spain",)


def test_half_of_a_compound_name_is_no_person_of_the_title(annotator: Annotator) -> None:
    assert account(annotator, "Fact Sheet: Biden-Harris Administration Announces a Bridge").title_people == ()


@pytest.mark.parametrize(
    ("title", "occasion"),
    [
        ("Readout of President Berg's Call with Prime Minister Haro", "talks"),
        ("Press Call Previewing the Visit of President Jara", "ahead"),
        ("Secretary Falk's Travel to Sudia and Ostria", "journey"),
        ("Remarks by President Berg and Prime Minister Haro at State Dinner", "state visit"),
        ("A Proclamation on Bread", None),
    ],
)
def test_a_title_names_the_part_of_a_meeting(title: str, occasion: str | None) -> None:
    assert occasion_of(title) == occasion


def test_texts_that_differ_in_a_word_are_nearly_identical_and_others_are_not() -> None:
    words = [f"word{number * number % 97}" for number in range(200)]
    text = " ".join(words)
    changed = " ".join([*words[:100], "another", *words[101:]])
    other = " ".join(f"term{number * number % 89}" for number in range(200))
    assert nearly_identical(fingerprint(text), fingerprint(changed))
    assert not nearly_identical(fingerprint(text), fingerprint(other))
    assert fingerprint("too short") == ""
    assert not nearly_identical("", "")


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("President", "leaders"),
        ("Vice President", "leaders"),
        ("Deputy Prime Minister", "leaders"),
        ("King", "leaders"),
        ("Secretary of State", "ministers"),
        ("Foreign Minister", "ministers"),
        ("Deputy Secretary of State", "officials"),
        ("Vice Foreign Minister", "officials"),
        ("National Security Advisor", "advisors"),
        ("Ambassador", "officials"),
    ],
)
def test_an_office_has_a_level(office: str, level: str) -> None:
    assert level_of_office(office) == level


def test_a_meeting_has_the_level_of_the_side_that_sends_the_lower_ones() -> None:
    assert level_of([["National Security Advisor"], ["President", "Foreign Minister"]]) == "advisors"
    assert level_of([]) is None


def test_the_name_of_an_event_can_have_a_level() -> None:
    assert level_of_name("Northern Leaders' Summit") == "leaders"
    assert level_of_name("Trilateral Ministerial") == "ministers"
    assert level_of_name("Northern Forum") is None
