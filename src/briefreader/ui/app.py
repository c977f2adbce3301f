"""The application around the reader: themes, signals, the command palette, and the exit status."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from rich.console import Console
from textual import events
from textual.actions import ActionParseResult
from textual.app import App, SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Offset
from textual.screen import Screen

from briefreader.library import Library, Session
from briefreader.text import clean_line
from briefreader.ui.background import READERS
from briefreader.ui.key_table import KeyTable, flaw_notice
from briefreader.ui.palette import no_color
from briefreader.ui.screens.reader_screen import ReaderScreen
from briefreader.ui.terminal.driver import DiffDriver
from briefreader.ui.terminal.guard import ControlGuard
from briefreader.ui.terminal.line import Line
from briefreader.ui.theme_choice import ThemeChoice
from briefreader.ui.widgets.cursor_place import cursor_place

ANY_LINE = Line()

PALETTE_KEY = "ctrl+p"
"""The key by which Textual opens the command palette from everywhere."""

ENDING_SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)


class BriefreaderApp(App[None]):
    """briefreader on a terminal."""

    CSS_PATH = "briefreader.tcss"
    TITLE = "briefreader"
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "quit", "Quit", show=False, priority=True)]

    def __init__(
        self,
        library: Library,
        query: str = "",
        brief_id: str | None = None,
        theme: str = "dark",
        line: Line = ANY_LINE,
        session: Session | None = None,
    ) -> None:
        super().__init__(driver_class=DiffDriver.on(line), ansi_color=True if no_color() else None)
        if line.slow and self.console.color_system == "truecolor":
            self.console = Console(color_system="256", file=self.console.file, force_terminal=True)
        self.set_class(no_color(), "-no-color")
        self._guard = ControlGuard()
        self.key_table = KeyTable(library.settings.keys)
        self._reader = ReaderScreen(library, query, brief_id)
        if session is not None:
            self._reader.restore(session)
        self._reader.bind(self.key_table.commands)
        if PALETTE_KEY not in self.key_table.keys("palette"):
            self._bindings.key_to_bindings.pop(PALETTE_KEY, None)
        self._themes = ThemeChoice(self, library.settings.themes)
        flaws = self._themes.begin("ansi" if no_color() else self._reader.memory.theme(theme))
        self._first_notice = flaw_notice((*library.settings.flaws, *self.key_table.problems, *flaws))

    def get_default_screen(self) -> Screen[None]:
        """Return the reader."""
        return self._reader

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters and the last check for control characters."""
        filters = super().get_line_filters()
        if self.native_ansi_color:  # at the start, Textual has not yet seen which theme it is
            filters = [each for each in filters if not isinstance(each, ANSIToTruecolor)]
        return [*filters, self._guard]

    @property
    def cursor_position(self) -> Offset:
        """The cell in which the terminal's cursor is left after each paint."""
        return cursor_place(self.screen)

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """Disregard the places that the fields of Textual give: they give none when they lose the focus."""

    def on_load(self) -> None:
        """Let signals end the program as a key would, from the moment before it takes over the terminal."""
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def on_mount(self) -> None:
        """Redraw after `fg`."""
        self.call_after_refresh(_collect_garbage_again)
        self._reader.status.message = self._first_notice
        if self.key_table.keymap:
            self.set_keymap(self.key_table.keymap)
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())

    async def on_event(self, event: events.Event) -> None:
        """Tell the reader about every key and click before it takes effect."""
        if isinstance(event, events.Key | events.Paste | events.MouseDown) and not event.is_forwarded:
            self._reader.note_use(event.key if isinstance(event, events.Key) else "")
        if not self._reader.types_into_note(event):
            await super().on_event(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run an action; do nothing for one of the list in use while a screen that is being opened has none."""
        target = action.partition(".")[0] if isinstance(action, str) else action[0]
        if target == "focused" and self.focused is None:
            return False
        return await super().run_action(action, default_namespace, namespaces)

    def on_resize(self, event: events.Resize) -> None:
        """Tell the driver that the screen's content is unknown."""
        if driver := DiffDriver.of(self):
            driver.resize(*event.size)

    def action_redraw(self) -> None:
        """Redraw everything, after `fg` or when another program has written on the screen."""
        if driver := DiffDriver.of(self):
            driver.forget()
        self.screen.refresh(layout=True)

    def action_history(self, step: int) -> None:
        """Go back or forward in the history, from the reader or from a screen on top."""
        self._reader.history.go(step)

    def action_compare(self, brief_id: str) -> None:
        """Show what changed from the meeting before that of a brief, from a screen on top."""
        self._reader.comparing.compare_with_former(brief_id)

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top; one that closes at two keys of a burst is closed once, and the reader stays."""
        return super().pop_screen() if len(self.screen_stack) > 1 else AwaitComplete()

    def action_command_palette(self) -> None:
        """List the commands by name."""
        from briefreader.ui.screens.command_palette import ReaderPalette  # the first paint needs none

        if not isinstance(self.screen, ReaderPalette):
            self.push_screen(ReaderPalette())

    def action_help_quit(self) -> None:
        """Answer Ctrl+C with the key that quits."""
        self._reader.status.message = "Ctrl+Q quits"

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer the commands of the keys and the themes in the command palette."""
        if screen is self._reader:
            for command in self.key_table.commands:
                if command.group != "Move" and command.id not in ("palette", "back"):
                    run = partial(self.run_action, command.screen_action, self._reader)
                    yield SystemCommand(self.key_table.line(command), "", run)
        for name in self._themes.names:
            yield SystemCommand(f"Theme: {clean_line(name)}", "", partial(self._choose_theme, name))

    def _choose_theme(self, name: str) -> None:
        self._reader.status.message = flaw_notice(self._themes.choose(name))


def run(
    library: Library,
    query: str = "",
    brief: str | None = None,
    line: Line = ANY_LINE,
    session: Session | None = None,
) -> int:
    """Run the reader until the person leaves it; return the exit status of the program.

    It begins with a query, at a brief, or where a session was left.
    """
    # Searches run in threads beside this one: a key waits half a millisecond for Python's lock instead of five.
    sys.setswitchinterval(0.0005)
    app = BriefreaderApp(library, query, brief, library.settings.theme, line, session)
    app.run(mouse=line.mouse)
    status = app.return_code or 0
    if status == 128 + signal.SIGHUP:
        _detach_standard_streams()
    if READERS.are_busy:
        # Python's own end would wait for the thread and free a text of many megabytes piece by piece.
        sys.stdout.flush()
        os._exit(status)
    return status


def _collect_garbage_again() -> None:
    """Enable garbage collection, and exempt the objects made before the first paint: they all stay."""
    gc.freeze()
    gc.enable()


def _detach_standard_streams() -> None:
    """Redirect the standard streams to nowhere: Python flushes them at its end, and the terminal is gone."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
