"""Reads the files of a library into batches of its index, in this process or in several."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import wait
from pathlib import Path

from briefreader.indexing import batches, worker_pool
from briefreader.indexing.batches import WrittenBatch
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.report import Progress
from briefreader.store import File, make_folder

_SECONDS_BETWEEN_REPORTS = 0.1
_WRITING = 8  # an eighth of the work on a file remains once it is read: to write its batch


def build(
    folder: Path, known_names: KnownNames, files: Sequence[File], progress: Progress, first: int = batches.FIRST
) -> Generator[WrittenBatch, None, None]:
    """Yield files of a library as batches, at least one; each exists in the given folder until the next is requested.

    `first` is the size of the first batches in bytes. Raises LibraryError where a batch cannot be written.
    """
    shutil.rmtree(folder, ignore_errors=True)  # left by a killed process
    make_folder(folder)
    count = worker_pool.worker_count(len(files))
    pieces = list(batches.split(files, count, first)) or [[]]
    counter = _ProgressCounter(progress, len(files))
    try:
        if count > 1:
            yield from _with_workers(folder, known_names, pieces, count, counter)
        else:
            for piece in pieces:
                yield _without_workers(folder, known_names, piece, counter)
                counter.finish(piece)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _with_workers(
    folder: Path, known_names: KnownNames, pieces: Sequence[Sequence[File]], count: int, counter: _ProgressCounter
) -> Iterator[WrittenBatch]:
    with worker_pool.WorkerPool(known_names, count) as workers:
        workers.start()
        known_names.annotator()  # raises the error of a mistake in the lists, and compiles them for all workers
        pending = [(piece, workers.write(folder, piece, counter.begin)) for piece in pieces]
        for piece, future in pending:
            while not future.done():
                wait((future,), _SECONDS_BETWEEN_REPORTS)
                counter.report()
            try:
                yield from future.result()
            except worker_pool.WorkerError:
                yield _without_workers(folder, known_names, piece, counter)
            counter.finish(piece)


def _without_workers(
    folder: Path, known_names: KnownNames, files: Sequence[File], counter: _ProgressCounter
) -> WrittenBatch:
    own = Path(tempfile.mkdtemp(dir=folder))

    def begin(file: File) -> None:
        counter.begin(file)
        counter.report()

    return batches.write(own, known_names.root, files, known_names.annotator(), begin)


class _ProgressCounter:
    """Counts files, some of which are read twice, and reports the progress; any thread may call `begin`."""

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
        self.report()

    def report(self) -> None:
        """Report the work that is done, in files."""
        written = self._finished
        self._progress(written + (len(self._begun) - written) * (_WRITING - 1) // _WRITING, self._total)
