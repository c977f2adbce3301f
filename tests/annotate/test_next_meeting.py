"""The next meeting is one of the same series or parties: its date, else the words for its place and time."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document

HELD = "The 14th Norway-Chile Foreign Office Consultations were held in Oslo on 3 May 2024."


def next_meeting(annotator: Annotator, sentence: str) -> str | None:
    """Return the next meeting that a text of 6 May 2024 about consultations announces."""
    title = "14th Norway-Chile Foreign Office Consultations (FOC)"
    found = annotator.annotate(Document(title, f"{HELD} {sentence}", date="2024-05-06")).meeting
    assert found is not None and found.date == "2024-05-03"
    return found.next


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("The next session will be held in Fiji in 2026.", "2026"),
        ("The 15th round is scheduled for 3 June 2025 in Santiago.", "2025-06-03"),
        ("The next scheduled meeting is on 9 June 2024.", "2024-06-09"),
        ("They agreed to meet again in Santiago in June.", "2024-06"),
        ("The group will reconvene in person in March, to assess progress.", "2025-03"),
        ("Norway will host the third round of consultations in 2025.", "2025"),
        ("Chile will host the thirtieth round of consultations in 2025.", "2025"),
        ("The twenty-first session is scheduled for 3 June 2025.", "2025-06-03"),
        ("Chile will host the 15th FOC in 2025.", "2025"),
        ("It was agreed that the next session would be held in Santiago in 2025.", "2025"),
        ("They agreed to maintain exchanges and hold the next FOC in Santiago in 2025.", "2025"),
        ("They took note of preparations in readiness for the 15th session in 2025 in Santiago.", "2025"),
        ("Both sides agreed to hold the next round at a mutually convenient date.", "at a mutually convenient date"),
        (
            "They agreed to hold the next Consultations in Santiago on mutually convenient dates.",
            "in Santiago on mutually convenient dates",
        ),
        ("They agreed to meet again as early as possible.", "as early as possible"),
        ("The next meeting will be convened in Washington, D.C.", "in Washington, D.C."),
        ("The Chilean side offered to host the next session in the near future.", "in the near future"),
        ("Minister Lund looked forward to hosting the Minister in Oslo soon.", "in Oslo soon"),
    ],
)
def test_the_next_meeting_is_a_date_or_the_words_for_place_and_time(
    annotator: Annotator, sentence: str, announced: str
) -> None:
    assert next_meeting(annotator, sentence) == announced


@pytest.mark.parametrize(
    "sentence",
    [
        "The previous meeting was held in Rome in 2020.",
        "They agreed to hold their next meeting in 2020.",
        "The next meeting of the Ice Council will be held in Rome in July 2025.",
        "The ministers will attend the Ocean Summit in Lisbon in June.",
        "The sides agreed to hold a joint exercise in 2025.",
        "They will meet with Prime Minister Kim Ha Neul in Seoul this month.",
        "Minister Lund extended an invitation to Minister Ek to visit Chile in 2025.",
        "They welcomed the forthcoming visit of a warship to Chile in June.",
        "They welcomed the first annual youth summit to be held in Rome in early 2025.",
        "They look forward to the next round of negotiations in Rome in 2025.",
        "Bergen was the setting for the first consultations to be held elsewhere than in Santiago.",
    ],
)
def test_past_meetings_those_of_others_and_visits_are_no_next_meeting(annotator: Annotator, sentence: str) -> None:
    assert next_meeting(annotator, sentence) is None


def test_a_meeting_of_young_people_may_promise_the_next_one(annotator: Annotator) -> None:
    body = "The Norway-Chile youth summit was held in Oslo on 3 May 2024. The next youth summit will be held in 2025."
    found = annotator.annotate(Document("Norway-Chile Youth Summit", body, date="2024-05-06")).meeting
    assert found is not None and found.next == "2025"


def test_a_meeting_announced_is_not_its_own_next_one(annotator: Annotator) -> None:
    body = "The 6th meeting of the Nepal-Norway Consultation Mechanism will be held in Oslo on 26 May 2024."
    found = annotator.annotate(Document("Nepal-Norway Consultation Mechanism", body, date="2024-05-06")).meeting
    assert found is None or found.next is None
