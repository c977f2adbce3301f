"""Text is wrapped, padded or cut to the cells of a line, and no character is lost but spaces at line breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefreader.text import Span, paragraphs
from briefreader.ui.widgets.text_layout import character_at, fit, wrap_paragraph


def lines(text: str, width: int) -> list[str]:
    """Return the lines of each paragraph of a text, an empty one between two paragraphs."""
    found: list[str] = []
    for start, end in paragraphs(text):
        wrapped = [text[line.start : line.end] for line in wrap_paragraph(text, start, end, width)]
        found += ["", *wrapped] if found else wrapped
    return found


def test_words_stay_whole_and_paragraphs_are_parted() -> None:
    assert lines("The two sides met\n\nin Seoul", 9) == ["The two", "sides met", "", "in Seoul"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("a denuclearization", 8) == ["a", "denuclea", "rization"]


def test_wide_characters_take_two_cells_and_break_anywhere() -> None:
    assert lines("한미동맹은 굳건", 6) == ["한미동", "맹은", "굳건"]


def test_lines_begin_where_the_paragraph_begins() -> None:
    text = "Title\n\nBody of it"
    assert [text[line.start : line.end] for line in wrap_paragraph(text, 7, len(text), 40)] == ["Body of it"]


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab é한中 \n"), max_size=120), st.integers(2, 30))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    wrapped = lines(text, width)
    assert all(cell_len(line) <= width for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Seoul", 7, "Seoul  "),
        ("Seoul", 5, "Seoul"),
        ("Seoul", 4, "Seo…"),
        ("서울 회의", 6, "서울 …"),
        ("Seoul", 1, "…"),
        ("Seoul", 0, ""),
    ],
)
def test_text_is_padded_or_cut(text: str, width: int, expected: str) -> None:
    assert fit(text, width) == expected


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab é한中…"), max_size=30), st.integers(0, 20))
def test_the_width_is_exact(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


def test_a_column_is_covered_by_a_character_of_one_cell_or_two() -> None:
    text = "-- 日本 ab\u0301c"
    place = Span(3, len(text))
    covering = [text[character_at(text, place, column)] for column in range(8)]
    assert covering == ["日", "日", "本", "本", " ", "a", "b", "c"]
    assert character_at(text, place, 8) == len(text)
