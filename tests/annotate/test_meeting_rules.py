"""Each text shows one rule about meetings: report sentences, series, leads, sides, journeys and dates."""

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting


def meeting(annotator: Annotator, title: str, body: str, date: str | None = None) -> Meeting | None:
    """Return the meeting that a text reports."""
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


def test_a_visitor_s_own_title_outweighs_the_name_beside_his(annotator: Annotator) -> None:
    body = (
        "At the invitation of Secretary of State Antony Blinken, Norwegian Foreign Minister Bo Ek traveled to "
        "Washington, D.C. on Tuesday May 3, 2022. During their meeting, they spoke of fish."
    )
    held = meeting(annotator, "Joint Statement by Secretary Antony Blinken and Foreign Minister Bo Ek", body)
    assert held is not None
    assert (held.sides, held.city, held.date) == (("United States", "Norway"), "Washington", "2022-05-03")


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Minister Ada Lund met with Minister Bo Ek on Monday.", "2023-12-04"),
        ("Minister Ada Lund will meet with Minister Bo Ek on Monday.", "2023-12-11"),
        ("Norway and Chile issued this text following a meeting yesterday. Norway and Chile held talks.", "2023-12-05"),
        ("Minister Ada Lund met today with Minister Bo Ek. The group is chaired by Bo Ek since May 3.", "2023-12-06"),
    ],
)
def test_weekdays_and_yesterdays_count_from_the_release(annotator: Annotator, sentence: str, date: str) -> None:
    held = meeting(annotator, "Joint Statement on the Meeting", sentence, date="2023-12-06")
    assert held is not None and held.date == date


def test_the_day_of_the_next_meeting_is_not_that_of_this_one(annotator: Annotator) -> None:
    later = "The next round of the dialogue will be held in Oslo on 5 June 2030."
    held = meeting(annotator, "Norway-Chile Dialogue on Fish", f"{later} The two sides agreed on a plan.")
    assert held is None or held.date is None
    both = meeting(annotator, "Norway-Chile Dialogue on Fish", f"Norway and Chile held talks on May 3, 2024. {later}")
    assert both is not None and both.date == "2024-05-03"


@pytest.mark.parametrize(
    ("sentence", "format_"),
    [
        ("Norway and Chile held talks in Oslo on May 3, which included virtual sessions.", None),
        ("Norway and Chile held talks on May 3. During the virtual meeting, fish was on the table.", "virtual"),
        ("The delegates met virtually on May 3, 2021.", "virtual"),
        ("Norway and Chile held talks in Oslo on May 3.", "in person"),
    ],
)
def test_how_a_meeting_was_held(annotator: Annotator, sentence: str, format_: str | None) -> None:
    held = meeting(annotator, "Joint Statement", sentence, date="2021-05-04")
    assert held is not None and held.format == format_


def test_who_joins_a_meeting_takes_part_without_leading(annotator: Annotator) -> None:
    body = "Secretary Antony Blinken met with Minister Bo Ek. Secretary Blinken was joined by Ambassador Ada Lund."
    roles = {row.name: row.role for row in annotate(annotator, body, title="Readout of a Meeting").attendance}
    assert roles == {"Antony Blinken": "lead", "Bo Ek": "lead", "Ada Lund": "participant"}


def test_people_between_whom_talks_were_held_led(annotator: Annotator) -> None:
    body = "Norway and Chile held talks in Oslo, with consultations between Minister Ada Lund and Minister Bo Ek."
    held = meeting(annotator, "Joint Statement", body)
    assert held is not None and held.leads == ("Ada Lund", "Bo Ek")


def test_joining_a_body_is_no_meeting(annotator: Annotator) -> None:
    body = "Secretary Antony Blinken signed an agreement to join the Oslo Fish Forum (OFF)."
    assert meeting(annotator, "United States Joins Oslo Fish Forum", body) is None


def test_a_domestic_text_promises_no_other_side_anything(annotator: Annotator) -> None:
    body = "Secretary Antony Blinken met with staff. The Administration is committed to building ports. We will sail."
    assert annotate(annotator, body, title="Readout of a Meeting").commitments == ()
    abroad = annotate(annotator, f"{body} Norway agreed to sail.", title="Readout of a Meeting")
    assert [item.verb for item in abroad.commitments] == ["will", "agreed"]


@pytest.mark.parametrize(
    ("sentence", "ordinal"),
    [
        ("Today, Norway and Chile hosted the inaugural meeting of the Fish Taskforce.", 1),
        ("Norway and Chile held their third joint session in Oslo.", 3),
        ("Norway and Chile held their first in-person meeting in Oslo.", None),
    ],
)
def test_a_meeting_without_a_series_is_counted_too(annotator: Annotator, sentence: str, ordinal: int | None) -> None:
    held = meeting(annotator, "Joint Statement", sentence)
    assert held is not None and held.ordinal == ordinal


def test_an_abbreviated_title_ends_no_sentence(annotator: Annotator) -> None:
    body = "Today President Biden met with Minister Bo Ek and Dr. Anthony Fauci."
    held = meeting(annotator, "Readout of a Meeting", body)
    assert held is not None and held.leads[-1] == "Anthony Fauci"


