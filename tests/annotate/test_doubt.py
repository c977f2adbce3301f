"""Facts that the text only suggests are marked, those that a person states never, and weights follow the samples."""

import pytest

from annotate import train_doubt
from annotate.marked import annotate
from annotate.train_doubt import Sample
from briefreader.annotate import Annotator
from briefreader.model import Document

PLAIN = "Foreign Minister Ada Lund of Norway met with Foreign Minister Bo Ek of Chile today in Oslo."
UNCLEAR = (
    "Lund and others were in the room. The rest is known from Washington and from talks about a later summit in Rome."
)


def test_a_plain_sentence_leaves_no_doubt_of_who_met_and_where(annotator: Annotator) -> None:
    meeting = annotate(annotator, PLAIN, title="Foreign Minister Lund's Meeting with Bo Ek", date="2024-05-03").meeting
    assert meeting is not None
    assert not {"date", "city", "leads", "sides"} & set(meeting.unsure)


def test_doubt_is_of_facts_that_are_there_and_that_nobody_stated(annotator: Annotator) -> None:
    for body in (PLAIN, UNCLEAR):
        read = annotate(annotator, body).meeting
        assert read is None or set(read.unsure) <= set(read.evidence)
        facts = {"city": "Rome", "sides": ("Norway", "Chile"), "leads": ("Ada Lund",), "date": "2024-05-03"}
        stated = annotator.annotate(Document("t", body, facts=facts)).meeting
        assert stated is not None
        assert not set(stated.unsure) & set(facts)


@pytest.mark.parametrize(("sign", "expected"), [("plain", True), ("guess", False)])
def test_a_sign_of_wrong_facts_makes_others_with_it_doubtful(sign: str, expected: bool) -> None:
    found = [Sample(("date", "plain"), True, number) for number in range(40)]
    found += [Sample(("date", "guess"), False, number) for number in range(8)]
    weights = train_doubt.learn(found)
    assert (train_doubt.certainty(weights, Sample(("date", sign), True, 0)) >= 0.5) is expected


def test_a_guess_has_no_weight_because_it_is_always_doubtful() -> None:
    weights = {"early": 0.5, train_doubt.GUESS: 0.5, "date: early": 0.5, f"date: {train_doubt.GUESS}": 0.5}
    source = train_doubt.as_module(weights, 0.9)
    assert source.count('"early": 0.50') == 2
    assert train_doubt.GUESS not in source


def test_the_day_beside_the_verb_of_the_meeting_is_never_doubted(annotator: Annotator) -> None:
    meeting = annotate(annotator, "The ministers of the Aurelia Group met in Oslo on 14 June 2025.").meeting
    assert meeting is not None
    assert meeting.date == "2025-06-14"
    assert not {"date", "city"} & set(meeting.unsure)
