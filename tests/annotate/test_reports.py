"""Each text shows one way in which ministries report a meeting, and who led it, took part, or is only mentioned."""

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator
from briefreader.model import Document

LUND, EK = "Norwegian Foreign Minister Ada Lund", "Chilean Foreign Minister Pablo Ruiz"
BOTH = ("Ada Lund", "Pablo Ruiz")


def leads(annotator: Annotator, body: str, title: str = "News") -> tuple[str, ...] | None:
    """Return who led the meeting that a text reports, None without a meeting."""
    held = annotator.annotate(Document(title=title, body=body)).meeting
    return held and held.leads


def roles(annotator: Annotator, body: str, title: str = "News") -> dict[str, str]:
    """Return the role of each person in a text."""
    return {each.name: each.role for each in annotate(annotator, body, title=title).attendance}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{LUND} called on {EK} in Santiago on May 3, 2024.",
        f"{LUND} paid a courtesy call on {EK} today.",
        f"{LUND} paid a farewell visit to {EK} on 3 May 2024.",
        f"{LUND} was received in audience by {EK} this morning.",
        f"{LUND} was received at the Ministry by {EK}.",
        f"{LUND} received {EK} in Oslo.",
        f"{LUND} granted an audience to {EK}.",
        f"{LUND} held talks with {EK} in Oslo.",
        f"{LUND} held bilateral talks with {EK}.",
        f"{LUND} held delegation-level talks with {EK} on ferries.",
        f"{LUND} and {EK} held political consultations in Oslo.",
        f"{LUND} had a telephone conversation with {EK}.",
        f"{LUND} held a telephone talk with {EK} for about 20 minutes.",
        f"{LUND} spoke by phone with {EK}.",
        f"{LUND} spoke on the phone today with {EK}.",
        f"{LUND} called {EK} today to congratulate him.",
        f"{LUND} called and congratulated {EK}.",
        f"{LUND} received a phone call from {EK}.",
        f"{LUND} exchanged views with {EK} on ferries.",
        f"{LUND} had productive meetings with {EK} in Oslo.",
        f"{LUND} had very warm and constructive discussions with {EK}.",
        f"{LUND} has held a meeting with {EK} in Oslo.",
        f"{LUND} met on the sidelines of the Ferry Summit in Oslo with {EK}.",
        f"{LUND} hosted {EK} at a working lunch.",
        f"In her audience with {LUND} today, {EK} spoke of ferries.",
        f"During a meeting with {LUND} in Oslo, {EK} thanked Norway.",
        f"A meeting between {LUND} and {EK} took place in Oslo on 3 May 2024.",
        f"Talks were held in Oslo on 3 May 2024 between {LUND} and {EK}.",
        f"A telephone conversation was held between {LUND} and {EK}.",
        f"The Second Norway-Chile Ferry Dialogue took place on 3 May 2024, co-chaired by {LUND} and {EK}.",
        f"The 4th round of the Norway-Chile Foreign Office Consultations was held in Oslo, co-chaired by {LUND} and "
        f"{EK}.",
        "The 4th round of Foreign Office Consultations was held in Oslo on 3 May 2024. The Norwegian side was led by "
        "Ada Lund, Director General, while the Chilean side was led by Pablo Ruiz, Under Secretary.",
        "Norway and Chile held talks on ferries. Ada Lund, State Secretary, led the Norwegian delegation. The Chilean "
        "delegation was headed by Pablo Ruiz, Ambassador.",
        f"The Ferry Summit took place under the co-chairmanship of {LUND} and {EK}.",
        f"{LUND} met with the Chilean delegation, led by Ambassador H.E. Pablo Ruiz, today.",
    ],
)
def test_both_people_led(annotator: Annotator, sentence: str) -> None:
    assert sorted(leads(annotator, sentence) or ()) == sorted(BOTH)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{LUND} met the press in Oslo.",
        f"{LUND} called on {EK} to release the ferry.",
        f"{LUND} spoke in Oslo on May 3, 2024 at a conference on ferries.",
        "President Ada Lund congratulated President Pablo Ruiz of Chile on his election.",
        "Norway welcomes the meeting of the leaders of Chile and Peru, held on July 3.",
        "Norway condemns the trial of Pablo Ruiz, which opened on May 3, 2024.",
        "Norway never met the conditions of the loan that it took in Chile in 1919.",
    ],
)
def test_these_are_no_meetings(annotator: Annotator, sentence: str) -> None:
    assert leads(annotator, sentence) is None


