"""Stores plain values of each document that the index does not search but gives back: a stored field.

The values of a document are JSON, deflated, and are read without opening the file of the document.
"""

import json
import zlib
from array import array
from functools import cached_property
from typing import Any, Final

from briefreader.search.index.forward_index import ClosingSink
from briefreader.search.storage.container import (
    ByteSource,
    ContainerWriter,
    decode_text,
    directory,
    encode_text,
    numbers,
)

_LEVEL: Final = 4  # of zlib, as for the texts


def stored_values_name(segment: str) -> str:
    """Return the name of the file that holds the stored values of a segment."""
    return f"{segment}.val"


def packed(value: object) -> bytes:
    """Return plain values in the form in which they are stored."""
    return zlib.compress(encode_text(json.dumps(value, ensure_ascii=False, separators=(",", ":"))), _LEVEL)


class StoredValuesWriter:
    """Writes the stored values of a segment, document by document."""

    def __init__(self, file: ClosingSink) -> None:
        self.close = file.close
        self._out = ContainerWriter(file)
        self._starts = array("Q")

    def add(self, value: bytes) -> None:
        """Append the packed values of the next document."""
        start, _ = self._out.put(value)
        self._starts.append(start)

    def finish(self) -> None:
        """Write the position of each document, and the directory."""
        end, _ = self._out.put(b"")
        self._starts.append(end)
        self._out.finish({"starts": self._out.put(self._starts.tobytes())})


class StoredValues:
    """Reads stored values by the number of a document in its segment. Raises LibraryError where they are damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file

    @cached_property
    def _starts(self) -> "array[int]":
        return numbers(self._file, directory(self._file)["starts"], "Q")

    def packed(self, document: int) -> bytes:
        """Return the values of a document as they are stored."""
        return self._file.slice(self._starts[document], self._starts[document + 1])

    def __getitem__(self, document: int) -> Any:
        return json.loads(decode_text(zlib.decompress(self.packed(document))))
