"""Reads memory-mapped files and checks every block of them by its checksum before use.

A checksum covers a block of 8 KiB and is compared when the block is first read. Opening a file therefore costs nothing,
a search reads little more than its answer, and no answer rests on damaged data.
"""

import mmap
import zlib
from copy import copy
from functools import cached_property
from pathlib import Path
from struct import unpack
from typing import Final

from briefreader.model import LibraryError

_SHIFT: Final = 13  # the binary logarithm of the bytes of a block
_SUM: Final = 4  # bytes of a checksum
_AHEAD: Final = 256  # bytes that `peek` returns; the head of a block of postings has some 40
REMEDY: Final = "make it anew with `briefreader index --rebuild`"


def checksums(path: Path) -> bytes:
    """Return the CRC-32 of every block of a file, four little-endian bytes each. Raises OSError."""
    found = bytearray()
    with path.open("rb") as file:
        while block := file.read(1 << _SHIFT):
            found += zlib.crc32(block).to_bytes(_SUM, "little")
    return bytes(found)


class ChecksummedFile:
    """Reads a file by slices or by a position in it, as Whoosh does.

    `expected` holds the checksums that `checksums` returned for the whole file. Every method that reads raises
    LibraryError where a block differs from its checksum, and where a slice begins before the file.
    """

    def __init__(self, path: Path, expected: bytes) -> None:
        self._path = path
        self._sums = expected
        self._verified = bytearray(len(expected) // _SUM)
        self._position = 0
        with path.open("rb") as file:
            # A file without content cannot be mapped.
            self._map: mmap.mmap | bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if expected else b""
        self.size = len(self._map)

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to before end; fewer where the file ends earlier."""
        if start < 0:
            raise self._damaged()
        if end > self.size:
            end = self.size
        if start >= end:
            return b""
        first, last = start >> _SHIFT, end - 1 >> _SHIFT
        if self._verified.find(0, first, last + 1) >= 0:
            self._check(first, last)
        return self._map[start:end]

    def _check(self, first: int, last: int) -> None:
        verified, expected, checksum = self._verified, self._expected, zlib.crc32
        with memoryview(self._map) as mapped:  # a slice of the map itself would be a copy
            for block in range(first, last + 1):
                if not verified[block]:
                    if checksum(mapped[block << _SHIFT : (block + 1) << _SHIFT]) != expected[block]:
                        raise self._damaged()
                    verified[block] = 1

    @cached_property
    def _expected(self) -> tuple[int, ...]:
        return unpack(f"<{len(self._verified)}I", self._sums)

    def _damaged(self) -> LibraryError:
        return LibraryError(f"{self._path}: the search index is damaged; {REMEDY}")

    def read(self, size: int = -1) -> bytes:
        """Return the next `size` bytes, or all bytes that are left if size is negative."""
        data = self.slice(self._position, self._position + size if size >= 0 else self.size)
        self._position += len(data)
        return data

    def peek(self, _: int = 0) -> bytes:
        """Return some of the next bytes and leave the position; without this, pickle reads byte by byte."""
        return self.slice(self._position, self._position + _AHEAD)

    def readline(self) -> bytes:
        """Return the bytes up to the next newline, with it, or to the end of the file."""
        end = self._map.find(b"\n", self._position)
        return self.read(end + 1 - self._position if end >= 0 else -1)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Move to an offset from the beginning (0), from the position (1) or from the end (2); return the position."""
        self._position = offset + (0, self._position, self.size)[whence]
        return self._position

    def tell(self) -> int:
        """Return the position at which the next read begins."""
        return self._position

    def reopened(self) -> "ChecksummedFile":
        """Return a second reader of the same memory map, with its position at the beginning."""
        other = copy(self)
        other._position = 0
        return other

    def close(self) -> None:
        """Close the memory map."""
        if isinstance(self._map, mmap.mmap):
            self._map.close()
