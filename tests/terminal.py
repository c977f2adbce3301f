"""A terminal in memory: the real program on a pseudo-terminal, its screen as text, its bytes counted."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

QUIET = 0.25
"""Seconds without a byte after which the program is taken to have finished drawing."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return an environment in which nothing of the person running the tests is read or written."""
    kept = {
        name: os.environ[name]
        for name in ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONPATH")
        if name in os.environ
    }
    places = {
        f"XDG_{name}_HOME": str(home / folder)
        for name, folder in (("CONFIG", ".config"), ("DATA", ".data"), ("CACHE", ".cache"), ("STATE", ".state"))
    }
    return {
        **kept,
        **places,
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        **more,
    }


class Terminal:
    """The program in a window of so many columns and rows; use it as a context manager.

    The pseudo-terminal answers no queries, as a plain terminal at the far end of a line.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        env: Mapping[str, str],
        *,
        columns: int = 120,
        rows: int = 40,
        cwd: Path | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.output = bytearray()
        self.status: int | None = None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            if cwd is not None:
                os.chdir(cwd)
            os.execvpe(arguments[0], list(arguments), dict(env))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            self.wait()
        self.close()

    def close(self) -> None:
        """Take the terminal away, as a lost connection does."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def read(self, seconds: float) -> int:
        """Take in what the program writes within so many seconds; return the number of bytes."""
        before = len(self.output)
        if self.fd < 0:
            time.sleep(seconds)
            return 0
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            waiting = select.poll()  # `select` knows no descriptors beyond 1023
            waiting.register(self.fd, select.POLLIN)
            ready = waiting.poll(left * 1_000)
            if not ready:
                break
            try:
                data = os.read(self.fd, 65536)
            except OSError:  # the program has closed the terminal
                break
            if not data:
                break
            self.output += data
            # pyte does not know private markers such as kitty's `CSI > u`; they draw nothing
            self._stream.feed(data)
        return len(self.output) - before

    def settle(self, quiet: float = QUIET, limit: float = 20.0) -> int:
        """Read until nothing has come for `quiet` seconds; return the number of bytes."""
        before = len(self.output)
        end = time.monotonic() + limit
        while time.monotonic() < end and self.read(quiet):
            pass
        return len(self.output) - before

    def wait_for(self, text: str, limit: float = 20.0) -> None:
        """Read until text stands on the screen; raise AssertionError with the screen where it does not come."""
        end = time.monotonic() + limit
        while text not in self.text:
            if time.monotonic() > end:
                raise AssertionError(f"{text!r} did not come within {limit} s:\n{self.text}")
            self.read(0.05)

    def type(self, keys: str) -> None:
        """Type keys; escape sequences are typed as they are."""
        os.write(self.fd, keys.encode())

    def press(self, keys: str) -> int:
        """Type keys, wait until the screen is still, and return the number of bytes written in answer."""
        self.type(keys)
        return self.settle()

    def wait(self, limit: float = 10.0) -> int:
        """Wait for the program to end; return its exit status as a shell tells it."""
        end = time.monotonic() + limit
        while self.status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
                self.status = 128 - self.status if self.status < 0 else self.status
            elif time.monotonic() > end:
                raise AssertionError(f"the program did not end within {limit} s:\n{self.text}")
            else:
                self.read(0.02)
        return self.status

    def wait_until_stopped(self, limit: float = 10.0) -> None:
        """Wait until the program has stopped itself, as Ctrl+Z asks."""
        end = time.monotonic() + limit
        while time.monotonic() < end:
            self.read(0.05)
            done, status = os.waitpid(self.pid, os.WNOHANG | os.WUNTRACED)
            if done and os.WIFSTOPPED(status):
                return
        raise AssertionError("the program did not stop")

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def line(self, number: int) -> str:
        """A row of the screen, the last one -1."""
        return self.screen.display[number].rstrip()


BRIEFREADER = (sys.executable, "-m", "briefreader")
"""The program under test, whatever the PATH says."""

DOWN, UP, PAGE_DOWN, PAGE_UP, ESCAPE, ENTER = "\x1b[B", "\x1b[A", "\x1b[6~", "\x1b[5~", "\x1b", "\r"
