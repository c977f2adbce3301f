"""Reads the commands of line mode from a person at a terminal, or from a file or a pipe."""

from __future__ import annotations

import io
import select
import sys
from collections.abc import Iterator
from typing import BinaryIO

from briefreader.cli.printing import Output
from briefreader.text import clean_line

PROMPT = "> "
PATIENCE = 1.0
"""Seconds after which a pipe that gives nothing counts as empty: one that the parent left open may never end."""


class GivenLines:
    """The lines that are given as commands, each cleaned; `first` is one that was read already."""

    def __init__(self, stream: BinaryIO, out: Output, *, prompts: bool, first: bytes = b"") -> None:
        self._stream = stream
        self._out = out
        self._prompts = prompts
        self._first = first

    def __iter__(self) -> Iterator[str]:
        """Yield each line until the end of the stream; a person is asked for it.

        The terminal edits the line. A library for this would send sequences.
        """
        if self._first:
            yield _text(self._first)
        while True:
            if self._prompts:
                self._out.ask(PROMPT)
            try:
                line = self._stream.readline()
            except KeyboardInterrupt:
                self._end_line()
                raise
            if not line:
                self._end_line()
                return
            yield _text(line)

    def _end_line(self) -> None:
        """End the line of the prompt, so that the shell begins a line of its own."""
        if self._prompts:
            self._out.line()
            self._out.flush()


def given_lines(out: Output) -> GivenLines | None:
    """Return the lines of standard input, None if it is empty, silent, closed, or a terminal without the output."""
    if sys.stdin is None:
        return None
    stream = sys.stdin.buffer
    if sys.stdin.isatty():
        return GivenLines(stream, out, prompts=True) if out.is_terminal else None
    if not _comes_soon(stream):
        return None
    first = stream.readline()
    return GivenLines(stream, out, prompts=False, first=first) if first else None


def _comes_soon(stream: BinaryIO) -> bool:
    """Return whether a stream gives something, or its end, within the time of PATIENCE."""
    try:
        return bool(select.select([stream], [], [], PATIENCE)[0])
    except io.UnsupportedOperation:  # it is no file, as in a test
        return True


def _text(line: bytes) -> str:
    """Return a line as text: UTF-8 as scripts write it whatever the locale, else in the encoding of the locale."""
    try:
        return clean_line(line.decode())
    except UnicodeDecodeError:
        return clean_line(line.decode(sys.stdin.encoding or "utf-8", "replace"))
