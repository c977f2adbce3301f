"""Textual's terminal driver, changed to send only the cells that change and to survive bad input bytes.

All private parts of Textual that the reader uses are used in this file; tests/ui/test_driver.py checks that they exist.
"""

import codecs
from collections.abc import Callable
from functools import partial

from textual.app import App
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from briefreader.ui.terminal.screen_diff import ScreenDiff


def _tolerant_decoder(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")


# The driver decodes typed bytes strictly, and one bad byte (a Latin-1 paste, line noise) would end the program.
linux_driver.getincrementaldecoder = _tolerant_decoder  # type: ignore[attr-defined, assignment]


class DiffDriver(LinuxDriver):
    """Sends only what changes on the screen, and ends quietly when the terminal is gone."""

    _diff: ScreenDiff | None = None

    @classmethod
    def of(cls, app: App[None]) -> "DiffDriver | None":
        """Return the driver of a running app; None where the app has another one, as in tests."""
        return app._driver if isinstance(app._driver, cls) else None

    def write(self, data: str) -> None:
        """Send what makes the terminal show the data; drop it when the terminal is closed."""
        if self._diff is None:
            self._diff = ScreenDiff(*self._get_terminal_size())
        self._send(self._diff.rewrite(data))

    def _send(self, data: str) -> None:
        if data and self._writer_thread is not None and self._writer_thread.is_alive():
            self._writer_thread.write(data)

    def resize(self, columns: int, rows: int) -> None:
        """Treat the screen's content as unknown, because the terminal has a new size."""
        if self._diff is not None:
            self._diff.resize(columns, rows)

    def forget(self) -> None:
        """Treat the screen's content as unknown, which makes the next paint complete."""
        if self._diff is not None:
            self._diff.forget()

    def start_application_mode(self) -> None:
        """Take over the terminal, at the start and after `fg`."""
        self.forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Restore the terminal and its colours."""
        if self._diff is not None:
            self._send(self._diff.leave())
        super().stop_application_mode()

    def close(self) -> None:
        """End the thread that writes, unless a closed terminal has ended it already."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().close()
