"""Drives a running reader in tests: presses keys and reads the state of the screen."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Static

from briefreader.ui.app import BriefreaderApp
from briefreader.ui.panes.list_rows import GroupRow
from briefreader.ui.screens.reader_screen import ReaderScreen

PATIENCE = 10.0
"""Seconds after which a test fails that waits for a state."""


class Reader:
    """A running reader."""

    def __init__(self, pilot: Pilot[Any], screen: ReaderScreen) -> None:
        self._pilot = pilot
        self.screen = screen

    @property
    def pilot(self) -> Pilot[Any]:
        return self._pilot

    @property
    def app(self) -> BriefreaderApp:
        app = self._pilot.app
        assert isinstance(app, BriefreaderApp)
        return app

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until the reader is idle."""
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def click(self, x: int, y: int) -> None:
        """Click a cell of the list."""
        await self._pilot.click(self.screen.brief_list, offset=(x, y))
        await self._pilot.pause()

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Move the mouse from one cell of the screen to another with the button held down."""
        await self._pilot.mouse_down(offset=start)
        await self._pilot.hover(offset=end)
        await self._pilot.mouse_up(offset=end)
        await self._pilot.pause()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for a state; fail the test when it does not come."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                await asyncio.sleep(0.01)

    async def resize(self, columns: int, rows: int) -> None:
        await self._pilot.resize_terminal(columns, rows)
        await self._pilot.pause()

    @property
    def rows(self) -> list[str]:
        """The rows of the list: groups with a mark, briefs by ID."""
        return [f"# {row.group.name}" if isinstance(row, GroupRow) else row.id for row in self.screen.brief_list.rows]

    @property
    def open_brief(self) -> str | None:
        """The ID of the brief in the article pane."""
        brief = self.screen.article.brief
        return brief.entry.id if brief else None

    @property
    def article_text(self) -> str:
        """The lines that the article shows."""
        article = self.screen.article
        return "\n".join(article.render_line(y).text.rstrip() for y in range(article.size.height))

    @property
    def list_text(self) -> str:
        """The lines that the list shows."""
        brief_list = self.screen.brief_list
        return "\n".join(brief_list.render_line(y).text.rstrip() for y in range(brief_list.size.height))

    @property
    def screen_text(self) -> str:
        """All rows of the terminal."""
        rows = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in row).rstrip() for row in rows)

    @property
    def status_text(self) -> str:
        """The status line."""
        return self.screen.status.render_line(0).text

    @property
    def counter(self) -> str:
        return self.screen.search_bar.counter

    @property
    def library_and_count(self) -> str:
        """The right part of the first row."""
        return str(self.screen.search_bar.query_one("#counter", Static).render())


Start = Callable[..., AbstractAsyncContextManager[Reader]]
