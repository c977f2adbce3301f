"""Registers the briefs of a library by path, content and requested ID while files are added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from briefreader.indexing import RequestedId, requested_id
from briefreader.model import Entry, IndexLostError

if TYPE_CHECKING:
    from briefreader.search import Index, Row


class IdRegistry:
    """The briefs of an index, some of which may no longer exist, and the briefs registered since.

    `ids`, `digests` and `paths` are columns of the metadata, which is read only if a whole row is needed.
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
        self._requests: dict[str, RequestedId] = {}

    @classmethod
    def of(cls, index: Index) -> IdRegistry:
        """Return the registry of the briefs of an index, an empty one if the index is missing or damaged."""
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
    def _numbers(self) -> Mapping[str, int]:
        return {path: at for at, path in enumerate(self._paths)}

    def register(self, entry: Entry, requested: RequestedId) -> None:
        """Register a brief and the ID that it requested."""
        self._entries[entry.path] = entry
        self._requests[entry.path] = requested
        self._by_digest[requested.digest] = entry.path

    def entry(self, path: str) -> Entry | None:
        """Return the entry of the brief at a path, None if it is not registered."""
        if path in self._entries:
            return self._entries[path]
        # The metadata may be newer than the columns and hold more briefs.
        row = self._rows.get(path) if path in self._numbers else None
        return row.entry if row else None

    def path_of(self, digest: str) -> str | None:
        """Return the path of a brief whose file has the content of a digest."""
        return self._by_digest.get(digest)

    def digest(self, path: str) -> str:
        """Return the digest of the file of a registered brief. Raises KeyError."""
        return self._requests[path].digest if path in self._requests else self._digests[self._numbers[path]]

    def requested(self, path: str) -> RequestedId:
        """Return the ID that a registered brief requested. Raises KeyError."""
        return self._requests[path] if path in self._requests else self._requested(self._numbers[path])

    def _requested(self, at: int) -> RequestedId:
        return requested_id(self._ids[at], self._digests[at], self._paths[at])

    def similar(self, id: str) -> dict[str, RequestedId]:
        """Return by path the requested IDs that begin with an ID, and may conflict with it."""
        known = {self._paths[at]: at for at, each in enumerate(self._ids) if each.startswith(id)}
        found = {path: self._requests.get(path) or self._requested(at) for path, at in known.items()}
        return found | {path: each for path, each in self._requests.items() if each.base.startswith(id)}
