"""A file of pieces and a directory of them at its end: written once from front to back, read a piece at a time."""

import json
from array import array
from collections.abc import Iterable, Mapping
from struct import Struct
from typing import Any, Final, Protocol

_TAIL: Final = Struct("<Q")  # bytes of the directory before it

Extent = tuple[int, int]
"""Where a piece lies: its first byte and the one after its last."""


def in_bytes(text: str) -> bytes:
    """Return a text in UTF-8, where names of files are as Python has them: they may be no UTF-8 themselves."""
    return text.encode("utf-8", "surrogatepass")


def in_letters(text: bytes) -> str:
    """Return the text that was encoded so."""
    return text.decode("utf-8", "surrogatepass")


class ByteSink(Protocol):
    """A file to be written."""

    def write(self, data: bytes, /) -> object:
        """Append the data."""


class ByteSource(Protocol):
    """A file that is read by the piece."""

    @property
    def size(self) -> int:
        """The number of bytes."""

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to end."""


class InMemoryFile:
    """A file that was never on disk."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to end."""
        return self._data[start:end]


class FileSlice:
    """A part of a file, read when it is asked for."""

    def __init__(self, file: ByteSource, start: int, end: int) -> None:
        self._file = file
        self._start = start
        self.size = end - start

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to end, as many as there are."""
        if end > self.size:
            end = self.size
        return self._file.slice(self._start + start, self._start + end)


class StorageFile:
    """A file of a storage of Whoosh, which seeks."""

    def __init__(self, file: Any, size: int) -> None:
        self._file = file
        self.size = size

    def slice(self, start: int, end: int) -> bytes:
        """Return the bytes from start to end."""
        self._file.seek(start)
        data: bytes = self._file.read(end - start)
        return data


class ContainerWriter:
    """Writes pieces one after the other."""

    def __init__(self, file: ByteSink) -> None:
        self._file = file
        self._at = 0

    def put(self, data: bytes) -> Extent:
        """Append a piece and return where it lies."""
        self._file.write(data)
        start, self._at = self._at, self._at + len(data)
        return start, self._at

    def put_numbers(self, numbers: Iterable[int], typecode: str = "I") -> Extent:
        """Append numbers as an array and return where it lies."""
        return self.put(array(typecode, numbers).tobytes())

    def put_json(self, value: object) -> Extent:
        """Append plain values as JSON and return where they lie."""
        return self.put(in_bytes(json.dumps(value, ensure_ascii=False, separators=(",", ":"))))

    def finish(self, directory: Mapping[str, object]) -> None:
        """Write the directory, which says where everything is."""
        start, end = self.put_json(directory)
        self.put(_TAIL.pack(end - start))


def directory(file: ByteSource) -> dict[str, Any]:
    """Return the directory of a file. Raises LibraryError, ValueError or struct.error where the file is damaged."""
    end = file.size - _TAIL.size
    (length,) = _TAIL.unpack(file.slice(end, file.size))
    found: dict[str, Any] = json.loads(file.slice(end - length, end))
    return found


def numbers(file: ByteSource, section: Extent, typecode: str = "I") -> "array[int]":
    """Return the array that lies in a section."""
    found = array(typecode)
    found.frombytes(file.slice(*section))
    return found


def value(file: ByteSource, section: Extent) -> Any:
    """Return the plain values that lie in a section as JSON."""
    return json.loads(file.slice(*section))
