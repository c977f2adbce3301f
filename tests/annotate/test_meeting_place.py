"""A place is the venue where it belongs to the verb or noun of the meeting, or to the visit of which it was part."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting


def held(annotator: Annotator, sentence: str, title: str = "Readout of the Meeting", url: str | None = None) -> Meeting:
    """Return the meeting that a sentence of a readout of 6 May 2024 reports."""
    found = annotator.annotate(Document(title, sentence, date="2024-05-06", url=url)).meeting
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "city", "country"),
    [
        ("Minister Ada Lund received Norwegian Foreign Minister Bo Ek in Canberra today.", "Canberra", "Australia"),
        ("Minister Ada Lund met Minister Bo Ek on the sidelines of the Ice Conference in Munich.", "Munich", "Germany"),
        ("In Vienna today, Minister Ada Lund met Minister Bo Ek.", "Vienna", "Austria"),
        ("Minister Ada Lund met Minister Bo Ek in the Norwegian capital, Oslo.", "Oslo", "Norway"),
        ("The 14th India-Chile Foreign Office Consultations were held in Santiago on 3 May.", "Santiago", "Chile"),
        ("Minister Ada Lund arrived in Colombo yesterday and met Minister Bo Ek.", "Colombo", "Sri Lanka"),
        ("Minister Ada Lund held talks with Minister Bo Ek at Hyderabad House, New Delhi.", "New Delhi", "India"),
        ("Minister Ada Lund met Minister Bo Ek at the Union Buildings.", None, "South Africa"),
        ("Minister Ada Lund met Minister Bo Ek of Norway in Edinburgh.", "Edinburgh", "United Kingdom"),
        ("President Ada Lund, who is on an official visit to Chile, met President Bo Ek.", None, "Chile"),
        ("Minister Ada Lund met Minister Bo Ek during the visit of the latter to Norway.", None, "Norway"),
        ("Minister Ada Lund met Minister Bo Ek and aides, including Ambassador Jan Dahl, in Oslo.", "Oslo", "Norway"),
    ],
)
def test_the_place_of_the_meeting_or_visit_is_the_venue(
    annotator: Annotator, sentence: str, city: str | None, country: str
) -> None:
    found = held(annotator, sentence)
    assert (found.city, found.country) == (city, country)


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Lund met Minister Bo Ek to discuss the situation in Gaza.",
        "Minister Ada Lund met Minister Bo Ek to discuss the fighting in Goma and the talks held in Doha.",
        "Minister Ada Lund met Minister Bo Ek and invited him to visit Norway.",
        "Minister Ada Lund met Minister Bo Ek and recalled their meeting in Rome.",
        "Minister Ada Lund met Minister Bo Ek to prepare for the Ice Summit in Oslo.",
        "Minister Ada Lund met with Norwegian nationals in Qatar.",
        "Minister Ada Lund spoke by phone with Minister Bo Ek of Norway, who is in Geneva.",
        "Minister Ada Lund met Minister Bo Ek. Building on the minister's May 2023 visit to Chile, they signed a plan.",
    ],
)
def test_the_place_of_a_topic_or_of_another_visit_is_none(annotator: Annotator, sentence: str) -> None:
    found = held(annotator, sentence)
    assert (found.city, found.country) == (None, None)


def test_a_town_after_an_unlisted_building_is_the_venue(annotator: Annotator) -> None:
    found = held(annotator, "Minister Ada Lund received Minister Bo Ek at the Old Mill Hotel, Davao.")
    assert (found.city, found.country) == ("Davao", "Philippines")


def test_a_visit_to_several_countries_has_no_one_venue(annotator: Annotator) -> None:
    body = "I will visit Norway, Chile and Peru from 3 May. In Norway I will hold talks with Minister Bo Ek of Norway."
    found = annotator.annotate(Document("Visit to Norway, Chile and Peru", body, date="2024-05-01")).meeting
    assert found is None or (found.city, found.country) == (None, None)


def test_a_head_s_own_seat_and_own_country_tell_the_country(annotator: Annotator) -> None:
    at_seat = "President Ada Lund of Chile met Minister Bo Ek of Norway at the Presidential Palace."
    assert held(annotator, at_seat).country == "Chile"
    at_home = "President Ada Lund of Chile met with Minister Bo Ek of Norway during his visit to our country."
    assert held(annotator, at_home).country == "Chile"


def test_the_town_of_the_dateline_counts_where_they_met_here(annotator: Annotator) -> None:
    body = "Oslo, 6 May 2024\n\nMinister Ada Lund met Minister Bo Ek of Chile here."
    assert held(annotator, body).city == "Oslo"
    assert held(annotator, body.replace(" here", "")).city is None
    for line in ("6 May 2024, Oslo", "6 May 2024 Oslo, Norway", "May 6, 2024, Oslo, Norway."):
        assert held(annotator, body.replace("Oslo, 6 May 2024", line)).city == "Oslo"
    assert held(annotator, body.replace("Oslo, 6 May 2024", "6 May 2024, Oslo is in bloom.")).city is None


@pytest.mark.parametrize(
    "line", ["Oslo, 6 May 2024", "6 May 2024, Oslo", "Oslo, Norway, May 6, 2024", "Oslo | 6 May 2024"]
)
def test_a_line_with_place_and_date_above_a_joint_text_tells_where_its_parties_met(
    annotator: Annotator, line: str
) -> None:
    body = f"{line}\n\nWe, the foreign ministers of Norway and Chile, met to discuss ferries."
    joint = held(annotator, body, "Joint Statement on Ferries")
    assert (joint.city, joint.country) == ("Oslo", "Norway")
    assert "city" in joint.unsure
    assert held(annotator, body, "Meeting on Ferries").city is None


@pytest.mark.parametrize(
    ("sentence", "format"),
    [
        ("Minister Ada Lund met Minister Bo Ek, following up on their telephone conversation.", "in person"),
        ("Minister Ada Lund led consultations with Minister Bo Ek after the President's call with Bo Ek.", None),
        ("Minister Ada Lund held a meeting with Minister Bo Ek.", "in person"),
        ("Minister Ada Lund received Minister Bo Ek.", "in person"),
        ("Minister Ada Lund received a phone call from Minister Bo Ek.", "call"),
        ("Minister Ada Lund hosted a third call with Minister Bo Ek.", "call"),
        ("Minister Ada Lund talked to Minister Bo Ek over the phone.", "call"),
        ("Minister Ada Lund and Minister Bo Ek held a videoconference.", "virtual"),
        ("Minister Ada Lund met Minister Bo Ek. The meeting was held online.", "virtual"),
        ("Minister Ada Lund spoke to Minister Bo Ek to follow up on the virtual summit of May 2.", "call"),
        ("Minister Ada Lund and Minister Bo Ek of Norway convened the second Norway-Chile Ice Dialogue.", None),
    ],
)
def test_the_verb_and_its_object_tell_the_format(annotator: Annotator, sentence: str, format: str | None) -> None:
    assert held(annotator, sentence).format == format
