"""The labels of a note that its text does not hold."""

import pytest

from briefreader.model import Note


def further(text: str, *labels: str) -> tuple[str, ...]:
    return Note("", "", "", "", "", "", text, labels, "", "").further_labels


@pytest.mark.parametrize("text", ["verify #ask", "#ask", "#ask, then write", "one\n#ask\ntwo"])
def test_a_label_that_is_a_word_of_the_text_is_none_of_them(text: str) -> None:
    assert further(text, "ask", "wording") == ("wording",)


@pytest.mark.parametrize("text", ["verify", "#asking", "#ask-again", "see page#ask", "ask"])
def test_a_label_within_another_word_is_one_of_them(text: str) -> None:
    assert further(text, "ask") == ("ask",)


def test_a_label_with_signs_is_found_as_it_is() -> None:
    assert further("for #q&a", "q&a", "q.a") == ("q.a",)
