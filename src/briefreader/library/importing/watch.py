"""Watches folders for files to add: each becomes an input once it is complete, and again once it has changed."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from briefreader.library.importing.inputs import Input, closed_input, file_input
from briefreader.model import LibraryError, SourceError, UsageError
from briefreader.store import File, Look, scan

SETTLED = 1.5
"""The seconds for which size and time of a file must stay the same before it counts as complete."""

_PAUSE = 0.5  # seconds between two looks
_SHARE = 50  # the pause is at least so many times as long as a look, which then takes at most 2 percent of the time
_UNFINISHED = re.compile(
    r"(?:^|/)[~#][^/]*|~(?:/|$)|\.(?:part|partial|tmp|temp|crdownload|download|opdownload|filepart|aria2|swp)(?:/|$)",
    re.IGNORECASE,
)


class _Seen(NamedTuple):
    file: File
    since: float
    is_done: bool = False


class Watch:
    """The files in folders that come and change; files of the library at root do not count.

    `notify` is passed a sentence about a folder that cannot be read, and `wait` is called with the seconds between two
    looks. Raises UsageError if a folder is in the library.
    """

    def __init__(
        self,
        folders: Sequence[str],
        root: Path,
        notify: Callable[[str], object],
        clock: Callable[[], float] = time.time,
        wait: Callable[[float], object] = time.sleep,
    ) -> None:
        self._folders = folders
        self._root = os.path.realpath(root)
        self._notify = notify
        self._clock = clock
        self._wait = wait
        self._seen: dict[str, _Seen] = {}
        self._told: set[str] = set()
        self._quiet: dict[str, str] = {}  # the fingerprints of folders with nothing but complete files
        for folder in folders:
            if f"{os.path.realpath(folder)}{os.sep}".startswith(f"{self._root}{os.sep}"):
                raise UsageError(f"{folder} is in the library, where every file counts by itself; watch another folder")

    def inputs(self) -> Iterator[Iterable[Input]]:
        """Yield the inputs that are complete, again and again without an end."""
        while True:
            started = time.monotonic()
            if found := self.look():
                yield self._there(found)
                continue
            self._wait(max(_PAUSE, (time.monotonic() - started) * _SHARE))

    def look(self) -> list[Input]:
        """Return the inputs that have become complete since the last look."""
        return [each for folder in self._folders for each in self._look_at(folder)]

    def _look_at(self, folder: str) -> Iterator[Input]:
        closed: list[OSError] = []
        try:
            files = scan(Path(folder), None, closed.append)
        except LibraryError:
            if folder not in self._told:
                self._notify(f"{folder} cannot be read; it is watched until it can")
                self._told.add(folder)
            return
        self._told.discard(folder)
        if self._quiet.get(folder) != files.fingerprint:
            yield from self._complete(folder, files)
        for problem in closed:
            if problem.filename not in self._told:
                self._told.add(problem.filename)
                yield closed_input(problem)

    def _complete(self, folder: str, files: Look) -> Iterator[Input]:
        """Yield the files of a folder that have become complete."""
        library = os.path.relpath(self._root, os.path.realpath(folder)) + os.sep
        there: set[str] = set()
        for file in files:
            if not (_UNFINISHED.search(file.path) or file.path.startswith(library)):
                name = os.path.join(folder, file.path)  # noqa: PTH118 - keeps the name as it was given
                there.add(name)
                if self._is_complete(name, file):
                    yield file_input(name, Path(folder))
        for name in [name for name in self._seen if name.startswith(os.path.join(folder, "")) and name not in there]:  # noqa: PTH118
            del self._seen[name]
        if all(self._seen[name].is_done for name in there):
            self._quiet[folder] = files.fingerprint

    def _is_complete(self, name: str, file: File) -> bool:
        """Return whether a file has become complete, and remember it as it is."""
        now = self._clock()
        seen = self._seen.get(name)
        if seen is None or seen.file != file:
            seen = self._seen[name] = _Seen(file, now)
        if seen.is_done:
            return False
        unchanged = max(now - seen.since, now - file.mtime_ns / 1e9)
        if unchanged >= SETTLED:
            self._seen[name] = seen._replace(is_done=True)
        return unchanged >= SETTLED

    def _there(self, inputs: Iterable[Input]) -> Iterator[Input]:
        """Yield the inputs that are still there, with their bytes; one that changes meanwhile comes back later."""
        for each in inputs:
            try:
                data = each.read()
            except SourceError:
                if os.path.lexists(each.name):
                    yield each
                continue
            seen = self._seen.get(each.name)
            try:
                status = os.stat(each.name)  # noqa: PTH116
            except OSError:
                continue
            if seen and (seen.file.size, seen.file.mtime_ns) != (status.st_size, status.st_mtime_ns):
                del self._seen[each.name]
                self._quiet.clear()
                continue
            yield Input(each.name, each.path, lambda data=data: data)  # type: ignore[misc]