def test_officials_in_talks_without_names(annotator: Annotator) -> None:
    body = (
        "Over two days in Oslo, officials from our governments have engaged in long talks on fish. "
        "Officials will reconvene in Lima before the end of May."
    )
    held = meeting(annotator, "Joint Statement from Norway, Chile, and Peru", body)
    assert held is not None and (held.city, held.sides) == ("Oslo", ("Norway", "Chile", "Peru"))
    assert held.next == "in Lima before the end of May"


def test_a_call_to_action_is_no_call(annotator: Annotator) -> None:
    body = "Norway and Chile held a Fish Dialogue on May 3. They issued a Call to Action."
    held = meeting(annotator, "Fish Dialogue: Call to Action", body)
    assert held is not None and held.format is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Joint Statement by Norway and Chile", "Today, at the Summit of the Americas, the ministers commit to swim."),
        ("Statement by President Joe Biden on COP28", "I congratulate all who met at COP28 in Dubai on May 3."),
        ("Report on Norway's War on Rats", "Norway's war began when President Joe Biden launched it on May 3."),
        ("Joint Statement by Norway and Chile on the Fish Summit", "Norway and Chile are fond of fish."),
    ],
)
def test_a_word_on_an_event_is_no_report_of_it(annotator: Annotator, title: str, body: str) -> None:
    assert meeting(annotator, title, body, date="2023-05-04") is None


def test_an_announced_visit_has_a_programme_and_promises_nothing(annotator: Annotator) -> None:
    body = (
        "President Biden looks forward to welcoming President Bo Ek of Norway to the White House on October 20, 2023. "
        "The leaders will review their pact and will advance trade."
    )
    said = annotate(annotator, body, title="Statement from Press Secretary Ada Lund on the Visit of President Ek")
    assert said.meeting is not None and said.commitments == ()
    assert (said.meeting.date, said.meeting.city) == ("2023-10-20", "Washington")
    assert said.meeting.leads == ("Joe Biden", "Bo Ek")


def test_a_guest_named_by_office_alone_makes_a_meeting(annotator: Annotator) -> None:
    body = "Today, President Joe Biden welcomed the Prime Minister of Norway to the White House."
    held = meeting(annotator, "Joint Statement from the Leaders of the United States and Norway", body, "2024-04-15")
    assert held is not None
    assert (held.date, held.city, held.sides) == ("2024-04-15", "Washington", ("United States", "Norway"))


def test_a_first_since_is_no_count(annotator: Annotator) -> None:
    body = "President Biden will host Minister Bo Ek for the first U.S.-ASEAN Summit since 2016."
    held = meeting(annotator, "U.S.-ASEAN Summit", body)
    assert held is not None and (held.series, held.ordinal) == ("U.S.-ASEAN Summit", None)


def test_who_leads_a_panel_leads_no_meeting(annotator: Annotator) -> None:
    body = "Minister Ada Lund met with Minister Bo Ek in Oslo. Ambassador Eva Moe led a discussion on fish."
    held = meeting(annotator, "Readout of a Meeting", body)
    assert held is not None and held.leads == ("Ada Lund", "Bo Ek")


def test_a_dash_between_parties_is_written_in_one_way(annotator: Annotator) -> None:
    body = "The United States and Norway held the second U.S. – Norway Strategic Dialogue in Oslo."
    held = meeting(annotator, "Joint Statement", body)
    assert held is not None and held.series == "U.S.-Norway Strategic Dialogue"


MET_IN_SEOUL = "Minister Bo Han and Coordinator Ada Lund convened the second Ice Working Group (IWG) meeting in Seoul."


@pytest.mark.parametrize(
    "past",
    [
        f"President Yoon Suk Yeol and President Joe Biden launched the IWG in April 2023. {MET_IN_SEOUL}",
        f"As agreed by President Yoon Suk Yeol and President Joe Biden, {MET_IN_SEOUL}",
        f"Following the announcement by President Yoon Suk Yeol and President Joe Biden, {MET_IN_SEOUL}",
        f"{MET_IN_SEOUL} The IWG was established by President Yoon Suk Yeol and President Joe Biden.",
    ],
)
def test_who_founded_a_group_does_not_lead_its_meeting(annotator: Annotator, past: str) -> None:
    held = meeting(annotator, "Readout of the Second Ice Working Group Meeting", past)
    assert held is not None and held.leads == ("Bo Han", "Ada Lund")


def test_talks_in_line_with_others_are_led_by_nobody_named(annotator: Annotator) -> None:
    body = (
        "In line with discussions between President Joe Biden and President Yoon Suk Yeol, the United States held "
        "technical talks with the Korean delegation on March 23 in Oslo, Norway."
    )
    held = meeting(annotator, "Outcomes of the Talks", body, date="2025-03-25")
    assert held is not None and (held.leads, held.city, held.date) == ((), "Oslo", "2025-03-23")


