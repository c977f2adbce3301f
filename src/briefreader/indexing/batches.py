"""Splits files into batches, each of which is read, written and taken over into the index as one piece.

A process that is killed loses the unfinished batch only. The first batches are small, because a person then has
something to search soon; later ones are larger, because a search has to ask each batch.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefreader.indexing import reading
from briefreader.indexing.brief_id import stated_id
from briefreader.indexing.inventory import Unreadable
from briefreader.model import Entry, SourceError
from briefreader.search import Row
from briefreader.store import File

if TYPE_CHECKING:
    from briefreader.annotate import Annotator
    from briefreader.search import IndexDocument

FIRST = 4 << 20
LARGEST = 96 << 20
"""Bytes of the files of the first batch and of the largest: some seconds and two minutes of work."""

FIRST_RENAMED = 1 << 19
"""Bytes of the files of the first batch after a change of names, which a person waits for: half a second of work."""

_GROWTH = 5
_NAMING = frozenset(("series", "city", "country", "sides", "leads"))  # facts with names that the text may lack
_FILE_COST = 2_000  # the cost of a file besides its content, in bytes of content

OnFile = Callable[[File], object]
"""Is called with every file before it is read."""


@dataclass(frozen=True, slots=True)
class WrittenBatch:
    """A batch in its folder: rows with the IDs that the files request, and the files that cannot be read.

    `stated` are the paths of the files that state their ID themselves, `stating` those of the files that state facts of
    a meeting.
    """

    folder: Path
    rows: Sequence[Row]
    unreadable: Sequence[Unreadable]
    stated: Collection[str] = ()
    stating: Collection[str] = ()

    def plain(self) -> dict[str, object]:
        """Return all but the folder as plain values."""
        rows = [(entry, *more) for entry, *more in self.rows]
        paths = {"stated": list(self.stated), "stating": list(self.stating)}
        return {"rows": rows, "unreadable": list(self.unreadable), **paths}

    @classmethod
    def of(cls, folder: Path, plain: Mapping[str, Any]) -> WrittenBatch:
        """Return the batch in a folder from the plain values of `plain`."""
        rows = [Row(Entry(*entry), *more) for entry, *more in plain["rows"]]
        unreadable = [Unreadable(File(*file), *more) for file, *more in plain["unreadable"]]
        return cls(folder, rows, unreadable, frozenset(plain["stated"]), frozenset(plain["stating"]))


def split(files: Sequence[File], worker_count: int, first: int = FIRST) -> Iterator[list[File]]:
    """Yield the files in their order, in batches that give all workers about the same amount of work.

    `first` is the size of the first batches in bytes.
    """
    left = deque(files)
    remaining = sum(map(_cost, files))
    limit = first
    while left:
        share = min(limit, remaining / worker_count)
        for _ in range(worker_count):
            batch: list[File] = []
            size = 0
            while left and size < share:
                batch.append(left.popleft())
                size += _cost(batch[-1])
            remaining -= size
            if batch:
                yield batch
        limit = min(limit * _GROWTH, LARGEST)


def _cost(file: File) -> int:
    return file.size + _FILE_COST


def write(folder: Path, root: Path, files: Sequence[File], annotator: Annotator, on_file: OnFile) -> WrittenBatch:
    """Read files of the library at root and write them as a batch into an empty folder. Raises LibraryError."""
    from briefreader.search import write_batch

    rows: list[Row] = []
    unreadable: list[Unreadable] = []
    stated: set[str] = set()
    stating: set[str] = set()

    def documents() -> Iterator[IndexDocument]:
        for file in files:
            on_file(file)
            try:
                found = reading.read(root, file, annotator)
            except SourceError as error:
                unreadable.append(Unreadable.of(file, error))
                continue
            rows.append(found.row)
            if stated_id(found.document.facts.get("id")):
                stated.add(file.path)
            if found.document.facts.keys() & _NAMING:
                stating.add(file.path)
            yield reading.index_document(found, annotator)

    write_batch(folder, documents())
    return WrittenBatch(folder, rows, unreadable, stated, stating)
