"""The process that brings an index up to date while the reader is read: `python -m briefreader.indexing.indexer`.

It says on standard output, a line of JSON each, how far it is: `{"stage": "heads", "entries": [...]}` with what the
beginnings of files say, `{"stage": "index", "done": n, "total": m}`, at the end `{"stage": "done", ...}` with the
report, or `{"stage": "failed", "message": ...}`. It ends as soon as its standard input does: its parent is gone then.
"""

import argparse
import json
import os
import signal
import sys
import threading
import time
from pathlib import Path

from briefreader.config import Places
from briefreader.indexing.garbage import collect_seldom
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.library_index import LibraryIndex
from briefreader.indexing.report import IndexReport
from briefreader.model import BriefreaderError

NICENESS = 10
SECONDS_BETWEEN_REPORTS = 0.1


def main(arguments: list[str] | None = None) -> int:
    """Index the library that the arguments name; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m briefreader.indexing.indexer", description="Index a library of briefs."
    )
    parser.add_argument("--library", type=Path, required=True, help="the folder of the library")
    parser.add_argument("--cache", type=Path, required=True, help="the folder of its index")
    parser.add_argument("--only", help="the one file of the folder that is read")
    asked = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(128 + signal.SIGTERM))
    signal.signal(signal.SIGINT, lambda *_: os._exit(128 + signal.SIGINT))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()
    known_names = KnownNames(asked.library, Places.of_user())
    index = LibraryIndex(asked.library, asked.cache, known_names, asked.only)
    try:
        for batch in index.previews():
            _say(stage="heads", entries=batch)
        os.nice(NICENESS)  # a person waits for the titles, not for the rest
        report = index.update(_Progress())
    except (BriefreaderError, OSError) as error:
        _say(stage="failed", message=str(error))
        return 1
    _say(stage="done", unreadable=len(report.problems), report=_figures(report))
    return 0


def _end_with_parent() -> None:
    """Wait for the end of standard input; what is half built is never taken for an index, so nothing is tidied."""
    while os.read(0, 4096):
        pass
    os._exit(0)


class _Progress:
    """Says how far the index is, a few times a second."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if done == total or now - self._last >= SECONDS_BETWEEN_REPORTS:
            self._last = now
            _say(stage="index", done=done, total=total)


def _figures(report: IndexReport) -> dict[str, object]:
    return {
        "briefs": report.briefs,
        "added": report.added,
        "updated": report.updated,
        "removed": report.removed,
        "seconds": report.seconds,
    }


def _say(**message: object) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
