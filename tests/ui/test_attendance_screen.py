"""The attendance of a series as a matrix on top of the reader."""

import csv
from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.ui.panes.history import SeriesPlace
from briefreader.ui.screens.series_view import SeriesScreen
from comparing_pilot import foot, head, open_series
from harbour import IDS
from reader_pilot import Start

ONE, TWO, FOUR = IDS


async def test_the_matrix_shows_who_led_who_is_new_and_whose_rank_changed(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = await open_series(reader, "2")
        shown = {row.label: [text for text, _ in row.cells] for row in screen.matrix_view.rows}
        assert shown["Norway"] == ["minister", "vice minister↓", "minister↑"]
        assert shown["Anna Lind"] == ["led", "·", "led↑"]
        assert shown["Ole Berg"] == ["·", "led new↓", "·"]
        assert shown["Ruth Carr"] == ["led", "led", "led"]
        await reader.press("o")
        assert {row.label for row in screen.matrix_view.rows} >= {"Minister of Trade", "Vice Minister of Trade"}


async def test_every_cell_opens_its_sentence(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=FOUR) as reader:
        screen = await open_series(reader, "2")
        rows = [row.label for row in screen.matrix_view.rows]
        screen.matrix_view.cursor = rows.index("Ole Berg")
        await reader.press("left")
        await reader.until(lambda: "Norwegian Vice Minister of Trade Ole Berg" in foot(reader))
        assert "Ole Berg: led, Vice Minister of Trade, new" in foot(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.open_brief == TWO)
        await reader.pilot.pause()
        brief, place = reader.screen.article.brief, reader.screen.article.highlight
        assert brief is not None and place is not None
        assert brief.text[slice(*place)] == "Ole Berg"


async def test_a_meeting_of_which_nothing_is_known_is_told_from_an_absence(start: Start, harbour: Library) -> None:
    two = Path(harbour.root, "two.md")
    text = two.read_text("utf-8")
    two.write_text(text.partition("Norwegian Vice")[0] + "They decided to publish the water levels.\n", "utf-8")
    harbour.update()
    async with start(of=harbour, brief=TWO) as reader:
        screen = await open_series(reader, "2")
        shown = {row.label: [text for text, _ in row.cells] for row in screen.matrix_view.rows}
        assert shown["Anna Lind"] == ["led", "?", "led"]
        assert shown["Ruth Carr"] == ["led", "?", "led"]
        await reader.until(lambda: "no sentence on this meeting says who came" in foot(reader))


async def test_a_readout_tells_who_came_where_the_joint_statement_does_not(start: Start, harbour: Library) -> None:
    readout = Path(harbour.root, "two.md")
    text = readout.read_text("utf-8")
    readout.write_text(text.replace("text_status", "kind: readout\ntext_status"), "utf-8")
    head, _, _ = text.partition("Norwegian Vice")
    statement = head.replace("Second meeting of", "Joint Statement of the second meeting of")
    body = "Norway and Chile agreed to open the ports of the strait to every fishing boat.\n"
    Path(harbour.root, "two-statement.md").write_text(
        statement.replace("text_status", "kind: joint statement\ntext_status") + body
    )
    harbour.update()
    async with start(of=harbour, brief=FOUR) as reader:
        screen = await open_series(reader, "2")
        rows = [row.label for row in screen.matrix_view.rows]
        screen.matrix_view.cursor = rows.index("Ole Berg")
        await reader.press("left")
        assert screen.matrix is not None
        assert screen.visit is not None
        assert len(screen.matrix.meetings) == 3
        assert screen.visit[0] != screen.matrix.meetings[1]
        await reader.press("enter")
        await reader.until(lambda: reader.open_brief is not None and reader.app.screen is reader.screen)
        await reader.pilot.pause()
        assert reader.open_brief != FOUR
        brief, place = reader.screen.article.brief, reader.screen.article.highlight
        assert brief is not None
        assert place is not None
        assert brief.text[slice(*place)] == "Ole Berg"


async def test_a_small_window_shows_what_a_cell_means_and_the_name_in_its_sentence(
    start: Start, harbour: Library
) -> None:
    async with start(of=harbour, brief=TWO, size=(60, 15)) as reader:
        screen = await open_series(reader, "2")
        screen.matrix_view.cursor = 0
        await reader.until(lambda: "Ruth Carr met in Lima" in foot(reader))
        assert foot(reader).startswith("Chile was led at the rank of minister: Ruth Carr")


async def test_columns_that_do_not_fit_are_reached_sideways(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=ONE, size=(50, 15)) as reader:
        screen = await open_series(reader, "2")
        assert [*screen.matrix_view.in_sight] == [0, 1]
        assert head(reader)[2].endswith("→")
        await reader.press("right", "right")
        assert [*screen.matrix_view.in_sight] == [1, 2]
        assert head(reader)[2].startswith("←")


async def test_the_matrix_is_exported_as_csv(
    start: Start, harbour: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(of=harbour, brief=TWO) as reader:
        await open_series(reader, "2")
        await reader.press("X", "tab", "tab", "enter")
        path = tmp_path / "harbour-group-attendance.csv"
        await reader.until(path.exists)
        await reader.until(lambda: "exported" in foot(reader))
    heading, *rows = csv.reader(path.read_text("utf-8").splitlines())
    assert heading == ["side", "name", "1 2021-03-02", "2 2022-04-05", "4 2024-06-07"]
    assert ["Norway", "Ole Berg", "", "led, Vice Minister of Trade, new", ""] in rows


async def test_a_step_in_the_matrix_paints_the_foot_and_two_rows(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=ONE) as reader:
        screen = await open_series(reader, "2")
        painted: list[int] = []
        view = screen.matrix_view
        refresh = view.refresh
        view.refresh = lambda *regions, **how: painted.append(len(regions)) or refresh(*regions, **how)  # type: ignore[method-assign,func-returns-value]
        await reader.press("down")
        assert sum(painted) == 2


async def test_a_tab_asked_for_while_the_series_is_read_is_shown(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = SeriesScreen(harbour, SeriesPlace(TWO))
        await reader.app.push_screen(screen)
        screen.show_tab("attendance")
        await reader.until(lambda: screen.matrix_view.rows)
        assert screen.matrix_view.display
