"""The command that removes briefs: a question in the last line, files moved aside, the list without them."""

from pathlib import Path

import pytest

from briefreader.config import Places, Settings
from briefreader.library import Library
from briefreader.ui.screens.question import QuestionScreen
from reader_pilot import Reader, Start

EDSCG_4, EDSCG_5, NCG_1 = "edscg-4-2023-09-15", "edscg-5-2024-09-04", "ncg-1-2023-07-18"


async def go_to(reader: Reader, brief_id: str) -> None:
    reader.screen.brief_list.select(brief_id)
    await reader.until(lambda: reader.open_brief == brief_id)


async def asked(reader: Reader) -> str:
    """Press D and return the question."""
    await reader.press("D")
    await reader.until(lambda: isinstance(reader.app.screen, QuestionScreen))
    return str(reader.app.screen.query_one("#question").render())


async def test_one_brief_is_removed_after_a_question_with_its_title(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        assert await asked(reader) == "Remove Nuclear group opens? Enter removes it, Esc keeps it"
        await reader.press("enter")
        await reader.until(lambda: NCG_1 not in reader.rows)
        assert "removed 1 brief, u undoes it: now in .briefreader/removed/ncg-1.md" in reader.status_text
        assert not (root / "ncg-1.md").exists()
        assert (root / ".briefreader/removed/ncg-1.md").exists()
        await reader.until(lambda: reader.counter == "4 briefs")


@pytest.mark.parametrize("key", ["escape", "n", "j", "q"])
async def test_any_other_key_keeps_the_brief(root: Path, start: Start, key: str) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await asked(reader)
        await reader.press(key)
        await reader.until(lambda: reader.app.screen is reader.screen)
        assert (root / "ncg-1.md").exists()
        assert reader.open_brief == NCG_1


async def test_marked_briefs_are_counted_and_removed_together(root: Path, start: Start) -> None:
    async with start() as reader:
        for brief_id in (NCG_1, EDSCG_4):
            await go_to(reader, brief_id)
            await reader.press("M")
        assert await asked(reader) == "Remove 2 briefs of 2 meetings? Enter removes them, Esc keeps them"
        await reader.press("D")
        await reader.until(lambda: reader.counter == "3 briefs")
        assert not reader.screen.marked.are_marked
        assert "removed 2 briefs, u undoes it: now in .briefreader/removed" in reader.status_text
        assert {path.name for path in (root / ".briefreader/removed").iterdir()} == {"ncg-1.md", "edscg-4.md"}


async def test_a_meeting_is_removed_with_all_its_briefs(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("J")
        await reader.until(lambda: len(reader.screen.brief_list.overview.meetings) == 2)
        assert await asked(reader) == "Remove 2 briefs of 1 meeting? Enter removes them, Esc keeps them"
        await reader.press("y")
        await reader.until(lambda: reader.counter == "3 briefs")


async def test_the_cursor_goes_to_the_next_brief_that_stays(start: Start) -> None:
    async with start() as reader:
        await reader.press("s")
        await go_to(reader, EDSCG_4)
        following = reader.rows[reader.rows.index(EDSCG_4) + 1]
        await asked(reader)
        await reader.press("enter")
        await reader.until(lambda: EDSCG_4 not in reader.rows)
        assert reader.screen.brief_list.brief_id == following
        await reader.until(lambda: reader.open_brief == following)


async def test_a_marked_brief_is_removed_while_a_search_finds_nothing(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("M", "slash", *"zeppelin", "enter")
        await reader.until(lambda: "No brief matches." in reader.list_text)
        reader.screen.brief_list.focus()
        await asked(reader)
        await reader.press("enter")
        await reader.until(lambda: (root / ".briefreader/removed/ncg-1.md").exists())
        await reader.press("u")
        await reader.until(lambda: not (root / ".briefreader/removed/ncg-1.md").exists())


async def test_a_group_that_is_not_marked_is_not_removed(root: Path, start: Start) -> None:
    async with start() as reader:
        reader.screen.brief_list.cursor = reader.rows.index("# EDSCG")
        await reader.press("D")
        await reader.until(lambda: "choose a brief or a meeting, or mark rows with M" in reader.status_text)


async def test_where_a_file_of_several_is_gone_none_is_removed(root: Path, start: Start) -> None:
    async with start() as reader:
        for brief_id in (NCG_1, EDSCG_4):
            await go_to(reader, brief_id)
            await reader.press("M")
        await asked(reader)
        (root / "edscg-4.md").unlink()
        await reader.press("enter")
        await reader.until(lambda: "edscg-4-2023-09-15: its file is gone already" in reader.status_text)
        assert (root / "ncg-1.md").exists()


async def test_u_brings_all_of_them_back_in_one_step(root: Path, start: Start) -> None:
    async with start() as reader:
        for brief_id in (NCG_1, EDSCG_4):
            await go_to(reader, brief_id)
            await reader.press("M")
        await asked(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.counter == "3 briefs")
        await reader.press("u")
        await reader.until(lambda: "undone: the removal of 2 briefs" in reader.status_text)
        await reader.until(lambda: reader.counter == "5 briefs")
        assert {NCG_1, EDSCG_4} <= {entry.id for entry in reader.screen.brief_list.overview.entries}


async def test_a_read_only_session_asks_nothing_and_says_so(
    root: Path, places: Places, library: Library, start: Start
) -> None:
    async with start(of=Library(root, places, Settings(read_only=True))) as reader:
        await go_to(reader, NCG_1)
        await reader.press("D")
        await reader.until(lambda: "nothing is written with --read-only" in reader.status_text)
        assert reader.app.screen is reader.screen


async def test_the_whole_question_is_in_sight_in_a_narrow_window(start: Start) -> None:
    async with start(size=(60, 15)) as reader:
        for brief_id in (NCG_1, EDSCG_4):
            await go_to(reader, brief_id)
            await reader.press("M")
        question = await asked(reader)
        await reader.press()
        assert " ".join(reader.screen_text.split()).endswith(question)
