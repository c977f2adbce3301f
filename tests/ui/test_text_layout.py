"""Paragraphs become lines that fit, and no character is lost but spaces at breaks."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefreader.ui.widgets.text_layout import wrap_text


def lines(text: str, width: int) -> list[str]:
    return [text[line.start : line.end] for line in wrap_text(text, 0, width)]


def test_words_stay_whole_and_paragraphs_are_parted() -> None:
    assert lines("The two sides met\n\nin Seoul", 9) == ["The two", "sides met", "", "in Seoul"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("a denuclearization", 8) == ["a", "denuclea", "rization"]


def test_wide_characters_take_two_cells_and_break_anywhere() -> None:
    assert lines("한미동맹은 굳건", 6) == ["한미동", "맹은", "굳건"]


def test_lines_begin_after_the_head() -> None:
    text = "Title\n\nBody of it"
    assert [text[line.start : line.end] for line in wrap_text(text, 7, 40)] == ["Body of it"]


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab é한中 \n"), max_size=120), st.integers(2, 30))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    wrapped = lines(text, width)
    assert all(cell_len(line) <= width for line in wrapped)
    assert "".join("".join(wrapped).split()) == "".join(text.split())
