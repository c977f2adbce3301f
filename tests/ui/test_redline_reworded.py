"""Sentences that were perhaps reworded, in the redline of the reader."""

from pathlib import Path

import pytest

import reworded_statements
from briefreader.config import Places
from briefreader.library import Library, UnifiedText
from briefreader.ui.screens.redline_lines import RedlineLines
from briefreader.ui.screens.redline_screen import RedlineScreen
from reader_pilot import Reader, Start
from reworded_statements import NEWER_ID, OLDER_ID, PILOTS, PILOTS_ANEW, TURBINES, TURBINES_ANEW
from ui.test_redline import folded_words, opened, shown, texts_of_sides

NARROW, WIDE = (80, 24), (120, 40)


@pytest.fixture
def tides(tmp_path: Path, places: Places) -> Library:
    root = tmp_path / "tides"
    root.mkdir()
    for name, text in reworded_statements.BRIEFS.items():
        (root / name).write_text(text, "utf-8")
    library = Library(root, places)
    library.update()
    return library


def words_at_stop(screen: RedlineScreen) -> str:
    """The words of the part of a change that one has gone to."""
    stop, found = screen.view.stop, screen.found
    assert stop is not None and stop.part is not None and found is not None
    brief = found.a if stop.side == "a" else found.b
    return brief.text[slice(*stop.part.span)]


async def go_to(reader: Reader, screen: RedlineScreen, words: str) -> None:
    """Go to the change that is some words."""
    while screen.view.stop is None or screen.view.stop.part is None or words_at_stop(screen) != words:
        await reader.press("n")
        assert not screen.status.message.startswith("no later")


async def test_a_remark_tells_where_the_other_form_stands_in_one_text(start: Start, tides: Library) -> None:
    async with start(of=tides, brief=NEWER_ID, size=(80, 48)) as reader:
        rows = shown(await opened(reader))
        remarks = [(rows[at], rows[at + 1][:15]) for at in range(len(rows) - 1) if rows[at].startswith("?")]
        assert remarks == [
            ("? perhaps reworded, see below:", f"- {TURBINES[:13]}"),
            ("? perhaps reworded, see below:", f"+ {PILOTS_ANEW[:13]}"),
            ("? perhaps reworded, see above:", f"- {PILOTS[:13]}"),
            ("? perhaps reworded, see above:", f"+ {TURBINES_ANEW[:13]}"),
        ]
        assert any("sentences: + 3 new, - 4 gone" in row for row in rows)


async def test_a_remark_tells_the_column_of_the_other_form_when_wide(start: Start, tides: Library) -> None:
    async with start(of=tides, brief=NEWER_ID, size=WIDE) as reader:
        rows = shown(await opened(reader))
        remarks = [cell.strip() for row in rows for cell in row.split("│") if cell.strip().startswith("?")]
        assert remarks == [
            "? perhaps reworded, see below on the left:",
            "? perhaps reworded, see below on the right:",
            "? perhaps reworded, see above on the right:",
            "? perhaps reworded, see above on the left:",
        ]


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_enter_goes_to_the_other_form_and_back(start: Start, tides: Library, size: tuple[int, int]) -> None:
    async with start(of=tides, brief=NEWER_ID, size=size) as reader:
        screen = await opened(reader)
        await go_to(reader, screen, TURBINES)
        assert screen.status.message.endswith("· gone · perhaps reworded, Enter shows where")
        await reader.press("enter")
        assert words_at_stop(screen) == TURBINES_ANEW
        assert screen.status.message.endswith("· new · perhaps reworded, Enter shows where")
        await reader.press("enter")
        assert words_at_stop(screen) == TURBINES


async def test_enter_opens_the_brief_at_another_sentence_of_the_same_change(start: Start, tides: Library) -> None:
    async with start(of=tides, brief=NEWER_ID, size=NARROW) as reader:
        screen = await opened(reader)
        await go_to(reader, screen, reworded_statements.LAMPS)
        assert screen.status.message.endswith("· new")
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.screen and reader.screen.article.highlight is not None)
        article = reader.screen.article
        assert article.brief is not None and article.highlight is not None
        assert article.brief.text[slice(*article.highlight)] == reworded_statements.LAMPS


async def test_the_older_brief_is_opened_at_the_form_that_it_has(start: Start, tides: Library) -> None:
    async with start(of=tides, brief=NEWER_ID, size=NARROW) as reader:
        screen = await opened(reader)
        await go_to(reader, screen, PILOTS_ANEW)
        await reader.press("less_than_sign")
        await reader.until(lambda: reader.open_brief == OLDER_ID and reader.screen.article.highlight is not None)
        article = reader.screen.article
        assert article.brief is not None and article.highlight is not None
        assert article.brief.text[slice(*article.highlight)] == PILOTS


async def test_y_copies_both_forms(start: Start, tides: Library, places: Places) -> None:
    async with start(of=tides, brief=NEWER_ID, size=NARROW) as reader:
        screen = await opened(reader)
        await go_to(reader, screen, PILOTS)
        await reader.press("y")
        await reader.until(lambda: "with both citations" in screen.status.message)
        text = places.data.joinpath("copied.txt").read_text("utf-8")
    assert text.startswith("perhaps reworded · gone: Forty pilots are trained")
    assert f"“{PILOTS}”" in text
    assert f"“{PILOTS_ANEW}”" in text


async def test_the_sentence_gone_to_stays_when_the_window_becomes_wide(start: Start, tides: Library) -> None:
    async with start(of=tides, brief=NEWER_ID, size=NARROW) as reader:
        screen = await opened(reader)
        await go_to(reader, screen, TURBINES_ANEW)
        await reader.pilot.resize_terminal(*WIDE)
        await reader.pilot.pause()
        assert words_at_stop(screen) == TURBINES_ANEW


@pytest.mark.parametrize("width", [30, 80, 99, 100, 160])
def test_the_words_drawn_for_each_side_are_exactly_its_words(tides: Library, width: int) -> None:
    for older, newer in ((OLDER_ID, NEWER_ID), (NEWER_ID, OLDER_ID)):
        found = tides.comparing.compare(older, newer)
        assert len(found.rewordings) == 2
        lines = RedlineLines(found, UnifiedText(found.a.text, found.b.text, found.changes), width, routine=True)
        drawn = [folded_words(text) for text in texts_of_sides(lines)]
        assert drawn == [folded_words(found.a.text), folded_words(found.b.text)]
