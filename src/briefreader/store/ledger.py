"""What was added and what became of it, so that the same text is not added twice.

Lines of JSON, appended one by one. The briefs are the truth: a line whose brief is gone counts for nothing, and
without the ledger only the recognition of repeated additions gets weaker.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Addition(NamedTuple):
    """One addition: digests of the original bytes and of the cleaned text, the brief's path, the source's address."""

    original: str
    text: str
    path: str
    url: str | None


class Ledger:
    """The additions to one library; the last one about a brief counts."""

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
            except (ValueError, TypeError):  # torn by a crash
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
        """Remember an addition, on the disk too. Raises OSError."""
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