@pytest.mark.parametrize(
    ("body", "led"),
    [
        (
            f"This meeting in Oslo is chaired by {LUND}, and is attended by {EK} and Swedish Foreign Minister Bo Ek.",
            ["Ada Lund"],
        ),
        (f"At the invitation of {LUND}, {EK} met with Swedish Foreign Minister Bo Ek.", ["Pablo Ruiz", "Bo Ek"]),
        (f"{LUND} met with Cleo Hart, Advisor to President Pablo Ruiz.", ["Ada Lund", "Cleo Hart"]),
        (f"{LUND} met with {EK} in Oslo on May 3, 2024. Lund later called on Swedish Foreign Minister Bo Ek.", BOTH),
        (
            f"On the initiative of President Cleo Hart, the meeting between {LUND} and {EK} was held in the presence "
            f"of "
            "Ambassador Bo Ek.",
            BOTH,
        ),
    ],
)
def test_not_everyone_in_a_report_led(annotator: Annotator, body: str, led: list[str]) -> None:
    assert sorted(leads(annotator, body) or ()) == sorted(led)


MEETING = f"{LUND} met with {EK} in Oslo on May 3, 2024."


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting was attended by Ambassador Bo Ek and Ambassador Cleo Hart.",
        "The Norwegian delegation included Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Ambassador Bo Ek and Ambassador Cleo Hart were also present.",
        "Ambassador Bo Ek, Ambassador Cleo Hart and senior officials also participated.",
        "Also present at the meeting were Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Lund was accompanied by Ambassador Bo Ek and Ambassador Cleo Hart.",
        "The talks took place in the presence of Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Ambassador Bo Ek and Ambassador Cleo Hart attended the meeting.",
        "Among those present were Ambassador Bo Ek and Ambassador Cleo Hart.",
        "The members of the delegation were:\n\nAmbassador Bo Ek\n\nAmbassador Cleo Hart",
        "On the Norwegian side, Ambassador Bo Ek and Ambassador Cleo Hart were present.",
    ],
)
def test_these_took_part_without_leading(annotator: Annotator, sentence: str) -> None:
    expected = {"Ada Lund": "lead", "Pablo Ruiz": "lead", "Bo Ek": "participant", "Cleo Hart": "participant"}
    assert roles(annotator, f"{MEETING} They spoke of ferries. {sentence}") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Lund recalled the visit of Ambassador Bo Ek to Chile.",
        "Ruiz conveyed greetings from President Bo Ek.",
    ],
)
def test_these_are_only_mentioned(annotator: Annotator, sentence: str) -> None:
    assert roles(annotator, f"{MEETING} {sentence}").get("Bo Ek") == "mentioned"


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Joint Statement by President Ada Lund and President Pablo Ruiz", "We met in Oslo today to speak of ferries."),
        (
            "Joint Statement on Ferries",
            "We, the Presidents of Norway and Chile, gathered in Oslo on 3 May 2024, agree on a plan.\n\nFerries are "
            "good.\n\nPresident of Norway Ada Lund\n\nPresident of Chile Pablo Ruiz",
        ),
        ("Minister Ada Lund Meets President Pablo Ruiz of Chile", "During the meeting, ferries were discussed."),
    ],
)
def test_the_title_or_the_signatures_say_who_met(annotator: Annotator, title: str, body: str) -> None:
    assert sorted(leads(annotator, body, title) or ()) == sorted(BOTH)


@pytest.mark.parametrize(
    "sentence",
    [
        f"{LUND} today received a courtesy call from {EK}.",
        f"{LUND} presented her credentials to {EK} on 3 May 2024.",
        f"{LUND} and {EK} discussed ferries during a phone call.",
        f"{LUND} discussed with {EK} the future of ferries.",
        f"{LUND} joined {EK} in Oslo for talks on ferries.",
        f"{LUND} took part in a meeting in Oslo hosted by {EK}.",
        f"{LUND} co-hosted the Ferry Forum with {EK}.",
        f"The spokesperson Cleo Hart stated that on Monday {LUND} received a phone call from {EK}.",
        f"{LUND} travelled to Santiago for talks with {EK}.",
        f"{LUND} and {EK} issued the following statement after talks in Oslo.",
        f"{LUND} has met with a delegation from Chile led by Pablo Ruiz, Minister for Ice.",
        "A delegation from Oslo – led by Ambassador Ada Lund and Ambassador Pablo Ruiz – visited Chile.",
    ],
)
def test_both_people_led_in_rarer_phrases(annotator: Annotator, sentence: str) -> None:
    assert sorted(leads(annotator, sentence) or ()) == sorted(BOTH)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (f"{LUND} and {EK} at a Joint Press Conference", BOTH),
        (f"Remarks by {LUND} and {EK} Before Their Meeting", BOTH),
        (f"Remarks by {LUND} and Norwegian Prime Minister Bo Ek Before a Meeting", None),
        (f"Remarks by {LUND} and {EK} on Ferries", None),
    ],
)
def test_people_of_two_sides_who_speak_jointly_met(
    annotator: Annotator, title: str, expected: tuple[str, ...] | None
) -> None:
    assert leads(annotator, "MINISTER LUND: Good morning.\n\nMINISTER RUIZ: Welcome.", title) == expected