def test_a_host_is_a_side_too(annotator: Annotator) -> None:
    body = "On May 3, 2024, the Government of Norway hosted the Governments of Chile and Peru in Oslo for fish talks."
    held = meeting(annotator, "Ninth Meeting on Fish", body)
    assert held is not None and held.sides == ("Norway", "Chile", "Peru")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ninth United States – European Union Energy Council met today in Rome.",
        "Released on the occasion of the ninth meeting of the U.S.-Norway Energy Council. The Council met in Rome.",
    ],
)
def test_a_standing_body_is_a_series(annotator: Annotator, sentence: str) -> None:
    held = meeting(annotator, "Joint Statement on the Meeting", sentence, date="2022-02-07")
    assert held is not None and (held.series, held.ordinal) == ("Energy Council", 9)


def test_an_administration_leads_nothing(annotator: Annotator) -> None:
    body = "On May 3, 2024, the Biden-Harris Administration held the third Fish Working Group meeting."
    held = meeting(annotator, "Readout of the Fish Working Group Meeting", body)
    assert held is not None and held.leads == ()


def test_a_session_to_come_has_its_day(annotator: Annotator) -> None:
    body = "The first negotiating session of the committee will convene February 28 in Geneva, Switzerland."
    held = meeting(annotator, "A Committee on Fish", body, date="2022-02-20")
    assert held is not None and (held.date, held.city) == ("2022-02-28", "Geneva")


@pytest.mark.parametrize(
    ("sentence", "ordinal"),
    [
        ("The XIV session of the Peru-Malta Commission on Fish was held in Lima on 6 May 2025.", 14),
        ("The VII Meeting of the Peru-Malta Political Consultations Mechanism was held in Lima on 6 May 2025.", 7),
        ("The IV Peru-Malta Mixed Commission was held in Lima on 6 May 2025.", 4),
        ("Peru and Malta held the III round of political consultations in Lima on 6 May 2025.", 3),
        ("The Fund held the Article IV consultations with Malta in Lima on 6 May 2025.", None),
    ],
)
def test_roman_figures_count_a_session(annotator: Annotator, sentence: str, ordinal: int | None) -> None:
    found = meeting(annotator, "News from the harbour", sentence)
    assert (found.ordinal if found else None) == ordinal
    assert found is None or "IV" not in (found.series or "")


@pytest.mark.parametrize(
    ("sentence", "series", "ordinal"),
    [
        ("Peru and Malta held the 4th MFD in Lima on 2 June 2025.", "MFD", 4),
        ("The third Peru-Malta MFD took place in Lima on 2 June 2025.", "MFD", 3),
        ("Peru and Malta met during the third COVID wave in Lima on 2 June 2025.", None, None),
    ],
)
def test_an_ordinal_before_an_acronym_counts_a_series(
    annotator: Annotator, sentence: str, series: str | None, ordinal: int | None
) -> None:
    found = meeting(annotator, "News from the harbour", sentence)
    assert found is not None and (found.series, found.ordinal) == (series, ordinal)


def test_an_adviser_to_a_president_leads_and_the_president_does_not(annotator: Annotator) -> None:
    body = "National Security Adviser to President Ada Lund of Peru Anna Marsh met Minister Carl Hale of Malta in Lima."
    found = meeting(annotator, "Talks in Lima", body)
    assert found is not None and found.leads == ("Anna Marsh", "Carl Hale")


@pytest.mark.parametrize(
    ("body", "leads", "sides"),
    [
        (
            "President Ada Lund of Peru hosted the first meeting of the Harbour Network announced by President Carl "
            "Hale of Malta and Minister Bo Ek of Norway in May.",
            ("Ada Lund",),
            (),
        ),
        (
            "Building on President Ada Lund signing the Fish Act, Carl Hale and Bo Ek met in Lima.",
            ("Carl Hale", "Bo Ek"),
            (),
        ),
        (
            "President Ada Lund of Peru met today with her counterparts from Estonia, Latvia, and Poland.",
            ("Ada Lund",),
            ("Peru", "Estonia", "Latvia", "Poland"),
        ),
        (
            "President Ada Lund of Peru convened leaders in Lima. The meeting included: Minister Bo Ek of Norway, "
            "Minister Carl Hale of Malta and Minister Anna Marsh of Chile.",
            ("Ada Lund",),
            ("Peru", "Norway", "Malta", "Chile"),
        ),
    ],
)
def test_those_behind_a_meeting_do_not_lead_and_those_in_it_give_the_sides(
    annotator: Annotator, body: str, leads: tuple[str, ...], sides: tuple[str, ...]
) -> None:
    found = meeting(annotator, "Talks on fish", body, "2025-05-07")
    assert found is not None and (found.leads, found.sides) == (leads, sides)


def test_a_meeting_under_a_call_to_action_is_no_call(annotator: Annotator) -> None:
    body = (
        "Minister Ada Lund of Peru joined a meeting with Minister Bo Ek of Malta under the President's Call to Action."
    )
    found = meeting(annotator, "Talks on fish", body)
    assert found is not None and found.format != "call"
