"""Files that are read through a map and trusted only where their checksums say so.

A checksum covers 8 KiB and is compared when something in them is first asked for, so that opening costs nothing, a
question reads little more than its answer, and an answer never rests on damaged data.
"""

import mmap
import zlib
from copy import copy
from pathlib import Path
from typing import Final

from briefreader.model import LibraryError

_SHIFT: Final = 13
_SUM: Final = 4  # bytes of a checksum
_AHEAD: Final = 256  # bytes; the head of a block of postings has some 40
REMEDY: Final = "make it anew with `briefreader index --rebuild`"


def checksums(path: Path) -> bytes:
    """Return the CRC-32 of every 8 KiB of a file, four bytes each."""
    found = bytearray()
    with path.open("rb") as file:
        while block := file.read(1 << _SHIFT):
            found += _checksum(block)
    return bytes(found)


def _checksum(block: bytes | memoryview) -> bytes:
    return zlib.crc32(block).to_bytes(_SUM, "little")


class ChecksummedFile:
    """A file to read, seek and slice. Raises LibraryError where its content is not what was written."""

    def __init__(self, path: Path, expected: bytes) -> None:
        self._name = path
        self._expected = expected
        self._good = bytearray(len(expected) // _SUM)
        self._at = 0
        with path.open("rb") as file:
            # A file without content cannot be mapped.
            self._map: mmap.mmap | bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if expected else b""
        self.size = len(self._map)

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to end, as many as there are."""
        if start < 0:
            raise self._damaged()
        if end > self.size:
            end = self.size
        if start >= end:
            return b""
        first, last = start >> _SHIFT, end - 1 >> _SHIFT
        if self._good.find(0, first, last + 1) >= 0:
            self._check(first, last)
        return self._map[start:end]

    def _check(self, first: int, last: int) -> None:
        with memoryview(self._map) as whole:  # a slice of the map itself would be a copy
            for block in range(first, last + 1):
                if not self._good[block]:
                    checksum = _checksum(whole[block << _SHIFT : (block + 1) << _SHIFT])
                    if checksum != self._expected[block * _SUM : (block + 1) * _SUM]:
                        raise self._damaged()
                    self._good[block] = 1

    def _damaged(self) -> LibraryError:
        return LibraryError(f"{self._name}: the search index is damaged; {REMEDY}")

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes, all that are left if size is negative."""
        data = self.slice(self._at, self._at + size if size >= 0 else self.size)
        self._at += len(data)
        return data

    def peek(self, _: int = 0) -> bytes:
        """Return some of the next bytes and stay here: pickle reads byte by byte what it cannot look at before."""
        return self.slice(self._at, self._at + _AHEAD)

    def readline(self) -> bytes:
        """Return the bytes up to and with the next newline."""
        end = self._map.find(b"\n", self._at)
        return self.read(end + 1 - self._at if end >= 0 else -1)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to an offset from the beginning (0), from here (1) or from the end (2)."""
        self._at = offset + (0, self._at, self.size)[whence]
        return self._at

    def tell(self) -> int:
        """Return where the next read begins."""
        return self._at

    def again(self) -> "ChecksummedFile":
        """Return the same file, opened once more."""
        other = copy(self)
        other._at = 0
        return other

    def close(self) -> None:
        """Close the map."""
        if isinstance(self._map, mmap.mmap):
            self._map.close()
