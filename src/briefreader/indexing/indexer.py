"""Updates the index in a process of its own while a person reads: `python -m briefreader.indexing.indexer`.

It sends these messages: `{"stage": "previews", "entries": [...]}` with the previews of files,
`{"stage": "index", "done": n, "total": m}`, and at the end `{"stage": "done", ...}` with the report, or
`{"stage": "failed", "message": ...}`.
"""

import argparse
import os
import signal
import sys
import time
from pathlib import Path

from briefreader.config import Places
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.library_index import LibraryIndex
from briefreader.indexing.process import say, serve
from briefreader.indexing.worker_pool import WORTH_IT
from briefreader.model import BriefreaderError

_NICENESS = 10
_SECONDS_BETWEEN_REPORTS = 0.1


def main() -> int:
    """Index the library that the arguments name and return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m briefreader.indexing.indexer", description="Index a library of briefs."
    )
    parser.add_argument("--library", type=Path, required=True, help="the folder of the library")
    parser.add_argument("--cache", type=Path, required=True, help="the folder of its index")
    parser.add_argument("--only", help="the one file of the folder that is read")
    parser.add_argument("--read-only", action="store_true", help="write nothing but the cache")
    given = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda number, _: os._exit(128 + number))
    serve(lambda _: None)
    places = Places.of_user()._replace(read_only=given.read_only)
    index = LibraryIndex(given.library, given.cache, KnownNames(given.library, places), given.only)
    try:
        pending = index.pending()
        for batch in index.previews(pending.added):
            say(stage="previews", entries=batch)
        if len(pending.added) + len(pending.updated) >= WORTH_IT:
            os.nice(_NICENESS)  # its workers take all cores, and a person waits for the titles only
        report = index.update(_Progress())
    except (BriefreaderError, OSError) as error:
        say(stage="failed", message=str(error))
        return 1
    figures = ("briefs", "added", "updated", "removed", "seconds")
    say(stage="done", unreadable=len(report.problems), report={name: getattr(report, name) for name in figures})
    return 0


class _Progress:
    """Reports the progress of the index a few times a second."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - self._last >= _SECONDS_BETWEEN_REPORTS:
            self._last = now
            say(stage="index", done=done, total=total)


if __name__ == "__main__":
    sys.exit(main())
