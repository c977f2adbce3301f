"""Statements, fact sheets and remarks belong to the meeting that their first lines name, held or announced."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting


def meeting(annotator: Annotator, body: str, title: str = "Joint Statement on Ferries") -> Meeting | None:
    """Return the meeting that a text of 7 May 2025 reports."""
    return annotator.annotate(Document(title=title, body=body, date="2025-05-07")).meeting


def found(annotator: Annotator, body: str, title: str = "Joint Statement on Ferries") -> Meeting:
    """Return the meeting that a text of 7 May 2025 reports, and fail without one."""
    read = meeting(annotator, body, title)
    assert read is not None
    return read


@pytest.mark.parametrize(
    "words",
    ["is honored to welcome", "was pleased to host", "had the pleasure of receiving", "is delighted to welcome"],
)
def test_a_host_who_is_honored_to_welcome_a_guest_meets_the_guest(annotator: Annotator, words: str) -> None:
    read = found(annotator, f"Prime Minister Ada Lund of Norway {words} President Bo Ek of Finland in Oslo today.")
    assert (read.date, read.city, read.leads) == ("2025-05-07", "Oslo", ("Ada Lund", "Bo Ek"))


def test_a_fact_sheet_begins_with_the_visit_of_a_guest(annotator: Annotator) -> None:
    title = "FACT SHEET: Official Visit of the President of Finland"
    for words in (
        "Today, Prime Minister Ada Lund of Norway welcomed",
        "Prime Minister Ada Lund of Norway is welcoming",
    ):
        read = found(annotator, f"{words} President Bo Ek of Finland to Oslo for an official visit.", title)
        assert (read.sides, read.leads) == (("Norway", "Finland"), ("Ada Lund", "Bo Ek"))


@pytest.mark.parametrize(
    "body",
    [
        "Norway is hosting the 2025 NATO Summit, June 9-11, 2025, in Oslo, and 30 ministers will come.",
        "Prime Minister Ada Lund of Norway will participate on June 9 in the NATO Summit in Oslo.",
        "Prime Minister Ada Lund of Norway is attending the NATO Summit in Oslo from June 9 to 11.",
    ],
)
def test_a_fact_sheet_of_a_summit_belongs_to_the_summit_of_its_title(annotator: Annotator, body: str) -> None:
    read = found(annotator, body, "FACT SHEET: The NATO Summit")
    assert (read.series, read.date, read.city) == ("NATO Summit", "2025-06-09", "Oslo")


def test_a_fact_sheet_that_only_mentions_a_summit_reports_no_meeting(annotator: Annotator) -> None:
    body = "At the NATO Summit in Oslo, Prime Minister Ada Lund announced a fund. Norway will build a quay."
    assert meeting(annotator, body, "FACT SHEET: A Fund after the NATO Summit") is None
    assert meeting(annotator, "Norway is hosting a fair today in Oslo.", "FACT SHEET: A Fair") is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "One Year since the NATO Summit",
            "One year ago, Ada Lund hosted leaders for the NATO Summit in Oslo.",
        ),
        (
            "Progress since the ASEAN Summit",
            "Today at the G20 Summit in Oslo, Minister Ada Lund hosted a fair of fish.",
        ),
        ("A New Effort", "Today, Minister Ada Lund of Norway and Minister Eli Moe of Norway hosted a fair in Oslo."),
        (
            "Norway-Finland Economic Dialogue",
            "Norway and Finland relaunched the Norway-Finland Economic Dialogue in 2021.",
        ),
    ],
)
def test_a_fact_sheet_without_its_own_meeting_has_none(annotator: Annotator, title: str, body: str) -> None:
    assert meeting(annotator, body, f"FACT SHEET: {title}") is None


def test_an_earlier_summit_gives_neither_day_nor_number(annotator: Annotator) -> None:
    body = (
        "Building on the Prime Minister's first NATO Summit on June 14, 2021, and extraordinary Summits held on "
        "February 25 and March 24, this NATO Summit in Madrid will convene all leaders on May 29, 2025."
    )
    read = found(annotator, body, "FACT SHEET: The NATO Summit")
    assert (read.date, read.ordinal, read.city) == ("2025-05-29", None, "Madrid")


def test_the_people_of_an_administration_or_of_a_launch_do_not_lead(annotator: Annotator) -> None:
    title = "Lund-Ek Administration Hosts the NATO Summit"
    body = (
        "Launched by Prime Minister Ada Lund of Norway and President Bo Ek of Finland at the ASEAN Summit in March, "
        "the "
        "NATO Summit held its inaugural meeting in Oslo on May 5, 2025."
    )
    assert found(annotator, body, title).leads == ()


def test_a_meeting_that_was_held_has_no_day_to_come(annotator: Annotator) -> None:
    body = (
        "Following a bilateral meeting with President Bo Ek of Finland on May 5, 2025, Prime Minister Ada Lund of "
        "Norway "
        "announces a plan. The ministers will meet in September to discuss it."
    )
    assert found(annotator, body, "FACT SHEET: Cooperation of Norway and Finland").date == "2025-05-05"


def test_who_meets_with_listed_leaders_is_a_side_too(annotator: Annotator) -> None:
    body = "Prime Minister Ada Lund of Norway met today with the leaders of Chile, Peru, and Japan in Oslo."
    assert found(annotator, body).sides == ("Norway", "Chile", "Peru", "Japan")


def test_a_statement_released_after_a_call_reports_the_call(annotator: Annotator) -> None:
    body = (
        "Today, the leaders of Norway and Finland released the following joint statement following their call:\n\n"
        "We, Prime Minister Ada Lund of Norway and President Bo Ek of Finland, express our support for ferries."
    )
    read = found(annotator, body)
    assert (read.format, read.date, read.sides) == ("call", "2025-05-07", ("Norway", "Finland"))
    assert read.leads == ("Ada Lund", "Bo Ek")


def test_the_day_of_an_announcement_is_not_that_of_the_meeting(annotator: Annotator) -> None:
    for body in (
        "Today, the governments of Norway and Finland announce that they will co-host the Ferry Summit on June 9.",
        "The ministry announced today that Minister Ada Lund of Norway will meet Minister Bo Ek of Finland on June 9.",
    ):
        assert found(annotator, body).date == "2025-06-09"
    met = "Today, Minister Ada Lund of Norway met Minister Bo Ek of Finland and announced that ferries will sail again."
    assert found(annotator, met).date == "2025-05-07"


def test_tomorrow_is_the_day_after_the_release(annotator: Annotator) -> None:
    body = "Minister Ada Lund of Norway will travel to Helsinki, Finland for official meetings tomorrow."
    assert found(annotator, body, "Minister Lund's Trip to Finland").date == "2025-05-08"


def test_the_day_of_a_visit_that_was_the_occasion_is_that_of_the_meeting(annotator: Annotator) -> None:
    body = (
        "Prime Minister Ada Lund of Norway and President Bo Ek of Finland, on the occasion of President Ek's visit to "
        "Norway on May 5-6, 2025, have reached the following understandings:"
    )
    read = found(annotator, body)
    assert (read.date, read.country, read.leads) == ("2025-05-05", "Norway", ("Ada Lund", "Bo Ek"))


def test_two_who_speak_as_we_met_on_the_visit_of_one(annotator: Annotator) -> None:
    body = (
        "We, Prime Minister Ada Lund of Norway and President Bo Ek of Finland, opened a new era during the President's "
        "Official Visit and dinner in Oslo today."
    )
    read = found(annotator, body, "Norway-Finland Joint Leaders' Statement")
    assert (read.date, read.sides, read.leads) == ("2025-05-07", ("Norway", "Finland"), ("Ada Lund", "Bo Ek"))
    praise = "We, Prime Minister Ada Lund of Norway and President Bo Ek of Finland, praise the ferries of our seas."
    assert meeting(annotator, praise, "Norway-Finland Joint Leaders' Statement") is None


def test_a_journey_ends_where_an_earlier_one_is_told(annotator: Annotator) -> None:
    body = (
        "Minister Ada Lund of Norway will travel to Finland following her meetings in Riga, Latvia. On May 12, "
        "Minister Lund will travel to Turku, Finland, where she will hold a bilateral meeting with President Bo Ek."
    )
    read = found(annotator, body, "Minister Lund's Travel to Finland")
    assert (read.city, read.sides, read.leads) == ("Turku", ("Norway", "Finland"), ("Ada Lund", "Bo Ek"))


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("is in Qatar May 9-10, where she will discuss fish.", ("Norway", "Qatar")),
        ("will be in Doha, Qatar from May 9 to 10 to discuss fish.", ("Norway", "Qatar")),
        ("will accompany King Olav to Qatar and Oman May 9-10 to consult with partners.", ("Norway", "Qatar", "Oman")),
    ],
)
def test_who_is_in_a_country_or_comes_along_travels(annotator: Annotator, words: str, sides: tuple[str, ...]) -> None:
    read = found(annotator, f"Deputy Minister Ada Lund of Norway {words}", "Deputy Minister Lund's Travel")
    assert (read.format, read.date, read.sides, read.leads) == ("in person", "2025-05-09", sides, ("Ada Lund",))


def test_a_ship_in_port_and_a_person_in_charge_are_on_no_journey(annotator: Annotator) -> None:
    for body in ("The ship is in Oslo on May 5 for repairs.", "Minister Ada Lund of Norway is in charge of Finland."):
        assert meeting(annotator, body, "Release") is None


def test_the_title_names_the_host_who_invited(annotator: Annotator) -> None:
    title = (
        "Joint Statement on the Visit to Norway of President Bo Ek of Finland at the Invitation of Minister Ada Lund"
    )
    body = "Today, President Ek visited Norway at the invitation of the minister. The two set out a plan."
    assert found(annotator, body, title).leads == ("Bo Ek", "Ada Lund")


def test_who_agreed_on_a_dialogue_did_not_lead_it(annotator: Annotator) -> None:
    body = (
        "To deliver on a commitment by President Bo Ek and President Carl Dal in March, today Prime Minister Ada Lund "
        "of Norway relaunched the annual Norway-Finland Economic Dialogue."
    )
    assert found(annotator, body, "The Norway-Finland Economic Dialogue").leads == ("Ada Lund",)


def test_countries_that_participated_in_a_meeting_are_its_sides(annotator: Annotator) -> None:
    body = "On May 6, Norway, Finland, and Japan participated in the third Ferry Consultation Group (FCG) meeting."
    assert found(annotator, body, "Ferry Consultation Group Meeting").sides == ("Norway", "Finland", "Japan")


def test_joint_remarks_have_the_place_above_them(annotator: Annotator) -> None:
    title = "Remarks by Prime Minister Ada Lund of Norway and President Bo Ek of Finland Before Bilateral Meeting"
    body = "Harbour House\nTurku, Finland\n\n2:52 P.M. CET\n\nPRIME MINISTER LUND: Thank you.\n\nPRESIDENT EK: Welcome."
    read = found(annotator, body, title)
    assert (read.format, read.city, read.country) == ("in person", "Turku", "Finland")


@pytest.mark.parametrize(
    "opening", ["We have convened to", "1. We have met to", "We convened today to", "Today we came together to"]
)
def test_those_who_issue_a_joint_statement_tell_that_they_met(annotator: Annotator, opening: str) -> None:
    body = f"{opening} reaffirm the cooperation between Norway and Chile. We support quieter ferries."
    assert set(found(annotator, body).sides) == {"Norway", "Chile"}
    assert meeting(annotator, body, "Statement on Ferries") is None


def test_meetings_of_the_past_are_no_meeting_of_a_joint_statement(annotator: Annotator) -> None:
    assert meeting(annotator, "We have met many times. Norway and Chile support quieter ferries.") is None
