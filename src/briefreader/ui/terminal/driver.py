"""Textual's terminal driver, frugal with bytes and unmoved by bad ones."""

import codecs
from collections.abc import Callable
from functools import partial

from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver

from briefreader.ui.terminal.screen_diff import ScreenDiff


def _tolerant_decoder(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), errors="replace")


# The driver decodes what is typed strictly, and one bad byte (a Latin-1 paste, line noise) would end the program.
linux_driver.getincrementaldecoder = _tolerant_decoder  # type: ignore[attr-defined, assignment]


class FrugalDriver(LinuxDriver):
    """Sends only what changes on the screen, and gives up in peace when the terminal is gone."""

    _diff: ScreenDiff | None = None

    def write(self, data: str) -> None:
        """Bring the terminal to show data; what a closed terminal cannot take is dropped."""
        if self._diff is None:
            self._diff = ScreenDiff(*self._get_terminal_size())
        self._send(self._diff.rewrite(data))

    def _send(self, data: str) -> None:
        if data and self._writer_thread is not None and self._writer_thread.is_alive():
            self._writer_thread.write(data)

    def resize(self, columns: int, rows: int) -> None:
        """Take what the terminal shows as unknown: it has another size now."""
        if self._diff is not None:
            self._diff.resize(columns, rows)

    def forget(self) -> None:
        """Take what the terminal shows as unknown, so that the next paint is sent whole."""
        if self._diff is not None:
            self._diff.forget()

    def start_application_mode(self) -> None:
        """Take the terminal over, at the start and after `fg`."""
        self.forget()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found, its colours too."""
        if self._diff is not None:
            self._send(self._diff.leave())
        super().stop_application_mode()

    def close(self) -> None:
        """End the thread that writes, if a closed terminal has not ended it already."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().close()
