"""Records additions to a library, so that the same text is not added twice.

The file holds a line of JSON for each addition. The briefs are the truth: a line about a missing brief is ignored, and
without the file only the recognition of repeated additions is weaker.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Addition(NamedTuple):
    """One addition: the digests of the original bytes and of the cleaned text, the path of the brief, the address."""

    original: str
    text: str
    path: str
    url: str | None


class Ledger:
    """The additions to one library; the last addition of a brief counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._additions: dict[str, Addition] = {addition.path: addition for addition in self._read()}
        self._originals = {addition.original: addition for addition in self._additions.values()}
        self._texts = {addition.text: addition for addition in self._additions.values()}
        self._urls = {addition.url: addition for addition in self._additions.values() if addition.url}

    def _read(self) -> Iterator[Addition]:
        try:
            lines = self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return
        for line in lines:
            try:
                yield Addition(**json.loads(line))
            except (ValueError, TypeError):  # a crash cut the line
                continue

    def by_original(self, digest: str) -> Addition | None:
        """Return the addition of exactly these bytes."""
        return self._originals.get(digest)

    def by_text(self, digest: str) -> Addition | None:
        """Return the addition that has this cleaned text."""
        return self._texts.get(digest)

    def by_url(self, url: str | None) -> Addition | None:
        """Return the addition that came from this address."""
        return self._urls.get(url) if url else None

    def append(self, addition: Addition) -> None:
        """Add an addition and write it to the disk. Raises OSError."""
        line = json.dumps(addition._asdict()).encode()
        with self._path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    line = b"\n" + line
            file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self._additions[addition.path] = self._originals[addition.original] = self._texts[addition.text] = addition
        if addition.url:
            self._urls[addition.url] = addition
