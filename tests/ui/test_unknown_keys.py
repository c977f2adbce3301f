"""A letter or sign that is no command where it is pressed is answered by a sentence."""

import pytest
from textual.events import Key

from briefreader.library import Library
from briefreader.ui.key_table import unknown_key
from briefreader.ui.screens.redline_screen import RedlineScreen
from comparing_pilot import foot
from harbour import IDS
from reader_pilot import Start

_, TWO, _ = IDS
ANSWER = "D does nothing here; ? lists the keys"


@pytest.mark.parametrize("opens", ["F", "B"])
async def test_a_list_on_top_says_that_a_key_of_the_reader_does_nothing_there(
    start: Start, harbour: Library, opens: str
) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press(opens)
        await reader.pilot.pause()
        await reader.press("D")
        await reader.until(lambda: ANSWER in foot(reader))


async def test_a_redline_says_so_too(start: Start, harbour: Library) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("C", "D")
        screen = reader.app.screen
        assert isinstance(screen, RedlineScreen)
        await reader.until(lambda: screen.status.message == ANSWER)


async def test_the_reader_says_so_of_a_key_of_no_command_but_not_of_typed_letters(start: Start) -> None:
    async with start() as reader:
        await reader.press("enter", "j")
        assert "does nothing" not in reader.status_text
        await reader.press("K")
        assert "K does nothing here; ? lists the keys" in reader.status_text
        await reader.press("slash", "K")
        assert "does nothing" not in reader.status_text
        assert reader.screen.search_bar.input.value == "K"


async def test_a_letter_that_filters_a_panel_is_no_unknown_key(start: Start) -> None:
    async with start() as reader:
        await reader.press("f", "K")
        await reader.pilot.pause()
        assert "does nothing" not in reader.status_text


@pytest.mark.parametrize("key", ["j", "end"])
async def test_a_key_of_a_list_does_nothing_while_the_screen_that_is_being_opened_has_none(
    start: Start, harbour: Library, key: str
) -> None:
    async with start(of=harbour, brief=TWO) as reader:
        await reader.press("F")
        reader.app.screen.set_focus(None)
        await reader.press(key)
        assert unknown_key(Key("K", "K"), reader.screen) == ""  # a key that the reader has before the screen opens
        assert reader.app.is_running
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.screen)
