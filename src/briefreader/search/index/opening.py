"""Opening the index on disk, without Whoosh."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.model import Entry
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index import delta as joint
from briefreader.search.index.metadata import Catalogue
from briefreader.search.storage import commits as generations
from briefreader.search.storage.checksummed import SealedFile
from briefreader.search.storage.commits import Generation

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import Segment


Known = Callable[[Generation, Generation | None], Sequence[Entry] | None]
"""Returns the briefs of the two parts of an index, the second of which may be missing, if they are in memory."""


def open_searcher(folder: Path, small: Path | None = None, known: Known = lambda *_: None) -> Searcher | None:
    """Return the index in folder, opened; None where there is none, or none that can be trusted.

    `small` is the folder of a small part that goes with it, where there is one.
    """
    for _ in range(3):  # a generation may be replaced between the look at `current` and the opening of its files
        generation = generations.current(folder)
        try:
            if generation is not None:
                added = joint.current(small, generation) if small else None
                return opened(generation, small=added, entries=partial(known, generation, added))
        except Exception:  # whatever becomes of files that are not ours: the index is made again
            continue
    return None


def opened(
    generation: Generation,
    catalogue: Catalogue | None = None,
    small: Generation | None = None,
    entries: Callable[[], Sequence[Entry] | None] = lambda: None,
) -> Searcher:
    """Return a generation opened for searching, with its small part; the files may be replaced meanwhile."""
    parts = [_files(part) for part in (generation, small) if part]
    return Searcher(parts, partial(_segments, parts), partial(_close, parts), catalogue, entries)


def _files(generation: Generation) -> dict[str, SealedFile]:
    return {name: generation.open(name) for name in generation.files}


def _segments(parts: Sequence[Mapping[str, SealedFile]]) -> "dict[str, Segment]":
    from briefreader.search.whoosh_backend.files import sealed_segments  # and so Whoosh, 50 ms

    return {name: segment for files in parts for name, segment in sealed_segments(files).items()}


def _close(parts: Sequence[Mapping[str, SealedFile]]) -> None:
    for file in chain.from_iterable(files.values() for files in parts):
        file.close()
