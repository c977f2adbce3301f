"""Writes answers to standard output, messages and progress to standard error.

Only text, line ends, colours and the erasing of the progress line reach a terminal, whatever files and arguments hold.
"""

import errno
import io
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from briefreader.model import BriefreaderError, NotFoundError
from briefreader.text import clean_line, json_line

ACCENT = "36"
BOLD = "1"
QUIET = "2"
_SECONDS_BETWEEN_REPORTS = 0.1
_STANDARD_ERROR = 2


def silence(descriptor: int) -> None:
    """Discard all output to a descriptor, the buffered output included that Python writes at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)


def is_terminal_lost() -> bool:
    """Return whether a standard stream was a terminal that is gone, as when the connection is lost."""
    import termios  # only a program that fails needs it

    for descriptor in range(3):
        try:
            termios.tcgetattr(descriptor)
        except termios.error as error:
            if error.args[0] == errno.EIO:
                return True
    return False


class Output:
    """The streams of the program, None for a closed one; colours and widths apply on a terminal only."""

    def __init__(self, out: TextIO | None, err: TextIO | None) -> None:
        self._out = _stream(out)
        self._err = _stream(err)
        self.is_terminal = self._out.isatty()
        self.width = _terminal_width() if self.is_terminal else None
        self._coloured = (
            self.is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") not in (None, "dumb")
        )
        self._shows_progress = self._err.isatty() and os.environ.get("TERM") not in (None, "dumb")
        self._reported = 0.0
        self._progress_stands = False

    def send_no_sequences(self) -> None:
        """Send nothing but text from now on: no colours, and no progress, which erases its line."""
        self._coloured = self._shows_progress = False

    def ask(self, prompt: str) -> None:
        """Print a prompt, behind which a person writes."""
        self._out.write(prompt)
        self._out.flush()

    def line(self, text: str = "") -> None:
        """Print a line of safe text."""
        self._out.write(f"{text}\n")

    def json(self, record: object) -> None:
        """Print a record as one line of JSON, in UTF-8 whatever the locale."""
        self.document(json_line(record))

    def document(self, text: str) -> None:
        """Print safe text for other programs, and the end of its last line, in UTF-8 whatever the locale."""
        if isinstance(self._out, io.TextIOWrapper) and self._out.encoding.lower() not in ("utf-8", "utf8"):
            self._out.reconfigure(encoding="utf-8")
        self._out.write(f"{text}\n")

    def flush(self) -> None:
        """Write buffered output."""
        self._out.flush()

    def style(self, text: str, code: str) -> str:
        """Return text in a colour or attribute, if the terminal shows it."""
        return f"\x1b[{code}m{text}\x1b[0m" if self._coloured and text else text

    def message(self, text: str) -> None:
        """Write a sentence to standard error."""
        try:
            self.end_progress()
            self._err.write(f"briefreader: {clean_line(text)}\n")
            self._err.flush()
        except OSError:  # standard error is closed
            silence(_STANDARD_ERROR)

    def error(self, error: BriefreaderError) -> None:
        """Write the message of an error and the candidates of something not found."""
        self.message(str(error))
        if isinstance(error, NotFoundError):
            lines = [f"{clean_line(entry.id)}  {clean_line(entry.title)}" for entry in error.candidates]
            lines += map(clean_line, error.names)
            self._err.writelines(f"  {line}\n" for line in lines)

    def progress(self, done: int, total: int) -> None:
        """Show the progress of the index on a terminal."""
        now = time.monotonic()
        if self._shows_progress and now - self._reported > _SECONDS_BETWEEN_REPORTS:
            self._reported, self._progress_stands = now, True
            self._err.write(f"\r\x1b[Kindexing {done:,} of {total:,}")
            self._err.flush()

    def end_progress(self) -> None:
        """Erase the progress line."""
        if self._progress_stands:
            self._progress_stands = False
            self._err.write("\r\x1b[K")
            self._err.flush()

    def table(self, rows: Iterable[Sequence[str]], styles: Sequence[str], caps: Sequence[int]) -> None:
        """Print rows in columns, padded but the last, and on a terminal cut to `caps` and to its width."""
        cells = [[clean_line(cell) for cell in row] for row in rows]
        if self.width is not None:
            cells = [[cut(cell, cap) for cell, cap in zip(row, caps, strict=True)] for row in cells]
        widths = [max((cell_width(row[at]) for row in cells), default=0) for at in range(len(caps))]
        shown = [at for at, width in enumerate(widths) if width]
        for row in cells:
            self.line(self._row(row, [(at, widths[at]) for at in shown], styles))

    def _row(self, row: Sequence[str], columns: Sequence[tuple[int, int]], styles: Sequence[str]) -> str:
        parts = []
        left = self.width
        for at, width in columns:
            last = at == columns[-1][0]
            cell = row[at] if left is None else cut(row[at], left)
            padding = "" if last else " " * (width - cell_width(cell) + 2)
            if left is not None:
                left = max(0, left - cell_width(cell) - len(padding))
            parts.append((self.style(cell, styles[at]) if styles[at] else cell) + padding)
        return "".join(parts).rstrip(" ")

    def paragraph(self, text: str, indent: str = "") -> None:
        """Print a paragraph, wrapped and indented on a terminal, on one line elsewhere."""
        for line in self.paragraph_lines(text, indent):
            self.line(line)

    def paragraph_lines(self, text: str, indent: str = "") -> Iterator[str]:
        """Yield the lines in which a paragraph is printed."""
        for number, line in enumerate(wrapped(text, self.width - len(indent)) if self.width else [text]):
            yield f"{indent if number == 0 else ' ' * len(indent)}{line}"

    def labelled(self, label: str, style: str, name: str, title: str) -> None:
        """Print a label in a style, a name and a title; a title too long for a terminal stands below the whole name."""
        start = f"{self.style(label, style)}{name}"
        if not title:
            self.line(start)
        elif self.width is None or cell_width(f"{label}{name}  {title}") <= self.width:
            self.line(f"{start}  {title}")
        else:
            self.line(start)
            self.paragraph(title, indent=" " * len(label))


def _stream(stream: TextIO | None) -> TextIO:
    """Return a stream that accepts every text, and discards it if the given one is closed."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - stands in for a stream of the process
    from briefreader.charset import charset

    if charset(stream) is None and isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _terminal_width() -> int:
    import shutil  # takes 3 ms, since it imports packers of files

    return shutil.get_terminal_size().columns


def cell_width(text: str) -> int:
    """Return the width of text in columns of a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def cut(text: str, width: int) -> str:
    """Return text cut to a number of columns, with an ellipsis at its end if it was longer."""
    if cell_width(text) <= width:
        return text
    kept, used = "", 1
    for char in text:
        used += cell_width(char)
        if used > width:
            break
        kept += char
    return f"{kept.rstrip()}…" if width > 0 else ""


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield text in lines of at most `width` columns, broken between words or, if one is longer, within a word."""
    line, used = "", 0
    for word in text.split():
        size = cell_width(word)
        if line and used + 1 + size > width:
            yield line
            line, used = "", 0
        if size > width > 1:
            from briefreader.ui.widgets.text_layout import wrapped as wrapped_word

            *full, word = wrapped_word(word, width)
            yield from full
            size = cell_width(word)
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    yield line
