"""The thread that writes to the terminal ends, whatever the terminal does."""

import os
import time
from pathlib import Path

from briefreader.ui.terminal.writer import SECONDS_TO_END, TerminalWriter

MORE_THAN_A_PIPE_HOLDS = "x" * 200_000


def started(descriptor: int) -> TerminalWriter:
    writer = TerminalWriter(os.fdopen(descriptor, "w", encoding="utf-8", closefd=False))
    writer.start()
    return writer


def test_what_was_given_is_written_in_order_before_the_end(tmp_path: Path) -> None:
    file = tmp_path / "terminal"
    with file.open("wb") as out:
        writer = started(out.fileno())
        for text in ("one ", "two ", "é"):
            writer.write(text)
        writer.stop()
    assert file.read_text("utf-8") == "one two é"


def test_a_terminal_that_takes_nothing_in_is_given_up() -> None:
    read, written = os.pipe()
    writer = started(written)
    for _ in range(50):
        writer.write(MORE_THAN_A_PIPE_HOLDS)
    before = time.monotonic()
    writer.stop()
    assert time.monotonic() - before >= SECONDS_TO_END
    assert writer.is_alive()
    os.close(read)  # ends the thread
    writer.join(10)
    os.close(written)
    assert not writer.is_alive()


def test_what_waits_may_be_dropped() -> None:
    read, written = os.pipe()
    writer = started(written)
    writer.write(MORE_THAN_A_PIPE_HOLDS)
    assert os.read(read, 1) == b"x"
    writer.write("late")
    writer.drop()
    writer.write("end")
    writer._waiting.put(None)
    data = b""
    while not data.endswith(b"end"):
        data += os.read(read, 65536)
    assert b"late" not in data
    os.close(read)
    os.close(written)


def test_a_lost_terminal_ends_the_thread() -> None:
    read, written = os.pipe()
    os.close(read)
    writer = started(written)
    writer.write("x")
    writer.join(10)
    assert not writer.is_alive()
    os.close(written)
