"""The commands that correct meetings and series: keys in, meetings.yaml and the list out."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from briefreader.config import Places
from briefreader.library import Library
from briefreader.meetings import KEYS
from briefreader.model import LibraryError
from briefreader.ui.screens.meeting_editor import MeetingEditorScreen, SeriesEditorScreen
from reader_pilot import Reader, Start

EDSCG_4, EDSCG_5, NCG_1 = "edscg-4-2023-09-15", "edscg-5-2024-09-04", "ncg-1-2023-07-18"


def meetings(reader: Reader) -> set[frozenset[str]]:
    """Return the briefs of each meeting in the list."""
    return {frozenset(entry.id for entry in item.briefs) for item in reader.screen.brief_list.overview.meetings}


AT_FIRST = {frozenset((EDSCG_5,)), frozenset((EDSCG_4,)), frozenset((NCG_1,))}


async def go_to(reader: Reader, brief_id: str) -> None:
    reader.screen.brief_list.select(brief_id)
    await reader.until(lambda: reader.open_brief == brief_id)


def line(reader: Reader, key: str) -> Input:
    return reader.app.screen.query_one(f"#fact-{key}", Input)


def words(reader: Reader, id: str) -> str:
    return str(reader.app.screen.query_one(id, Static).visual)


def facts(reader: Reader) -> list[tuple[str, str]]:
    """Return the lines of the panel with their remarks."""
    return [(line.text, line.remark) for line in reader.screen.panel.lines]


async def test_j_joins_a_meeting_with_the_one_above_and_u_undoes_it(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("J")
        await reader.until(lambda: frozenset((EDSCG_4, EDSCG_5)) in meetings(reader))
        assert "joined 2 briefs (2024-09-04); u undoes it" in reader.status_text
        assert f"joined: [{EDSCG_5}, {EDSCG_4}]" in (root / "meetings.yaml").read_text("utf-8")
        await reader.press("u")
        await reader.until(lambda: meetings(reader) == AT_FIRST)
        assert "undone: joined 2 briefs (2024-09-04)" in reader.status_text
        assert not (root / "meetings.yaml").exists()


async def test_marked_rows_are_joined_and_a_brief_is_parted(start: Start) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("M")
        assert [row for row in reader.list_text.splitlines() if row.startswith("x") and "2023-07-18" in row]
        await go_to(reader, EDSCG_4)
        await reader.press("M", "J")
        await reader.until(lambda: frozenset((NCG_1, EDSCG_4)) in meetings(reader))
        assert reader.screen.brief_list.marks == ()
        assert not [row for row in reader.list_text.splitlines() if row.startswith("x")]
        await go_to(reader, NCG_1)
        await reader.press("P")
        await reader.until(lambda: meetings(reader) == AT_FIRST)
        assert "parted 1 brief (2023-07-18); u undoes it" in reader.status_text


async def test_two_marked_meetings_offer_to_be_compared(start: Start) -> None:
    async with start() as reader:
        for id, offers in ((NCG_1, False), (EDSCG_4, True), (EDSCG_5, False)):
            await go_to(reader, id)
            await reader.press("M")
            assert ("C compares" in reader.status_text) is offers
            assert "+ notes, X exports" in reader.status_text


async def test_one_mark_and_the_row_under_the_cursor_are_joined_and_esc_unmarks(start: Start) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("M", "escape")
        assert reader.screen.brief_list.marks == ()
        await go_to(reader, NCG_1)
        await reader.press("M")
        await go_to(reader, EDSCG_5)
        await reader.press("J")
        await reader.until(lambda: frozenset((NCG_1, EDSCG_5)) in meetings(reader))


async def test_a_further_brief_of_a_meeting_moves_alone(start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("J")
        await reader.until(lambda: frozenset((EDSCG_4, EDSCG_5)) in meetings(reader))
        brief_list = reader.screen.brief_list
        face = next(item.briefs[0].id for item in brief_list.overview.meetings if len(item.briefs) == 2)
        further = EDSCG_4 if face == EDSCG_5 else EDSCG_5
        await go_to(reader, face)
        await reader.press("right", "down")
        await reader.until(lambda: reader.open_brief == further)
        await reader.press("J")
        await reader.until(lambda: "mark this brief with M" in reader.status_text)
        await reader.press("M")
        await go_to(reader, NCG_1)
        await reader.press("J")
        await reader.until(lambda: meetings(reader) == {frozenset((face,)), frozenset((further, NCG_1))})


async def test_p_and_e_act_on_the_brief_that_is_read(start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("J")
        await reader.until(lambda: frozenset((EDSCG_4, EDSCG_5)) in meetings(reader))
        await reader.press("tab", "E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        line(reader, "ordinal").value = "9"
        await reader.press("enter")
        await reader.until(lambda: "EDSCG 9" in reader.article_text)
        await reader.press("P")
        await reader.until(lambda: frozenset((EDSCG_4, EDSCG_5)) not in meetings(reader))


async def test_rows_behind_the_panel_are_neither_marked_nor_joined_nor_parted(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("J")
        await reader.until(lambda: frozenset((EDSCG_4, EDSCG_5)) in meetings(reader))
        await reader.press("M")
        await go_to(reader, NCG_1)
        await reader.press("e")
        marks = reader.screen.brief_list.marks
        for key in ("M", "J"):
            await reader.press(key)
            await reader.until(lambda: "Esc goes there" in reader.status_text)
        await reader.press("P")
        await reader.until(lambda: "its meeting has no other brief" in reader.status_text)
        assert reader.screen.brief_list.marks == marks != ()
        assert reader.open_brief == NCG_1
        assert frozenset((EDSCG_4, EDSCG_5)) in meetings(reader)


async def test_e_corrects_facts_which_row_header_and_panel_then_show(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        assert line(reader, "city").placeholder == "Seoul"
        assert all(line(reader, key).value == "" for key in KEYS)
        line(reader, "date").value = "2023-09-16"
        line(reader, "city").value = "Busan"
        line(reader, "name").value = "The [harbour] talks"
        await reader.press("enter")
        await reader.until(lambda: "Busan" in reader.article_text)
        assert "16 September 2023" in reader.article_text
        assert "corrected name, date and city (2023-09-15); u undoes it" in reader.status_text
        row = next(row for row in reader.list_text.splitlines() if "2023-09-16" in row)
        assert "stated" in row
        held = reader.screen.brief_list.overview.meeting(EDSCG_4)
        assert held is not None
        assert held.name == "The [harbour] talks"
        await reader.press("e")
        await reader.until(lambda: ("Date", "stated") in facts(reader))
        assert facts(reader)[:2] == [("Name", "stated"), ("The [harbour] talks", "")]
        assert ("Country", "stated") in facts(reader)
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        assert line(reader, "city").value == "Busan"
        assert line(reader, "city").placeholder == "Seoul"
        line(reader, "city").value = ""
        await reader.press("enter")
        await reader.until(lambda: "Seoul, South Korea" in reader.article_text)
        assert "city" not in (root / "meetings.yaml").read_text("utf-8")


async def test_a_date_with_a_typo_is_refused_in_the_form_and_not_written(root: Path, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        line(reader, "date").value = "2023-09-31"
        await reader.press("enter")
        await reader.until(lambda: "Date: `2023-09-31` is not in the calendar" in words(reader, "#meeting-hint"))
        assert reader.app.focused is line(reader, "date")
        assert not (root / "meetings.yaml").exists()
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.screen)
        assert not (root / "meetings.yaml").exists()


async def test_right_takes_over_what_is_inferred_and_arrows_change_the_line(start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        assert reader.app.focused is line(reader, "name")
        await reader.press("down", "right")
        assert line(reader, "series").value == "EDSCG"
        await reader.press("up")
        assert reader.app.focused is line(reader, "name")


async def test_a_meeting_can_belong_to_no_series(start: Start) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        line(reader, "series").value = "none"
        await reader.press("enter")
        await reader.until(lambda: len(reader.screen.brief_list.overview.series(EDSCG_5)) == 1)
        assert not reader.screen.brief_list.overview.series(EDSCG_4)


async def test_e_on_a_series_renames_it_and_the_name_of_another_merges_the_two(root: Path, start: Start) -> None:
    async with start() as reader:
        reader.screen.brief_list.cursor = reader.rows.index("# EDSCG")
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, SeriesEditorScreen))
        reader.app.screen.query_one(Input).value = "Deterrence Group"
        await reader.press("enter")
        await reader.until(lambda: "# Deterrence Group" in reader.rows)
        assert "the series EDSCG is called Deterrence Group; u undoes it" in reader.status_text
        await go_to(reader, NCG_1)
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        line(reader, "series").value = "Deterrence Group"
        await reader.press("enter")
        await reader.until(lambda: len(reader.screen.brief_list.overview.series(NCG_1)) == 3)


async def test_marked_series_become_one(root: Path, start: Start) -> None:
    ncg = (root / "ncg-1.md").read_text("utf-8")
    (root / "ncg-2.md").write_text(ncg.replace("ordinal: 1", "ordinal: 2").replace("2023-07", "2024-01"), "utf-8")
    async with start() as reader:
        await reader.until(lambda: len(reader.screen.brief_list.overview.series(NCG_1)) == 2)
        reader.screen.brief_list.cursor = reader.rows.index("# NCG")
        await reader.press("J")
        await reader.until(lambda: len(reader.screen.brief_list.overview.series(NCG_1)) == 4)
        assert "# NCG" not in reader.rows
        assert "NCG and EDSCG are one series" in reader.status_text


async def test_what_cannot_be_done_is_said_in_a_sentence(root: Path, start: Start) -> None:
    async with start() as reader:
        await reader.press("J")
        await reader.until(lambda: "there is nothing above to join it with" in reader.status_text)
        await reader.press("P")
        await reader.until(lambda: "its meeting has no other brief" in reader.status_text)
        reader.screen.brief_list.cursor = reader.rows.index("# Other briefs")
        for key in ("M", "J", "P", "E"):
            await reader.press(key)
            await reader.until(lambda: "choose a meeting, a brief or a series" in reader.status_text)
        assert not (root / "meetings.yaml").exists()


async def test_a_mistake_in_the_file_is_told_at_the_start_and_the_rest_counts(root: Path, start: Start) -> None:
    rows = f"meetings:\n  - {{brief: {EDSCG_4}, city: Busan}}\n  - {{brief: x, date: never}}\n"
    (root / "meetings.yaml").write_text(rows, "utf-8")
    async with start(size=(200, 40)) as reader:
        await reader.until(lambda: "meetings.yaml, line 3: `date`: `never` is no date; write it" in reader.status_text)
        held = reader.screen.brief_list.overview.meeting(EDSCG_4)
        assert held is not None
        assert held.city == "Busan"


async def test_the_change_of_another_session_is_listed(
    root: Path, places: Places, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with start() as reader:
        await reader.until(lambda: meetings(reader) == AT_FIRST)
        await go_to(reader, EDSCG_4)
        Library(root, places).own_meetings.state(EDSCG_4, {"city": "Busan"})
        await reader.press("r")
        await reader.until(lambda: "Busan" in reader.article_text)


async def test_an_index_that_cannot_be_read_is_told_when_facts_are_asked_for(
    library: Library, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(id: str) -> None:
        raise LibraryError("the search index is damaged")

    monkeypatch.setattr(library, "inferred_meeting", damaged)
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("E")
        await reader.until(lambda: "the search index is damaged" in reader.status_text)


async def test_the_keys_of_the_form_are_in_sight_in_a_low_window(start: Start) -> None:
    async with start(size=(60, 15)) as reader:
        await go_to(reader, EDSCG_4)
        await reader.press("E")
        await reader.until(lambda: isinstance(reader.app.screen, MeetingEditorScreen))
        await reader.until(lambda: "Enter saves in meetings.yaml, Esc cancels." in " ".join(reader.screen_text.split()))
        assert "Led by" in reader.screen_text
