"""Keeps saved searches: a plain file with a query on each line, and a file with the briefs that each query found."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefreader.store.files import write
from briefreader.text import clean_line

SEARCHES = "searches.txt"
"""The name of the file of the saved searches in the state folder of a library."""

_FIRST_LINES = "# Saved searches, a query a line; take a line out, or add one.\n"
_DIGITS = 12


class Seen(NamedTuple):
    """The day a search was last visited, as an ISO date, and the digests of the briefs it found then."""

    day: str
    digests: frozenset[str]


class SearchFiles:
    """The files `searches.txt` and `searches-seen.json` of a folder; methods that read or write raise OSError.

    `aside` is a folder for the unfinished file of what was seen.
    """

    def __init__(self, folder: Path, aside: Path) -> None:
        self.path = folder / SEARCHES
        self._seen = folder / "searches-seen.json"
        self._aside = aside

    def queries(self) -> tuple[str, ...]:
        """Return the saved queries, each once, in the order of the file."""
        try:
            text = self.path.read_bytes().decode("utf-8", "replace")
        except FileNotFoundError:
            return ()
        lines = (clean_line(line) for line in text.splitlines() if not line.lstrip().startswith("#"))
        return tuple(dict.fromkeys(line for line in lines if line))

    def with_query(self, query: str) -> bytes:
        """Return the content of the file with a query at the end."""
        text = self.path.read_text("utf-8", "replace") if self.path.exists() else _FIRST_LINES
        ended = text if text.endswith("\n") or not text else f"{text}\n"
        return f"{ended}{query}\n".encode()

    def without(self, query: str) -> bytes:
        """Return the content of the file without a query; all other lines stay as they are."""
        lines = self.path.read_text("utf-8", "replace").splitlines(keepends=True)
        return "".join(line for line in lines if clean_line(line) != query).encode()

    def seen(self) -> dict[str, Seen]:
        """Return the briefs seen of each query; empty where the file is missing or has another form."""
        try:
            said = json.loads(self._seen.read_bytes())
            return {query: Seen(clean_line(day), split_digests(joined)) for query, (day, joined) in said.items()}
        except (FileNotFoundError, ValueError, AttributeError, TypeError):
            return {}

    def write_seen(self, seen: Mapping[str, Seen]) -> None:
        """Write the briefs seen of each query."""
        said = {query: [each.day, "".join(sorted(each.digests))] for query, each in seen.items()}
        write(self._seen, json.dumps(said).encode(), self._aside, replace=True)


def split_digests(joined: str) -> frozenset[str]:
    """Return the digests that were joined to one text. Raises ValueError where the last one is cut."""
    return frozenset(map("".join, zip(*[iter(joined)] * _DIGITS, strict=True)))


def digests(ids: Iterable[str]) -> dict[str, str]:
    """Map short digests, by which a file knows briefs, to the IDs of the briefs."""
    return {hashlib.sha256(brief_id.encode()).hexdigest()[:_DIGITS]: brief_id for brief_id in ids}
