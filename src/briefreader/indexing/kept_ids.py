"""Keeps the IDs of briefs: recognizes a brief that had an ID before, and records each ID that is given.

A brief is recognized by path and content, by its content alone if its file was moved, or by its path alone if its file
was edited. It keeps the ID that it requested first, whatever its title, the lists of names or the rules say later.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from briefreader.indexing.brief_id import RequestedId, assign, requested_id
from briefreader.search import Row
from briefreader.store import GivenId, IdRecords

_TOKEN_DIGITS = 12


class KnownBrief(NamedTuple):
    """A brief that had an ID before, with its token.

    `request` is the ID that it requested, with the digest of its first content, and `origin` is its first path.
    """

    token: str
    request: RequestedId
    origin: str


class KeptIds:
    """The IDs that the briefs of a library were given.

    `digest_of` returns the digest of the file at a path, an empty string where there is none. `come` returns the
    digests of the files that an index lacks, and `new` holds the paths of those that were surely not there before.
    """

    def __init__(
        self,
        records: IdRecords,
        digest_of: Callable[[str], str],
        come: Callable[[], Container[str]] = frozenset,
        new: Container[str] = frozenset(),
    ) -> None:
        self._records = records
        self._digest_of = digest_of
        self._come = come
        self._new = new
        self._paths: dict[str, str] = {}  # of the briefs recognized by this object, by token
        self._pending: list[GivenId] = []

    def recognized(self, rows: Iterable[Row]) -> dict[str, KnownBrief]:
        """Return the briefs among rows that had an ID before, by path; the rows hold the IDs that files request."""
        rest = list(rows)
        found: dict[str, KnownBrief] = {}
        for candidates in (self._by_both, self._by_digest, self._by_path):
            for row in rest:
                path = row.entry.path
                if token := next(candidates(row), None):
                    found[path] = self._known(token)
                    self._paths[token] = path
            rest = [row for row in rest if row.entry.path not in found]
        return found

    def _by_both(self, row: Row) -> Iterator[str]:
        path = row.entry.path
        same = (each for each in self._newest("digest", row.digest) if each.path == path)
        return (each.brief for each in same if self._is_free(each, path))

    def _by_digest(self, row: Row) -> Iterator[str]:
        return self._with_digest(row.digest, row.entry.path)

    def _with_digest(self, digest: str, path: str) -> Iterator[str]:
        return (each.brief for each in self._newest("digest", digest) if self._is_free(each, path))

    def _by_path(self, row: Row) -> Iterator[str]:
        """Yield the tokens of briefs whose file was last at the path of a row, unless another one took the name."""
        path = row.entry.path
        for each in self._newest("path", path):
            last = self._last(each.brief)
            is_edited = path not in self._new or each.base == row.entry.id
            if is_edited and last.path == path and self._is_free(each, path) and last.digest not in self._come():
                yield each.brief

    def _newest(self, field: Literal["path", "digest"], value: str) -> list[GivenId]:
        return self._records.find(field, value)[::-1]

    def _last(self, token: str) -> GivenId:
        return self._records.find("brief", token)[-1]

    def _is_free(self, record: GivenId, path: str) -> bool:
        """Return whether no other file than the one at a path is the brief of a record."""
        if record.brief in self._paths:
            return self._paths[record.brief] == path
        last = self._last(record.brief)
        return last.path == path or self._digest_of(last.path) != last.digest

    def _known(self, token: str) -> KnownBrief:
        records = self._records.find("brief", token)
        return KnownBrief(token, RequestedId(records[-1].base, records[0].digest), records[0].path)

    def at(self, path: str, digest: str) -> KnownBrief | None:
        """Return the brief of a file of the index by the records, None if they lack it."""
        for each in self._newest("digest", digest):
            if each.path == path and self._last(each.brief).path == path:
                return self._known(each.brief)
        return None

    def given(self, path: str, digest: str) -> str | None:
        """Return the ID that a file was given last, None if the records lack it."""
        same = (each.id for each in self._newest("digest", digest) if each.path == path)
        return next(same, None)

    def path_now(self, path: str) -> str | None:
        """Return the path to which the file that was at a path has been moved, None if it has not."""
        known = self.last_at(path)
        now = self._last(known.token).path if known else path
        return None if now == path else now

    def last_at(self, path: str) -> KnownBrief | None:
        """Return the brief whose file was last at a path, None if the records have none."""
        found = self._records.find("path", path)
        return self._known(found[-1].brief) if found else None

    def with_content(self, digest: str) -> KnownBrief | None:
        """Return the brief that had the content of a digest and is no longer there, None if the records have none."""
        return next((self._known(token) for token in self._with_digest(digest, "")), None)

    def requested(self, row: Row) -> RequestedId:
        """Return the ID that a brief of the index requested."""
        known = self.at(row.entry.path, row.digest)
        return known.request if known else requested_id(row.entry.id, row.digest, row.entry.path)

    def assigned(
        self, requests: Mapping[str, RequestedId], known: Mapping[str, KnownBrief], others: Iterable[str] = ()
    ) -> dict[str, str]:
        """Return the ID of each path as `assign` does, and no ID that a brief was given that is none of the known ones.

        An ID that a brief was given once is never given to another one.
        """
        # A suffix is made from content, and for copies from the path too: those that a brief had at first.
        keys = {path: path for path in requests}
        used = set(requests)
        for path, each in known.items():
            if each.origin not in used:
                keys[path] = each.origin
                used.add(each.origin)
        tokens = {keys[path]: self._tokens(each.token) for path, each in known.items()}
        here = frozenset().union(*tokens.values())
        keyed = {keys[path]: request for path, request in requests.items()}
        for base in {request.base for request in requests.values()}:
            for record in self._records.find("id", base):
                if record.brief not in here:
                    keyed[f"\0{record.brief}"] = self._known(record.brief).request._replace(base=base)

        def is_taken(key: str, id: str) -> bool:
            own = tokens.get(key, ())
            return not key.startswith("\0") and any(each.brief not in own for each in self._records.find("id", id))

        ids = assign(keyed, others, is_taken)
        return {path: ids[keys[path]] for path in requests}

    def _tokens(self, token: str) -> frozenset[str]:
        """Return all tokens of a brief: two machines may have recognized it by different ones."""
        found = {token}
        pending = [token]
        while pending:
            for record in self._records.find("brief", pending.pop()):
                same = (*self._records.find("digest", record.digest), *self._records.find("id", record.id))
                new = {each.brief for each in same if each.path == record.path} - found
                found |= new
                pending += new
        return frozenset(found)

    def note(self, path: str, digest: str, id: str, request: RequestedId, known: KnownBrief | None) -> None:
        """Note the ID of a brief for the next `save`, unless it is recorded already."""
        token = known.token if known else self._new_token(path, digest)
        record = GivenId(token, id, request.base, path, digest, time.time_ns())
        before = self._records.find("brief", token)
        if not before or before[-1][:-1] != record[:-1]:
            self._records.add([record])
            self._pending.append(record)
        self._paths[token] = path

    def _new_token(self, path: str, digest: str) -> str:
        token = ""
        while not token or self._records.find("brief", token):
            seed = f"{path}\0{digest}\0{token}".encode("utf-8", "surrogateescape")
            token = hashlib.sha256(seed).hexdigest()[:_TOKEN_DIGITS]
        return token

    def adopt(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Note the IDs, digests and paths of an index that an earlier version wrote, where the records lack them."""
        for id, digest, path in rows:
            if self.at(path, digest) is None:
                self.note(path, digest, id, requested_id(id, digest, path), None)

    def save(self, *, sync: bool = True) -> None:
        """Write the noted IDs. Raises OSError."""
        pending, self._pending = self._pending, []
        self._records.write(pending, sync=sync)

    def paths(self, id: str, *, beginning: bool = False) -> list[str]:
        """Return the paths of the briefs that were given an ID, or one with this beginning, and are there still."""
        records = self._records.beginning(id) if beginning else self._records.find("id", id)
        found: list[str] = []
        for tokens in dict.fromkeys(self._tokens(each.brief) for each in records):
            last = max((self._last(token) for token in tokens), key=lambda each: each.at)
            if self._records.find("path", last.path)[-1].brief in tokens:
                found.append(last.path)
        return found

    def former(self, paths: Sequence[str]) -> dict[str, frozenset[str]]:
        """Return all IDs that the briefs at some paths were ever given, by path."""
        found: dict[str, frozenset[str]] = {}
        for path in paths:
            records = self._records.find("path", path)
            tokens = self._tokens(records[-1].brief) if records else ()
            found[path] = frozenset(each.id for token in tokens for each in self._records.find("brief", token))
        return found
