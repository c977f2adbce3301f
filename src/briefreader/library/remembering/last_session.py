"""Remembers where the last session of the reader was left in a library: a small JSON file in the user's data folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from briefreader.model import ReadOnlyError
from briefreader.store import make_folder, read_json, write
from briefreader.text import clean_line

NAME = "session.json"
_LARGEST = 1 << 16  # bytes
_MOST_QUERIES, _LONGEST_QUERY = 30, 200


class Session(NamedTuple):
    """A query, the open brief, and the place in it; without a brief, the reader opens the first one.

    `offset` is that of the first character in sight, `match` the number of the current match, -1 without one. `group`
    is the key of the group under the cursor of the list, if the open brief is that of a group. `queries` are the last
    ones, the latest last; long ones and those before the last thirty are not kept.
    """

    query: str = ""
    brief_id: str | None = None
    offset: int = 0
    match: int = -1
    group: str = ""
    queries: tuple[str, ...] = ()


class LastSession:
    """The last session in a file; of two sessions at once, the one that ends last. If `read_only`, none is written."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.path = path
        self._read_only = read_only

    def read(self) -> Session:
        """Return the last session, with first values where the file is missing, damaged or says something unknown."""
        said = read_json(self.path, _LARGEST)
        return _session(**said) if isinstance(said, dict) else Session()

    def write(self, session: Session) -> None:
        """Write a session. Raises OSError if the file cannot be written, ReadOnlyError if it may not be written."""
        if self._read_only:
            raise ReadOnlyError
        make_folder(self.path.parent)
        kept = tuple(query for query in session.queries if len(query) <= _LONGEST_QUERY)[-_MOST_QUERIES:]
        write(
            self.path,
            json.dumps(session._replace(queries=kept)._asdict()).encode(),
            self.path.parent / "partial",
            replace=True,
        )


def _session(
    query: object = "",
    brief_id: object = None,
    offset: object = 0,
    match: object = -1,
    group: object = "",
    queries: object = (),
    **_: Any,
) -> Session:
    """Return a session from the values in the file; those of another kind count as first values."""
    return Session(
        clean_line(query) if isinstance(query, str) else "",
        clean_line(brief_id) if isinstance(brief_id, str) else None,
        offset if isinstance(offset, int) else 0,
        match if isinstance(match, int) else -1,
        clean_line(group) if isinstance(group, str) else "",
        tuple(clean_line(each) for each in queries if isinstance(each, str)) if isinstance(queries, list) else (),
    )
