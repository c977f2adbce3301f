"""Phrases that a series had and has no more, and those that are new in it."""

import pytest

from briefreader.compare import gone_phrases, new_phrases
from briefreader.compare.wording import Wording
from briefreader.model import Mention

FIRST = Wording(
    "The leaders want the quiet removal of sunken nets. They met on a ferry, and praised rules-based fishing."
)
SECOND = Wording("The leaders repeat their call for the quiet removal of sunken net. The ferry was late again.")
THIRD_TEXT = (
    "The leaders spoke of herring quotas. Herring quotas bind Anna Lind. They look to the tidal turbines of Bergen."
)
NAMES = ("Anna Lind", "Bergen")
THIRD = Wording(
    THIRD_TEXT,
    [Mention(at := THIRD_TEXT.index(name), at + len(name), "PERSON", name, name) for name in NAMES],
)


def test_a_phrase_of_most_earlier_meetings_is_told_as_gone_first() -> None:
    [phrase] = gone_phrases(SECOND, THIRD, [FIRST])
    assert (phrase.words, phrase.times, phrase.meetings) == ("quiet removal of sunken net", 1, 1)
    assert SECOND.text[phrase.span.start : phrase.span.end] == phrase.words


def test_usual_words_that_stood_only_once_are_not_missed() -> None:
    once = Wording("The leaders want economic cooperation and regional security. They began in a small room.")
    assert gone_phrases(once, THIRD) == ()


def test_rare_words_and_words_of_war_count_though_said_once() -> None:
    once = Wording("They agreed that a nuclear war must never be fought. They praised the ferry’s copper lanterns.")
    assert [each.words for each in gone_phrases(once, THIRD)] == ["nuclear war", "copper lanterns"]


def test_the_kind_of_a_text_is_no_phrase_of_it() -> None:
    text = Wording(
        "Joint Statement\n\nIn this joint statement they spoke. The last joint statement said copper lanterns."
    )
    assert [each.words for each in gone_phrases(text, THIRD)] == ["copper lanterns"]


def test_a_name_of_an_agreement_counts_though_said_once() -> None:
    text = "Herring Talks Statement\n\nThe sides recalled the Harbour Declaration and UN Resolution 3141 of 1992."
    names = ("Harbour Declaration", "UN Resolution 3141", "Herring Talks")
    mentions = [Mention(at := text.index(name), at + len(name), "AGREEMENT", name, name) for name in names]
    wording = Wording(text, mentions)
    assert {each.words for each in gone_phrases(wording, THIRD)} == {"Harbour Declaration", "UN Resolution 3141"}
    later = Wording("The sides keep to the Declaration of the Harbour, and to Security Council Resolution 3141.")
    assert gone_phrases(wording, later) == ()


@pytest.mark.parametrize(
    "kept",
    [
        "the removal of sunken and forgotten nets",
        "the removals of every sunken net",
        "sunken nets, and their removal",
    ],
)
def test_words_that_stand_near_each_other_in_any_form_are_kept(kept: str) -> None:
    before, now = Wording("They want the removal of sunken nets."), Wording(f"They praised {kept}.")
    assert gone_phrases(before, now) == new_phrases(before, [now]) == ()


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("They look for a suitable trawler verification approach.", "suitable trawler verification approach"),
        ("It is a 1.5°C trawler pathway with lanterns, ropes.", "trawler pathway with lanterns"),
        ("They met in the Trawler Lantern’s Rope Hall.", None),
        ("The trawlers’ paper details our lantern proposal.", "lantern proposal"),
        ("They meet the trawler region’s lanterns.", None),
        ("They provided herring lanterns and praised ropes.", "herring lanterns"),
    ],
)
def test_a_phrase_ends_where_its_noun_does(sentence: str, phrase: str | None) -> None:
    found = [each.words for each in new_phrases(Wording(sentence), [FIRST])]
    assert found == ([phrase] if phrase else [])


def test_a_phrase_has_its_sentence() -> None:
    [first, _] = new_phrases(THIRD, [FIRST, SECOND])
    assert THIRD_TEXT[first.sentence.start : first.sentence.end] == "The leaders spoke of herring quotas."


def test_phrases_new_in_the_series_begin_with_the_most_frequent() -> None:
    found = new_phrases(THIRD, [FIRST, SECOND])
    assert [(each.words, each.times) for each in found] == [("herring quotas", 2), ("tidal turbines", 1)]


def test_a_phrase_that_any_earlier_meeting_had_is_not_new() -> None:
    assert not any("removal" in each.words for each in new_phrases(SECOND, [FIRST]))


def test_a_text_that_is_new_in_nothing() -> None:
    assert new_phrases(FIRST, [FIRST]) == gone_phrases(FIRST, FIRST, [FIRST]) == ()


def test_a_text_has_its_own_phrases_where_a_word_stands_nearer_on_the_other_side() -> None:
    text = Wording(
        "They began to negotiate a herring lanterns agreement for the purpose of enabling relevant herring lanterns "
        "caught or mended in Bergen."
    )
    assert gone_phrases(text, text) == ()
    assert new_phrases(text, [text]) == ()
