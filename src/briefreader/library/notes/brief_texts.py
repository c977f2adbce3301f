"""Reads the texts of briefs in which the passages of notes are sought."""

from __future__ import annotations

from pathlib import Path

from briefreader.indexing import read_bytes, read_document
from briefreader.model import SourceError


class BriefTexts:
    """The texts of the briefs in the library at root as their files are now, of which the last one is kept."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._last: tuple[str, str | None] = "", None

    def version(self, path: str) -> object:
        """Return a value that is another one after the file of a brief has changed."""
        try:
            status = (self._root / path).stat()
        except (OSError, ValueError):
            return None
        return path, status.st_ino, status.st_size, status.st_mtime_ns

    def text(self, path: str) -> str | None:
        """Return the text of a brief, None where it cannot be read."""
        if self._last[0] != path:
            try:
                document = read_document(read_bytes(self._root / path, self._root), Path(path).name)
                self._last = path, document.text
            except SourceError:
                self._last = path, None
        return self._last[1]
