"""A date belongs to the verb or noun beside it: only that of the meeting dates the meeting."""

import pytest

from briefreader.annotate import Annotator
from briefreader.model import Document, Meeting


def held(annotator: Annotator, sentence: str, **known: str) -> Meeting:
    """Return the meeting that a sentence of a readout of 6 May 2024 reports."""
    document = Document("Readout of the Meeting", sentence, date="2024-05-06", **known)  # type: ignore[arg-type]
    found = annotator.annotate(document).meeting
    assert found is not None
    return found


LUND_MET_EK = "Minister Ada Lund met today with Minister Bo Ek of Norway"


@pytest.mark.parametrize(
    "background",
    [
        "to discuss the Harbour Forum, founded on 3 May 2019.",
        "to review the dialogue inaugurated on 5 March 2011.",
        "to follow up on the agreement signed on 4 April 2019 and the Declaration of 14 May 2020.",
        "in the group, which first met in Oslo on 3 May 2019.",
        "under the treaty that entered into force on 5 March 2011.",
        "following the storm that hit the coast on 28 April.",
        "ahead of the Ice Summit on 9 July 2024.",
        "to discuss the May 2 ferry accident.",
        "on the eve of the election on 12 May 2024.",
    ],
)
def test_today_beside_the_verb_beats_every_date_of_the_background(annotator: Annotator, background: str) -> None:
    assert held(annotator, f"{LUND_MET_EK} {background}").date == "2024-05-06"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ministers Ada Lund and Bo Ek of Norway met in Oslo on 3 May 2024 under the pact begun on 4 May 2011.",
        "On 3 May 2024, Minister Ada Lund, accompanied by Ambassador Jan Dahl, received Minister Bo Ek of Norway.",
        "On May 3, Mr. Jan Dahl, Minister for Foreign Affairs, held a meeting with Minister Bo Ek of Norway.",
        "Norway and Chile, which have had diplomatic relations since 4 July 1950, held talks in Oslo on 3 May.",
        "Building on the accord of 3 May 2023, Norway and Chile held the fourth Dialogue on Fish in Oslo on 3 May.",
        "The Dialogue on Ice, set up on 5 March 2011, was held by Norway and Chile in Oslo on 3 May.",
        "Minister Ada Lund paid an official visit to Norway from 3 to 5 May 2024.",
        "Minister Ada Lund held detailed discussions with Minister Bo Ek of Norway on the evening of 3 May.",
        "The meeting of 3 May between Minister Ada Lund and Minister Bo Ek of Norway followed the summit of 1 May.",
        "The spokesperson stated that on 3 May, Minister Ada Lund received a phone call from Minister Bo Ek of Norway.",
        "A meeting between Minister Ada Lund and Minister Bo Ek of Norway took place on 3 May in Oslo.",
        "Minister Ada Lund held talks with Minister Bo Ek of Norway in Oslo on the 3rd afternoon.",
        "Ministers Ada Lund and Bo Ek of Norway met on Friday.",
        "Minister Ada Lund met Minister Bo Ek of Norway this afternoon (3) in Oslo.",
    ],
)
def test_the_date_of_the_verb_or_noun_of_the_meeting_is_its_date(annotator: Annotator, sentence: str) -> None:
    assert held(annotator, sentence).date == "2024-05-03"


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ada Lund met Minister Bo Ek of Norway to review the dialogue inaugurated on 5 March 2011.",
        "Minister Ada Lund met Minister Bo Ek of Norway. The previous round took place in Oslo on 5 February 2019.",
        "Minister Ada Lund met Minister Bo Ek of Norway, who took office on 3 May.",
        "Oslo, 3 May 2024 - Minister Ada Lund met Minister Bo Ek of Norway.",
        "Minister Ada Lund met Minister Bo Ek of Norway. They will meet again on 9 June.",
        "Minister Ada Lund met Minister Bo Ek of Norway and recalled their meeting in Rome on 3 April 2023.",
    ],
)
def test_a_day_that_the_text_does_not_give_the_meeting_is_left_open(annotator: Annotator, sentence: str) -> None:
    assert held(annotator, sentence).date is None


def test_the_day_of_the_meeting_beats_that_of_the_visit(annotator: Annotator) -> None:
    visit = "Minister Ada Lund paid an official visit to Norway from 1 to 5 May 2024."
    assert held(annotator, visit).date == "2024-05-01"
    assert held(annotator, f"{visit} In the summit meeting on 3 May, she met Minister Bo Ek.").date == "2024-05-03"


def test_yesterday_s_meeting_counts_more_than_the_statement_of_today(annotator: Annotator) -> None:
    sentence = "Norway and Chile released this text today following a joint meeting yesterday. They held talks in Oslo."
    assert held(annotator, sentence).date == "2024-05-05"


@pytest.mark.parametrize(
    ("url", "published", "day"),
    [
        ("https://www.mfa.gov.in/x", "2024-05-06T19:30:00+00:00", "2024-05-06"),
        ("https://www.mofa.go.jp/x", "2024-05-06T22:30:00+00:00", "2024-05-07"),
        ("https://example.org/x", "2024-05-07T03:00:00+10:00", "2024-05-06"),
        ("https://example.org/x", "2024-05-06T22:30:00+00:00", "2024-05-06"),
        ("https://example.co/x", "2024-05-06T11:00:00+00:00", "2024-05-06"),
    ],
)
def test_today_is_counted_in_the_time_zone_of_the_issuer(
    annotator: Annotator, url: str, published: str, day: str
) -> None:
    sentence = "Minister Ada Lund spoke today with Minister Bo Ek of Norway."
    assert held(annotator, sentence, url=url, published=published).date == day
