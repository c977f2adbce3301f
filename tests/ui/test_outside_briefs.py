"""Briefs that were opened from outside of the hits: they stay open, and the list says that it does not hold them."""

from pathlib import Path

import pytest

from briefreader.library import Library
from reader_pilot import Reader, Start

FOUND, OUTSIDE = "edscg-5-2024-09-04", "edscg-4-2023-09-15"
QUERY = "subject"
"""Only the fifth meeting has the word."""


async def _open_outside(reader: Reader) -> None:
    await reader.until(lambda: reader.counter == "1 of 5")
    await reader.press("left_square_bracket")
    await reader.until(lambda: reader.open_brief == OUTSIDE)
    await reader.press()


async def test_the_previous_meeting_of_a_series_is_said_to_be_no_hit(start: Start) -> None:
    async with start(query=QUERY) as reader:
        await _open_outside(reader)
        assert "not among the 1 hit" in reader.status_text
        assert reader.rows == [FOUND]
        row = reader.screen.brief_list.render_line(0)
        assert not row.text.startswith("▌")
        assert {style for text, style, _ in row if text.strip()} == {reader.screen.brief_list.palette["cursor away"]}
        await reader.press("right_square_bracket")
        await reader.until(lambda: reader.open_brief == FOUND)
        assert "not among" not in reader.status_text
        assert reader.list_text.startswith("▌")


@pytest.mark.parametrize("keys", [["s"], ["s", "s"], ["r"], ["b"], ["enter", "escape"]])
async def test_it_stays_open_when_the_list_is_sorted_or_refreshed(start: Start, keys: list[str]) -> None:
    async with start(query=QUERY) as reader:
        await _open_outside(reader)
        asked = reader.screen.search_bar.asked
        await reader.press(*keys)
        if keys == ["s"]:
            await reader.until(lambda: reader.screen.search_bar.asked != asked)
        await reader.until(lambda: reader.screen.library_watcher.is_idle)
        await reader.press()
        assert reader.open_brief == OUTSIDE
        assert "not among the 1 hit" in reader.status_text


async def test_it_stays_open_when_new_briefs_come(root: Path, library: Library, start: Start) -> None:
    async with start(query=QUERY) as reader:
        await _open_outside(reader)
        (root / "new.md").write_text("---\ntitle: News\ndate: 2025-01-01\n---\nThe subject again.\n", "utf-8")
        await reader.press("r")
        await reader.until(lambda: reader.counter == "2 of 6")
        await reader.press()
        assert reader.open_brief == OUTSIDE
        assert "not among the 2 hits" in reader.status_text
        assert reader.screen.brief_list.brief_id == FOUND


async def test_when_the_query_is_cleared_the_cursor_goes_to_it(start: Start) -> None:
    async with start(query=QUERY) as reader:
        await _open_outside(reader)
        await reader.press("escape")
        await reader.until(lambda: reader.counter == "5 briefs")
        await reader.press()
        assert (reader.open_brief, reader.screen.brief_list.brief_id) == (OUTSIDE, OUTSIDE)
        assert "not among" not in reader.status_text


async def test_an_order_that_leaves_out_the_open_brief_leaves_it_open(start: Start) -> None:
    letter = "2022-01-05-a-letter-of-thanks"
    async with start() as reader:
        reader.screen.open_in_list(letter)
        await reader.until(lambda: reader.open_brief == letter)
        await reader.press("s")  # newest meetings; a letter is none
        assert letter not in reader.rows
        assert reader.open_brief == letter
        assert "not in this list" in reader.status_text
        await reader.press("s")
        assert reader.screen.brief_list.brief_id == letter
        assert "not in this list" not in reader.status_text


async def test_a_brief_that_is_removed_gives_way_to_another(root: Path, start: Start) -> None:
    async with start(query="deterrence") as reader:
        await reader.press("j")
        await reader.until(lambda: reader.open_brief == OUTSIDE)
        (root / "edscg-4.md").unlink()
        await reader.press("r")
        await reader.until(lambda: reader.counter == "1 of 4")
        await reader.until(lambda: reader.open_brief == FOUND)


async def test_moving_the_cursor_another_query_or_a_click_leave_it(start: Start) -> None:
    async with start(query=QUERY) as reader:
        await _open_outside(reader)
        await reader.click(5, 0)
        await reader.until(lambda: reader.open_brief == FOUND)
        assert "not among" not in reader.status_text
        await reader.press("escape")
        await _open_outside(reader)
        await reader.press("slash", "space", *"nuclear")
        await reader.until(lambda: reader.counter == "0 of 5")
        assert reader.open_brief is None


async def test_an_update_leaves_a_text_at_the_match_that_is_read(root: Path, library: Library, start: Start) -> None:
    async with start(query="deterrence") as reader:
        await reader.press("j")
        await reader.until(lambda: len(reader.screen.article.matches) == 2)
        await reader.press("n")
        (root / "new.md").write_text("---\ntitle: News\ndate: 2025-01-01\n---\nNothing.\n", "utf-8")
        await reader.press("r")
        await reader.until(lambda: reader.counter == "2 of 6")
        await reader.press()
        assert reader.screen.article.match == 1
