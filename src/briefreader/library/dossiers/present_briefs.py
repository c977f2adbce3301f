"""Finds the briefs whose files are there; thousands of files are not looked at one by one."""

import os
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from briefreader.model import Entry


class PresentBriefs:
    """The briefs in the index of the library at root whose files are still there; each folder is listed once."""

    def __init__(self, root: Path, entries: Mapping[str, Entry]) -> None:
        self._root = root
        self._entries = entries
        self._files_in = cache(self._listed)

    def entry(self, id: str) -> Entry | None:
        """Return the entry of a brief, None where its file is gone."""
        entry = self._entries.get(id)
        folder, _, file = entry.path.rpartition("/") if entry else ("", "", "")
        return entry if file in self._files_in(folder) else None

    def _listed(self, folder: str) -> frozenset[str]:
        """Return the names of the files in a folder of the library."""
        with suppress(OSError):
            return frozenset(os.listdir(self._root / folder))  # noqa: PTH208
        return frozenset()
