"""The worker processes that write parts of an index side by side: one of Python's processes uses one core."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from briefreader.indexing.batches import Begun, WrittenBatch
from briefreader.indexing.inventory import Unreadable
from briefreader.indexing.known_names import KnownNames
from briefreader.model import BriefreaderError, LibraryError
from briefreader.store import File, cores

WORTH_IT = 200
"""Files from which on it takes less time to start workers than to do without."""

MOST = 8
"""Workers; each takes some 150 MB."""

MOST_LOST = 50
"""Workers that may be lost to files; where more are, the files are not to blame."""


class WorkerError(BriefreaderError):
    """No worker can be started here."""


def hands(files: int) -> int:
    """Return how many processes read that many files best."""
    return 1 if files < WORTH_IT else min(cores(), MOST)


class WorkerPool:
    """Workers for the library that `knowledge` is about; used in a `with`, at whose end none is left.

    A file at which a worker ends is tried once more by itself, and told as unreadable where that ends a worker too.
    """

    def __init__(self, known_names: KnownNames, count: int) -> None:
        places = known_names.places
        named = {"library": known_names.root, "config": places.config, "data": places.data, "cache": places.cache}
        self._command = [sys.executable, "-P", "-m", "briefreader.indexing.worker"]
        self._command += [f"--{name}={path}" for name, path in named.items()]
        self._version = known_names.version
        self._count = count
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[subprocess.Popen[str]] = SimpleQueue()
        self._started: list[subprocess.Popen[str]] = []
        self._starting = threading.Lock()
        self._dismissed = False
        self._lost = 0

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        with self._starting:
            self._dismissed = True
            for process in self._started:
                process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._started:
            with process:  # closes its pipes and waits for its end
                pass

    def start(self) -> None:
        """Start the workers before there is work: they get ready meanwhile."""
        for _ in range(self._count):
            self._threads.submit(self._make_ready)

    def _make_ready(self) -> None:
        with suppress(WorkerError):  # who asks for work to be done hears of it
            self._idle.put(self._new_worker())

    def write(self, folder: Path, files: Sequence[File], begun: Begun) -> Future[list[WrittenBatch]]:
        """Have a part written below the folder, by the first worker who has time; begun is called in another thread.

        Comes in pieces where a worker came to grief. Raises LibraryError, and WorkerError where no worker works here.
        """
        return self._threads.submit(self._write, folder, files, begun)

    def _write(self, folder: Path, files: Sequence[File], begun: Begun) -> list[WrittenBatch]:
        own = Path(tempfile.mkdtemp(dir=folder))
        process = self._worker()
        at = -1
        for said in _heard(process, [os.fspath(own), files]):
            if "file" in said:
                at = said["file"]
                begun(files[at])
            elif "failed" in said:
                raise LibraryError(said["failed"]) from (OSError(said["failed"]) if said["disk"] else None)
            else:
                self._idle.put(process)
                return [WrittenBatch.of(own, said)]
        status = process.wait()
        self._lost += 1
        if at < 0 or self._dismissed or self._lost > MOST_LOST:
            raise WorkerError(f"workers end before their work is done (status {status})")
        if len(files) == 1:
            why = f"reading this file ends the program (status {status}); report it, with the file"
            return [WrittenBatch(own, (), [Unreadable(files[0], why)])]
        pieces = (files[:at], files[at : at + 1], files[at + 1 :])
        return [written for piece in pieces if piece for written in self._write(folder, piece, begun)]

    def _worker(self) -> subprocess.Popen[str]:
        """Return a worker that has nothing to do."""
        with suppress(Empty):
            return self._idle.get_nowait()
        return self._new_worker()

    def _new_worker(self) -> subprocess.Popen[str]:
        with self._starting:
            if self._dismissed:
                raise WorkerError("the workers were dismissed")
            try:
                process = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    encoding="ascii",
                )
            except OSError as error:
                raise WorkerError(f"no worker can be started ({error.strerror})") from error
            self._started.append(process)
        if next(_lines(process), None) != {"ready": self._version}:
            raise WorkerError("a worker cannot be started, or knows other names")
        return process


def _heard(process: subprocess.Popen[str], job: object) -> Iterator[dict[str, Any]]:
    """Give a worker a job and yield what it says, until it ends or nobody listens any more."""
    assert process.stdin is not None
    try:
        process.stdin.write(json.dumps(job) + "\n")
        process.stdin.flush()
    except OSError:
        return
    yield from _lines(process)


def _lines(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        try:
            yield json.loads(line)
        except ValueError:
            return  # half a line: it has ended
