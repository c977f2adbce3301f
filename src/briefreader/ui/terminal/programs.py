"""Runs other programs: with the terminal, which the reader gives away until they end, or with their output captured."""

import os
import select
import shlex
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple

from textual.app import App

MOST_OUTPUT = 1 << 20
"""Bytes of captured output; a program that writes more is ended."""
MOST_SECONDS = 120.0
"""Seconds after which a program whose output is captured is ended."""
_SECONDS_TO_END = 1.0
_PAGER, _EDITOR = "less", "vi"
"""The programs where the environment names none."""
_MILLISECONDS_BETWEEN_LOOKS = 50


def shell_command(command: str, *arguments: str) -> list[str]:
    """Return the program with arguments that runs a command in the person's shell.

    `arguments` follow the command as they are: the shell reads nothing in them.
    """
    shell = os.environ.get("SHELL") or "/bin/sh"
    if arguments:
        return ["/bin/sh", "-c", f'{command} "$@"', "sh", *arguments]
    return [shell, "-c", command]


def pager() -> str:
    """Return the command of the person's pager."""
    return _named("PAGER") or _PAGER


def editor() -> str:
    """Return the command of the person's editor."""
    return _named("VISUAL") or _named("EDITOR") or _EDITOR


def _named(variable: str) -> str:
    return os.environ.get(variable, "").strip()


def first_word(command: str) -> str:
    """Return the name of the program that a command of a variable such as EDITOR runs, without its folder."""
    try:
        words = shlex.split(command)
    except ValueError:  # a quotation mark is missing
        words = command.split()
    return os.path.basename(words[0]) if words else ""  # noqa: PTH119


def run_in_terminal(
    app: App[Any], arguments: Sequence[str], text: str | None = None, *, least_seconds: float = 0.0
) -> int:
    """Give the terminal to a program until it ends and return its exit status, as a shell tells it.

    `text` becomes its standard input. If the program fails, or ends in less than `least_seconds`, what it has printed
    stays until the person presses Enter. Raises OSError where the program cannot be started, SuspendNotSupported where
    the terminal cannot be given away.
    """
    with app.suspend(), _keys_left_to_program():
        given = text.encode("utf-8", "replace") if text is not None else None
        began = time.monotonic()
        ended = subprocess.run(arguments, input=given, check=False).returncode
        status = 128 - ended if ended < 0 else ended
        if status or time.monotonic() - began < least_seconds:
            print(f"\n[exit status {status}; Enter goes back to briefreader]", end="", flush=True)
            with suppress(OSError, KeyboardInterrupt):
                os.read(sys.__stdin__.fileno() if sys.__stdin__ else 0, 4096)
        return status


@contextmanager
def _keys_left_to_program() -> Iterator[None]:
    """Let Ctrl+C end only the program, and Ctrl+Z stop the reader with it; other signals come after its end.

    The loop learns of signals by a file descriptor, in whose place another one stands meanwhile.
    """
    noted, notes = os.pipe()
    for end in (noted, notes):
        os.set_blocking(end, False)
    of_loop = signal.set_wakeup_fd(notes)
    stop = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    quit = signal.signal(signal.SIGQUIT, _do_nothing)
    try:
        yield
    finally:
        signal.set_wakeup_fd(of_loop)
        signal.signal(signal.SIGTSTP, stop)
        signal.signal(signal.SIGQUIT, quit)
        with suppress(BlockingIOError):
            meant_for_program = (signal.SIGINT, signal.SIGQUIT, signal.SIGCONT)
            others = bytes(number for number in os.read(noted, 4096) if number not in meant_for_program)
            if of_loop >= 0:
                os.write(of_loop, others)
        os.close(noted)
        os.close(notes)


def _do_nothing(number: int, frame: object) -> None:
    """Take a signal; a program that is started does not inherit this."""


def start_in_window(arguments: Sequence[str]) -> None:
    """Start a program that has a window of its own and outlives the reader. Raises OSError where it cannot be."""
    nowhere = subprocess.DEVNULL
    subprocess.Popen(arguments, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)


class Captured(NamedTuple):
    """The output of a program with its errors, its exit status as a shell tells it, and why it was ended, if it was."""

    output: bytes
    status: int
    ended_for: str = ""


class CapturedProgram:
    """A program without a terminal that gets a text as its standard input, and whose output is captured."""

    def __init__(self, arguments: Sequence[str], text: str) -> None:
        self._arguments = arguments
        self._text = text
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def run(self) -> Captured:
        """Run the program to its end; this blocks. Raises OSError where it cannot be started."""
        with tempfile.TemporaryFile() as given:
            given.write(self._text.encode("utf-8", "replace"))
            given.seek(0)
            # In a session of its own it has no terminal that it could take over, and all that it starts can be ended.
            self._process = subprocess.Popen(
                self._arguments,
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        output, ended_for = self._collect(self._process)
        if ended_for:
            self._end(self._process)
        status = self._process.wait()
        return Captured(output, 128 - status if status < 0 else status, ended_for)

    def _collect(self, process: subprocess.Popen[bytes]) -> tuple[bytes, str]:
        """Return the output until the end of the program, and the reason why it must be ended, if it must."""
        output = bytearray()
        assert process.stdout is not None
        end = time.monotonic() + MOST_SECONDS
        with process.stdout as pipe:
            waiting = select.poll()
            waiting.register(pipe, select.POLLIN)
            is_open = True
            while True:
                if is_open and waiting.poll(_MILLISECONDS_BETWEEN_LOOKS):
                    data = os.read(pipe.fileno(), 65536)
                    is_open = bool(data)
                    output += data
                elif process.poll() is not None:
                    return bytes(output), ""  # what it has left in the background may keep the pipe open
                elif not is_open:
                    time.sleep(_MILLISECONDS_BETWEEN_LOOKS / 1_000)
                if self._stopped:
                    return bytes(output), "stopped"
                if len(output) > MOST_OUTPUT:
                    return bytes(output[:MOST_OUTPUT]), f"ended after {MOST_OUTPUT >> 20} MB of output"
                if time.monotonic() > end:
                    return bytes(output), f"ended after {MOST_SECONDS:.0f} seconds"

    def stop(self) -> None:
        """End the program and all that it has started."""
        self._stopped = True

    @staticmethod
    def _end(process: subprocess.Popen[bytes]) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                process.wait(_SECONDS_TO_END)
            os.killpg(process.pid, signal.SIGKILL)
