"""The redline of two briefs in the reader: what is shown, and going from change to change."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import harbour_group
from briefreader.config import Places, Settings
from briefreader.library import Library, UnifiedText
from briefreader.text import Span, fold, words
from briefreader.ui.screens.brief_choice import BriefChoiceScreen
from briefreader.ui.screens.export_form import ExportForm
from briefreader.ui.screens.letter_choice import LetterChoiceScreen
from briefreader.ui.screens.redline_lines import RedlineLines
from briefreader.ui.screens.redline_screen import NO_STRENGTH, RedlineScreen
from harbour_group import ONE, THREE, TWO
from reader_pilot import Reader, Start

NARROW = (70, 24)


@pytest.fixture
def harbour(tmp_path: Path, places: Places) -> Library:
    root = tmp_path / "harbour"
    root.mkdir()
    for name, text in harbour_group.BRIEFS.items():
        (root / name).write_text(text, "utf-8")
    library = Library(root, places)
    library.update()
    return library


@pytest.fixture
def compared(start: Start, harbour: Library) -> Callable[..., Any]:
    """Start the reader on the third meeting, which is compared with the second by C."""
    return lambda **more: start(of=harbour, brief=THREE, **more)


async def opened(reader: Reader) -> RedlineScreen:
    """Press C and wait for the changes."""
    await reader.press("C")
    await reader.until(lambda: isinstance(reader.app.screen, RedlineScreen))
    return await ready(reader)


async def ready(reader: Reader) -> RedlineScreen:
    screen = reader.app.screen
    assert isinstance(screen, RedlineScreen)
    await reader.until(lambda: screen.found is not None)
    await reader.pilot.pause()
    return screen


def shown(screen: RedlineScreen) -> list[str]:
    return [screen.view.render_line(y).text.rstrip() for y in range(screen.view.size.height)]


async def test_c_compares_the_open_brief_with_the_meeting_before(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        screen = await opened(reader)
        assert screen.pair == (TWO, THREE)
        rows = shown(screen)
        assert "2022-06-09  Joint Statement of the second Harbour Group" in rows[0]
        assert "2023-05-11  Joint Statement of the third Harbour Group" in rows[0]
        text = "\n".join(rows)
        assert "% of the wording is the same" in text
        assert "sentences: + 1 new, - 1 gone, > 1 moved" in text
        assert "words in kept sentences: ~ 4 replaced, - 1 cut · . 3 routine" in text
        assert "stronger: should → will" in text


async def test_aligned_sentences_stand_on_the_same_rows_when_wide(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        rows = shown(await opened(reader))
        [row] = [row for row in rows if "The experts should" in row]
        assert [side.strip() for side in row.split("│")] == [
            "~ The experts should meet again before the end of the",
            "~ The experts will meet again before the end of the year.",
        ]
        [row] = [row for row in rows if "A new fund" in row]
        assert row.startswith("- Both sides") and row.split(" │ ")[1].startswith("+ A new fund")


async def test_narrow_windows_show_one_text(compared: Callable[..., Any]) -> None:
    async with compared(size=NARROW) as reader:
        screen = await opened(reader)
        assert shown(screen)[0].startswith(" 2022-06-09 → 2023-05-11 · ")
        await reader.press("n")
        text = " ".join(row[2:].strip() for row in shown(screen))
        assert "They [expressed concern about → condemned] the sinking" in text
        assert "of ports and of the [- open] sea." in text


async def test_n_goes_from_change_to_change_and_the_status_line_tells_it(compared: Callable[..., Any]) -> None:
    async with compared(size=NARROW) as reader:
        screen = await opened(reader)
        count = len(screen.view.stops)
        told = []
        for _ in range(count):
            await reader.press("n")
            told.append(screen.status.message)
        assert told[0].startswith(f"change 1 of {count} · ")
        assert told[-1].startswith(f"change {count} of {count} · ")
        assert {each.split(" · ")[1] for each in told} == {"new", "gone", "replaced", "moved"}
        await reader.press("n")
        assert screen.status.message == "no later change"
        await reader.press("N")
        assert screen.status.message.startswith(f"change {count - 1} of {count}")


async def test_routine_changes_are_quiet_until_r_unfolds_them(compared: Callable[..., Any]) -> None:
    async with compared(size=NARROW) as reader:
        screen = await opened(reader)
        count = len(screen.view.stops)
        assert "Valparaíso" not in "\n".join(shown(screen))
        await reader.press("r")
        assert len(screen.view.stops) == count + 3
        assert screen.status.message == "3 routine changes shown"
        assert "Valparaíso" in "\n".join(shown(screen))
        await reader.press("r")
        assert len(screen.view.stops) == count


async def test_s_keeps_only_the_verbs_that_became_stronger_or_weaker(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        screen = await opened(reader)
        every = len(screen.view.lines)
        await reader.press("s")
        assert screen.status.message == "stronger or weaker verb 1 of 2 · stronger: expressed concern → condemned"
        assert len(screen.view.lines) < every
        await reader.press("n")
        assert screen.status.message.endswith("2 of 2 · stronger: should → will")
        await reader.press("s")
        assert len(screen.view.lines) == every


async def test_enter_shows_the_old_place_of_what_moved_and_comes_back(compared: Callable[..., Any]) -> None:
    async with compared(size=(70, 15)) as reader:
        screen = await opened(reader)
        while "moved" not in screen.status.message:
            await reader.press("n")
        assert any("moved here, from paragraph 2 of the older text" in row for row in shown(screen))
        new_place = screen.view.top
        await reader.press("enter")
        assert "its old place" in screen.status.message
        assert any("moved away, to paragraph 5 of the newer text" in row for row in shown(screen))
        assert screen.view.top < new_place
        await reader.press("enter")
        assert any("moved here" in row for row in shown(screen))


async def test_enter_opens_the_sentence_in_the_newer_brief_and_less_than_in_the_older(
    compared: Callable[..., Any],
) -> None:
    for key, brief, sentence in (("enter", THREE, "condemned"), ("less_than_sign", TWO, "expressed concern about")):
        async with compared() as reader:
            screen = await opened(reader)
            while screen._change is None or screen._change.kind != "replace":
                await reader.press("n")
            await reader.press(key)
            await reader.until(lambda brief=brief: reader.open_brief == brief)
            assert reader.app.screen is reader.screen
            article = reader.screen.article
            await reader.until(lambda article=article: article.highlight is not None)
            assert article.brief is not None and article.highlight is not None
            assert article.brief.text[slice(*article.highlight)] == sentence


async def test_esc_and_q_come_back_to_the_same_place(compared: Callable[..., Any]) -> None:
    for key in ("escape", "q"):
        async with compared() as reader:
            await reader.press("enter", "j")
            before = reader.screen_text
            await opened(reader)
            await reader.press("n", key)
            assert reader.app.screen is reader.screen
            assert reader.screen_text == before


async def test_h_comes_back_to_the_change_from_the_brief(compared: Callable[..., Any]) -> None:
    async with compared(size=NARROW) as reader:
        screen = await opened(reader)
        while screen._change is None or screen._change.kind != "replace":
            await reader.press("n")
        told, top = screen.status.message, screen.view.top
        await reader.press("less_than_sign")
        await reader.until(lambda: reader.open_brief == TWO)
        await reader.press("H")
        await reader.until(lambda: isinstance(reader.app.screen, RedlineScreen))
        again = await ready(reader)
        await reader.until(lambda: again.status.message == told)
        assert (again.pair, again.view.top) == ((TWO, THREE), top)
        await reader.press("H")
        await reader.until(lambda: reader.app.screen is reader.screen)


async def test_the_keys_of_the_redline_are_listed_and_act(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        screen = await opened(reader)
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, LetterChoiceScreen)
        await reader.press("n")
        await reader.until(lambda: screen.status.message.startswith("change 1 of "))
        await reader.press("question_mark", "less_than_sign")
        await reader.until(lambda: reader.open_brief == TWO)


async def test_a_click_goes_to_the_change_on_its_line(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        screen = await opened(reader)
        row = next(y for y, text in enumerate(shown(screen)) if "A new fund" in text)
        await reader.pilot.click(screen.view, offset=(70, row))
        await reader.pilot.pause()
        assert screen.status.message.endswith(("· new", "· gone"))


async def test_two_marked_rows_are_compared_by_date(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        for id in (THREE, ONE):
            reader.screen.brief_list.select(id)
            await reader.press("M")
        assert (await opened(reader)).pair == (ONE, THREE)


async def test_any_other_brief_is_asked_for_where_there_is_no_meeting_before(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=ONE) as reader:
        await reader.press("C")
        choice = reader.app.screen
        assert isinstance(choice, BriefChoiceScreen)
        assert choice._view.lines[0].text == "the first meeting here; compare with"
        await reader.press(*"third", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, RedlineScreen))
        assert (await ready(reader)).pair == (ONE, THREE)
    async with start(brief="2022-01-05-a-letter-of-thanks") as reader:
        await reader.press("C")
        choice = reader.app.screen
        assert isinstance(choice, BriefChoiceScreen)
        assert choice._view.lines[0].text == "of no series; compare with"
        assert len(choice._view.lines) == len(reader.screen.brief_list.overview.entries)


async def test_two_rows_are_compared_and_not_three(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        for id in (THREE, TWO, ONE):
            reader.screen.brief_list.select(id)
            await reader.press("M")
        await reader.press("C")
        assert reader.app.screen is reader.screen
        assert reader.screen.status.message.startswith("two rows can be compared, and 3 are marked; M takes")


async def test_c_inside_asks_for_another_brief_by_letters(compared: Callable[..., Any]) -> None:
    async with compared() as reader:
        screen = await opened(reader)
        await reader.press("C")
        assert isinstance(reader.app.screen, BriefChoiceScreen)
        await reader.press(*"bergen", "enter")
        await reader.until(lambda: reader.app.screen is screen and screen.found is not None)
        assert screen.pair == (ONE, THREE)


async def test_the_other_readout_of_the_meeting_is_offered(start: Start, harbour: Library, places: Places) -> None:
    (harbour.root / "4.md").write_text(harbour_group.READOUT, "utf-8")
    library = Library(harbour.root, places)
    library.update()
    async with start(of=library, brief=THREE) as reader:
        await opened(reader)
        await reader.press("C")
        choice = reader.app.screen
        assert isinstance(choice, BriefChoiceScreen)
        first = choice._view.lines[1]
        assert "Chile's readout" in first.text
        assert first.remark == "the same meeting"
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.app.screen, RedlineScreen))
        screen = await ready(reader)
        names = [side.split()[:2] for side in shown(screen)[0].split("│")]
        assert names == [["first", "2023-05-11"], ["second", "2023-05-11"]]
        assert "newer" not in "".join(line.words for line in screen.view.lines)


async def test_y_copies_the_change_with_both_citations(compared: Callable[..., Any], places: Places) -> None:
    async with compared() as reader:
        screen = await opened(reader)
        await reader.press("y")
        assert screen.status.message.startswith("go to a change first")
        while screen._change is None or screen._change.kind != "replace":
            await reader.press("n")
        await reader.press("y")
        await reader.until(lambda: "with both citations" in screen.status.message)
        text = places.data.joinpath("copied.txt").read_text("utf-8")
        assert text == reader.app.clipboard + "\n"
    assert text.startswith("replaced: expressed concern about → condemned\n\n“They expressed concern about the sinking")
    assert "“They condemned the sinking" in text
    assert "Joint Statement of the second Harbour Group" in text
    assert "Joint Statement of the third Harbour Group" in text


async def test_x_writes_the_redline_into_a_file(
    compared: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with compared() as reader:
        screen = await opened(reader)
        await reader.press("X")
        await reader.until(lambda: isinstance(reader.app.screen, ExportForm))
        await reader.press("enter")
        await reader.until(lambda: "exported this comparison" in screen.status.message)
    written = (tmp_path / f"redline-{THREE}.md").read_text("utf-8")
    assert "~~expressed concern about~~ **condemned**" in written


async def test_nothing_is_written_with_read_only(compared: Callable[..., Any]) -> None:
    async with compared(settings=Settings(read_only=True)) as reader:
        screen = await opened(reader)
        await reader.press("X")
        assert reader.app.screen is screen
        assert "--read-only" in screen.status.message


async def test_a_brief_that_cannot_be_read_is_told_in_the_place_of_the_redline(
    compared: Callable[..., Any], harbour: Library
) -> None:
    async with compared() as reader:
        (harbour.root / "2.md").unlink()
        await reader.press("C")
        screen = reader.app.screen
        assert isinstance(screen, RedlineScreen)
        await reader.until(lambda: "2.md" in "\n".join(shown(screen)))
        await reader.press("n", "s", "r", "y", "X", "enter", "escape")
        assert reader.app.screen is reader.screen


async def test_s_and_r_say_where_there_is_nothing_for_them(start: Start, tmp_path: Path, places: Places) -> None:
    root = tmp_path / "plain"
    root.mkdir()
    for number, words_ in ((1, "They spoke of ships at length."), (2, "They spoke of small ships at length.")):
        head = f"---\ntitle: Talks\ndate: 2020-01-0{number}\nseries: Harbour Group\n---\n"
        (root / f"{number}.md").write_text(head + words_ + "\n", "utf-8")
    library = Library(root, places)
    library.update()
    async with start(of=library) as reader:
        screen = await opened(reader)
        await reader.press("s")
        assert screen.status.message == NO_STRENGTH
        await reader.press("r")
        assert screen.status.message.startswith("no routine change")


@pytest.mark.parametrize("routine", [False, True])
@pytest.mark.parametrize("width", [30, 60, 99, 100, 160])
def test_the_words_drawn_for_each_side_are_exactly_its_words(harbour: Library, width: int, routine: bool) -> None:
    """As one text, routine words that are gone are drawn once they are unfolded."""
    for older, newer in ((TWO, THREE), (ONE, TWO), (THREE, ONE)):
        found = harbour.comparing.compare(older, newer)
        unified = UnifiedText(found.a.text, found.b.text, found.changes)
        lines = RedlineLines(found, unified, width, routine=routine)
        drawn = [folded_words(text) for text in texts_of_sides(lines)]
        assert drawn[1] == folded_words(found.b.text)
        if routine or lines.is_wide:
            assert drawn[0] == folded_words(found.a.text)


def texts_of_sides(lines: RedlineLines) -> tuple[str, str]:
    """Return the text that the lines draw of each side, without what only the other side has."""
    sides: dict[str, list[str]] = {"a": [], "b": []}
    for line in lines.lines:
        for sheet, cell, column in zip(lines.sheets, line.cells, "ab", strict=False):
            if not isinstance(cell, Span):
                continue
            for at in range(cell.start, cell.end):
                marks = sheet.marks_in(type(cell)(at, at + 1))
                owner = {mark.side for mark in marks} or {"a", "b"}
                for side in [column] if lines.is_wide else sorted(owner):
                    sides[side].append(sheet.text[at])
            for own in sides.values():
                own.append(" ")
    return "".join(sides["a"]), "".join(sides["b"])


def folded_words(text: str) -> list[str]:
    return [fold(word.text) for word in words(text)]


def test_a_brief_that_has_changed_is_read_again(harbour: Library) -> None:
    before = harbour.comparing.compare(TWO, THREE)
    file = harbour.root / "3.md"
    file.write_text(file.read_text("utf-8").replace("small islands", "large islands"), "utf-8")
    harbour.update()
    after = harbour.comparing.compare(TWO, THREE)
    assert ("small islands" in before.b.text, "small islands" in after.b.text) == (True, False)
