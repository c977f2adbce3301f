"""Opening the index on disk, without Whoosh."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.search import generations
from briefreader.search.catalogue import Catalogue
from briefreader.search.generations import Generation
from briefreader.search.sealed import SealedFile
from briefreader.search.searcher import Searcher

if TYPE_CHECKING:
    from briefreader.search.segments import Segment


def open_searcher(folder: Path) -> Searcher | None:
    """Return the index in folder, opened; None where there is none, or none that can be trusted."""
    for _ in range(3):  # a generation may be replaced between the look at `current` and the opening of its files
        generation = generations.current(folder)
        try:
            if generation is not None:
                return opened(generation)
        except Exception:  # whatever becomes of files that are not ours: the index is made again
            continue
    return None


def opened(generation: Generation, catalogue: Catalogue | None = None) -> Searcher:
    """Return a generation opened for searching; its files may be replaced meanwhile."""
    files = {name: generation.open(name) for name in generation.files}
    return Searcher(files, partial(_segments, files), partial(_close, files), catalogue)


def _segments(files: Mapping[str, SealedFile]) -> "dict[str, Segment]":
    from briefreader.search.storage import sealed_segments  # and so Whoosh, 50 ms

    return sealed_segments(files)


def _close(files: Mapping[str, SealedFile]) -> None:
    for file in files.values():
        file.close()
