"""Keeps the marks of briefs (read, starred, the place at which each was left) in a log to which sessions add lines."""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from briefreader.store.file_lock import lock
from briefreader.store.files import make_folder, write

MOST_LINES: Final = 1_000
"""Lines that are added to a log before it is written anew as one line."""

_HEADER: Final = "reading"
_HEADER_BYTES: Final = 64


class ReadingMarks(NamedTuple):
    """Marks of briefs by ID: whether each was read, whether it is starred, and the place at which it was left.

    A place is the character offset of the line at the top, None at the beginning of the brief.
    """

    read: dict[str, bool]
    starred: dict[str, bool]
    places: dict[str, int | None]

    @classmethod
    def none(cls) -> "ReadingMarks":
        """Return marks of no briefs."""
        return cls({}, {}, {})

    @classmethod
    def of_line(cls, line: str | bytes) -> "ReadingMarks":
        """Return the marks in a line of the log. Raises ValueError where it is none."""
        try:
            said = json.loads(line)
        except RecursionError as error:
            raise ValueError("a line of the log is nested too deep") from error
        if not isinstance(said, dict):
            raise ValueError("a line of the log is no object")
        read, starred, places = (said.get(kind, {}) for kind in cls._fields)
        if not all(isinstance(each, dict) for each in (read, starred, places)):
            raise ValueError("a line of the log has marks without IDs")
        if not {bool} >= {*map(type, read.values()), *map(type, starred.values())}:
            raise ValueError("a line of the log has a mark that is neither true nor false")
        if not {int, type(None)} >= {*map(type, places.values())}:
            raise ValueError("a line of the log has a place that is no number")
        return cls(read, starred, places)

    def line(self) -> str:
        """Return the marks as a line of the log."""
        return json.dumps({kind: marks for kind, marks in self._asdict().items() if marks}, separators=(",", ":"))

    def update(self, later: "ReadingMarks") -> None:
        """Replace the marks of briefs by later ones."""
        for mine, others in zip(self, later, strict=True):
            mine.update(others)  # type: ignore[attr-defined]


class ReadingLog:
    """The log in a file and the marks in it; another process may add lines at any time.

    A line that cannot be read is left out. The next writing then keeps the whole file under another name. The caller
    lets no two threads in at once.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.marks = ReadingMarks.none()
        self.is_damaged = False
        self._known: tuple[int, int, int] | None = None  # inode, size and time of the file as it was read
        self._header = b""
        self._end = 0
        self._lines = 0

    def refresh(self) -> bool:
        """Read the lines that were added since the last call, and return whether there are any. Raises OSError."""
        try:
            now = os.stat(self.path)  # noqa: PTH116
        except FileNotFoundError:
            found = self._known is not None
            self._take(b"", b"", None)
            return found
        state = now.st_ino, now.st_size, now.st_mtime_ns
        if state == self._known:
            return False
        with self.path.open("rb") as file:
            header = file.read(_HEADER_BYTES).partition(b"\n")[0]
            is_same = header == self._header and now.st_size >= self._end
            file.seek(self._end if is_same else 0)
            self._take(file.read(), header, state, is_same=is_same)
        return True

    def _take(self, data: bytes, header: bytes, state: tuple[int, int, int] | None, *, is_same: bool = False) -> None:
        """Take in the whole lines of the file, or of its end; what follows them is still being written."""
        if not is_same:
            self._end, self._lines, self.is_damaged = 0, 0, False
        marks = self.marks if is_same else ReadingMarks.none()
        whole = data[: data.rfind(b"\n") + 1]
        for line in whole.splitlines():
            self._lines += 1
            if self._lines == 1 and self._is_header(line):
                continue
            try:
                marks.update(ReadingMarks.of_line(line))
            except ValueError:
                self.is_damaged = True
        self.marks, self._header, self._known = marks, header, state
        self._end += len(whole)

    @staticmethod
    def _is_header(line: bytes) -> bool:
        return line.startswith(b'{"%s":' % _HEADER.encode()) and line.endswith(b"}")

    def add(self, later: ReadingMarks) -> None:
        """Add marks to the log on the disk and to the marks that are known. Raises OSError."""
        with self._locked():
            self.refresh()
            if self.is_damaged or self._lines > MOST_LINES:
                self._write_anew(later)
            else:
                self._append(later.line())
            self.refresh()

    def _append(self, line: str) -> None:
        make_folder(self.path.parent)
        descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            size = os.fstat(descriptor).st_size
            begun = os.pread(descriptor, 1, size - 1) not in (b"", b"\n") if size else False
            data = f"{line}\n".encode()
            if not size:
                data = self._new_header() + data
            elif begun:  # a killed process has left the beginning of a line
                data = b"\n" + data
            if os.write(descriptor, data) != len(data):
                os.ftruncate(descriptor, size)
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fspath(self.path))
        finally:
            os.close(descriptor)

    def _write_anew(self, later: ReadingMarks) -> None:
        """Write all marks as one line; a file with a damaged line is kept under another name."""
        if self.is_damaged:
            self._keep_aside()
        self.marks.update(later)
        data = self._new_header() + f"{self.marks.line()}\n".encode()
        write(self.path, data, self.path.parent / "partial", replace=True)

    def _keep_aside(self) -> None:
        """Keep a copy of the file, so that no damage of the file is lost before a person has looked at it."""
        number = len(self.kept_aside()) + 1
        kept = self.path.with_name(f"{self.path.stem}.damaged-{number}{self.path.suffix}")
        write(kept, self.path.read_bytes(), self.path.parent / "partial", replace=True)

    def kept_aside(self) -> list[Path]:
        """Return the files with damaged lines that were kept under other names."""
        return sorted(self.path.parent.glob(f"{self.path.stem}.damaged-*{self.path.suffix}"))

    @staticmethod
    def _new_header() -> bytes:
        return b'{"%s":"%s"}\n' % (_HEADER.encode(), os.urandom(8).hex().encode())

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with lock(self.path.with_suffix(".lock"), "writing what was read", lambda _: None):
            yield
