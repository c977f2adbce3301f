"""The command palette may be closed before it has found its commands, and takes in no endless text."""

from textual.widgets import Input

from briefreader.ui.screens.command_palette import ReaderPalette
from reader_pilot import Start


async def test_a_palette_that_is_closed_at_once_does_not_end_the_reader(start: Start) -> None:
    async with start() as reader:
        for keys in (("ctrl+p", "escape"), ("ctrl+p", "s", "escape")) * 2:
            for key in keys:
                reader.app.simulate_key(key)
            await reader.until(lambda: not isinstance(reader.app.screen, ReaderPalette))
        reader.app.action_command_palette()
        reader.app.screen.dismiss()
        await reader.press("j")
        assert reader.app.screen is reader.screen
        assert reader.app.return_code in (None, 0)


async def test_a_screen_that_is_closed_twice_leaves_the_reader(start: Start) -> None:
    async with start() as reader:
        await reader.press("question_mark")
        reader.app.screen.dismiss()
        reader.app.screen.dismiss()
        await reader.press("j")
        assert reader.app.screen is reader.screen


async def test_the_palette_takes_a_hundred_letters(start: Start) -> None:
    async with start() as reader:
        await reader.press("ctrl+p")
        await reader.until(lambda: isinstance(reader.app.screen, ReaderPalette))
        for _ in range(120):
            reader.app.simulate_key("z")
        await reader.until(lambda: len(reader.app.screen.query_one(Input).value) == 100)
        await reader.press("z")
        assert len(reader.app.screen.query_one(Input).value) == 100
