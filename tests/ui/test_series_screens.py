"""The agenda, the trace of a wording and the view of a series, on top of the reader."""

import csv
from datetime import date
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import IndexLostError
from briefreader.text import Span
from briefreader.ui.panes.history import SeriesPlace
from briefreader.ui.screens.agenda_view import AgendaScreen
from briefreader.ui.screens.command_prompt import CommandPromptScreen
from briefreader.ui.screens.comparing_screen import PAUSE, ComparingScreen
from briefreader.ui.screens.series_view import SeriesScreen
from briefreader.ui.screens.trace_view import TraceScreen
from harbour import BRIEFS, IDS
from reader_pilot import Reader, Start

ONE, TWO, FOUR = IDS


@pytest.fixture
def harbour(tmp_path: Path, places: Places) -> Library:
    library = Library(readouts.write(tmp_path / "harbour", BRIEFS), places)
    library.update()
    return library


def lines(reader: Reader) -> list[str]:
    """The lines of the list on top of the reader, each with its remark."""
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return [f"{line.text}{f' [{line.remark}]' if line.remark else ''}".strip() for line in screen.view.lines]


def head(reader: Reader) -> list[str]:
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return [f"{line.text} {line.remark}".strip() for line in screen.head.lines]


def foot(reader: Reader) -> str:
    screen = reader.app.screen
    assert isinstance(screen, ComparingScreen)
    return " ".join(line.text for line in screen.foot.lines)


async def agenda(reader: Reader) -> AgendaScreen:
    await reader.press("F")
    screen = reader.app.screen
    assert isinstance(screen, AgendaScreen)
    await reader.until(lambda: screen.promised is not None and screen.view.lines)
    return screen


async def trace(reader: Reader, words: str) -> TraceScreen:
    await reader.press("T")
    assert isinstance(reader.app.screen, CommandPromptScreen)
    await reader.press(*words, "enter")
    screen = reader.app.screen
    assert isinstance(screen, TraceScreen)
    await reader.until(lambda: screen.trace is not None and screen.view.lines)
    return screen


async def series(reader: Reader, tab: str = "1") -> SeriesScreen:
    await reader.press("B")
    screen = reader.app.screen
    assert isinstance(screen, SeriesScreen)
    await reader.until(lambda: screen.content is not None and screen.view.lines)
    if tab == "2":
        await reader.press("2")
        await reader.until(lambda: screen.matrix_view.rows)
    elif tab == "3":
        await reader.press("3")
        await reader.until(lambda: screen.commitments is not None and head(reader)[2].startswith("+ new"))
    await reader.pilot.pause()
    return screen


async def test_the_agenda_tells_what_is_missing_and_at_a_key_what_was_kept(start: Start, harbour: Library) -> None:
    async with start(of=harbour) as reader:
        await agenda(reader)
        assert lines(reader)[0] == "Date past, not in the library [1]"
        assert lines(reader)[1].split() == ["2025", "Harbour", "Group", "5", "[promised", "2024-06-07]"]
        assert lines(reader)[2] == "The next meeting will take place in Lima in 2025."
        assert not any("kept" in line for line in lines(reader))
        await reader.press("a")
        assert "kept late by Harbour Group 2" in lines(reader)


async def test_a_promise_that_no_sentence_makes_says_so(start: Start, harbour: Library) -> None:
    four = Path(harbour.root, "four.md")
    stated = four.read_text("utf-8").replace("text_status", "next: 2025-05\ntext_status")
    four.write_text(stated.replace("The next meeting will take place in Lima in 2025.", ""), "utf-8")
    harbour.update()
    async with start(of=harbour) as reader:
        await agenda(reader)
        assert lines(reader)[1].split()[0] == "2025-05"
        assert lines(reader)[2] == "(stated at the head of the brief, in no sentence of it)"


async def test_a_line_of_the_agenda_opens_the_sentence_that_promises(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=ONE) as reader:
        await agenda(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.open_brief == FOUR)
        brief, place = reader.screen.article.brief, reader.screen.article.highlight
        assert brief is not None and place is not None
        assert brief.text[slice(*place)] == "The next meeting will take place in Lima in 2025."


