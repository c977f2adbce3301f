"""Writes a file of pieces with a directory at its end, front to back, and reads it a piece at a time."""

import json
from array import array
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import Any, Final, Protocol

_TAIL: Final = Struct("<Q")  # the last bytes of a file: the length of the directory before them

Extent = tuple[int, int]
"""The bytes of a piece in its file: its first byte and the byte after its last."""


def encode_text(text: str) -> bytes:
    """Return a text in UTF-8; surrogates, which Python puts into file names that are no UTF-8, are kept."""
    return text.encode("utf-8", "surrogatepass")


def decode_text(text: bytes) -> str:
    """Return the text that `encode_text` has encoded."""
    return text.decode("utf-8", "surrogatepass")


class ByteSink(Protocol):
    """A file that is written front to back."""

    def write(self, data: bytes, /) -> object:
        """Append the data."""


class ByteSource(Protocol):
    """A file that is read by slices."""

    @property
    def size(self) -> int:
        """The number of bytes of the file."""

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to before end."""


class InMemoryFile:
    """Reads a file that is held in memory."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to before end."""
        return self._data[start:end]


class FileSlice:
    """Reads a part of another file."""

    def __init__(self, file: ByteSource, start: int, end: int) -> None:
        self._file = file
        self._start = start
        self.size = end - start

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to before end; fewer where the part ends earlier."""
        if end > self.size:
            end = self.size
        return self._file.slice(self._start + start, self._start + end)


class SeekableFile:
    """Reads slices of an open file by seeking."""

    def __init__(self, file: Any, size: int) -> None:
        self._file = file
        self.size = size

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to before end."""
        self._file.seek(start)
        data: bytes = self._file.read(end - start)
        return data


class ContainerWriter:
    """Writes pieces one after the other, and the directory after the last."""

    def __init__(self, file: ByteSink) -> None:
        self._file = file
        self._size = 0

    def put(self, data: bytes) -> Extent:
        """Append a piece and return its extent."""
        self._file.write(data)
        start, self._size = self._size, self._size + len(data)
        return start, self._size

    def put_numbers(self, numbers: Iterable[int], typecode: str = "I") -> Extent:
        """Append numbers as an array of a type code and return its extent."""
        return self.put(array(typecode, numbers).tobytes())

    def put_json(self, value: object) -> Extent:
        """Append plain values as JSON and return their extent."""
        return self.put(encode_text(json.dumps(value, ensure_ascii=False, separators=(",", ":"))))

    def finish(self, directory: Mapping[str, object]) -> None:
        """Write the directory, a mapping from names to extents and other plain values."""
        start, end = self.put_json(directory)
        self.put(_TAIL.pack(end - start))


def directory(file: ByteSource) -> dict[str, Any]:
    """Return the directory of a file. Raises LibraryError, ValueError or struct.error where the file is damaged."""
    end = file.size - _TAIL.size
    (length,) = _TAIL.unpack(file.slice(end, file.size))
    found: dict[str, Any] = json.loads(file.slice(end - length, end))
    return found


def numbers(file: ByteSource, extent: Extent, typecode: str = "I") -> "array[int]":
    """Return the array at an extent."""
    found = array(typecode)
    found.frombytes(file.slice(*extent))
    return found


def value(file: ByteSource, extent: Extent) -> Any:
    """Return the plain values that stand at an extent as JSON."""
    return json.loads(file.slice(*extent))
