"""Compares the files of a library with its index."""

from collections.abc import Callable, Mapping, Sequence, Set
from types import MappingProxyType
from typing import NamedTuple

from briefreader.indexing.inventory import Inventory
from briefreader.search import Metadata, Row
from briefreader.store import File, Look

# A file that changes twice within one tick of the file system's clock may keep its size and time: 10 ms on ext4, 2 s on
# FAT.
_FINE_TICK_NS = 50_000_000
_COARSE_TICK_NS = 2_000_000_000


class Difference(NamedTuple):
    """The files to be read, `added` or `updated`, the paths that are `gone`, and the rows that are still true.

    `touched` counts the rows whose file has a new time and the same content. If files were `only_added`, `rows` is
    empty. `renamed` says that the lists of names have changed; the briefs concerned are among those `updated`.
    """

    added: tuple[File, ...] = ()
    updated: tuple[File, ...] = ()
    gone: tuple[str, ...] = ()
    rows: Mapping[str, Row] = MappingProxyType({})
    touched: int = 0
    only_added: bool = False
    renamed: bool = False

    def __bool__(self) -> bool:
        return bool(self.added or self.updated or self.gone or self.touched or self.renamed)

    def with_renamed(self, concerned: Set[str]) -> "Difference":
        """Return the difference with the briefs at some paths to be read again after a change of the lists of names."""
        again = [File(path, row.size, row.mtime_ns) for path, row in self.rows.items() if path in concerned]
        rows = {path: row for path, row in self.rows.items() if path not in concerned}
        return self._replace(updated=(*self.updated, *again), rows=rows, renamed=True)


def difference(
    files: Sequence[File], metadata: Metadata | None, inventory: Inventory, digest_of: Callable[[str], str]
) -> Difference:
    """Compare files with metadata and inventory by size and time, and by content where size and time do not decide.

    `digest_of` returns the digest of the content of a path, an empty string where the file cannot be read.
    """
    known: dict[str, Row] = dict(metadata.items()) if metadata else {}  # a faster lookup than in a Mapping
    added: list[File] = []
    updated: list[File] = []
    rows: dict[str, Row] = {}
    touched = 0
    surely_old = inventory.looked_ns - _COARSE_TICK_NS
    for file in files:
        row = known.get(file.path)
        if row is None:
            unreadable = inventory.unreadable.get(file.path)
            if not unreadable or unreadable.may_be_read_now(file, digest_of):
                added.append(file)
        elif (row.size, row.mtime_ns) == file[1:] and (
            file.mtime_ns < surely_old or not _is_fresh(file, inventory.looked_ns)
        ):
            rows[file.path] = row
        elif row.size == file.size and digest_of(file.path) == row.digest:
            rows[file.path] = row._replace(mtime_ns=file.mtime_ns)
            touched += row.mtime_ns != file.mtime_ns
        else:
            updated.append(file)
    paths = {file.path for file in files}
    gone = tuple(path for path in (*known, *inventory.unreadable) if path not in paths)
    return Difference(tuple(added), tuple(updated), gone, rows, touched)


def fresh(files: Look, looked_ns: int) -> list[File]:
    """Return the files that were so new at the time `looked_ns` that their times may hide a later change."""
    return [file for file in files.since(looked_ns - _COARSE_TICK_NS) if _is_fresh(file, looked_ns)]


def _is_fresh(file: File, looked_ns: int) -> bool:
    tick = _FINE_TICK_NS if file.mtime_ns % 1_000_000_000 else _COARSE_TICK_NS
    return file.mtime_ns > looked_ns - tick
