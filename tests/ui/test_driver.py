"""The driver sends what changes to a terminal that may be gone; the private parts of Textual that it uses exist."""

import inspect
import subprocess
import sys
from dataclasses import dataclass, field

from textual.app import App
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from briefreader.ui.terminal.driver import DiffDriver


@dataclass
class Writer:
    """Stands for the thread that writes to the terminal."""

    alive: bool = True
    sent: list[str] = field(default_factory=list)

    def is_alive(self) -> bool:
        return self.alive

    def write(self, data: str) -> None:
        self.sent.append(data)


def driver(writer: Writer) -> DiffDriver:
    made = DiffDriver.__new__(DiffDriver)
    made._writer_thread = writer  # type: ignore[assignment]
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


def test_typed_bytes_are_decoded_by_the_name_that_is_replaced() -> None:
    assert "getincrementaldecoder(" in inspect.getsource(LinuxDriver.run_input_thread)
    assert vars(linux_driver)["getincrementaldecoder"]("utf-8")().decode(b"a\xffb") == "a\ufffdb"


def test_the_driver_of_textual_writes_by_a_thread_of_that_name() -> None:
    assert "self._writer_thread = WriterThread(" in inspect.getsource(LinuxDriver.start_application_mode)
    assert {"write", "is_alive"} <= set(dir(WriterThread))


def test_the_driver_of_textual_knows_the_size_of_the_terminal() -> None:
    columns, rows = LinuxDriver._get_terminal_size(DiffDriver.__new__(DiffDriver))
    assert columns > 0
    assert rows > 0


def test_the_methods_that_are_replaced_exist() -> None:
    replaced = ("write", "start_application_mode", "stop_application_mode", "close")
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
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert found.stdout.split() == ["120", "none"]
