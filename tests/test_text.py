"""Untrusted text made safe, and the words that every room counts in."""

import pytest

from briefreader.text import fold, word_parts, words


def found(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. and ROK met.", ["The", "U.S.", "and", "ROK", "met"]),
        ("F-16, G-7, P5+1, 2+2, AT&T", ["F-16", "G-7", "P5+1", "2+2", "AT&T"]),
        ("a non‑breaking F‑16", ["a", "non‑breaking", "F‑16"]),
        ("1,000.5 tons at 3:30", ["1,000.5", "tons", "at", "3", "30"]),
        ("O'Brien’s plan", ["O'Brien", "plan"]),
        ("Korea's and the U.S.'s", ["Korea", "and", "the", "U.S."]),
        ("_Korea_ and **Korea**", ["Korea", "and", "Korea"]),
        ("한국은 日本と", ["한국은", "日本と"]),
    ],
)
def test_words_keep_the_signs_of_names(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_words_say_where_they_stand() -> None:
    text = "Korea's F-16s"
    assert [text[word.start : word.end] for word in words(text)] == ["Korea", "F-16s"]


@pytest.mark.parametrize(
    ("word", "parts"), [("F-16", ("F", "16")), ("F‑16", ("F", "16")), ("2+2", ("2", "2")), ("U.S.", ()), ("Korea", ())]
)
def test_a_compound_has_parts(word: str, parts: tuple[str, ...]) -> None:
    assert word_parts(word) == parts


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("U.S.", "us"),
        ("Año's", "ano"),
        ("Defence", "defense"),
        ("denuclearisation", "denuclearization"),
        ("F‑16", "f-16"),
        ("O’Brien", "obrien"),
        ("が", "が"),
        ("ガ", "ガ"),
    ],
)
def test_fold_meets_the_same_word_spelled_otherwise(word: str, folded: str) -> None:
    assert fold(word) == folded
