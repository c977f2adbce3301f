"""Reads the sizes and times of many files, which is nearly all the work of listing a library."""

import os
import stat
from array import array
from collections.abc import Iterable, Sequence

GONE = -1  # the size that stands for a missing file
LATEST = (1 << 63) - 1  # nanoseconds, in the year 2262; a file system may keep a time beyond


def statuses(folders: Iterable[tuple[str, Sequence[str]]], *, follow: bool = True) -> "array[int]":
    """Return the size and the time of change in nanoseconds of each file, one after the other in the order given.

    The files are given as names in folders. The size is `GONE` where a name belongs to no regular file; a link is none
    unless it is to be followed.
    """
    figures = array("q")
    for folder, names in folders:
        _add(folder, names, figures, follow)
    return figures


def _add(folder: str, names: Sequence[str], figures: "array[int]", follow: bool) -> None:
    note, status_of, is_file = figures.append, os.stat, stat.S_ISREG
    descriptor: int | None = None
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)  # saves the lookup of the whole path for each name
    except OSError:  # the folder is gone, or too many files are open
        names = [os.path.join(folder, name) for name in names]  # noqa: PTH118
    try:
        for name in names:
            try:
                status = status_of(name, dir_fd=descriptor, follow_symlinks=follow)
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
