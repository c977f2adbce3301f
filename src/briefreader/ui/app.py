"""The application around the reader: themes, signals, the palette, and how it ends."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from briefreader.library import Library
from briefreader.ui.key_commands import COMMANDS
from briefreader.ui.palette import palette
from briefreader.ui.screens.reader_screen import ReaderScreen
from briefreader.ui.terminal.driver import FrugalDriver
from briefreader.ui.terminal.guard import ControlGuard
from briefreader.ui.themes import THEMES

ENDING_SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)


class BriefreaderApp(App[None]):
    """briefreader on a terminal."""

    CSS_PATH = "briefreader.tcss"
    TITLE = "briefreader"
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", show=False, priority=True)]

    def __init__(self, library: Library, query: str = "", brief_id: str | None = None, theme: str = "dark") -> None:
        no_color = bool(os.environ.get("NO_COLOR"))
        super().__init__(driver_class=FrugalDriver, ansi_color=True if no_color else None)
        for own in THEMES.values():
            self.register_theme(own)
        self._no_color = no_color
        self.set_class(no_color, "-no-color")
        self._guard = ControlGuard()
        self._reader = ReaderScreen(library, query, brief_id)
        # Set before the style sheets are read: a change of theme afterwards would have them read again.
        self.set_reactive(App.theme, "ansi" if no_color else theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self._reader.set_reactive(ReaderScreen.palette, palette(self.theme, no_color))

    def get_default_screen(self) -> Screen[None]:
        """Return the reader."""
        return self._reader

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and the last guard before the terminal."""
        return [*super().get_line_filters(), self._guard]

    def watch_theme(self, theme: str) -> None:
        """Hand the colours of the theme down to the reader."""
        self._reader.palette = palette(theme, self._no_color)

    def on_mount(self) -> None:
        """Let signals end the program as a key would, and paint anew after `fg`."""
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))
        self.call_after_refresh(_collect_garbage_again)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())

    async def on_event(self, event: events.Event) -> None:
        """Let the reader know of every key before anything is done with it."""
        if isinstance(event, events.Key | events.Paste | events.MouseDown):
            self._reader.hear()
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Trust nothing that a terminal of another size showed."""
        if isinstance(self._driver, FrugalDriver):
            self._driver.resize(*event.size)

    def action_redraw(self) -> None:
        """Paint everything anew, after `fg` or when another program has written on the screen."""
        if isinstance(self._driver, FrugalDriver):
            self._driver.forget()
        self.screen.refresh(layout=True)

    def action_help_quit(self) -> None:
        """Say how to leave, where Ctrl+C was meant to."""
        self._reader.status.message = "Ctrl+Q quits"

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer in the palette what the keys do, and the themes."""
        if screen is self._reader:
            for command in COMMANDS:
                if command.group != "Move" and command.id not in ("palette", "back"):
                    yield SystemCommand(f"{command.label} ({command.shown})", "", partial(self._act, command.action))
        for name in THEMES:
            yield SystemCommand(f"Theme: {name}", "", partial(setattr, self, "theme", name))

    async def _act(self, action: str) -> None:
        await self.run_action(action, self._reader)


def run(library: Library, query: str = "", brief: str | None = None) -> int:
    """Run the reader until it is left; return the exit status of the program."""
    # Searches run in threads beside this one: a key waits half a millisecond for Python's lock, not five.
    sys.setswitchinterval(0.0005)
    app = BriefreaderApp(library, query, brief, library.settings.theme)
    app.run()
    status = app.return_code or 0
    if status == 128 + signal.SIGHUP:
        _let_go_of_terminal()
    return status


def _collect_garbage_again() -> None:
    """Turn collection on, and never look at what was made before the first paint: it all stays."""
    gc.freeze()
    gc.enable()


def _let_go_of_terminal() -> None:
    """Point the standard streams nowhere: Python flushes them at its end, and the terminal is gone."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
