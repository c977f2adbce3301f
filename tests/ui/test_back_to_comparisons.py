"""Back from a brief to the agenda, the trace or the series from which it was opened, and forward again."""

from briefreader.library import Library
from briefreader.ui.screens.agenda_view import AgendaScreen
from briefreader.ui.screens.comparing_screen import ComparingScreen
from briefreader.ui.screens.series_view import SeriesScreen
from briefreader.ui.screens.trace_view import TraceScreen
from harbour import IDS
from reader_pilot import Reader, Start

ONE, TWO, FOUR = IDS


def on_top(reader: Reader) -> ComparingScreen | None:
    """The agenda, trace or series on top of the reader, None before it shows its lines."""
    screen = reader.app.screen
    if isinstance(screen, SeriesScreen):
        return screen if screen.content is not None and screen.shown.on_line else None
    return screen if isinstance(screen, ComparingScreen) and screen.view.on_line else None


async def shown(reader: Reader) -> ComparingScreen:
    await reader.until(lambda: on_top(reader))
    await reader.pilot.pause()
    screen = on_top(reader)
    assert screen is not None
    return screen


async def opened(reader: Reader, brief_id: str) -> None:
    """Wait for a brief in the reader itself."""
    await reader.until(lambda: reader.app.screen is reader.screen and reader.open_brief == brief_id)
    await reader.pilot.pause()


async def test_the_agenda_comes_back_at_the_kept_promise(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=FOUR) as reader:
        await reader.press("F")
        await shown(reader)
        await reader.press("a", "G")
        screen = await shown(reader)
        cursor = screen.view.cursor
        assert screen.visit is not None
        assert screen.visit[0] == TWO
        await reader.press("enter")
        await opened(reader, TWO)
        await reader.press("H")
        assert "back: promised meetings · 2 of 3" in reader.status_text
        again = await shown(reader)
        assert isinstance(again, AgendaScreen)
        assert again is not screen
        assert (again.shows_kept, again.view.cursor) == (True, cursor)
        await reader.press("L")
        await opened(reader, TWO)


async def test_a_trace_comes_back_at_its_row_and_forward_to_the_sentence(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("T", *"quiet coast", "enter")
        await shown(reader)
        await reader.press("g", "enter")
        await opened(reader, ONE)
        assert reader.screen.article.highlight is not None
        await reader.press("H")
        assert "back: “quiet coast” · 2 of 3" in reader.status_text
        again = await shown(reader)
        assert isinstance(again, TraceScreen)
        assert again.view.picked is not None
        assert again.view.picked.brief_id == ONE
        await reader.press("H")
        await opened(reader, TWO)


async def test_other_words_and_all_briefs_are_kept_on_the_way_back(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("T", *"quiet coast", "enter")
        await shown(reader)
        await reader.press("slash", "ctrl+u", *"coast", "enter")
        await reader.until(lambda: (screen := on_top(reader)) and screen.place[0] == "coast")
        await reader.press("a")
        screen = reader.app.screen
        assert isinstance(screen, TraceScreen)
        await reader.until(lambda: screen.in_all and not screen.is_reading)
        await reader.press("G", "enter")
        await opened(reader, FOUR)
        await reader.press("H")
        again = await shown(reader)
        assert isinstance(again, TraceScreen)
        assert (again.phrase, again.in_all) == ("coast", True)
        await reader.press("H")
        await reader.until(lambda: (screen := on_top(reader)) and screen.place[0] == "quiet coast")


async def test_a_cell_of_the_attendance_comes_back(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=FOUR, size=(50, 15)) as reader:
        await reader.press("B", "2")
        screen = await shown(reader)
        assert isinstance(screen, SeriesScreen)
        await reader.until(lambda: screen.matrix_view.rows)
        rows = [row.label for row in screen.matrix_view.rows]
        screen.matrix_view.cursor = rows.index("Ole Berg")
        await reader.press("left", "enter")
        await opened(reader, TWO)
        await reader.press("H")
        assert "back: series Harbour … · 2 of 3" in reader.status_text
        again = await shown(reader)
        assert isinstance(again, SeriesScreen)
        assert again.tab == "attendance"
        assert (again.matrix_view.cursor, again.matrix_view.column) == (rows.index("Ole Berg"), 1)
        assert again.visit is not None
        assert again.visit[0] == TWO


async def test_a_promise_of_the_series_comes_back(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=FOUR) as reader:
        await reader.press("B", "3")
        screen = await shown(reader)
        assert isinstance(screen, SeriesScreen)
        await reader.until(lambda: screen.commitments is not None and screen.view.lines[0].style == "heading")
        await reader.press("g", "j")
        picked = screen.view.picked
        assert picked is not None
        assert picked.brief_id is not None
        await reader.press("enter")
        await opened(reader, picked.brief_id)
        await reader.press("H")
        again = await shown(reader)
        assert isinstance(again, SeriesScreen)
        await reader.until(lambda: again.tab == "commitments" and again.view.picked == picked)


async def test_back_from_a_screen_that_was_closed_needs_no_second_key(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("F")
        await shown(reader)
        await reader.press("H")
        assert reader.app.screen is reader.screen
        await reader.press("L")
        assert isinstance(await shown(reader), AgendaScreen)
