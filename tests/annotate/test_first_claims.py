"""Claims that a meeting, a visit or an act is the first: what they say, and the firsts that are no claims."""

import pytest

from annotate.marked import annotate
from briefreader.annotate import Annotator, first_claims
from briefreader.model import FirstClaim


def claims(annotator: Annotator, sentence: str) -> tuple[FirstClaim, ...]:
    text = f"readout\n\n{sentence}"
    return first_claims(text, annotate(annotator, sentence).mentions)


def claim(annotator: Annotator, sentence: str) -> FirstClaim:
    [found] = claims(annotator, sentence)
    return found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They met in Oslo for the first time.", "for the first time"),
        ("This was the first in-person meeting of the group.", "first in-person meeting of the group"),
        ("Norway hosted the inaugural meeting of the Harbour Group.", "inaugural meeting of the Harbour Group"),
        ("The ministers held their first-ever virtual session.", "first-ever virtual session"),
        ("Today’s inaugural dialogue focused on fish.", "inaugural dialogue"),
        ("The leaders gathered for the first trilateral summit.", "first trilateral summit"),
        ("This marks the first time that the two sides have met.", "the first time"),
        ("It is also the first time that the sides shared pilots.", "the first time"),
        ("They held a meeting in Oslo, the first since 2019.", "the first"),
        ("The summit, the first to be held in Oslo, was long.", "the first to be held"),
        ("The visit is the first in twenty years.", "the first"),
        ("They inspected every pier—the first time any panel did.", "the first time"),
        ("It was not only the first meeting of the group, but a long one.", "first meeting of the group"),
    ],
)
def test_claims_are_found_by_their_words(annotator: Annotator, sentence: str, words: str) -> None:
    text = f"readout\n\n{sentence}"
    assert text[slice(*claim(annotator, sentence).span)] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "It was not the first meeting of the group.",
        "They met in Oslo, and not for the first time.",
        "Since our first meeting, we have built two piers.",
        "Building on the first meeting in Oslo, they agreed on a fund.",
        "The fund was announced at the first summit of the group.",
        "That first meeting was a good start.",
        "We recall two decades of work, beginning with our first dialogue in 1977.",
        "The harbour, the first since the storm, was opened.",
        "It was one of the first meetings of the year.",
        "First Lady Anna Lind hosted a meeting.",
        "They will report in the first half of the year, before the meeting.",
        "First, the meeting spoke of fish.",
        "In the first 100 days, four meetings were held.",
        "They thanked the first responders at the meeting.",
        "The First Nations summit was in Ottawa.",
        "She is the first woman to chair the meeting.",
        "He paid his first visit to Chile.",
        "It is her first meeting with the group.",
        "They gathered in Oslo for the first time as President and Prime Minister.",
        "The first two summits were short.",
        "The first session of the day was on fish.",
        "The first call centre of the island was opened.",
        "The fund must not run dry for the first time.",
        "The harbours could close for the first time if the ice stays.",
        "I saw the harbour for the first time.",
        "Captains should renew a licence or apply for the first time.",
        "This is the Secretary’s first visit to Oslo in his current role.",
        "The agenda has grown since the storm and the first meeting of the group.",
        "In the first place, the meeting was short.",
        "First-time buyers met in Oslo.",
        "The Deputy Secretary met First Vice Minister Ole Berg.",
    ],
)
def test_other_firsts_are_no_claims(annotator: Annotator, sentence: str) -> None:
    assert claims(annotator, sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "form", "level", "place"),
    [
        ("This was the first in-person meeting of the group.", "in person", None, None),
        ("They convened in person for the first time.", "in person", None, None),
        ("The sides held their first virtual meeting.", "virtual", None, None),
        ("It was the first leaders’ meeting of the group.", None, "leaders", None),
        ("It was the first ministerial meeting of the group.", None, "ministers", None),
        ("The ministers met for the first time.", None, None, None),
        ("The group met at the level of ministers for the first time.", None, "ministers", None),
        ("It was the first meeting in Oslo.", None, None, "Oslo"),
        ("The group met for the first time in Oslo.", None, None, "Oslo"),
        ("Norway hosted the inaugural meeting of the Harbour Group in Oslo.", None, None, None),
    ],
)
def test_a_claim_says_form_level_and_place(
    annotator: Annotator, sentence: str, form: str | None, level: str | None, place: str | None
) -> None:
    found = claim(annotator, sentence)
    assert (found.event, found.format, found.level, found.place) == ("meeting", form, level, place)


