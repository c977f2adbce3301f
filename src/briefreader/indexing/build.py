"""Reading the files of a library into parts of its index, by one process or by several."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import wait
from pathlib import Path

from briefreader.indexing import batches as parts
from briefreader.indexing import worker_pool
from briefreader.indexing.batches import WrittenBatch
from briefreader.indexing.known_names import KnownNames
from briefreader.store import File, make_folder

Progress = Callable[[int, int], object]
"""Hears how many files are done, of how many."""

_SECONDS_BETWEEN_LOOKS = 0.1
_WRITING = 8  # an eighth of the work on a file is left once it is read: to write its part


def build(
    folder: Path, known_names: KnownNames, files: Sequence[File], progress: Progress
) -> Generator[WrittenBatch, None, None]:
    """Yield files of a library as parts, at least one, whose folders lie in the one given until the next is asked for.

    Raises LibraryError where these cannot be written.
    """
    shutil.rmtree(folder, ignore_errors=True)  # left over from a process that was killed
    make_folder(folder)
    count = worker_pool.hands(len(files))
    pieces = list(parts.cut(files, count)) or [[]]
    gauge = _Gauge(progress, len(files))
    try:
        if count > 1:
            yield from _together(folder, known_names, pieces, count, gauge)
        else:
            for piece in pieces:
                yield _alone(folder, known_names, piece, gauge)
                gauge.finish(piece)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _together(
    folder: Path, known_names: KnownNames, pieces: Sequence[Sequence[File]], count: int, gauge: _Gauge
) -> Iterator[WrittenBatch]:
    with worker_pool.WorkerPool(known_names, count) as workers:
        workers.start()
        known_names.annotator()  # tells of a mistake in the lists, and compiles them for all
        pending = [(piece, workers.write(folder, piece, gauge.begin)) for piece in pieces]
        for piece, future in pending:
            while not future.done():
                wait((future,), _SECONDS_BETWEEN_LOOKS)
                gauge.tell()
            try:
                yield from future.result()
            except worker_pool.WorkerError:
                yield _alone(folder, known_names, piece, gauge)
            gauge.finish(piece)


def _alone(folder: Path, known_names: KnownNames, files: Sequence[File], gauge: _Gauge) -> WrittenBatch:
    own = Path(tempfile.mkdtemp(dir=folder))

    def begin(file: File) -> None:
        gauge.begin(file)
        gauge.tell()

    return parts.write(own, known_names.root, files, known_names.annotator(), begin)


class _Gauge:
    """Counts files, some of them read twice, and tells how far the work is; begin may be called by any thread."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._begun: set[str] = set()
        self._finished = 0

    def begin(self, file: File) -> None:
        """Count a file that is about to be read."""
        self._begun.add(file.path)

    def finish(self, files: Sequence[File]) -> None:
        """Count files that are in the index."""
        self._finished += len(files)
        self.tell()

    def tell(self) -> None:
        """Tell how many files' worth of work is done."""
        written = self._finished
        self._progress(written + (len(self._begun) - written) * (_WRITING - 1) // _WRITING, self._total)
