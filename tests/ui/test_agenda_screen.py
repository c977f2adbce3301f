"""The agenda on top of the reader: promised meetings that are missing, to come or kept."""

from datetime import date
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import IndexLostError
from briefreader.ui.screens.agenda_view import AgendaScreen
from comparing_pilot import lines
from harbour import BRIEFS, IDS
from reader_pilot import Reader, Start

ONE, _, FOUR = IDS


async def agenda(reader: Reader) -> AgendaScreen:
    await reader.press("F")
    screen = reader.app.screen
    assert isinstance(screen, AgendaScreen)
    await reader.until(lambda: screen.promised is not None and screen.view.lines)
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
