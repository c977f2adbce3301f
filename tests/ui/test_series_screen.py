"""The view of a series on top of the reader: its meetings and its commitments."""

from briefreader.library import Library
from briefreader.ui.screens.series_view import SeriesScreen
from comparing_pilot import head, lines, open_series
from harbour import IDS
from reader_pilot import Start

_, TWO, _ = IDS


async def test_escape_leaves_the_reader_as_it_was(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("tab")
        focused, opened = reader.screen.focused, reader.open_brief
        for key in ("F", "B"):
            await reader.press(key)
            await reader.press("escape")
            assert (reader.app.screen, reader.screen.focused, reader.open_brief) == (reader.screen, focused, opened)


async def test_the_meetings_of_a_series_have_gaps_and_the_next(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = await open_series(reader)
        assert head(reader)[0] == "Harbour Group 3 meetings · missing 3"
        assert "missing 3" in lines(reader)
        assert lines(reader)[-1] == "next: 2025"
        assert screen.view.picked is not None and screen.view.picked.brief_id == TWO


async def test_commitments_are_new_repeated_or_dropped(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await open_series(reader, "3")
        shown = [line for line in lines(reader) if line.startswith(("+", "=", "-"))]
        ports = "Norway and Chile agreed to open the ports of the strait to every fishing boat."
        assert f"+ {ports}" in shown
        assert f"= {ports}" in shown
        assert f"- {ports}" in shown
        assert "+ They decided to publish the water levels of the strait each week." in shown


async def test_the_view_opens_on_the_tab_that_was_shown_last(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await open_series(reader, "3")
        await reader.press("escape", "B")
        screen = reader.app.screen
        assert isinstance(screen, SeriesScreen)
        await reader.until(lambda: screen.commitments is not None)
        assert screen.tab == "commitments"


async def test_a_brief_of_no_series_is_told(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief="2020-01-02-a-letter-from-the-coast") as reader:
        await reader.press("B")
        assert reader.app.screen is reader.screen
        assert "no series" in reader.status_text
