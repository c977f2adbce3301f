"""Writes batches of an index for a parent process: `python -m briefreader.indexing.worker`.

It receives jobs, `[folder, [[path, size, mtime_ns], ...]]`. It sends `{"ready": version}` once, `{"file": n}` before it
reads the file with the number n, and at the end of a job `{"rows": [...], "unreadable": [...],
"stated": [...], "stating": [...]}` or `{"failed": message, "disk": bool}`, where `disk` says that the batch could not
be written.
"""

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from briefreader.annotate import Annotator
from briefreader.config import Places
from briefreader.indexing import batches
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.process import say, serve
from briefreader.model import LibraryError
from briefreader.store import File


def main() -> int:
    """Write the requested batches and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m briefreader.indexing.worker")
    for name in ("library", "config", "data", "cache"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent receives it too and ends the workers
    jobs: SimpleQueue[Any] = SimpleQueue()
    serve(jobs.put)
    known_names = KnownNames(given.library, Places(given.config, given.data, given.cache))
    say(ready=known_names.version)
    job = jobs.get()  # meanwhile the parent compiles the lists of names for all workers
    annotator = known_names.annotator()
    if KnownNames(known_names.root, known_names.places).version != known_names.version:
        return 1  # the lists have changed meanwhile; the parent reads the files itself
    while True:
        folder, files = job
        _work(given.library, Path(folder), [File(*file) for file in files], annotator)
        job = jobs.get()


def _work(root: Path, folder: Path, files: Sequence[File], annotator: Annotator) -> None:
    numbers = {file.path: number for number, file in enumerate(files)}
    try:
        written = batches.write(folder, root, files, annotator, lambda file: say(file=numbers[file.path]))
    except LibraryError as error:
        say(failed=str(error), disk=isinstance(error.__cause__, OSError))
    else:
        say(**written.plain())


if __name__ == "__main__":
    sys.exit(main())
