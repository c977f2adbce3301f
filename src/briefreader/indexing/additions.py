"""Adds a few new briefs of a large library to the delta of its index, which is faster than to update the index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from briefreader.indexing.inventory import Inventory, Unreadable
from briefreader.indexing.known_names import KnownNames
from briefreader.indexing.report import Progress
from briefreader.model import BriefreaderError
from briefreader.search import Index, Metadata
from briefreader.store import File, Look

if TYPE_CHECKING:
    from pathlib import Path

    from briefreader.indexing.batches import WrittenBatch
    from briefreader.indexing.kept_ids import KeptIds

LEAST = 4_000
"""The number of files outside the delta from which on a delta saves time."""

MOST = 256
"""The largest number of briefs in the delta; more are written into the large part of the index."""


def added_files(files: Look, inventory: Inventory, index: Index) -> tuple[File, ...]:
    """Return the new files if they are few and nothing else has changed since all files were indexed; else nothing.

    The caller must know from the inventory that no file has changed and kept its size and time.
    """
    if len(files) - MOST < LEAST:
        return ()
    try:
        held = len(index.delta_columns("path")[0])
        new, before = files.parted(inventory.looked_ns, MOST)
        if before.fingerprint != inventory.seen:  # a new file may have an old time, as a copy has
            new = _unknown(files, inventory, index)
    except BriefreaderError:
        return ()
    return tuple(new) if len(new) + held <= MOST else ()


def _unknown(files: Look, inventory: Inventory, index: Index) -> list[File]:
    """Return the files that are new since all files were indexed; nothing if another file has changed or is gone."""
    known: set[tuple[str, int, int]] = {*zip(*index.columns(*File._fields), strict=True)}
    known.update((each.file.path, each.file.size, each.file.mtime_ns) for each in inventory.unreadable.values())
    new = files.beyond(known)
    return new if len(files) - len(new) == len(known) else []


def add_files(
    files: Sequence[File],
    index: Index,
    folder: Path,
    known_names: KnownNames,
    progress: Progress,
    kept: KeptIds,
    save: Callable[[], object],
) -> WrittenBatch | None:
    """Add files to the delta of an index and return all rows of the delta and the files that cannot be read.

    Returns None if the ID that a file requests changes the ID of another brief: then all briefs have to be compared.
    `folder` is a folder for temporary files; `save` saves the IDs that `kept` notes. Raises LibraryError where the
    index cannot be written or is damaged.
    """
    from briefreader.indexing.batches import WrittenBatch
    from briefreader.indexing.build import build
    from briefreader.indexing.id_assignment import with_final_ids_beside

    unreadable: list[Unreadable] = []
    rows = [*index.delta_metadata().values()]
    ids = index.columns("id")[0]
    with closing(build(folder, known_names, files, progress)) as batches:
        for written in batches:
            unreadable += written.unreadable
            known = chain(ids, (row.entry.id for row in rows))
            final = with_final_ids_beside(known, written.rows, written.stated, kept)
            if final is None:
                return None
            save()
            rows += final
            index.add(Metadata(rows), [written.folder])
    return WrittenBatch(folder, rows, unreadable)


def delta_files(index: Index) -> dict[str, File]:
    """Return the files of the delta by path."""
    try:
        return {path: File(path, *rest) for path, *rest in zip(*index.delta_columns(*File._fields), strict=True)}
    except BriefreaderError:
        return {}
