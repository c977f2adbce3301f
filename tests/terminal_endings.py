"""Ends and interrupts the reader at random moments, and tells what is wrong with the terminal and the status then."""

import os
import random
import re
import shutil
import signal
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from terminal import BRIEFREADER, Terminal, environment

LONGEST_START = 1.2
"""Seconds; a signal comes at some moment from the start of the process on until the reader is at rest."""
LONGEST_END = 90.0
"""Seconds; a reader works off the keys that were typed before its last one, on a busy machine for many seconds."""
NOISE = 6_000
"""Random bytes typed in a session."""

_MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
_SET_AT_LAST = {b"25", b"7"}
"""The modes that a terminal has at first: the cursor is shown, lines wrap."""


class Ending(NamedTuple):
    """How a session ended: the seconds from the signal to the end, and what was wrong (empty if nothing was)."""

    seconds: float
    wrong: str


def run(kind: str, home: Path, chance: random.Random) -> Ending:
    """Run a session and end it in one of the ways of KINDS. The index in the home is up to date."""
    columns = chance.choice((60, 80, 120))
    with tempfile.TemporaryDirectory() as folder:
        # What random keys write, a correction among it, goes into a home of their own and is thrown away with it, and a
        # command or an editor that they would start is not found.
        own = Path(shutil.copytree(home, Path(folder) / "home"))
        variables = {"PATH": folder, "EDITOR": "none", "PAGER": "none", "BROWSER": "none"}
        program = Terminal(
            [*BRIEFREADER, "--sample"], environment(own, **variables), columns=columns, rows=24, cwd=Path(folder)
        )
        with program as terminal:
            return KINDS[kind](terminal, chance)


def _by_signal(number: signal.Signals) -> Callable[[Terminal, random.Random], Ending]:
    def end(terminal: Terminal, chance: random.Random) -> Ending:
        before = termios.tcgetattr(terminal.fd)
        _use(terminal, chance)
        started = time.monotonic()
        os.kill(terminal.pid, number)
        seconds, status = _wait(terminal, started)
        wrong = [] if status == 128 + number else [f"status {status}"]
        return Ending(seconds, "; ".join([*wrong, *_wrong_with(terminal, before)]))

    return end


def _by_hang_up(terminal: Terminal, chance: random.Random) -> Ending:
    _use(terminal, chance)
    started = time.monotonic()
    terminal.close()
    seconds, status = _wait(terminal, started)
    return Ending(seconds, "" if status == 128 + signal.SIGHUP else f"status {status}")


def _by_stop(terminal: Terminal, chance: random.Random) -> Ending:
    """Stop the reader with its key or by a signal, continue it, and leave it by its key."""
    before = termios.tcgetattr(terminal.fd)
    terminal.wait_for("84 briefs")
    terminal.read(chance.random() / 4)
    way = chance.choice(("key", "SIGTSTP", "SIGSTOP"))
    started = time.monotonic()
    if way == "key":
        terminal.type("\x1a")
    else:
        os.kill(terminal.pid, signal.Signals[way])
    terminal.wait_until_stopped()
    seconds = time.monotonic() - started
    wrong = [] if way == "SIGSTOP" else [f"stopped by {way}: {fault}" for fault in _wrong_with(terminal, before)]
    terminal.screen.reset()
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.wait_for("84 briefs")
    wrong += [f"continued after {way}: mode {mode} is off" for mode in ("1049", "2004") if not _is_set(terminal, mode)]
    terminal.type("/seoul")
    terminal.wait_for(" of 84")
    terminal.type("\x11")
    _, status = _wait(terminal, started)
    wrong += [] if status == 0 else [f"status {status} after {way}"]
    return Ending(seconds, "; ".join([*wrong, *_wrong_with(terminal, before)]))


def _by_key_after_noise(terminal: Terminal, chance: random.Random) -> Ending:
    """Type random bytes without the keys that end or stop the reader, then leave it by its key."""
    before = termios.tcgetattr(terminal.fd)
    terminal.wait_for("84 briefs")
    noise = bytes(chance.choice([byte for byte in range(256) if byte not in b"\x11\x1a\x1cq"]) for _ in range(NOISE))
    for at in range(0, NOISE, 500):
        os.write(terminal.fd, noise[at : at + 500])
        terminal.read(0.05)
    terminal.settle(0.5, limit=60)
    started = time.monotonic()
    # The noise may have begun a paste, and any number of programs that were not found may wait for Enter, one after
    # another; Ctrl+Q is no key to those.
    while time.monotonic() - started < LONGEST_END:
        os.write(terminal.fd, b"\r\x1b[201~\x11")
        if _has_ended(terminal, 2.0):
            break
    seconds, status = _wait(terminal, started)
    wrong = [] if status == 0 else [f"status {status}: {_error(terminal)}"]
    return Ending(seconds, "; ".join([*wrong, *_wrong_with(terminal, before)]))


KINDS: dict[str, Callable[[Terminal, random.Random], Ending]] = {
    "SIGTERM": _by_signal(signal.SIGTERM),
    "SIGHUP": _by_signal(signal.SIGHUP),
    "hang-up": _by_hang_up,
    "stop and continue": _by_stop,
    "random bytes": _by_key_after_noise,
}


def _error(terminal: Terminal) -> str:
    """Return the last line that tells of an exception."""
    found = re.findall(r"^.*\b\w*Error: .*$", terminal.text, re.MULTILINE)
    return str(found[-1]).strip() if found else "no message"


def _use(terminal: Terminal, chance: random.Random) -> None:
    """Take in what is drawn until some moment, and type a little in one of two sessions."""
    moment = time.monotonic() + chance.random() * LONGEST_START
    if chance.random() < 0.5:
        terminal.wait_for("84 briefs")
        terminal.type(chance.choice(("jjj", "/seoul", "?", "p", "\r", ">")))
    while (left := moment - time.monotonic()) > 0:
        terminal.read(left)


def _wait(terminal: Terminal, started: float) -> tuple[float, int]:
    status = terminal.wait(20)
    seconds = time.monotonic() - started
    terminal.read(0.1)
    return seconds, status


def _has_ended(terminal: Terminal, seconds: float) -> bool:
    try:
        terminal.wait(seconds)
    except AssertionError:
        return False
    return True


def _is_set(terminal: Terminal, mode: str) -> bool:
    found = [letter for number, letter in _MODE.findall(terminal.output) if number == mode.encode()]
    return found[-1:] == [b"h"]


def _wrong_with(terminal: Terminal, before: list[object]) -> list[str]:
    """Tell which modes and settings of the terminal are not as they were before the reader."""
    last = dict(_MODE.findall(terminal.output))
    wrong = [
        f"mode {mode.decode()} is {'off' if mode in _SET_AT_LAST else 'on'}"
        for mode, letter in last.items()
        if (letter == b"h") != (mode in _SET_AT_LAST)
    ]
    if terminal.output.count(b"\x1b[>25u") != terminal.output.count(b"\x1b[<u"):
        wrong.append("keys are still sent as long sequences")
    if termios.tcgetattr(terminal.fd) != before:
        wrong.append("the settings of the line are changed")
    return wrong
