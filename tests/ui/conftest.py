"""A reader without a terminal on a library of a few briefs; no folder of the user is read or written."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

import indexed_library
import readouts
from briefreader.config import Places, Settings
from briefreader.library import Library, Session
from briefreader.ui.app import BriefreaderApp
from briefreader.ui.screens.reader_screen import ReaderScreen
from harbour import BRIEFS as HARBOUR
from reader_pilot import Reader, Start

BRIEFS = {
    "edscg-4": """---
title: Seoul hosts the fourth meeting
date: 2023-09-15
series: EDSCG
ordinal: 4
city: Seoul
country: South Korea
sides: [United States, South Korea]
leads: [Bonnie Jenkins, Chang Hojin]
sources: [https://example.gov/edscg-4]
text_status: summary
---
Bonnie Jenkins, the U.S. Under Secretary of State, met Chang Hojin in Seoul on 15 September 2023.

They spoke of deterrence, and of deterrence again.
""",
    "edscg-5": """---
title: Washington hosts the fifth meeting
date: 2024-09-04
series: EDSCG
ordinal: 5
city: Washington
country: United States
sides: [United States, South Korea]
leads: [Bonnie Jenkins, Kim Hong Kyun]
text_status: summary
---
Bonnie Jenkins led for the United States in Washington. North Korea was the subject, and deterrence the answer.
""",
    "ncg-1": """---
title: Nuclear group opens
date: 2023-07-18
series: NCG
ordinal: 1
city: Seoul
country: South Korea
text_status: summary
---
Workstreams on nuclear planning were opened in Seoul.
""",
    "letter": """---
title: A letter of thanks
date: 2022-01-05
---
Thank you for coming.
""",
    "hostile": """---
title: "[/nope] [@click=app.quit]mark[/]\\e[31m up"
date: 2021-02-03
---
[inaudible] \x1b]0;owned\x07 and \u202ereversed\u202c text.
""",
}


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, prepare_cache: Callable[[Path], None]) -> Path:
    folder = tmp_path_factory.mktemp("indexed")
    return indexed_library.make(folder, {f"{name}.md": text for name, text in BRIEFS.items()}, prepare_cache)


@pytest.fixture
def root(tmp_path: Path, indexed: Path) -> Path:
    return indexed_library.copy_briefs(indexed, tmp_path)


@pytest.fixture
def places(tmp_path: Path, prepare_cache: Callable[[Path], None]) -> Places:
    found = indexed_library.places_below(tmp_path / "user")
    prepare_cache(found.cache)
    return found


@pytest.fixture
def harbour(tmp_path: Path, places: Places) -> Library:
    """A library of the meetings of an invented series, and a letter."""
    library = Library(readouts.write(tmp_path / "harbour", HARBOUR), places)
    library.update()
    return library


@pytest.fixture
def library(indexed: Path, root: Path, places: Places) -> Library:
    return indexed_library.opened(indexed, root, places)


@pytest.fixture
def start(library: Library, places: Places) -> Start:
    """Open a reader and wait until the list and the first brief are in sight."""

    @asynccontextmanager
    async def started(
        *,
        size: tuple[int, int] = (120, 40),
        query: str = "",
        brief: str | None = None,
        theme: str = "dark",
        of: Library = library,
        session: Session | None = None,
        settings: Settings | None = None,
    ) -> AsyncIterator[Reader]:
        of = Library(of.root, places, settings) if settings else of
        app = BriefreaderApp(of, query, brief, theme, session=session)
        async with app.run_test(size=size) as pilot:
            screen = app.screen
            assert isinstance(screen, ReaderScreen)
            reader = Reader(pilot, screen)
            await reader.until(lambda: reader.open_brief or screen.brief_list.notice)
            await pilot.pause()
            yield reader
        # The reader exempts what it has made from garbage collection, which would keep every reader of the tests.
        gc.unfreeze()

    return started
