"""Untrusted text made safe, and the words that every room counts in."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.model import SourceError
from briefreader.text import clean, decode, fold, words


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
        ("the Japan-U.S. Alliance, U.S.-Japan", ["the", "Japan", "U.S.", "Alliance", "U.S.", "Japan"]),
        ("on R&D.The end", ["on", "R&D", "The", "end"]),
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
    ("word", "folded"),
    [
        ("U.S.", "us"),
        ("Año's", "ano"),
        ("Defence", "defense"),
        ("denuclearisation", "denuclearization"),
        ("F‑16", "f-16"),
        ("O’Brien", "obrien"),
        ("عُمَان", "عمان"),
        ("الإمـــارات", "الامارات"),
        ("آسيا", "اسيا"),
        ("مستشفى", "مستشفي"),
        ("وزارة", "وزاره"),
        ("ایران", "ايران"),
        ("٢٠٢٥", "2025"),
        ("שָׁלוֹם", "שלום"),
        ("が", "が"),
        ("ガ", "ガ"),
    ],
)
def test_fold_meets_the_same_word_spelled_otherwise(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_marks_stand_inside_a_word() -> None:
    text = "في عُمَان؛ שָׁלוֹם, snake_case"
    assert [word.text for word in words(text)] == ["في", "عُمَان", "שָׁלוֹם", "snake", "case"]


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("one\x1b[31m two\x1b]0;title\x07 three", "one two three"),
        ("Bi\xadden\u200b and\u202e Yoon\xa0Suk\u2009Yeol", "Biden and Yoon Suk Yeol"),
        ("denucleari\xad\r\n  zation of a\xad\n\nb", "denuclearization of a\n\nb"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("Ange\u0301lica", "Angélica"),
        ("e" + "\u0316" * 40, "e" + "\u0316" * 4),
    ],
)
def test_cleaning_takes_what_acts_or_hides(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_escape_sequences_without_an_end_are_cleaned_in_one_pass() -> None:
    assert clean("\x90" * 2_000_000 + "met") == "met"


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_a_clean_text_is_composed_holds_no_control_and_stays_as_it_is(raw: str) -> None:
    cleaned = clean(raw)
    assert clean(cleaned) == cleaned == unicodedata.normalize("NFC", cleaned)
    assert not [char for char in cleaned if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"]


def test_what_is_not_looked_at_closely_needs_no_cleaning() -> None:
    # A text of certain characters is returned at once; beside a tab, which is not certain, each is looked at.
    certain = [char for char in map(chr, range(0x20, 0x10000)) if clean(char) == char]
    assert len(certain) > 50_000
    for char in certain:
        assert clean(f"{char}\t") == f"{char} ", f"U+{ord(char):04X}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_that_a_person_writes_is_unicode(encoding: str) -> None:
    assert decode("Élysée: “서울”".encode(encoding)) == "Élysée: “서울”"


def test_a_file_that_is_not_unicode_is_refused_with_the_line() -> None:
    with pytest.raises(SourceError, match="line 2 has letters that are not UTF-8; save the file as UTF-8"):
        decode("people:\n- Élysée".encode("cp1252"))
