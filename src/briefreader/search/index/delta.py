"""Reads and writes the delta: a small index of the documents added since the large part of the index was written.

With a delta, adding a document to 100,000 others rewrites none of their files. The delta is an index in a folder of its
own with one more file, which names the commit of the large part and says where the new documents stand among those of
the large part. The delta only adds documents; any other change rewrites the large part.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from briefreader.model import Entry
from briefreader.search.index import metadata
from briefreader.search.index.metadata import Metadata
from briefreader.search.storage import commits
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import ByteSink, ByteSource, ContainerWriter, directory

NAME: Final = "delta"

T = TypeVar("T")


def current(folder: Path, large: Commit) -> Commit | None:
    """Return the delta in a folder if it belongs to a commit of the large part, else None.

    Raises LibraryError, OSError, ValueError or KeyError where the delta is damaged.
    """
    small = commits.current(folder)
    if small is None or NAME not in small.files:
        return None
    file = small.open(NAME)
    try:
        return small if directory(file)["large"] == _identity(large) else None
    finally:
        file.close()


def write(large: Commit, added: Metadata, file: ByteSink) -> None:
    """Write the ranks in the large part before which the added documents stand, and the identity of that commit."""
    ContainerWriter(file).finish({"large": _identity(large), "insertion_ranks": _insertion_ranks(large, added)})


def _identity(large: Commit) -> str:
    """Return a text that identifies a commit; the number alone does not, since it starts anew in a new folder."""
    return f"{large.number} {hashlib.sha256(large.files[metadata.NAME][1]).hexdigest()}"


def _insertion_ranks(large: Commit, added: Metadata) -> list[int]:
    """Return for each added document the rank in the large part before which it stands, in the order of the delta."""
    dates, paths = metadata.column(large, "date"), metadata.column(large, "path")

    def insertion_rank(entry: Entry) -> int:
        date, path = entry.date or "", entry.path

        def comes_after(rank: int) -> bool:
            other = dates[rank] or ""
            return other < date or (other == date and paths[rank] > path)

        return bisect_left(range(len(paths)), True, key=comes_after)

    return [insertion_rank(row.entry) for row in added.values()]


def combined_metadata(large: Metadata, added: Metadata, file: ByteSource) -> Metadata:
    """Return the metadata of both parts."""
    return Metadata(combined([*large.values()], [*added.values()], file), in_order=True)


def combined(large: Sequence[T], added: Sequence[T], file: ByteSource) -> list[T]:
    """Return the values of both parts in the common order of ranks; each sequence has one value a document."""
    found: list[T] = []
    start = 0
    for rank, value in zip(insertion_ranks(file), added, strict=True):
        found += large[start:rank]
        found.append(value)
        start = rank
    return [*found, *large[start:]]


def insertion_ranks(file: ByteSource) -> list[int]:
    """Return for each document of the delta the rank in the large part before which it stands."""
    found: list[int] = directory(file)["insertion_ranks"]
    return found
