"""The view of a series from briefs that tell of none of its meetings: statements of its body, and announcements."""

from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from comparing_pilot import head, lines, open_series
from reader_pilot import Start

BRIEFS = {
    "1.md": """---
title: Joint Statement of the Corvid Leaders on Fisheries
date: 2021-02-01
---
We, the leaders of Corvid, stand for rules that let our fisheries prosper, and for counter-lantern patrols.
""",
    "2.md": """---
title: Corvid Leaders meet in Oslo
date: 2021-05-04
series: Corvid Leaders
sides: [Norway, Chile]
---
The leaders of Norway and Chile met in Oslo on 4 May 2021 and spoke of the price of herring.
""",
    "3.md": """---
title: Joint Statement of the Corvid Leaders on Nets
date: 2022-05-04
---
We look back on a year in which our lantern patrols found every lost net.
""",
    "4.md": """---
title: Media Advisory for the Summit of the Corvid Leaders
date: 2023-05-05
meeting: {series: Corvid Leaders}
---
The leaders of Norway and Chile will meet in Lima on 9 May 2023.
""",
}
STATEMENT = "2022-05-04-joint-statement-of-the-corvid-leaders-on-nets"
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
            "2021-05-04  Oslo, Norway",
            "2022-05-04  Joint Statement of the Corvid Leaders on Nets [statement]",
        ]
        assert screen.view.picked is not None and screen.view.picked.brief_id == STATEMENT


async def test_an_announcement_leads_to_the_series_that_it_names(start: Start, corvid: Library) -> None:
    async with start(of=corvid, brief=ANNOUNCEMENT) as reader:
        assert not corvid.overview().series(ANNOUNCEMENT)
        await open_series(reader)
        assert head(reader)[0] == "Corvid Leaders 1 meeting"
