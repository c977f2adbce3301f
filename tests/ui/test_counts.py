"""Counts before commands, jumps between headings, and the length of the lines of text."""

from pathlib import Path

import pytest

from briefreader.config import Settings
from briefreader.library import Library
from briefreader.ui.screens.key_count import counted_actions
from reader_pilot import Start

LONG = "2025-01-01-long"
BODY = "\n\n".join(
    f"{f'## Part {number // 10}' if number % 10 == 0 else ''}\n\nPoint {number} of Seoul. Two words."
    for number in range(60)
)


@pytest.fixture
def long_brief(root: Path, library: Library) -> Library:
    """A brief of six parts, each under its heading."""
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2025-01-01\n---\n{BODY}\n", "utf-8")
    library.update()
    return library


@pytest.mark.parametrize(
    ("action", "count", "actions"),
    [
        ("in_pane('left_pane.step(1)')", 0, ["in_pane('left_pane.step(1)')"]),
        ("in_pane('left_pane.step(-1)')", 12, ["in_pane('left_pane.step(-12)')"]),
        ("match(1)", 3, ["match(3)"]),
        ("in_pane('left_pane.move_to_end(True)')", 12, ["in_pane('left_pane.go_to_line(12)')"]),
        ("in_pane('left_pane.move_to_end(True)')", 0, ["in_pane('left_pane.move_to_end(True)')"]),
        ("in_pane('article.sentence(1)')", 2, ["in_pane('article.sentence(1)')"] * 2),
    ],
)
def test_a_count_multiplies_repeats_or_names_a_line(action: str, count: int, actions: list[str]) -> None:
    assert [*counted_actions(action, count)] == actions


async def test_digits_move_by_so_many_rows_and_stand_in_the_status_line(start: Start) -> None:
    async with start() as reader:
        await reader.press("g")
        first = reader.screen.brief_list.cursor
        await reader.press("3")
        assert "count 3" in reader.status_text
        await reader.press("j")
        assert "count" not in reader.status_text
        assert reader.screen.brief_list.cursor == first + 3
        await reader.press("j")
        assert reader.screen.brief_list.cursor == first + 4
        await reader.press("2", "k")
        assert reader.screen.brief_list.cursor == first + 2


async def test_a_number_before_g_names_a_row_of_the_list_or_a_line_of_the_article(
    start: Start, long_brief: Library
) -> None:
    async with start(brief=LONG) as reader:
        await reader.until(lambda: reader.open_brief == LONG)
        article = reader.screen.article
        await reader.press("4", "0", "G")
        assert article.top + 1 == 39
        await reader.press("1", "G")
        assert article.top == 0
        await reader.press("escape", "4", "G")
        assert reader.screen.brief_list.cursor == 3
        await reader.press("9", "9", "9", "9", "9", "9", "g")
        assert reader.screen.brief_list.cursor == len(reader.rows) - 1


async def test_counts_page_and_select_names_and_sentences(start: Start, long_brief: Library) -> None:
    async with start(brief=LONG, size=(100, 20)) as reader:
        await reader.until(lambda: reader.open_brief == LONG)
        article = reader.screen.article
        await reader.press("pagedown", "pagedown", "pagedown")
        top = article.top
        await reader.press("g", "3", "pagedown")
        assert article.top == top
        await reader.press("3", "ctrl+b")
        assert article.top == 0
        await reader.press("5", "full_stop")
        assert article.selected_name is not None
        assert article.selected_name.start == [each.start for each in article.mentions][4]
        await reader.press("2", "comma")
        assert article.selected_name.start == [each.start for each in article.mentions][2]
        await reader.press("3", "right_parenthesis")
        three = article.passage_text
        await reader.press("escape", "g", "right_parenthesis", "right_parenthesis", "right_parenthesis")
        assert article.passage_text == three


async def test_escape_drops_the_count_and_nothing_else(start: Start) -> None:
    async with start(query="seoul") as reader:
        await reader.until(lambda: reader.counter == "2 of 5")
        await reader.press("1", "0", "escape")
        assert "count" not in reader.status_text
        assert reader.screen.search_bar.input.value == "seoul"
        await reader.press("j")
        assert reader.screen.brief_list.cursor == 1


