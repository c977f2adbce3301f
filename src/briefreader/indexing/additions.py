"""Briefs added to a large library: kept in the delta of its index, so that they are found at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from briefreader.indexing.inventory import Inventory, Unreadable
from briefreader.indexing.known_names import KnownNames
from briefreader.model import BriefreaderError
from briefreader.search.index.index import Index
from briefreader.search.index.metadata import Metadata
from briefreader.store import File, Look

if TYPE_CHECKING:
    from pathlib import Path

    from briefreader.indexing.batches import WrittenBatch

LEAST = 4_000
"""Files beside those of the delta from which on a delta is worth it: the index of fewer is soon written anew."""

MOST = 256
"""Briefs in the delta; more are written into the large part."""


def added_files(files: Look, inventory: Inventory, index: Index) -> tuple[File, ...]:
    """Return the new files if they are few and nothing else has changed since all was indexed; else nothing.

    The inventory must have told that no file in it has changed without a trace.
    """
    if not len(files) - MOST >= LEAST:
        return ()
    try:
        held = len(index.delta_columns("path")[0])
        new: Sequence[File]
        new, before = files.parted(inventory.looked_ns, MOST)
        if before.fingerprint != inventory.seen:  # then files may be new that are old, such as copied ones
            new = _unknown(files, inventory, index)
    except BriefreaderError:
        return ()
    return tuple(new) if len(new) + held <= MOST else ()


def _unknown(files: Look, inventory: Inventory, index: Index) -> Sequence[File]:
    """Return the files that were not there when all was indexed; nothing if any other has changed or is gone."""
    known: set[tuple[str, int, int]] = {*zip(*index.columns(*File._fields), strict=True)}
    known.update((each.file.path, each.file.size, each.file.mtime_ns) for each in inventory.unreadable.values())
    new = files.beyond(known)
    return new if len(files) - len(new) == len(known) else ()


def add_files(
    files: Sequence[File],
    index: Index,
    parts: Path,
    known_names: KnownNames,
    progress: Callable[[int, int], object],
) -> WrittenBatch | None:
    """Add files to the delta of an index; return all its rows, and which of the files cannot be read.

    None where a file asks for an ID that another brief has or had to share: then all have to be looked at. `parts` is
    a folder for files in between. Raises LibraryError where the index cannot be written or is damaged.
    """
    from briefreader.indexing.batches import WrittenBatch
    from briefreader.indexing.build import build
    from briefreader.indexing.id_assignment import with_final_ids_beside

    unreadable: list[Unreadable] = []
    rows = [*index.delta_metadata().values()]
    ids = index.columns("id")[0]
    with closing(build(parts, known_names, files, progress)) as batches:
        for written in batches:
            unreadable += written.unreadable
            given = with_final_ids_beside(chain(ids, (row.entry.id for row in rows)), written.rows)
            if given is None:
                return None
            rows += given
            index.add(Metadata(rows), [written.folder])
    return WrittenBatch(parts, rows, unreadable)


def delta_files(index: Index) -> dict[str, File]:
    """Return the files of the delta by path."""
    try:
        return {path: File(path, *rest) for path, *rest in zip(*index.delta_columns(*File._fields), strict=True)}
    except BriefreaderError:
        return {}