@pytest.mark.parametrize(
    ("scope", "since", "years"),
    [
        ("since 2019", "2019", None),
        ("since March 2019", "2019-03", None),
        ("since the founding of the fund", None, None),
        ("in 20 years", None, 20),
        ("in more than two decades", None, 20),
        ("in a decade", None, 10),
        ("in nearly a quarter-century", None, 25),
        ("this year", None, 0),
        ("of the Lind administration", None, None),
    ],
)
def test_a_claim_says_since_when(annotator: Annotator, scope: str, since: str | None, years: int | None) -> None:
    found = claim(annotator, f"This was the first meeting of the group {scope}.")
    assert (found.scope, found.since, found.years) == (scope, since, years)


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("The group met for the first time.", "now"),
        ("One year ago, leaders met for the first time.", "earlier"),
        ("We welcome the first meeting of the fishing panel.", "earlier"),
        ("They will hold the first meeting of the fishing panel.", "coming"),
        ("They look forward to the first meeting of the fishing panel.", "coming"),
        ("The first meeting of the fishing panel will take place in Oslo.", "coming"),
    ],
)
def test_a_claim_is_of_the_meeting_or_of_another_time(annotator: Annotator, sentence: str, time: str) -> None:
    assert claim(annotator, sentence).time == time


def test_a_claim_without_its_noun_says_form_place_and_since_when(annotator: Annotator) -> None:
    found = claim(annotator, "The in-person meeting, the first to be held in Oslo since 2019, was long.")
    assert (found.format, found.place, found.since) == ("in person", "Oslo", "2019")


def test_words_that_make_a_claim_smaller_are_kept(annotator: Annotator) -> None:
    assert claim(annotator, "It was the first stand-alone summit of the leaders.").narrower == ("stand-alone",)
    assert claim(annotator, "It was the first meeting on deep ports.").narrower == ("on deep ports",)
    assert claim(annotator, "It was the first meeting on 3 May 2024.").narrower == ()


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("On 3 May 2024, they held the first meeting of the group.", "3 May 2024"),
        ("They held the first meeting of the group on 3 May 2024.", "3 May 2024"),
        ("The first meeting of the group was held in Oslo in May 2024.", "May 2024"),
        ("In line with the May 2021 declaration, they held the first meeting of the group.", None),
        ("They held the first meeting of the group since May 2019.", None),
    ],
)
def test_a_claim_has_the_day_of_its_event(annotator: Annotator, sentence: str, day: str | None) -> None:
    assert claim(annotator, sentence).day == day


def test_a_visit_is_no_meeting(annotator: Annotator) -> None:
    found = claim(annotator, "It was the first visit by a Norwegian minister to Chile in 20 years.")
    assert (found.event, found.years) == ("visit", 20)


@pytest.mark.parametrize(
    "sentence",
    [
        "The sides discussed coral reefs for the first time.",
        "For the first time, the sides discussed coral reefs.",
        "This is the first time that the sides have discussed coral reefs.",
    ],
)
def test_an_act_has_the_words_of_its_object(annotator: Annotator, sentence: str) -> None:
    found = claim(annotator, sentence)
    assert (found.event, found.words) == ("act", ("coral", "reefs"))


def test_the_bodies_and_countries_of_a_claim(annotator: Annotator) -> None:
    found = claim(annotator, "They held the first Norway-Chile meeting of the Coral Panel.")
    assert (found.bodies, found.sides) == (("Coral", "Panel"), ("Norway", "Chile"))


def test_the_first_word_of_a_sentence_is_no_body(annotator: Annotator) -> None:
    assert claim(annotator, "Just a year after the storm, the sides met for the first time.").bodies == ()


def test_a_claim_of_the_title_is_not_told_twice(annotator: Annotator) -> None:
    text = "Readout of the first meeting\n\nThe group met in Oslo.\n\nIt held its first meeting in a hall."
    assert len(first_claims(text, ())) == 1


def test_a_run_of_words_without_an_end_is_read_only_at_its_beginning() -> None:
    text = f"readout\n\n{'the group held the first meeting of the group in a hall ' * 2000}"
    assert all(found.span.end < 2000 for found in first_claims(text, ()))
