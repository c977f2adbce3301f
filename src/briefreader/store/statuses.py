"""Reads the sizes and times of many files, which is nearly all the work of a look; two processes share it."""

import mmap
import os
import signal
import stat
import threading
from array import array
from collections.abc import Sequence
from contextlib import suppress

from briefreader.store.cores import cores

GONE = -1  # the size that stands for a missing file
LATEST = (1 << 63) - 1  # nanoseconds, in the year 2262; a file system may keep a time beyond
_MANY = 4_096  # files that make a second process worth its start: they take 15 ms, the start 2
_BYTES = 2 * array("q").itemsize
_DONE = b"\1"
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

Names = tuple[str, Sequence[str]]
"""A folder and names in it."""


def statuses(folders: Sequence[Names]) -> "array[int]":
    """Return the size and the time of change in nanoseconds of each file, one after the other in the order given.

    Links are followed; the size is `GONE` where a name belongs to no regular file.
    """
    total = _count(folders)
    if total >= _MANY and _may_fork():
        with suppress(OSError):  # no more memory or processes are to be had
            return _shared_look(folders, total // 2)
    return _look(folders)


def _shared_look(folders: Sequence[Names], ours: int) -> "array[int]":
    """Return the same as `_look`, shared with a second process. Raises OSError where the system starts none."""
    first, others = _parted(folders, ours)
    with mmap.mmap(-1, _count(others) * _BYTES + 1) as memory:
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)  # only the parent ends the helper
        try:
            helper = os.fork()
            if not helper:
                _help(others, memory)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        try:
            figures = _look(first)
            with suppress(ChildProcessError):  # where SIGCHLD is ignored, no status is kept
                os.waitpid(helper, 0)
        except BaseException:
            with suppress(OSError):
                os.kill(helper, signal.SIGKILL)
                os.waitpid(helper, 0)
            raise
        if memory[-1:] != _DONE:
            return figures + _look(others)
        figures.frombytes(memory[:-1])
        return figures


def _count(folders: Sequence[Names]) -> int:
    return sum(len(names) for _, names in folders)


def _parted(folders: Sequence[Names], count: int) -> tuple[list[Names], list[Names]]:
    """Return the first `count` names with their folders, and the other names with theirs."""
    first: list[Names] = []
    others: list[Names] = []
    for folder, names in folders:
        first.append((folder, names[:count]))
        others.append((folder, names[count:]))
        count -= len(first[-1][1])
    return first, others


def _look(folders: Sequence[Names]) -> "array[int]":
    figures = array("q")
    for folder, names in folders:
        _look_at(folder, names, figures)
    return figures


def _look_at(folder: str, names: Sequence[str], figures: "array[int]") -> None:
    note, status_of, is_file = figures.append, os.stat, stat.S_ISREG
    descriptor: int | None = None
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)  # saves the lookup of the whole path for each name
    except OSError:  # the folder is gone, or too many files are open
        names = [os.path.join(folder, name) for name in names]  # noqa: PTH118
    try:
        for name in names:
            try:
                status = status_of(name, dir_fd=descriptor)
            except OSError:  # a dangling link, or a file that went away since the folder was listed
                note(GONE)
                note(0)
                continue
            note(status.st_size if is_file(status.st_mode) else GONE)
            try:
                note(status.st_mtime_ns)
            except OverflowError:
                note(LATEST)
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _may_fork() -> bool:
    """Return whether a fork is safe and has a core; a lock of another thread would stay locked in the child."""
    return hasattr(os, "fork") and threading.active_count() == 1 and cores() > 1


def _help(folders: Sequence[Names], memory: mmap.mmap) -> None:
    """Write the figures into shared memory and end this process without the clean-up that belongs to its parent."""
    try:
        memory[:] = _look(folders).tobytes() + _DONE
    finally:
        os._exit(0)
