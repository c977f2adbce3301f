"""Values of many briefs as JSON, a value a line: what is the same in the next generation is copied as it stands."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, Final, TypeVar

from briefreader.search.storage.container import ByteSource, ContainerWriter, Extent, in_bytes, in_letters, value

_BETWEEN: Final = ",\n"  # a line break is in no value: there it is written as an escape

T = TypeVar("T")


def encoded(values: Iterable[object]) -> list[str]:
    """Return each value as JSON."""
    column = json.dumps([*values], ensure_ascii=False, separators=(_BETWEEN, ":"))[1:-1]
    return column.split(_BETWEEN) if column else []


def put(out: ContainerWriter, values: Sequence[str]) -> Extent:
    """Write a column of encoded values."""
    return out.put(in_bytes(f"[{_BETWEEN.join(values)}]"))


def read(file: ByteSource, section: Extent) -> list[Any]:
    """Return the values of a column."""
    found: list[Any] = value(file, section)
    return found


def read_encoded(file: ByteSource, section: Extent) -> list[str]:
    """Return the values of a column as they were put."""
    column = in_letters(file.slice(*section))[1:-1]
    return column.split(_BETWEEN) if column else []


def carried_over(kept: Iterable[int], before: Sequence[T], new: Iterable[T]) -> list[T]:
    """Return for each place what was at the place before that `kept` names, the next that is new where it is -1."""
    coming = iter(new)
    return [before[place] if place >= 0 else next(coming) for place in kept]