async def test_in_a_text_field_digits_are_text(start: Start) -> None:
    async with start() as reader:
        await reader.press("slash", *"2023")
        assert reader.screen.search_bar.input.value == "2023"
        assert reader.screen.status.count == ""
        await reader.press("escape", "escape", "f")
        await reader.press("5")
        assert reader.screen.status.count == ""
        assert reader.screen.panel.facets.letters == "5"


async def test_a_zero_begins_no_count_and_any_other_key_ends_one(start: Start) -> None:
    async with start() as reader:
        await reader.press("0")
        assert reader.screen.status.count == ""
        await reader.press("1", "0")
        assert reader.screen.status.count == "10"
        await reader.press("v")
        assert reader.screen.status.count == ""


async def test_headings_are_gone_to_one_by_one_and_by_counts(start: Start, long_brief: Library) -> None:
    async with start(brief=LONG, size=(100, 20)) as reader:
        await reader.until(lambda: reader.open_brief == LONG)
        article = reader.screen.article
        await reader.press("number_sign", "number_sign")
        assert reader.article_text.splitlines()[1].strip("│ ") == "Part 1"
        await reader.press("2", "number_sign")
        assert article.heading == "Part 3"
        await reader.press("pagedown", "circumflex_accent")
        assert article.heading == "Part 3"
        await reader.press("circumflex_accent")
        assert article.heading == "Part 2"
        await reader.press("9", "circumflex_accent")
        assert article.heading == "Part 0"
        await reader.press("circumflex_accent")
        assert "this is the first heading" in reader.status_text
        await reader.press("9", "number_sign", "number_sign")
        assert "this is the last heading" in reader.status_text


async def test_a_brief_without_headings_says_so(start: Start) -> None:
    async with start() as reader:
        await reader.press("number_sign")
        assert "this brief has no headings" in reader.status_text


async def test_the_lines_of_text_become_shorter_and_longer_at_the_same_place(start: Start, long_brief: Library) -> None:
    async with start(brief=LONG, size=(120, 20)) as reader:
        await reader.until(lambda: reader.open_brief == LONG)
        article = reader.screen.article
        await reader.press("pagedown", "pagedown", "number_sign")
        line = reader.article_text.splitlines()[1]
        await reader.press("minus", "minus")
        assert article.text_width == article.inner_width - 4 - 8
        assert reader.article_text.splitlines()[1] == line
        await reader.press(*["minus"] * 12)
        assert article.text_width == 40
        assert "no narrower than 40 columns" in reader.status_text
        assert max(len(each.strip("│ ")) for each in reader.article_text.splitlines()[1:]) <= 40
        await reader.press(*["equals_sign"] * 12)
        assert article.text_width == article.inner_width - 4
        assert "the pane is no wider" in reader.status_text
        assert reader.article_text.splitlines()[1] == line


async def test_on_the_whole_screen_lines_may_be_as_long_as_it(start: Start, long_brief: Library) -> None:
    async with start(brief=LONG, size=(160, 20)) as reader:
        await reader.until(lambda: reader.open_brief == LONG)
        await reader.press("z", *["equals_sign"] * 20)
        assert reader.screen.article.text_width == 156


async def test_the_length_of_the_lines_is_as_the_last_session_left_it(start: Start, long_brief: Library) -> None:
    async with start(brief=LONG, size=(120, 20)) as reader:
        await reader.until(lambda: reader.open_brief == LONG)
        await reader.press("minus", "minus")
        width = reader.screen.article.text_width
    async with start(brief=LONG, size=(120, 20)) as reader:
        assert reader.screen.article.text_width == width < 70


async def test_the_settings_give_the_first_length_of_the_lines(start: Start, long_brief: Library) -> None:
    async with start(brief=LONG, size=(120, 20), settings=Settings(text_width=60)) as reader:
        assert reader.screen.article.text_width == 60
        await reader.press("minus")
    async with start(brief=LONG, size=(120, 20), settings=Settings(text_width=60)) as reader:
        assert reader.screen.article.text_width == 56
    async with start(brief=LONG, size=(120, 20), settings=Settings(text_width=64)) as reader:
        assert reader.screen.article.text_width == 64


async def test_a_count_beyond_the_series_goes_to_its_end(start: Start) -> None:
    async with start() as reader:
        await reader.press("9", "left_square_bracket")
        await reader.until(lambda: reader.open_brief == "edscg-4-2023-09-15")
        await reader.press("2", "left_square_bracket")
        assert "this is the first meeting" in reader.status_text
