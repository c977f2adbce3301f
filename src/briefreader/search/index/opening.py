"""Opening the index on disk, without Whoosh."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.model import Entry
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index import delta as joint
from briefreader.search.index.metadata import Metadata
from briefreader.search.storage import commits
from briefreader.search.storage.checksummed import ChecksummedFile
from briefreader.search.storage.commits import Commit

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import Segment


Known = Callable[[Commit, Commit | None], Sequence[Entry] | None]
"""Returns the briefs of the two parts of an index, the second of which may be missing, if they are in memory."""


def open_searcher(folder: Path, small: Path | None = None, known: Known = lambda *_: None) -> Searcher | None:
    """Return the index in folder, opened; None where there is none, or none that can be trusted.

    `small` is the folder of a small part that goes with it, where there is one.
    """
    for _ in range(3):  # a generation may be replaced between the look at `current` and the opening of its files
        commit = commits.current(folder)
        try:
            if commit is not None:
                added = joint.current(small, commit) if small else None
                return opened(commit, small=added, entries=partial(known, commit, added))
        except Exception:  # whatever becomes of files that are not ours: the index is made again
            continue
    return None


def opened(
    commit: Commit,
    metadata: Metadata | None = None,
    small: Commit | None = None,
    entries: Callable[[], Sequence[Entry] | None] = lambda: None,
) -> Searcher:
    """Return a generation opened for searching, with its small part; the files may be replaced meanwhile."""
    parts = [_files(part) for part in (commit, small) if part]
    return Searcher(parts, partial(_segments, parts), partial(_close, parts), metadata, entries)


def _files(commit: Commit) -> dict[str, ChecksummedFile]:
    return {name: commit.open(name) for name in commit.files}


def _segments(parts: Sequence[Mapping[str, ChecksummedFile]]) -> "dict[str, Segment]":
    from briefreader.search.whoosh_backend.files import checksummed_segments  # and so Whoosh, 50 ms

    return {name: segment for files in parts for name, segment in checksummed_segments(files).items()}


def _close(parts: Sequence[Mapping[str, ChecksummedFile]]) -> None:
    for file in chain.from_iterable(files.values() for files in parts):
        file.close()
