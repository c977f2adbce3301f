"""An index in two parts, asked as one: a large one that stays as it is, and a small one of what was added since.

So that a brief added to 100,000 need not wait until what is known of all of them is written again. The small part is
an index of its own, in a folder of its own, with one more file: which generation of the large part it goes with, and
where its briefs stand among those. It only adds; whatever else changes, the large part is written anew with all.
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

NAME: Final = "joint"

T = TypeVar("T")


def current(folder: Path, large: Commit) -> Commit | None:
    """Return the small part in a folder that goes with a generation of the large one; None where there is none."""
    small = commits.current(folder)
    if small is None or NAME not in small.files:
        return None
    file = small.open(NAME)
    try:
        return small if directory(file)["large"] == _identity(large) else None
    finally:
        file.close()


def write(large: Commit, added: Metadata, file: ByteSink) -> None:
    """Write where briefs that were added stand among those of the large part."""
    ContainerWriter(file).finish({"large": _identity(large), "before": _before(large, added)})


def _identity(large: Commit) -> str:
    """Return what tells a generation from all others; where a folder was deleted its number may come again."""
    return f"{large.number} {hashlib.sha256(large.files[metadata.NAME][1]).hexdigest()}"


def _before(large: Commit, added: Metadata) -> list[int]:
    """Return for each brief that was added the rank of the one in the large part that it comes before."""
    dates, paths = metadata.column(large, "date"), metadata.column(large, "path")

    def place(entry: Entry) -> int:
        date, path = entry.date or "", entry.path

        def comes_after(rank: int) -> bool:
            other = dates[rank] or ""
            return other < date or (other == date and paths[rank] > path)

        return bisect_left(range(len(paths)), True, key=comes_after)

    return [place(row.entry) for row in added.values()]


def rows(large: Metadata, added: Metadata, file: ByteSource) -> Metadata:
    """Return the catalogue of both parts."""
    return Metadata(merged([*large.values()], [*added.values()], file), in_order=True)


def merged(large: Sequence[T], added: Sequence[T], file: ByteSource) -> list[T]:
    """Return what is known of the briefs of either part, in order, as it is known of those of both."""
    found: list[T] = []
    at = 0
    for place, each in zip(places(file), added, strict=True):
        found += large[at:place]
        found.append(each)
        at = place
    return [*found, *large[at:]]


def places(file: ByteSource) -> list[int]:
    """Return for each brief of the small part the rank of the one in the large part that it comes before."""
    before: list[int] = directory(file)["before"]
    return before