async def test_escape_leaves_the_reader_as_it_was(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("tab")
        focused, opened = reader.screen.focused, reader.open_brief
        for key in ("F", "B"):
            await reader.press(key)
            await reader.press("escape")
            assert (reader.app.screen, reader.screen.focused, reader.open_brief) == (reader.screen, focused, opened)


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


async def test_the_meetings_of_a_series_have_gaps_and_the_next(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = await series(reader)
        assert head(reader)[0] == "Harbour Group 3 meetings · missing 3"
        assert "missing 3" in lines(reader)
        assert lines(reader)[-1] == "next: 2025"
        assert screen.view.picked is not None and screen.view.picked.brief_id == TWO


async def test_the_matrix_shows_who_led_who_is_new_and_whose_rank_changed(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        screen = await series(reader, "2")
        shown = {row.label: [text for text, _ in row.cells] for row in screen.matrix_view.rows}
        assert shown["Norway"] == ["minister", "vice minister↓", "minister↑"]
        assert shown["Anna Lind"] == ["led", "·", "led↑"]
        assert shown["Ole Berg"] == ["·", "led new↓", "·"]
        assert shown["Ruth Carr"] == ["led", "led", "led"]
        await reader.press("o")
        assert {row.label for row in screen.matrix_view.rows} >= {"Minister of Trade", "Vice Minister of Trade"}


async def test_every_cell_opens_its_sentence(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=FOUR) as reader:
        screen = await series(reader, "2")
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
        screen = await series(reader, "2")
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
        screen = await series(reader, "2")
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
        screen = await series(reader, "2")
        screen.matrix_view.cursor = 0
        await reader.until(lambda: "Ruth Carr met in Lima" in foot(reader))
        assert foot(reader).startswith("Chile was led at the rank of minister: Ruth Carr")


async def test_columns_that_do_not_fit_are_reached_sideways(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=ONE, size=(50, 15)) as reader:
        screen = await series(reader, "2")
        assert [*screen.matrix_view.in_sight] == [0, 1]
        assert head(reader)[2].endswith("→")
        await reader.press("right", "right")
        assert [*screen.matrix_view.in_sight] == [1, 2]
        assert head(reader)[2].startswith("←")


async def test_commitments_are_new_repeated_or_dropped(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await series(reader, "3")
        shown = [line for line in lines(reader) if line.startswith(("+", "=", "-"))]
        ports = "Norway and Chile agreed to open the ports of the strait to every fishing boat."
        assert f"+ {ports}" in shown
        assert f"= {ports}" in shown
        assert f"- {ports}" in shown
        assert "+ They decided to publish the water levels of the strait each week." in shown


async def test_the_view_opens_on_the_tab_that_was_shown_last(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await series(reader, "3")
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


async def test_the_matrix_is_exported_as_csv(
    start: Start, harbour: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(of=harbour, brief=TWO) as reader:
        await series(reader, "2")
        await reader.press("X", "tab", "tab", "enter")
        path = tmp_path / "harbour-group-attendance.csv"
        await reader.until(path.exists)
        await reader.until(lambda: "exported" in foot(reader))
    heading, *rows = csv.reader(path.read_text("utf-8").splitlines())
    assert heading == ["side", "name", "1 2021-03-02", "2 2022-04-05", "4 2024-06-07"]
    assert ["Norway", "Ole Berg", "", "led, Vice Minister of Trade, new", ""] in rows


async def test_a_trace_is_copied_as_markdown(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await trace(reader, "quiet coast")
        await reader.press("y")
        await reader.until(lambda: "copied" in foot(reader))
        copied = harbour.copied.path.read_text("utf-8")
        assert copied.startswith("# “quiet coast” in Harbour Group\n")
        assert f"| 2022-04-05 | {TWO} |" in copied


def test_an_agenda_of_an_early_day_has_nothing_missing(harbour: Library) -> None:
    outcomes = [each.outcome for each in harbour.comparing.agenda(date(2024, 7, 1))]
    assert outcomes == ["kept late by Harbour Group 2", "due"]


async def test_a_library_without_promises_says_so(start: Start, tmp_path: Path, places: Places) -> None:
    library = Library(readouts.write(tmp_path / "coast", {"letter.md": BRIEFS["letter.md"]}), places)
    library.update()
    async with start(of=library) as reader:
        await agenda(reader)
        assert lines(reader) == ["No indexed brief promises a meeting"]


async def test_an_agenda_tells_how_many_briefs_it_does_not_know_yet(start: Start, harbour: Library) -> None:
    async with start(of=harbour) as reader:
        known = await agenda(reader)
        shown = lines(reader)
        await reader.press("escape")
        harbour.add_previews({"entries": [["new", "New", "2025-01-02", None, None, None, None, "new.md"]]})
        later = await agenda(reader)
        assert lines(reader) == ["1 brief not indexed yet: promises may be missing", "", *shown]
        assert known.promised == later.promised


async def test_a_title_that_names_the_missing_meeting_is_told_and_opened(start: Start, harbour: Library) -> None:
    letter = "---\ntitle: Harbour Group in Lima\ndate: 2025-05-06\n---\nShe thanked the pilots.\n"
    readouts.write(harbour.root, {"later.md": letter})
    harbour.update()
    async with start(of=harbour) as reader:
        screen = await agenda(reader)
        told = "but named on 2025-05-06 in “Harbour Group in Lima”"
        screen.view.move(lines(reader).index(told) - screen.view.cursor)
        await reader.press("enter")
        await reader.until(lambda: (reader.open_brief or "").startswith("2025-05-06"))


def test_an_agenda_of_a_library_without_an_index_says_so(harbour: Library, places: Places) -> None:
    unindexed = Library(harbour.root, places, cache=harbour.root.parent / "other")
    unindexed.add_previews({"entries": [["new", "New", "2025-01-02", None, None, None, None, "new.md"]]})
    with pytest.raises(IndexLostError, match="there is no search index yet; ask again once it is built"):
        unindexed.comparing.agenda(date(2024, 7, 1))


async def test_a_step_in_the_matrix_paints_the_foot_and_two_rows(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=ONE) as reader:
        screen = await series(reader, "2")
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
