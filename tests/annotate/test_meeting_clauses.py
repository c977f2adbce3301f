"""Each text tells its meeting in other words: a visit of courtesy, a telephone call, a clause or a circumstance."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting


def meeting(annotator: Annotator, body: str, title: str = "Talks") -> Meeting | None:
    """Return the meeting that a text of 7 May 2025 reports."""
    return annotator.annotate(Document(title=title, body=body, date="2025-05-07")).meeting


@pytest.mark.parametrize(
    "words",
    ["received a courtesy call from", "received a farewell call by", "made a courtesy call on"],
)
def test_a_courtesy_call_is_a_visit(annotator: Annotator, words: str) -> None:
    found = meeting(annotator, f"Minister Ada Lund of Norway {words} Minister Bo Ek of Sweden in Oslo on 6 May 2025.")
    assert found is not None
    assert (found.format, found.city, found.leads) == ("in person", "Oslo", ("Ada Lund", "Bo Ek"))


@pytest.mark.parametrize(
    "words",
    [
        "called Swedish Minister Bo Ek",
        "phoned Minister Bo Ek",
        "phoned her Swedish counterpart, Minister Bo Ek,",
        "rang up Minister Bo Ek of Sweden",
        "exchanged views over the phone with Minister Bo Ek",
        "took a call from Minister Bo Ek",
    ],
)
def test_a_telephone_call_has_many_names(annotator: Annotator, words: str) -> None:
    found = meeting(annotator, f"Foreign Minister Ada Lund of Norway {words} on 6 May 2025.")
    assert found is not None
    assert (found.format, found.date, found.leads) == ("call", "2025-05-06", ("Ada Lund", "Bo Ek"))


@pytest.mark.parametrize("words", ["spoke today at the Harbour Forum", "spoke before the UN Security Council"])
def test_a_speech_is_no_call(annotator: Annotator, words: str) -> None:
    found = meeting(annotator, f"Foreign Minister Ada Lund of Norway {words} and praised the fishermen.")
    assert found is None or found.format != "call"


@pytest.mark.parametrize(
    "body",
    [
        "Foreign Minister Ada Lund of Norway, who on 6 May met in Riga with Minister Bo Ek of Sweden, spoke of fish.",
        "Foreign Minister Ada Lund of Norway spoke of fish after meeting Minister Bo Ek of Sweden in Riga on 6 May.",
        "After talks with Minister Bo Ek of Sweden in Riga on 6 May, Minister Ada Lund of Norway spoke of fish.",
        "Meeting in Riga on 6 May with Minister Bo Ek of Sweden, Minister Ada Lund of Norway spoke of fish.",
        "The talks brought together Minister Ada Lund of Norway and Minister Bo Ek of Sweden in Riga on 6 May.",
        "Fish was the theme when Minister Ada Lund of Norway met Minister Bo Ek of Sweden in Riga on 6 May.",
        "Over a dinner in Riga on the evening of 6 May, Minister Ada Lund of Norway and Minister Bo Ek discussed fish.",
        "Minister Ada Lund of Norway arrived in Riga on 6 May, where she met Minister Bo Ek of Sweden.",
    ],
)
def test_a_clause_or_circumstance_tells_the_meeting(annotator: Annotator, body: str) -> None:
    found = meeting(annotator, body)
    assert found is not None
    assert (found.date, found.city, set(found.leads)) == ("2025-05-06", "Riga", {"Ada Lund", "Bo Ek"})


@pytest.mark.parametrize(("day", "date"), [("25.04.2025", "2025-04-25"), ("30/04/2025", "2025-04-30")])
def test_a_date_of_numbers_begins_with_its_day(annotator: Annotator, day: str, date: str) -> None:
    found = meeting(annotator, f"On {day}, Minister Ada Lund of Norway met Minister Bo Ek of Sweden in Riga.")
    assert found is not None and found.date == date


def test_a_day_and_a_month_that_could_change_places_give_no_date(annotator: Annotator) -> None:
    found = meeting(annotator, "On 05/04/2025, Minister Ada Lund of Norway met Minister Bo Ek of Sweden in Riga.")
    assert found is not None and found.date is None


MET = "President Ada Lund of Norway and President Bo Ek of Finland met in Riga on 6 May 2025."


def promises(annotator: Annotator, body: str, title: str = "Joint Statement") -> list[tuple[str | None, str]]:
    """Return who makes each commitment of a text, and its words."""
    said = annotator.annotate(Document(title=title, body=body, date="2025-05-07"))
    return [(each.actor, each.text) for each in said.commitments]


def test_a_fact_sheet_of_two_sides_reports_their_meeting_and_promises(annotator: Annotator) -> None:
    body = f"{MET}\n\nFinland intends to build a quay."
    found = meeting(annotator, body, "Fact Sheet: Norway and Finland")
    assert found is not None and (found.city, found.leads) == ("Riga", ("Ada Lund", "Bo Ek"))
    assert promises(annotator, body, "Fact Sheet: Norway and Finland") == [
        ("Finland", "Finland intends to build a quay.")
    ]
    assert meeting(annotator, "Norway will build a quay.", "Fact Sheet: A Quay for Oslo") is None


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("The Parties shall establish a board.", "Norway and Finland"),
        ("Each Party shall exchange lists of ships.", "Norway and Finland"),
        ("Finland pledged SGD 4 million towards a quay.", "Finland"),
        ("The Finnish side conveyed that it would give two boats.", "Finland"),
    ],
)
def test_parties_bind_themselves(annotator: Annotator, sentence: str, actor: str) -> None:
    assert promises(annotator, f"{MET} {sentence}") == [(actor, sentence)]


@pytest.mark.parametrize(
    "sentence",
    ["The World Bank will finance the quay.", "The leaders of the G20 will build a quay.", "They will exchange views."],
)
def test_a_third_party_and_talk_bind_no_side(annotator: Annotator, sentence: str) -> None:
    assert promises(annotator, f"{MET} {sentence}") == []


def roles(annotator: Annotator, body: str) -> dict[str, str]:
    """Return the role of each person in a text."""
    said = annotator.annotate(Document(title="News", body=body, date="2025-05-07"))
    return {each.name: each.role for each in said.attendance}


@pytest.mark.parametrize(
    ("body", "leads", "participants"),
    [
        (
            "Minister Ada Lund will visit Oslo to meet with Norwegian Minister Bo Ek. State Secretary Cy Moe is also "
            "taking part in the visit.",
            {"Ada Lund", "Bo Ek"},
            {"Cy Moe"},
        ),
        (
            "Minister Ada Lund will travel to Oslo this week for the annual Leaders' Dialogue with Minister Bo Ek.",
            {"Ada Lund", "Bo Ek"},
            set(),
        ),
        (
            "Foreign Minister Cy Moe and other officials joined President Ada Lund in the bilateral talks with Finnish "
            "President Bo Ek in Oslo on 6 May.",
            {"Ada Lund", "Bo Ek"},
            {"Cy Moe"},
        ),
        (
            "Minister Ada Lund and Minister Bo Ek of Finland held talks in Oslo on 6 May. During his stay, Bo Ek had a "
            "meeting with Minister Cy Moe.",
            {"Ada Lund", "Bo Ek"},
            set(),
        ),
        (
            "First Lady Ada Lund met with the wife of the President of Finland Pia Ek in Oslo on 6 May.",
            {"Ada Lund", "Pia Ek"},
            set(),
        ),
        (
            "The Government Spokesperson, Cy Moe, stated: Chancellor Ada Lund spoke today with President Bo Ek.",
            {"Ada Lund", "Bo Ek"},
            set(),
        ),
        ("Minister Ada Lund paid a visit to Minister Bo Ek of Finland in Oslo on 6 May.", {"Ada Lund", "Bo Ek"}, set()),
    ],
)
def test_roles_follow_the_grammar_of_the_report(
    annotator: Annotator, body: str, leads: set[str], participants: set[str]
) -> None:
    found = roles(annotator, body)
    assert {name for name, role in found.items() if role == "lead"} == leads
    assert {name for name, role in found.items() if role == "participant"} == participants


@pytest.mark.parametrize(
    "words",
    [
        "held a joint press conference following their talks in Riga today",
        "gave a joint press conference in Riga today",
    ],
)
def test_a_joint_press_conference_follows_a_meeting(annotator: Annotator, words: str) -> None:
    body = f"President Ada Lund of Norway and Prime Minister Bo Ek of Finland {words}."
    found = meeting(annotator, body, "Joint press conference of President Lund and Prime Minister Ek")
    assert found is not None
    assert (found.format, found.city, found.leads) == ("in person", "Riga", ("Ada Lund", "Bo Ek"))


def test_an_announced_meeting_is_not_its_own_next_one(annotator: Annotator) -> None:
    body = "The next meeting of the Norway-Finland Forest Dialogue will be held in Oslo on 12 June 2025."
    found = meeting(annotator, body, "Forest Dialogue to be held in Oslo")
    assert found is not None
    assert found.next is None
