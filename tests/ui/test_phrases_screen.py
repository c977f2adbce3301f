"""The phrases gone and new on top of a redline, and the way from there to a trace, a redline and a brief."""

import csv
from pathlib import Path

import pytest

import harbour_group
import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.ui.screens.comparing_screen import ComparingScreen
from briefreader.ui.screens.letter_choice import LetterChoiceScreen
from briefreader.ui.screens.phrases_view import PhrasesScreen
from briefreader.ui.screens.redline_screen import RedlineScreen
from briefreader.ui.screens.series_view import SeriesScreen
from briefreader.ui.screens.trace_view import TraceScreen
from harbour_group import ONE, THREE, TWO
from reader_pilot import Reader, Start


@pytest.fixture
def harbour(tmp_path: Path, places: Places) -> Library:
    library = Library(readouts.write(tmp_path / "harbour", harbour_group.BRIEFS), places)
    library.update()
    return library


async def compared(reader: Reader) -> RedlineScreen:
    await reader.press("C")
    screen = reader.app.screen
    assert isinstance(screen, RedlineScreen)
    await reader.until(lambda: screen.found is not None and screen.view.stops)
    return screen


async def listed(reader: Reader) -> PhrasesScreen:
    await reader.press("p")
    screen = reader.app.screen
    assert isinstance(screen, PhrasesScreen)
    await reader.until(lambda: screen.found is not None and screen.view.on_line)
    await reader.pilot.pause()
    return screen


def foot(reader: Reader) -> str:
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return " ".join(f"{line.text} {line.remark}".strip() for line in screen.foot.lines)


def texts(screen: ComparingScreen) -> list[str]:
    return [line.text for line in screen.view.lines]


async def test_the_head_of_a_redline_tells_phrases_and_p_lists_them_with_their_sentences(
    start: Start, harbour: Library
) -> None:
    async with start(of=harbour, brief=THREE) as reader:
        redline = await compared(reader)
        assert any(line.words.startswith("new phrases: ") for line in redline.view.lines)
        screen = await listed(reader)
        assert "New in the newer text" in texts(screen)
        await reader.press("G")
        picked = screen.view.picked
        assert picked is not None
        assert picked.brief_id == THREE
        words = picked.text.removeprefix("+ ")
        await reader.until(lambda: words in foot(reader))
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.screen and reader.open_brief == THREE)
        await reader.pilot.pause()
        brief, place = reader.screen.article.brief, reader.screen.article.highlight
        assert brief is not None
        assert place is not None
        assert " ".join(brief.text[slice(*place)].split()) == words


async def test_a_phrase_is_traced_and_every_screen_comes_back(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=THREE) as reader:
        await compared(reader)
        await listed(reader)
        await reader.press("G", "T")
        trace = reader.app.screen
        assert isinstance(trace, TraceScreen)
        await reader.until(lambda: trace.trace is not None and trace.view.on_line)
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.screen)
        await reader.press("H")
        again = reader.app.screen
        assert isinstance(again, TraceScreen)
        assert again.phrase == trace.phrase
        await reader.press("escape")
        assert isinstance(reader.app.screen, PhrasesScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, RedlineScreen)
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_the_words_of_a_change_are_traced_from_the_redline(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=THREE) as reader:
        screen = await compared(reader)
        await reader.press("T")
        assert screen.status.message.startswith("go to a change first")
        while screen._change is None or screen._change.kind != "replace":
            await reader.press("n")
        await reader.press("T")
        trace = reader.app.screen
        assert isinstance(trace, TraceScreen)
        await reader.until(lambda: trace.trace is not None)
        assert trace.phrase in " ".join(harbour_group.SECOND.split())


async def test_a_meeting_of_the_series_is_compared_with_the_one_before_it(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=THREE) as reader:
        await reader.press("B")
        series = reader.app.screen
        assert isinstance(series, SeriesScreen)
        await reader.until(lambda: series.content is not None and series.view.on_line)
        await reader.press("k")
        screen = await compared(reader)
        assert screen.pair == (ONE, TWO)
        await reader.press("escape")
        assert reader.app.screen is series
        await compared(reader)
        await reader.press("less_than_sign")
        await reader.until(lambda: reader.app.screen is reader.screen and reader.open_brief == ONE)
        await reader.press("H")
        assert isinstance(reader.app.screen, RedlineScreen)
        await reader.press("escape")
        assert isinstance(reader.app.screen, SeriesScreen)


@pytest.mark.parametrize("opening", [("F",), ("B",), ("T", *"ports", "enter"), ("C", "p"), ("C",)])
async def test_the_keys_are_listed_and_act(start: Start, harbour: Library, opening: tuple[str, ...]) -> None:
    async with start(of=harbour, brief=THREE) as reader:
        await reader.press(*opening)
        screen = reader.app.screen
        if isinstance(screen, ComparingScreen):
            assert foot(reader).endswith("? help")
        await reader.press("question_mark")
        keys = reader.app.screen
        assert isinstance(keys, LetterChoiceScreen)
        assert {"y", "X", "H", "L"} <= {line.name for line in keys._view.lines}
        await reader.press("question_mark", "H")
        assert reader.app.screen is not screen


async def test_phrases_are_exported(
    start: Start, harbour: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(of=harbour, brief=THREE) as reader:
        await compared(reader)
        screen = await listed(reader)
        await reader.press("X", "tab", "tab", "enter")
        path = tmp_path / f"phrases-{THREE}.csv"
        await reader.until(path.exists)
        await reader.until(lambda: "exported" in foot(reader))
        shown = [line.text[2:] for line in screen.view.lines if line.brief_id]
    heading, *rows = csv.reader(path.read_text("utf-8").splitlines())
    assert heading == ["state", "phrase", "count", "meetings", "brief", "sentence"]
    assert [row[1] for row in rows] == shown
    assert all(row[1] in row[5] for row in rows)


@pytest.mark.parametrize("opening", [("F",), ("B", "2"), ("T", *"ports", "enter"), ("C", "p"), ("C",)])
async def test_a_small_window_names_whole_keys_and_the_help(
    start: Start, harbour: Library, opening: tuple[str, ...]
) -> None:
    async with start(of=harbour, brief=THREE, size=(60, 15)) as reader:
        await reader.press(*opening)
        await reader.until(lambda: "reading" not in reader.screen_text and "comparing" not in reader.screen_text)
        await reader.pilot.pause()
        last = reader.screen_text.splitlines()[-1]
        assert last.endswith("? help")
        assert "…" not in last
