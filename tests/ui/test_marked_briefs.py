"""The briefs that a command concerns: marked rows, the row under the cursor, the brief that is read."""

from pathlib import Path

from reader_pilot import Reader, Start

EDSCG_4, EDSCG_5, NCG_1 = "edscg-4-2023-09-15", "edscg-5-2024-09-04", "ncg-1-2023-07-18"


async def go_to(reader: Reader, brief_id: str) -> None:
    reader.screen.brief_list.select(brief_id)
    await reader.until(lambda: reader.open_brief == brief_id)


async def join_the_two_of_edscg(reader: Reader) -> None:
    await go_to(reader, EDSCG_4)
    await reader.press("J")
    await reader.until(lambda: len(reader.screen.brief_list.overview.meetings) == 2)


async def test_without_marks_it_is_the_row_under_the_cursor_or_the_brief_that_is_read(start: Start) -> None:
    async with start() as reader:
        marked = reader.screen.marked
        await go_to(reader, NCG_1)
        assert (marked.faces(), marked.all(), marked.are_marked) == ((NCG_1,), (NCG_1,), False)
        await reader.press("tab")
        reader.screen.brief_list.select(EDSCG_4)
        await reader.until(lambda: reader.open_brief == EDSCG_4)
        assert marked.all() == (EDSCG_4,)


async def test_a_meeting_stands_for_its_face_or_for_all_its_briefs(start: Start) -> None:
    async with start() as reader:
        await join_the_two_of_edscg(reader)
        face = reader.screen.brief_list.brief_id
        assert reader.screen.marked.faces() == (face,)
        assert set(reader.screen.marked.all()) == {EDSCG_4, EDSCG_5}
        await reader.press("M")
        await go_to(reader, NCG_1)
        assert reader.screen.marked.faces() == (face,)
        assert set(reader.screen.marked.all()) == {EDSCG_4, EDSCG_5}


async def test_the_brief_that_is_read_is_one_although_its_meeting_has_more(start: Start) -> None:
    async with start() as reader:
        await join_the_two_of_edscg(reader)
        face = reader.screen.brief_list.brief_id
        await reader.press("tab")
        assert reader.screen.marked.all() == (face,)


async def test_marks_come_first_and_in_their_order_and_the_status_line_counts_them(start: Start) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("M")
        assert "1 marked" in reader.status_text
        await go_to(reader, EDSCG_5)
        await reader.press("M")
        assert "2 marked" in reader.status_text
        await reader.press("tab")
        assert reader.screen.marked.all() == reader.screen.marked.faces() == (NCG_1, EDSCG_5)
        await go_to(reader, NCG_1)
        await reader.press("tab", "M")
        assert "1 marked" in reader.status_text
        await reader.press("escape")
        assert not reader.screen.marked.are_marked


async def test_a_marked_series_stands_for_its_meetings_and_an_unmarked_group_for_none(start: Start) -> None:
    async with start() as reader:
        marked = reader.screen.marked
        reader.screen.brief_list.cursor = reader.rows.index("# EDSCG")
        assert marked.all() == ()
        await reader.press("M")
        assert marked.all() == marked.faces() == (EDSCG_5, EDSCG_4)


async def test_a_hit_stands_for_itself_whatever_else_its_meeting_holds(start: Start) -> None:
    async with start() as reader:
        await join_the_two_of_edscg(reader)
        await reader.press("slash", *"hojin")
        await reader.until(lambda: reader.rows == [EDSCG_4])
        await reader.press("tab", "M")
        reader.screen.search_bar.input.value = ""
        await reader.until(lambda: len(reader.rows) > 2)
        assert reader.screen.marked.all() == (EDSCG_4,)


async def test_a_removed_brief_is_not_among_the_marked_ones(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("M")
        await go_to(reader, EDSCG_4)
        await reader.press("M")
        (root / "ncg-1.md").unlink()
        await reader.press("r")
        await reader.until(lambda: len(reader.screen.brief_list.overview.entries) == 4)
        assert reader.screen.marked.all() == (EDSCG_4,)
