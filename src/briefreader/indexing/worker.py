"""The process that writes parts of an index for another: `python -m briefreader.indexing.worker`.

On standard input it takes jobs, a line of JSON each: `[folder, [[path, size, mtime_ns], ...]]`. On standard output it
says `{"ready": version}` once, `{"file": n}` before it reads the file of that number, and at the end of a job
`{"rows": [...], "unreadable": [...]}` or `{"failed": message, "disk": whether it could not be written}`. It ends as
soon as its standard input does: its parent is gone then.
"""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

from briefreader.annotate import Annotator
from briefreader.config import Places
from briefreader.indexing import batches as parts
from briefreader.indexing.garbage import collect_seldom
from briefreader.indexing.known_names import KnownNames
from briefreader.model import LibraryError
from briefreader.store import File


def main() -> int:
    """Write the parts that are asked for; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m briefreader.indexing.worker")
    for name in ("library", "config", "data", "cache"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    asked = parser.parse_args()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and decides
    jobs: SimpleQueue[str] = SimpleQueue()
    threading.Thread(target=_listen, args=(jobs,), daemon=True).start()
    known_names = KnownNames(asked.library, Places(asked.config, asked.data, asked.cache))
    collect_seldom()
    _say(ready=known_names.version)
    job = jobs.get()  # meanwhile the lists are compiled, by one process for all
    annotator = known_names.annotator()
    if KnownNames(known_names.root, known_names.places).version != known_names.version:
        return 1  # the lists were changed between; who waits for the work does it alone
    while True:
        folder, files = json.loads(job)
        _work(asked.library, Path(folder), [File(*file) for file in files], annotator)
        job = jobs.get()


def _listen(jobs: "SimpleQueue[str]") -> None:
    for line in sys.stdin:
        jobs.put(line)
    os._exit(0)  # what is half built is never taken for an index, so nothing is tidied


def _work(root: Path, folder: Path, files: Sequence[File], annotator: Annotator) -> None:
    at = {file.path: number for number, file in enumerate(files)}
    try:
        written = parts.write(folder, root, files, annotator, lambda file: _say(file=at[file.path]))
    except LibraryError as error:
        _say(failed=str(error), disk=isinstance(error.__cause__, OSError))
    else:
        _say(**written.plain())


def _say(**message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
