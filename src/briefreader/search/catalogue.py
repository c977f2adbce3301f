"""The catalogue: one row a brief, read at every start before anything else, so without Whoosh and fast."""

import json
from collections import deque
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from itertools import repeat
from operator import attrgetter
from pathlib import Path
from typing import Any, Final, NamedTuple

from briefreader.model import Entry, LibraryError
from briefreader.search import generations
from briefreader.search.generations import Generation

NAME: Final = "catalogue.json"


class Row(NamedTuple):
    """A brief and the file it was read from; `digest` tells the file's content."""

    entry: Entry
    size: int
    mtime_ns: int
    digest: str


class Catalogue(Mapping[str, Row]):
    """Rows by path, newest first and undated last; a row's place in it is its rank."""

    def __init__(self, rows: Iterable[Row], *, in_order: bool = False) -> None:
        if not in_order:
            rows = sorted(rows, key=lambda row: row.entry.path)
            rows.sort(key=lambda row: row.entry.date or "", reverse=True)  # and by path where the date is the same
        self._rows = {row.entry.path: row for row in rows}

    def __getitem__(self, path: str) -> Row:
        return self._rows[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    # A Mapping has these, and looks each row up for them.

    def values(self) -> ValuesView[Row]:
        return self._rows.values()

    def items(self) -> ItemsView[str, Row]:
        return self._rows.items()


def load(folder: Path) -> Catalogue | None:
    """Return the catalogue of the index kept in folder; None where there is none, or none that can be trusted."""
    generation = generations.current(folder)
    if generation is None:
        return None
    try:
        return of(generation)
    except (OSError, ValueError, KeyError, TypeError, LibraryError):
        return None


def of(generation: Generation) -> Catalogue:
    """Return the catalogue of a generation. Raises LibraryError, OSError or ValueError where it is damaged."""
    file = generation.open(NAME)
    try:
        return _rows(json.loads(file.read()))
    finally:
        file.close()


def _rows(columns: list[list[Any]]) -> Catalogue:
    # The columns are Entry's fields, then Row's: the checksum says that we wrote them, so no value is looked at twice.
    *fields, sizes, times, digests = columns
    entries = list(map(object.__new__, repeat(Entry, len(sizes))))
    for name, values in zip(Entry.__slots__, fields, strict=True):
        # A column at a time, which takes a third of the time that Entry() takes a row at a time.
        deque(map(getattr(Entry, name).__set__, entries, values), maxlen=0)
    return Catalogue(map(Row._make, zip(entries, sizes, times, digests, strict=True)), in_order=True)


def save(catalogue: Catalogue, folder: Path) -> None:
    """Write the catalogue into the folder of a generation that is being built."""
    rows = list(catalogue.values())
    columns = [list(map(attrgetter(f"entry.{name}"), rows)) for name in Entry.__slots__]
    columns += [list(map(attrgetter(name), rows)) for name in ("size", "mtime_ns", "digest")]
    (folder / NAME).unlink(missing_ok=True)  # it may be a link to the one in use
    (folder / NAME).write_bytes(json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode())
