"""The catalogue: one row a brief, read at every start before anything else, so without Whoosh and fast."""

import json
from collections.abc import Iterable, Iterator, Mapping
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

    def __init__(self, rows: Iterable[Row]) -> None:
        by_path = sorted(rows, key=lambda row: row.entry.path)
        by_path.sort(key=lambda row: row.entry.date or "", reverse=True)  # and by path where the date is the same
        self._rows = {row.entry.path: row for row in by_path}

    def __getitem__(self, path: str) -> Row:
        return self._rows[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


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
    *entries, sizes, times, digests = columns
    rows = zip(map(Entry, *entries), sizes, times, digests, strict=True)
    return Catalogue(map(Row._make, rows))


def save(catalogue: Catalogue, folder: Path) -> None:
    """Write the catalogue into the folder of a generation that is being built."""
    rows = list(catalogue.values())
    columns: list[list[object]] = [[getattr(row.entry, name) for row in rows] for name in Entry.__slots__]
    columns += [[row.size for row in rows], [row.mtime_ns for row in rows], [row.digest for row in rows]]
    (folder / NAME).unlink(missing_ok=True)  # it may be a link to the one in use
    (folder / NAME).write_bytes(json.dumps(columns, ensure_ascii=False, separators=(",", ":")).encode())
