"""Locks a file that names the process holding the lock."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from briefreader.store.files import make_folder
from briefreader.text import clean_line


@contextmanager
def lock(path: Path, purpose: str, told: Callable[[str], object]) -> Iterator[None]:
    """Hold the lock of a file; while another process holds it, pass a sentence about that process to `told` and wait.

    The system frees the lock when its holder ends in any way, so a file left behind locks nothing. A file system
    without locks gives none, and the caller goes on. Raises OSError where the file cannot be made.
    """
    make_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            told(f"waiting for {_holder(descriptor)} ({path.parent})")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            pass
        with suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{purpose}, process {os.getpid()}".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def _holder(descriptor: int) -> str:
    return clean_line(os.pread(descriptor, 200, 0).decode("utf-8", "replace")) or "another process"
