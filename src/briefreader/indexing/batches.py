"""Parts of an index: briefs that are read and written together, and taken over into the index as one piece.

A part is what a killed run loses at most. The first ones are small, so that a reader soon has something to search, and
later ones larger, so that a search has few to ask.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefreader.indexing import reading
from briefreader.indexing.inventory import Unreadable
from briefreader.model import Entry, SourceError
from briefreader.search.index.metadata import Row
from briefreader.store import File

if TYPE_CHECKING:
    from briefreader.annotate import Annotator
    from briefreader.search.index.document import IndexDocument

FIRST = 4 << 20
LARGEST = 32 << 20
"""Bytes of the files of the first part, and of the largest; half a minute's and four minutes' work."""

_GROWTH = 3
_FILE_COST = 2_000  # what a file costs beside its content, in bytes of content

Begun = Callable[[File], object]
"""Hears of every file before it is read."""


@dataclass(frozen=True, slots=True)
class WrittenBatch:
    """A part: the folder it lies in, its rows with the IDs that the files ask for, and what could not be read."""

    folder: Path
    rows: Sequence[Row]
    unreadable: Sequence[Unreadable]

    def plain(self) -> dict[str, object]:
        """Return all but the folder as plain values."""
        rows = [(entry, *more) for entry, *more in self.rows]
        return {"rows": rows, "unreadable": list(self.unreadable)}

    @classmethod
    def of(cls, folder: Path, plain: Mapping[str, Any]) -> WrittenBatch:
        """Return the part in a folder of which `plain` said all else."""
        rows = [Row(Entry(*entry), *more) for entry, *more in plain["rows"]]
        return cls(folder, rows, [Unreadable(File(*file), *more) for file, *more in plain["unreadable"]])


def cut(files: Sequence[File], hands: int) -> Iterator[list[File]]:
    """Yield the files in parts, of about the same size for as many hands as there are, in their order."""
    left = deque(files)
    remaining = sum(map(_cost, files))
    limit = FIRST
    while left:
        share = min(limit, remaining / hands)
        for _ in range(hands):
            part: list[File] = []
            size = 0
            while left and size < share:
                part.append(left.popleft())
                size += _cost(part[-1])
            remaining -= size
            if part:
                yield part
        limit = min(limit * _GROWTH, LARGEST)


def _cost(file: File) -> int:
    return file.size + _FILE_COST


def write(folder: Path, root: Path, files: Sequence[File], annotator: Annotator, begun: Begun) -> WrittenBatch:
    """Read files of the library at root and write them as a part into an empty folder. Raises LibraryError."""
    from briefreader.search.index.update import write_batch

    rows: list[Row] = []
    unreadable: list[Unreadable] = []

    def items() -> Iterator[IndexDocument]:
        for file in files:
            begun(file)
            try:
                found = reading.read(root, file, annotator)
            except SourceError as error:
                unreadable.append(Unreadable.of(file, error))
                continue
            rows.append(found.row)
            yield reading.item(found, annotator)

    write_batch(folder, items())
    return WrittenBatch(folder, rows, unreadable)
