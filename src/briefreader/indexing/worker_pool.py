"""Runs worker processes that write batches of an index side by side, since a Python process uses one core."""

from __future__ import annotations

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

from briefreader.indexing.batches import OnFile, WrittenBatch
from briefreader.indexing.inventory import Unreadable
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.process import messages, send
from briefreader.model import BriefreaderError, LibraryError
from briefreader.store import File

WORTH_IT = 200
"""The number of files from which on workers save more time than their start takes."""

MOST = 8
"""The largest number of workers, each of which takes some 150 MB."""

MOST_LOST = 50
"""The number of workers that files may end; if more workers end, the cause is not the files."""


class WorkerError(BriefreaderError):
    """No worker can be started here."""


def worker_count(files: int) -> int:
    """Return the number of processes that read a number of files in the least time."""
    return 1 if files < WORTH_IT else min(_processors(), MOST)


def _processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class WorkerPool:
    """The workers for the library of `known_names`; a `with` statement ends them all.

    A file at which a worker ended is tried once more by itself, and is unreadable if that ends a worker too.
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
        self._closed = False
        self._lost = 0

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        with self._starting:
            self._closed = True
            for process in self._started:
                process.kill()
        self._threads.shutdown(cancel_futures=True)
        for process in self._started:
            with suppress(OSError), process:  # closes its pipes, into which an ended worker reads no more, and waits
                pass

    def start(self) -> None:
        """Start the workers, which prepare themselves until there is work."""
        for _ in range(self._count):
            self._threads.submit(self._make_ready)

    def _make_ready(self) -> None:
        with suppress(WorkerError):  # `write` raises it again
            self._idle.put(self._new_worker())

    def write(self, folder: Path, files: Sequence[File], on_file: OnFile) -> Future[list[WrittenBatch]]:
        """Have the first free worker write a batch below the folder; `on_file` is called in another thread.

        The result is several batches if a worker ended. The future raises LibraryError if a batch cannot be written
        and WorkerError if no worker can be used.
        """
        return self._threads.submit(self._write, folder, files, on_file)

    def _write(self, folder: Path, files: Sequence[File], on_file: OnFile) -> list[WrittenBatch]:
        own = Path(tempfile.mkdtemp(dir=folder))
        process = self._worker()
        at = -1
        for message in _answers(process, [os.fspath(own), files]):
            if "file" in message:
                at = message["file"]
                on_file(files[at])
            elif "failed" in message:
                raise LibraryError(message["failed"]) from (OSError(message["failed"]) if message["disk"] else None)
            else:
                self._idle.put(process)
                return [WrittenBatch.of(own, message)]
        status = process.wait()
        self._lost += 1
        if at < 0 or self._closed or self._lost > MOST_LOST:
            raise WorkerError(f"workers end before their work is done (status {status})")
        if len(files) == 1:
            why = f"reading this file ends the program (status {status}); report it, with the file"
            return [WrittenBatch(own, (), [Unreadable(files[0], why)])]
        pieces = (files[:at], files[at : at + 1], files[at + 1 :])
        return [written for piece in pieces if piece for written in self._write(folder, piece, on_file)]

    def _worker(self) -> subprocess.Popen[str]:
        """Return an idle worker, or a new one."""
        with suppress(Empty):
            return self._idle.get_nowait()
        return self._new_worker()

    def _new_worker(self) -> subprocess.Popen[str]:
        with self._starting:
            if self._closed:
                raise WorkerError("the pool of workers is closed")
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
        assert process.stdout is not None
        if next(messages(process.stdout), None) != {"ready": self._version}:
            raise WorkerError("a worker cannot be started, or has other lists of names")
        return process


def _answers(process: subprocess.Popen[str], job: object) -> Iterator[dict[str, Any]]:
    """Send a job to a worker and yield its messages until it ends."""
    assert process.stdin is not None and process.stdout is not None
    with suppress(OSError):
        send(process.stdin, job)
        yield from messages(process.stdout)
