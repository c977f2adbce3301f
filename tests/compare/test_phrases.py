"""Phrases that a series had and has no more, and those that are new in it."""

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


def test_a_phrase_that_stood_only_once_is_not_missed() -> None:
    assert gone_phrases(SECOND, THIRD) == ()


def test_phrases_new_in_the_series_begin_with_the_most_frequent() -> None:
    found = new_phrases(THIRD, [FIRST, SECOND])
    assert [(each.words, each.times) for each in found] == [("herring quotas", 2), ("tidal turbines", 1)]


def test_a_phrase_that_any_earlier_meeting_had_is_not_new() -> None:
    assert not any("removal" in each.words for each in new_phrases(SECOND, [FIRST]))


def test_a_text_that_is_new_in_nothing() -> None:
    assert new_phrases(FIRST, [FIRST]) == gone_phrases(FIRST, FIRST, [FIRST]) == ()
