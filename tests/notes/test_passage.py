"""A passage is found as a reader pastes it, and nothing else is."""

import pytest

from briefreader.library import passage_in

TEXT = (
    "Talks\n\nThe ministers said: “We won’t yield—ever.” They met in a long-term format … and left.\n\nNext (a+b) item."
)


@pytest.mark.parametrize(
    "words, found",
    [
        ("“We won’t yield—ever.”", "“We won’t yield—ever.”"),
        ('"We won\'t yield-ever."', "“We won’t yield—ever.”"),
        ("The   ministers\n  said", "The ministers said"),
        ("a long-\nterm format", "a long-term format"),
        ("The mini-\nsters said", "The ministers said"),
        ("format ... and", "format … and"),
        ("and left. Next (a+b)", "and left.\n\nNext (a+b)"),
        ("THE MINISTERS SAID", "The ministers said"),
        ("“They met in”", "They met in"),
        ("... They met ...", "They met"),
    ],
)
def test_a_passage_is_found(words: str, found: str) -> None:
    span = passage_in(TEXT, words)
    assert span is not None
    assert TEXT[span.start : span.end] == found


@pytest.mark.parametrize("words", ["", " \n", "“”", "ministers yield", "The ministers said: no", ".*", "a.b"])
def test_what_the_text_does_not_say_is_not_found(words: str) -> None:
    assert passage_in(TEXT, words) is None


def test_the_spelling_with_the_same_capitals_comes_first() -> None:
    assert passage_in("the Group. A group.", "group") == (13, 18)
