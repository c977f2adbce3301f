"""Runs a program and watches the memory of it and of all processes that it starts."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PAUSE = 0.02  # seconds between two looks


class Ran(NamedTuple):
    """A program that has run: its answer, the seconds, and the bytes in memory at most, 0 where /proc is missing."""

    status: int
    out: str
    err: str
    seconds: float
    peak: int


def run(command: Sequence[str], environment: Mapping[str, str] | None = None, timeout: float = 600) -> Ran:
    """Run a program to its end."""
    started = time.perf_counter()
    peaks = [0]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:

        def watch() -> None:
            while process.returncode is None:
                peaks[0] = max(peaks[0], _memory(process.pid))
                time.sleep(_PAUSE)

        watching = threading.Thread(target=watch)
        watching.start()
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            raise
        finally:
            process.wait()
            watching.join()
    return Ran(process.returncode, out, err, time.perf_counter() - started, peaks[0])


def _memory(pid: int) -> int:
    """Return the bytes in memory of a process and of those below it."""
    children: dict[int, list[int]] = {}
    sizes: dict[int, int] = {}
    for name in os.listdir("/proc") if Path("/proc").is_dir() else ():  # noqa: PTH208 - hundreds of names, often
        if name.isdigit():
            with suppress(OSError, IndexError, ValueError):
                fields = Path("/proc", name, "stat").read_text().rpartition(")")[2].split()
                children.setdefault(int(fields[1]), []).append(int(name))
                sizes[int(name)] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
    total, pending = 0, [pid]
    while pending:
        found = pending.pop()
        total += sizes.get(found, 0)
        pending += children.get(found, ())
    return total
