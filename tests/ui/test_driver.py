"""The driver sends what changes to a terminal that may be gone; the private parts of Textual that it uses exist."""

import asyncio
import inspect
import os
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from threading import Event

from textual import events
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from briefreader.ui.terminal.answers import Answers
from briefreader.ui.terminal.driver import DiffDriver
from briefreader.ui.terminal.line import Line
from briefreader.ui.terminal.screen_diff import ScreenDiff
from briefreader.ui.terminal.writer import TerminalWriter


@dataclass
class Writer:
    """Stands for the thread that writes to the terminal."""

    alive: bool = True
    sent: list[str] = field(default_factory=list)

    def is_alive(self) -> bool:
        return self.alive

    def write(self, data: str) -> None:
        self.sent.append(data)


def driver(writer: Writer, line: Line = Line()) -> DiffDriver:  # noqa: B008 - a tuple
    made = DiffDriver.on(line).__new__(DiffDriver.on(line))
    made._writer_thread = writer  # type: ignore[assignment]
    made._diff = ScreenDiff(80, 24)
    made._charset = None
    made._unsent = line.unsent
    made._sync_begins = False
    return made


def test_equal_output_is_sent_once_and_again_after_a_redraw() -> None:
    writer = Writer()
    used = driver(writer)
    used.write("\x1b[1;1HSeoul")
    used.write("\x1b[1;1HSeoul")
    assert len(writer.sent) == 1
    used.forget()
    used.write("\x1b[1;1HSeoul")
    assert "Seoul" in writer.sent[1]


def test_nothing_is_sent_to_a_closed_terminal() -> None:
    writer = Writer(alive=False)
    driver(writer).write("\x1b[1;1HSeoul")
    assert writer.sent == []


async def test_bytes_that_are_no_text_are_typed_as_the_sign_for_it_and_the_end_of_the_terminal_ends_the_app() -> None:
    read, written = os.pipe()
    os.write(written, b"a\xffb")
    os.close(written)
    used = driver(Writer())
    typed: list[Message] = []
    statuses: list[int] = []
    used._loop, used._debug, used._charset = asyncio.get_running_loop(), False, None
    used.exit_event, used.fileno, used._answers = Event(), read, Answers(lambda *_: None)
    used._app = App()
    used._app.exit = lambda return_code: statuses.append(return_code)  # type: ignore[method-assign, assignment, misc]
    used.process_message = typed.append  # type: ignore[method-assign, assignment]
    used.run_input_thread()
    await asyncio.sleep(0)
    os.close(read)
    assert [event.character for event in typed if isinstance(event, events.Key)] == ["a", "\ufffd", "b"]
    assert statuses == [128 + signal.SIGHUP]


def test_a_paint_that_changes_nothing_sends_no_marks_of_its_beginning_and_end() -> None:
    writer = Writer()
    used = driver(writer)
    for data in ("\x1b[?2026h", "\x1b[1;1HSeoul", "\x1b[?2026l") * 2:
        used.write(data)
    assert writer.sent == ["\x1b[?2026h\x1b[HSeoul", "\x1b[?2026l"]


def test_a_slow_line_gets_no_long_keys_and_no_motion_of_the_mouse() -> None:
    writer = Writer()
    used = driver(writer, Line(slow=True))
    for data in ("\x1b[?1000h", "\x1b[?1003h", "\x1b[>25u", "\x1b[<u", "\x1b[?1003l"):
        used.write(data)
    assert writer.sent == ["\x1b[?1000h"]


def test_the_sequences_that_a_slow_line_does_not_get_are_those_of_textual() -> None:
    source = inspect.getsource(linux_driver)
    assert Line(slow=True).unsent == {"\x1b[>25u", "\x1b[<u", "\x1b[?1003h", "\x1b[?1003l"}
    assert all(repr(sequence)[1:-1] in source for sequence in ("\x1b[<u", "\x1b[?1003h", "\x1b[?1003l"))
    flags = (linux_driver.KITTY_DISAMBIGUATE_ESCAPE_CODES, linux_driver.KITTY_REPORT_ALL_KEYS)
    assert sum(flags) + linux_driver.KITTY_REPORT_ASSOCIATED_TEXT == 25


def test_the_driver_of_textual_writes_by_a_thread_of_that_name() -> None:
    assert "self._writer_thread = WriterThread(" in inspect.getsource(LinuxDriver.start_application_mode)
    assert vars(linux_driver)["WriterThread"] is TerminalWriter
    assert {"write", "is_alive", "stop"} <= {*dir(WriterThread)} & {*dir(TerminalWriter)}


def test_the_driver_of_textual_knows_the_size_of_the_terminal() -> None:
    columns, rows = LinuxDriver._get_terminal_size(DiffDriver.__new__(DiffDriver))
    assert columns > 0
    assert rows > 0


def test_the_methods_that_are_replaced_exist() -> None:
    replaced = (
        *("write", "start_application_mode", "stop_application_mode", "close", "run_input_thread"),
        *("_request_terminal_sync_mode_support", "_query_in_band_window_resize"),
    )
    assert all(name in LinuxDriver.__dict__ for name in replaced)


async def test_an_app_knows_its_driver() -> None:
    app: App[None] = App()
    async with app.run_test():
        headless = app._driver
        assert headless is not None
        assert DiffDriver.of(app) is None
        app._driver = driver(Writer())
        assert DiffDriver.of(app) is app._driver
        app._driver = headless


def test_textual_reads_the_settings_of_the_package_when_it_is_imported() -> None:
    code = "import briefreader.ui; from textual import constants as c; print(c.MAX_FPS, c.TEXTUAL_ANIMATIONS)"
    here = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL_", "SSH_"))}
    for environment, paints in ((here, "250"), ({**here, "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, "120")):
        command = [sys.executable, "-c", code]
        found = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=30)
        assert found.stdout.split() == [paints, "none"]
