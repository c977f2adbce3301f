"""The tab of the view of a series that shows what the texts call the first."""

from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.ui.screens.claim_lines import NO_CLAIMS
from briefreader.ui.screens.series_content import tab_line
from briefreader.ui.screens.series_view import SeriesScreen
from claiming_harbour import BRIEFS, ONE, ONE_ID, THREE_ID, TWO_ID
from reader_pilot import Reader, Start


@pytest.fixture
def harbour(tmp_path: Path, places: Places) -> Library:
    library = Library(readouts.write(tmp_path / "harbour", BRIEFS), places)
    library.update()
    return library


async def claims(reader: Reader) -> SeriesScreen:
    """The screen of a series with the tab of claims, as the keys open it."""
    await reader.press("B")
    screen = reader.app.screen
    assert isinstance(screen, SeriesScreen)
    await reader.until(lambda: screen.content is not None and screen.view.lines)
    await reader.press("4")
    await reader.until(lambda: screen.claims is not None and screen.head.lines[2].text.startswith("+ borne out"))
    await reader.pilot.pause()
    return screen


def foot(screen: SeriesScreen) -> str:
    return " ".join(line.text for line in screen.foot.lines)


async def test_each_claim_has_the_sign_of_its_verdict(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO_ID) as reader:
        screen = await claims(reader)
        assert [line.text for line in screen.view.lines if line.can_be_picked] == [
            "+ It was the first in-person meeting of the group.",
            "! The two sides discussed coral reefs for the first time.",
            "! It was the first in-person meeting of the group in ten years.",
            "? Norway paid the first visit of a minister to Arica.",
        ]


async def test_the_reason_and_the_earlier_sentence_stand_below(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO_ID) as reader:
        screen = await claims(reader)
        await reader.press("g")
        await reader.until(lambda: "borne out: not so the one earlier meeting" in foot(screen))
        await reader.press("down")
        await reader.until(lambda: f"contradicted by {ONE_ID}" in foot(screen))
        assert "“The two sides discussed coral reefs and the depth of ports.”" in foot(screen)


async def test_a_claim_opens_its_sentence(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO_ID) as reader:
        await claims(reader)
        await reader.press("G", "enter")
        await reader.until(lambda: reader.open_brief == THREE_ID)
        await reader.pilot.pause()
        brief, place = reader.screen.article.brief, reader.screen.article.highlight
        assert brief is not None and place is not None
        assert brief.text[slice(*place)] == "Norway paid the first visit of a minister to Arica."


async def test_the_claims_are_a_table_for_copies_and_exports(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO_ID) as reader:
        screen = await claims(reader)
        assert screen.table is not None
        assert screen.table.title == "Harbour Group: first times"
        assert screen.stem == "harbour-group-claims"


async def test_a_series_without_claims_says_so(start: Start, places: Places, tmp_path: Path) -> None:
    quiet = {"1.md": ONE, "2.md": ONE.replace("2021", "2022")}
    library = Library(readouts.write(tmp_path / "quiet", quiet), places)
    library.update()
    async with start(of=library, brief=ONE_ID) as reader:
        screen = await claims(reader)
        assert [line.text for line in screen.view.lines] == [NO_CLAIMS]


def test_the_names_of_all_tabs_fit_a_narrow_screen() -> None:
    assert tab_line("claims", 60) == " 1 meetings   2 attendance   3 commitments  [4 claims]"
    assert tab_line("claims", 48) == " 1 meetings 2 attendance 3 commitments[4 claims]"
    assert tab_line("meetings", 48) == "[1 meetings]2 attendance 3 commitments 4 claims"
