"""Each title, label or form shows one kind of text."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document, Kind

MET = "Minister Ada Lund met with Minister Bo Ek of Norway in Oslo on May 3, 2024."
LAW = "A new law on ferries enters into force in spring."


def kind(annotator: Annotator, title: str, body: str = LAW) -> Kind | None:
    """Return the kind of a text."""
    return annotator.annotate(Document(title=title, body=body)).kind


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Readout of Minister Lund's Call with Minister Ek", "readout"),
        ("Joint Readout of the Meeting on Ice", "readout"),
        ("Joint Statement by Norway and Chile on Ice", "joint statement"),
        ("Joint Press Statement: Second Ferry Talks", "joint statement"),
        ("Norway-Chile Joint Communiqué", "joint statement"),
        ("Ferry Ministers' Communiqué", "joint statement"),
        ("Outcome Document of the Ferry Forum", "joint statement"),
        ("Statement by the Foreign Ministers of the Ice Group", "joint statement"),
        ("Oslo Declaration", "joint statement"),
        ("Statement by Minister Lund on Ferries", "statement"),
        ("Press Statement on the Closing of a Port", "statement"),
        ("FACT SHEET: A Year of Ferries", "fact sheet"),
        ("Joint Fact Sheet on Ferries", "fact sheet"),
        ("Remarks by Minister Lund at the Opening of the Harbour", "remarks"),
        ("Speech by the Minister for Ice", "remarks"),
        ("Keynote at the Ferry Forum", "remarks"),
        ("Remarks by Ada Lund and Bo Ek in Joint Statement", "remarks"),
        ("Transcript: Radio Oslo", "transcript"),
        ("Doorstop, Oslo Harbour", "transcript"),
        ("Press Briefing by the Spokesperson", "transcript"),
        ("Minister Lund and Minister Ek at a Joint Press Availability", "transcript"),
        ("Question and Answer on Ferries", "transcript"),
        ("Media Advisory: Ferry Talks", "announcement"),
        ("Curtain Raiser: Visit of the Minister for Ice", "announcement"),
        ("Foreign Minister Lund to visit Chile", "announcement"),
        ("Minister Lund to Host Ferry Talks", "announcement"),
        ("Public Schedule for Monday", "announcement"),
        ("Media Release: New Ferries", "release"),
        ("Ada Lund Appointed Envoy for Ice", None),
        ("Efforts to Host More Ferries Continue", None),
        ("Partnerships to Meet Shared Priorities", None),
    ],
)
def test_the_title_states_the_kind(annotator: Annotator, title: str, expected: Kind | None) -> None:
    assert kind(annotator, title) == expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("MEDIA RELEASE", "release"),
        ("Press Release No. 12", "release"),
        ("JOINT STATEMENT", "joint statement"),
        ("The following statement was issued by the governments of Norway and Chile:", "joint statement"),
        ("(As delivered)", "remarks"),
        ("E&OE TRANSCRIPT", "transcript"),
        ("FACT SHEET", "fact sheet"),
        ("Oslo Harbour", None),
    ],
)
def test_a_label_above_the_text_states_the_kind(annotator: Annotator, label: str, expected: Kind | None) -> None:
    assert kind(annotator, "Ferries", f"{label}\n\n{LAW}") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (MET, "readout"),
        (f"PRESS RELEASE\n\n{MET}", "readout"),
        ("Minister Ada Lund will travel to Chile on May 3, 2024, to meet Minister Bo Ek.", "announcement"),
        ("Foreign Ministers Ada Lund of Malta and Bo Ek of Peru are to meet in Lima on May 3, 2024.", "announcement"),
        ("MINISTER LUND: Good morning.\n\nQUESTION: Why?\n\nMINISTER LUND: Because.", "transcript"),
        ("Host: Welcome.\n\nLund: Thanks.\n\nHost: Why ferries?\n\nLund: Ice.", "transcript"),
        ("MINISTER LUND: Good morning. The ferries are here.\n\nThank you.", "remarks"),
        (LAW, None),
    ],
)
def test_the_form_of_a_text_shows_its_kind(annotator: Annotator, body: str, expected: Kind | None) -> None:
    assert kind(annotator, "Ferries between Norway and Chile", body) == expected


def test_a_spokesperson_s_statement_on_one_meeting_is_its_readout(annotator: Annotator) -> None:
    title = "Statement by Spokesperson Cleo Hart on Minister Ada Lund's Meeting with Minister Bo Ek"
    assert kind(annotator, title, MET) == "readout"


def test_a_first_sentence_with_initials_may_announce_a_journey(annotator: Annotator) -> None:
    body = "Ann Marsh, Spokesperson\n\nMinister Ada J. Lund will travel to Chile and Peru, May 3 to 5, 2024."
    assert kind(annotator, "Minister Lund's Travel to Chile and Peru", body) == "announcement"
