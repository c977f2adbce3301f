"""The thread that writes to the terminal, which may be slow, stopped or gone."""

import os
import select
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TextIO

SECONDS_TO_END = 0.4
"""The longest wait at the end for a terminal that takes nothing in."""


class TerminalWriter(Thread):
    """Writes texts to the file of a terminal, one after another.

    The queue has no limit, so that the reader never waits for the line. The bytes go past Python's buffer, whose lock
    would keep the program from ending while a stopped terminal takes nothing in.
    """

    def __init__(self, file: TextIO) -> None:
        super().__init__(daemon=True, name="terminal-output")
        self._descriptor = file.fileno()
        self._encoding, self._errors = file.encoding, file.errors or "strict"
        self._waiting: SimpleQueue[str | None] = SimpleQueue()

    def write(self, text: str) -> None:
        """Write a text after all others."""
        self._waiting.put(text)

    def drop(self) -> None:
        """Forget the texts that wait for a slow terminal."""
        with suppress(Empty):
            while True:
                self._waiting.get_nowait()

    def run(self) -> None:
        """Write until the end, or until the terminal is gone."""
        with suppress(OSError):
            while (text := self._waiting.get()) is not None:
                self._write(text.encode(self._encoding, self._errors))

    def _write(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:  # another program has set the file so that writing does not wait
                select.select([], [self._descriptor], [])

    def stop(self) -> None:
        """Write the waiting texts, and end; give up a terminal that takes nothing in."""
        self._waiting.put(None)
        self.join(SECONDS_TO_END)
