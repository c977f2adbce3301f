"""Which texts report a meeting, which series it belongs to, who chaired it and whom a journey brings together."""

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting


def meeting(annotator: Annotator, title: str, body: str, date: str | None = None) -> Meeting | None:
    """The meeting that a text reports."""
    return annotator.annotate(Document(title=title, body=body, date=date)).meeting


MET = "Minister Ada Lund met with Minister Bo Ek of Norway in Oslo on May 3, 2024."


@pytest.mark.parametrize(
    "title",
    [
        "Remarks by Minister Ada Lund Before Meeting with Minister Bo Ek",
        "Background Press Call on the Minister's Trip",
        "Press Gaggle by the Spokesperson",
        "Interview of Minister Lund",
        "Presidential Message on Seafarers' Day",
        "Lund Nominates Three Judges",
        "Memorandum on Harbours",
        "Statement by Minister Ada Lund on Fish",
    ],
)
def test_some_kinds_of_text_report_no_meeting(annotator: Annotator, title: str) -> None:
    assert meeting(annotator, "Readout of the Meeting with Minister Bo Ek", MET) is not None
    assert meeting(annotator, title, MET) is None


def test_a_transcript_reports_no_meeting_and_promises_nothing(annotator: Annotator) -> None:
    body = f"THE PRESIDENT: {MET} We will build a port.\n\nQ Why?\n\nTHE PRESIDENT: Because."
    said = annotate(annotator, body, title="Ada Lund and Bo Ek after Their Meeting")
    assert said.meeting is None and said.commitments == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Lund spoke at a press conference in Oslo on fish.",
        "President Donald Trump celebrated wins in Ohio.",
        "In 1999, Minister Ada Lund launched a harbour plan.",
    ],
)
def test_one_person_s_doings_are_no_meeting(annotator: Annotator, sentence: str) -> None:
    assert meeting(annotator, "News from the harbour", sentence) is None


@pytest.mark.parametrize(
    ("sentence", "series"),
    [
        (
            "The United States and Norway held the second Arctic Ferry Dialogue in Oslo on May 3.",
            "Arctic Ferry Dialogue",
        ),
        ("The United States and Norway held a meeting of the Ice Working Group (IWG) in Oslo.", "IWG"),
        ("The Nuclear Consultative Group Meeting was held in Seoul on May 3, 2024.", "Nuclear Consultative Group"),
        ("Minister Ada Lund met Minister Bo Ek at the Oslo Olympic Games.", None),
        ("Minister Ada Lund met Minister Bo Ek at the United We Stand Summit.", None),
        ("Minister Ada Lund met Minister Bo Ek to discuss preparations for the Summit of the Americas.", None),
        ("Minister Ada Lund and Minister Bo Ek held the White House Meeting on Fish.", None),
    ],
)
def test_a_series_is_one_that_meetings_share(annotator: Annotator, sentence: str, series: str | None) -> None:
    held = meeting(annotator, "Readout of a Meeting", sentence)
    assert held is not None and held.series == series


def test_a_body_s_numbered_meeting(annotator: Annotator) -> None:
    body = "At its 9012th meeting on 4 May 2022, the Security Council heard a report on piracy."
    held = meeting(annotator, "Council Hears Report", body)
    assert held is not None
    assert (held.series, held.ordinal, held.date) == ("United Nations Security Council", 9012, "2022-05-04")
    assert held.sides == ("United Nations Security Council",)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("The G7 Summit met in Rome with Ada Lund, Minister for Ice of Norway, in the chair.", ("Ada Lund",)),
        ("The G7 Summit met in Rome on May 3. Minister Ada Lund presided.", ("Ada Lund",)),
    ],
)
def test_who_sat_in_the_chair_led(annotator: Annotator, sentence: str, leads: tuple[str, ...]) -> None:
    held = meeting(annotator, "G7 Summit in Rome", sentence)
    assert held is not None and held.leads == leads and held.sides == ("G7",)


@pytest.mark.parametrize(
    ("places", "sides", "city", "country"),
    [
        ("Oslo, Norway", ("United States", "Norway"), "Oslo", "Norway"),
        ("Norway and Chile", ("United States", "Norway", "Chile"), None, None),
    ],
)
def test_a_journey_brings_together_the_traveller_and_the_countries_visited(
    annotator: Annotator, places: str, sides: tuple[str, ...], city: str | None, country: str | None
) -> None:
    body = f"Deputy Secretary of State Wendy Sherman will travel to {places}, to meet officials."
    said = annotate(annotator, body, title="Deputy Secretary Sherman's Travel")
    assert said.meeting is not None and said.commitments == ()
    assert (said.meeting.sides, said.meeting.city, said.meeting.country) == (sides, city, country)


def test_a_journey_at_home_is_no_meeting(annotator: Annotator) -> None:
    body = "Deputy Secretary of State Wendy Sherman will travel to Chicago to meet with staff."
    assert meeting(annotator, "Deputy Secretary Sherman's Travel to Chicago", body) is None


def test_heads_of_state_without_names_are_sides(annotator: Annotator) -> None:
    body = "The President of the United States and the President of the French Republic met in Rome on May 3, 2024."
    held = meeting(annotator, "Joint Statement", body)
    assert held is not None and held.sides == ("United States", "France")
