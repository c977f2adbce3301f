"""The reader where nothing may be written: it works, says so, and leaves all files as they are."""

from pathlib import Path

import pytest

from briefreader.config import Places, Settings
from briefreader.library import Library
from briefreader.ui.key_commands import COMMANDS, WRITING_ACTIONS
from reader_pilot import Start

LEAVING = {"quit", "suspend", "palette"}
WRITERS = [command.keys.split(",")[0] for command in COMMANDS if command.action in WRITING_ACTIONS]


def files(*folders: Path) -> dict[str, bytes]:
    """Return the contents of all files of folders but locks."""
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file() and path.name != "lock")
    return {str(path): path.read_bytes() for path in found}


@pytest.fixture
def closed(library: Library, root: Path, places: Places) -> Library:
    """A library with a saved search and something to undo, opened for reading only."""
    library.saved_searches.save("deterrence")
    library.own_names.remove("Washington")
    return Library(root, places, Settings(read_only=True))


@pytest.mark.parametrize("key", ["U", "|"])
async def test_a_narrow_terminal_shows_the_whole_reason(key: str, start: Start, closed: Library) -> None:
    async with start(of=closed, size=(80, 24)) as reader:
        await reader.press("enter", key)
        await reader.until(lambda: "with --read-only or read_only; start without it" in reader.status_text)


@pytest.mark.parametrize("key", WRITERS)
async def test_a_key_that_writes_says_why_it_does_not(key: str, start: Start, closed: Library) -> None:
    async with start(of=closed) as reader:
        await reader.press("full_stop", key)
        await reader.until(lambda: "nothing is written with --read-only" in reader.status_text)


async def test_a_session_full_of_keys_writes_nothing_but_the_cache(
    start: Start, closed: Library, root: Path, places: Places
) -> None:
    before = files(root, places.config, places.data)
    keys = [key for command in COMMANDS if command.id not in LEAVING for key in command.keys.split(",")]
    async with start(of=closed) as reader:
        for key in keys:
            await reader.press(key, "escape", "escape")
        for key in keys:
            await reader.press("enter", key)
            while len(reader.app.screen_stack) > 1:
                await reader.press("escape")
    assert files(root, places.config, places.data) == before


async def test_a_saved_search_is_visited_and_not_counted_as_seen(
    start: Start, closed: Library, root: Path, places: Places
) -> None:
    before = files(root, places.config, places.data)
    async with start(of=closed) as reader:
        await reader.press("S")
        await reader.until(lambda: len(reader.screen.panel.lines) == 2)
        await reader.press("down", "enter")
        await reader.until(lambda: "new since" in reader.status_text)
        await reader.until(lambda: reader.counter == "2 of 5")
    assert files(root, places.config, places.data) == before