def test_the_host_who_invited_leads_where_both_leaders_speak(annotator: Annotator) -> None:
    visit = f"At the invitation of {LUND}, {EK} paid an official visit to Norway from 3 to 5 May 2024."
    assert leads(annotator, f"{visit} The two ministers spoke of ferries.") == BOTH
    assert leads(annotator, f"{visit} He saw ferries.", "Visit to Norway") == ("Pablo Ruiz",)


@pytest.mark.parametrize(
    "body",
    [
        f"The signing ceremony was attended by {LUND} and {EK}.",
        f"We welcome the agreement between Norway, led by {LUND}, and Chile, represented by {EK}.",
        f"Norway, Chile and Peru condemn the missile launch of May 3, 2024. {LUND} and {EK} spoke.",
    ],
)
def test_ceremonies_and_attitudes_are_no_meetings(annotator: Annotator, body: str) -> None:
    assert leads(annotator, body) is None


def test_who_attended_leads_only_where_nobody_is_in_the_chair(annotator: Annotator) -> None:
    held = "The Ferry Summit was held in Oslo on 3 May 2024."
    present = f"Taking part in the meeting were {LUND} and {EK}."
    assert leads(annotator, f"{held} {present}") == BOTH
    assert leads(annotator, f"{held} Minister Cleo Hart chaired the meeting. {present}") == ("Cleo Hart",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The delegation led by Minister Lund included Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Accompanying the Minister were Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Representing the Norwegian delegation were Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Taking part in the talks on the Norwegian side were Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Joining the discussions were Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Ambassador Bo Ek and Ambassador Cleo Hart were also part of the delegation.",
        "Among the other attendees were Ambassador Bo Ek and Ambassador Cleo Hart.",
        "Lund was assisted at the meeting by Ambassador Bo Ek and Ambassador Cleo Hart.",
        "In attendance were Ambassador Bo Ek; and Ambassador Cleo Hart.",
        "Ambassador Bo Ek and Ambassador Cleo Hart accompanied the Minister.",
    ],
)
def test_these_came_along(annotator: Annotator, sentence: str) -> None:
    found = roles(annotator, f"{MEETING} They spoke of ferries. {sentence}")
    assert (found["Bo Ek"], found["Cleo Hart"]) == ("participant", "participant")


@pytest.mark.parametrize(
    "sentence",
    [
        "The two sides were pleased with the election of President Bo Ek.",
        "On the Norwegian side, ferries are the concern of Ambassador Bo Ek.",
        "Officials were told that Ambassador Bo Ek had left.",
    ],
)
def test_these_did_not_come_along(annotator: Annotator, sentence: str) -> None:
    assert roles(annotator, f"{MEETING} They spoke of ferries. {sentence}")["Bo Ek"] == "mentioned"


def test_the_minister_who_tells_of_his_own_meeting_leads_it(annotator: Annotator) -> None:
    body = f"MEDIA RELEASE\n\nMinister for Ice Cleo Hart\n\nI met {EK} in Oslo on May 3, 2024."
    assert leads(annotator, body) == ("Cleo Hart", "Pablo Ruiz")


def test_everybody_whom_a_visitor_met_leads_with_him(annotator: Annotator) -> None:
    body = f"{LUND} visited Chile on May 3, 2024. She met {EK}. She also called on President Bo Ek."
    assert leads(annotator, body, "Visit to Chile") == ("Ada Lund", "Pablo Ruiz", "Bo Ek")


@pytest.mark.parametrize(
    "title",
    [
        "Chile Day",
        "The Birthday of the King",
        "Minister Lund to Deliver Keynote Remarks",
        "Chile Signs the Ferry Accords",
    ],
)
def test_days_speeches_and_signings_are_no_meetings(annotator: Annotator, title: str) -> None:
    assert leads(annotator, MEETING, title) is None
