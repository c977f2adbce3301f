"""Textual's terminal driver, changed to send only the cells that change and to survive bad bytes and lost terminals.

All private parts of Textual that the reader uses are used in this file; tests/ui/test_driver.py checks that they exist.
"""

import codecs
import os
import selectors
import signal
import time
from collections.abc import Iterable
from functools import partial
from threading import Event
from typing import Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message
from textual.messages import TerminalSupportsSynchronizedOutput

from briefreader.charset import charset, typed_encoding
from briefreader.ui.terminal.answers import Answers
from briefreader.ui.terminal.line import Line, answers_queries
from briefreader.ui.terminal.pastes import Pastes
from briefreader.ui.terminal.screen_diff import ScreenDiff
from briefreader.ui.terminal.writer import TerminalWriter

# Textual's own thread stops the reader when the terminal takes nothing in.
linux_driver.WriterThread = TerminalWriter  # type: ignore[attr-defined, assignment]

SYNC = "2026"
"""The mode in which a terminal shows a paint only when it is complete (synchronized output)."""
_BEGIN_SYNC, _END_SYNC = f"\x1b[?{SYNC}h", f"\x1b[?{SYNC}l"
_SECONDS_BETWEEN_LOOKS = 0.1
BURST = 8
"""Keys that are passed on at once: thousands in a row would let no search and no paint come between."""
LONGEST_WAIT = 1.0
"""Seconds that further keys wait: a widget may be gone before it has handled the last ones."""


class DiffDriver(LinuxDriver):
    """Sends only what changes on the screen, and ends quietly when the terminal is gone."""

    line = Line()

    def __init__(self, app: App[Any], **settings: Any) -> None:
        super().__init__(app, **settings)
        self._diff = ScreenDiff(*self._get_terminal_size())
        self._charset = charset(self._file)
        self._unsent = self.line.unsent
        self._answers = Answers(self._note_answer)
        self._asked = False
        self._sync_begins = False
        # Signals take effect between two steps of the program, never in the midst of a paint.
        self._loop.add_signal_handler(signal.SIGTSTP, self._stop_process)
        self._loop.add_signal_handler(signal.SIGCONT, self._continue_process)

    @classmethod
    def of(cls, app: App[None]) -> "DiffDriver | None":
        """Return the driver of a running app; None where the app has another one, as in tests."""
        return app._driver if isinstance(app._driver, cls) else None

    @classmethod
    def on(cls, line: Line) -> "type[DiffDriver]":
        """Return the driver for a line."""
        return type(cls.__name__, (cls,), {"line": line})

    def write(self, data: str) -> None:
        """Send what makes the terminal show the data; drop it when the terminal is closed."""
        if data in self._unsent:
            return
        if data == _BEGIN_SYNC:
            self._sync_begins = True  # it is sent before the first change, if there is any
        elif data == _END_SYNC:
            if not self._sync_begins:
                self._send(data)
            self._sync_begins = False
        elif changes := self._diff.rewrite(self._charset.fit(data) if self._charset else data):
            self._send(_BEGIN_SYNC + changes if self._sync_begins else changes)
            self._sync_begins = False

    def _send(self, data: str) -> None:
        if data and self._is_on:
            assert self._writer_thread is not None
            self._writer_thread.write(data)

    @property
    def _is_on(self) -> bool:
        """Whether the reader has taken over the terminal, and the terminal is there."""
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def resize(self, columns: int, rows: int) -> None:
        """Treat the screen's content as unknown, because the terminal has a new size."""
        self._diff.resize(columns, rows)

    def forget(self) -> None:
        """Treat the screen's content as unknown, which makes the next paint complete."""
        self._diff.forget()

    def start_application_mode(self) -> None:
        """Take over the terminal, at the start and after `fg`."""
        self.forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Restore the terminal and its colours; what waits for a slow line is not shown any longer."""
        if self._is_on:
            assert isinstance(self._writer_thread, TerminalWriter)
            self._writer_thread.drop()
            self._send(self._diff.leave())
        self._answers.wait()
        super().stop_application_mode()

    def close(self) -> None:
        """End the thread that writes, unless a closed terminal has ended it already."""
        if self._is_on:
            super().close()
        self._writer_thread = None

    def _stop_process(self) -> None:
        """Give the terminal back and stop, as Ctrl+Z asks."""
        if self._auto_restart and self._is_on:
            self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _continue_process(self) -> None:
        """Take over the terminal after `fg`, or anew after a stop that could not be noticed."""
        if self._auto_restart:
            if self._is_on:
                self.suspend_application_mode()
            self._must_signal_resume = True
            self.resume_application_mode()

    def _request_terminal_sync_mode_support(self) -> None:
        """Ask once whether the terminal knows synchronized output; nothing waits for the answer."""
        if self.input_tty and not self.line.slow and not self._asked and answers_queries():
            self._asked = True
            self._answers.ask(SYNC)
            self.write(f"\x1b[?{SYNC}$p")

    def _query_in_band_window_resize(self) -> None:
        """Ask for nothing: a signal tells the new size, and the mouse need not be reported by pixels."""

    def _note_answer(self, mode: str, setting: str) -> None:
        """Use synchronized output if the terminal can switch it (DECRPM: 1 it is set, 2 it is reset)."""
        if mode == SYNC and setting in "12":
            self.process_message(TerminalSupportsSynchronizedOutput())

    def run_input_thread(self) -> None:
        """Pass on what is typed; bytes that are no text become U+FFFD, and the end of the terminal ends the program."""
        decode = codecs.getincrementaldecoder(typed_encoding(self._charset))("replace").decode
        parser, pastes = XTermParser(self._debug), Pastes()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                typed = ""
                if selector.select(_SECONDS_BETWEEN_LOOKS):
                    data = self._read()
                    if not data:
                        self._loop.call_soon_threadsafe(partial(self._app.exit, return_code=128 + signal.SIGHUP))
                        return
                    typed = decode(data)
                typed = pastes.take(self._answers.take(typed))
                self._process(parser.feed(typed) if typed else ())
                self._process(parser.tick())

    def _read(self) -> bytes:
        """Return typed bytes, none where the terminal is gone."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _process(self, messages: Iterable[Message]) -> None:
        """Pass on messages; after some of a burst the others wait until the reader has dealt with those."""
        for number, message in enumerate(messages, 1):
            self.process_message(message)
            if number % BURST == 0:
                self._wait_for_reader()

    def _wait_for_reader(self) -> None:
        """Wait until the app and the widget in use have handled what was typed so far, or until the app ends."""
        handled = Event()
        self._loop.call_soon_threadsafe(self._app.call_later, self._follow_keys, handled)
        end = time.monotonic() + LONGEST_WAIT
        while not (self.exit_event.is_set() or handled.wait(_SECONDS_BETWEEN_LOOKS) or time.monotonic() > end):
            pass

    def _follow_keys(self, handled: Event) -> None:
        (self._app.focused or self._app).call_later(handled.set)
