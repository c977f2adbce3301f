"""Lists and reads the files of notes in a folder."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_NAME = re.compile(r"[^\W_][\w.-]{0,200}\.md")


class Listed(NamedTuple):
    """A file in the folder; files with the same size, time and inode have the same content."""

    name: str
    version: tuple[int, int, int]


class NoteFolder:
    """The folder of the files of notes; nothing outside of it is read, whatever links lead there."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def listed(self) -> Iterator[Listed]:
        """Yield the files of notes, none where there is no folder. Raises OSError where it cannot be read."""
        if self.path.is_symlink():
            raise OSError(errno.ELOOP, "a link leads out of it", os.fspath(self.path))
        try:
            entries = os.scandir(self.path)
        except FileNotFoundError:
            return
        with entries:
            for entry in entries:
                if is_note_name(entry.name):
                    status = entry.stat(follow_symlinks=False)
                    yield Listed(entry.name, (status.st_ino, status.st_size, status.st_mtime_ns))

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of a file, at most `most`. Raises OSError where it is larger or no regular file."""
        path = self.path / name
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.EINVAL, "it is no regular file", os.fspath(path))
            if status.st_size > most:
                raise OSError(errno.EFBIG, f"it is larger than {most >> 20} MB", os.fspath(path))
            return file.read()


def is_note_name(name: str) -> bool:
    """Return whether a file of this name in the folder is one of a note."""
    return bool(_NAME.fullmatch(name))
