"""The register of a library while files are taken in: which briefs it holds, by path, content and ID."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefreader.indexing.identity import Claim, claim
from briefreader.model import Entry, IndexLostError

if TYPE_CHECKING:
    from briefreader.search.index.index import Index
    from briefreader.search.index.metadata import Row


class IdRegistry:
    """Begins with what the index knows, some of which may be gone, and is told of every brief that is taken in.

    ids, digests and paths are columns of the catalogue, which itself is asked for only where a whole line is wanted.
    """

    def __init__(
        self,
        ids: Sequence[str],
        digests: Sequence[str],
        paths: Sequence[str],
        metadata: Callable[[], Mapping[str, Row] | None],
    ) -> None:
        self._ids = ids
        self._digests = digests
        self._paths = paths
        self._metadata = metadata
        self._by_digest = dict(zip(digests, paths, strict=True))
        self._entries: dict[str, Entry] = {}
        self._claims: dict[str, Claim] = {}

    @classmethod
    def of(cls, index: Index) -> IdRegistry:
        """Return the register of what an index knows, an empty one where there is none that can be trusted."""
        try:
            ids, digests, paths = index.columns("id", "digest", "path")
        except IndexLostError:
            ids, digests, paths = [], [], []
        return cls(ids, digests, paths, index.metadata)

    @cached_property
    def _rows(self) -> Mapping[str, Row]:
        try:
            return self._metadata() or {}
        except IndexLostError:
            return {}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {path: at for at, path in enumerate(self._paths)}

    def take_in(self, entry: Entry, asked: Claim) -> None:
        """Take note of a brief that is new, or was not known, and of the ID that it asked for."""
        self._entries[entry.path] = entry
        self._claims[entry.path] = asked
        self._by_digest[asked.digest] = entry.path

    def entry(self, path: str) -> Entry | None:
        """Return the line of a brief, None where it is not known."""
        if path in self._entries:
            return self._entries[path]
        # The catalogue may be a newer one, with briefs that the columns do not have.
        row = self._rows.get(path) if path in self._places else None
        return row.entry if row else None

    def path_of(self, digest: str) -> str | None:
        """Return the path of a brief whose file has this content."""
        return self._by_digest.get(digest)

    def claim(self, path: str) -> Claim:
        """Return what a brief asked for that is known. Raises KeyError."""
        return self._claims[path] if path in self._claims else self._claim(self._places[path])

    def _claim(self, at: int) -> Claim:
        return claim(self._ids[at], self._digests[at], self._paths[at])

    def near(self, id: str) -> dict[str, Claim]:
        """Return what those briefs asked for that may have to be told apart from one that asks for an ID."""
        known = {self._paths[at]: at for at, each in enumerate(self._ids) if each.startswith(id)}
        found = {path: self._claims.get(path) or self._claim(at) for path, at in known.items()}
        return found | {path: asked for path, asked in self._claims.items() if asked.base.startswith(id)}
