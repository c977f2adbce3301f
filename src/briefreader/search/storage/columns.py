"""Stores one value of each document as JSON, a value a line, in a column.

A value that a new commit shares with the commit before is copied as bytes and not encoded again.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar

from briefreader.search.storage.container import ByteSource, ContainerWriter, Extent, decode_text, encode_text, value

_SEPARATOR: Final = ",\n"  # JSON escapes a line break inside a value, which makes the separator unique

T = TypeVar("T")


def encoded(values: Iterable[object]) -> list[str]:
    """Return the JSON of each value."""
    column = json.dumps([*values], ensure_ascii=False, separators=(_SEPARATOR, ":"))[1:-1]
    return column.split(_SEPARATOR) if column else []


def put(out: ContainerWriter, values: Sequence[str]) -> Extent:
    """Write a column of encoded values and return its extent."""
    return out.put(encode_text(f"[{_SEPARATOR.join(values)}]"))


def read(file: ByteSource, extent: Extent) -> list[Any]:
    """Return the values of a column. Raises ValueError or LibraryError where it is damaged."""
    found: list[Any] = value(file, extent)
    return found


def read_encoded(file: ByteSource, extent: Extent) -> list[str]:
    """Return the values of a column, each as its JSON. Raises ValueError or LibraryError where it is damaged."""
    column = decode_text(file.slice(*extent))[1:-1]
    return column.split(_SEPARATOR) if column else []


def combined(ranks: Iterable[int], old: Sequence[T], new: Iterable[T]) -> list[T]:
    """Return a value for each rank: the old one at that index, or the next new value where the rank is -1."""
    remaining = iter(new)
    return [old[rank] if rank >= 0 else next(remaining) for rank in ranks]
