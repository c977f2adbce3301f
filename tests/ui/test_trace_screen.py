"""The trace of a wording on top of the reader, through a series or through all briefs."""

from pathlib import Path

from briefreader.library import Library
from briefreader.text import Span
from briefreader.ui.screens.command_prompt import CommandPromptScreen
from briefreader.ui.screens.comparing_screen import PAUSE
from briefreader.ui.screens.trace_view import TraceScreen
from comparing_pilot import foot, head, lines
from harbour import IDS
from reader_pilot import Reader, Start

ONE, TWO, _ = IDS


async def trace(reader: Reader, words: str) -> TraceScreen:
    await reader.press("T")
    assert isinstance(reader.app.screen, CommandPromptScreen)
    await reader.press(*words, "enter")
    screen = reader.app.screen
    assert isinstance(screen, TraceScreen)
    await reader.until(lambda: screen.trace is not None and screen.view.lines)
    return screen


async def test_a_trace_marks_the_meetings_that_use_the_words(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = await trace(reader, "quiet coast")
        assert head(reader) == [
            "“quiet coast” Harbour Group",
            "2021-03-02 ●○● 2024-06-07",
            "in 2 of 3 meetings · ×3 · dropped 1× · returned 1×",
        ]
        assert [line[0] for line in lines(reader)] == ["●", "○", "●"]
        assert [line.remark for line in screen.view.lines] == ["first", "dropped", "returned, last"]
        assert screen.view.picked is not None
        assert screen.view.picked.brief_id == TWO


async def test_a_trace_goes_through_all_briefs_at_a_key(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = await trace(reader, "quiet coast")
        await reader.press("a")
        await reader.until(lambda: screen.trace is not None and screen.trace.series is None and screen.view.lines)
        await reader.until(lambda: head(reader)[0].endswith("all briefs"))
        assert head(reader)[1:] == ["2020 ▄▄  █ 2024", "in 3 briefs · ×4"]
        assert any("A letter from the coast" in line for line in lines(reader))


async def test_all_briefs_of_a_series_go_by_its_one_name(start: Start, harbour: Library) -> None:
    one = Path(harbour.root, "one.md")
    one.write_text(one.read_text("utf-8").replace("series: Harbour Group", "series: The Harbour Group"), "utf-8")
    harbour.update()
    async with start(of=harbour, brief=TWO) as reader:
        screen = await trace(reader, "quiet coast")
        await reader.press("a")
        await reader.until(lambda: screen.in_all and not screen.is_reading and screen.view.lines)
        assert {each.series for each in screen._entries.values()} == {"Harbour Group", None}


async def test_a_sentence_is_not_read_for_a_trace_that_is_being_read_anew(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = await trace(reader, "quiet coast")
        await reader.press("g")
        await reader.until(lambda: "They spoke of a quiet coast." in foot(reader))
        screen.show_detail("")
        screen.show_sentence()
        await reader.pilot.pause()
        screen.trace = None
        await reader.pilot.pause(2 * PAUSE)
        assert "quiet coast" not in foot(reader)


async def test_a_line_of_a_trace_opens_the_wording(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await trace(reader, "quiet coast")
        await reader.press("g", "enter")
        await reader.until(lambda: reader.open_brief == ONE)
        await reader.pilot.pause()
        brief, place = reader.screen.article.brief, reader.screen.article.highlight
        assert brief is not None and place is not None
        assert brief.text[slice(*place)] == "quiet coast"


async def test_the_sentence_of_a_line_is_shown_below(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await trace(reader, "quiet coast")
        await reader.press("g")
        await reader.until(lambda: "They spoke of a quiet coast." in foot(reader))
        await reader.press("down")
        await reader.until(lambda: "without this wording" in foot(reader))


async def test_a_passage_is_traced_at_once_and_other_words_are_asked_for(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("tab")
        text = "open the ports"
        brief = reader.screen.article.brief
        assert brief is not None
        at = brief.text.index(text)
        reader.screen.article.passage = Span(at, at + len(text))
        await reader.press("T")
        screen = reader.app.screen
        assert isinstance(screen, TraceScreen)
        await reader.until(lambda: screen.trace is not None)
        assert screen.phrase == text
        await reader.press("slash")
        assert isinstance(reader.app.screen, CommandPromptScreen)


async def test_words_that_no_brief_has_are_told(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("T", *"purple sea", "enter")
        await reader.until(
            lambda: isinstance(reader.app.screen, TraceScreen) and "no brief has" in "".join(lines(reader))
        )


async def test_a_trace_is_copied_as_markdown(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await trace(reader, "quiet coast")
        await reader.press("y")
        await reader.until(lambda: "copied" in foot(reader))
        copied = harbour.copied.path.read_text("utf-8")
        assert copied.startswith("# “quiet coast” in Harbour Group\n")
        assert f"| 2022-04-05 | {TWO} |" in copied
