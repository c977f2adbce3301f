"""The view of a series from briefs that tell of none of its meetings: statements of its body, and announcements."""

from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from comparing_pilot import head, lines, open_series
from corvid import BRIEFS
from reader_pilot import Start

STATEMENT = "2022-05-04-corvid-leaders-statement-to-mark-one-year-of-corvid"
ANNOUNCEMENT = "2023-05-05-media-advisory-for-the-summit-of-the-corvid-leaders"


@pytest.fixture
def corvid(tmp_path: Path, places: Places) -> Library:
    library = Library(readouts.write(tmp_path / "corvid", BRIEFS), places)
    library.update()
    return library


async def test_the_statements_of_a_body_stand_between_its_meetings(start: Start, corvid: Library) -> None:
    async with start(of=corvid, brief=STATEMENT) as reader:
        screen = await open_series(reader)
        assert head(reader)[0] == "Corvid Leaders 1 meeting"
        assert lines(reader) == [
            "2021-02-01  Joint Statement of the Corvid Leaders on Fisheries [statement]",
            "1  2021-05-04  Oslo, Norway",
            "2022-05-04  Corvid Leaders' Statement to Mark One Year of Corvid [statement]",
        ]
        assert screen.view.picked is not None and screen.view.picked.brief_id == STATEMENT


async def test_an_announcement_leads_to_the_series_that_it_names(start: Start, corvid: Library) -> None:
    async with start(of=corvid, brief=ANNOUNCEMENT) as reader:
        assert not corvid.overview().series(ANNOUNCEMENT)
        await open_series(reader)
        assert head(reader)[0] == "Corvid Leaders 1 meeting"
