"""Takes briefs out of a library: their files are moved into the folder of removed briefs, and can come back."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from briefreader.config import Places
from briefreader.library.own_files import journal
from briefreader.library.write_access import write_access
from briefreader.model import Entry, NotFoundError


def removed(
    root: Path, places: Places, ids: Sequence[str], resolve: Callable[[str], Entry], notify: Callable[[str], object]
) -> tuple[tuple[Entry, Path], ...]:
    """Remove briefs from the library at root; return the entry of each with the new path of its file.

    `resolve` returns the brief of an ID. Raises NotFoundError, and removes nothing, where the file of one is gone;
    LibraryError.
    """
    with write_access(root, places, "removing", notify) as state, journal(root, places, "removing", notify) as changes:
        found: dict[Path, tuple[Entry, Path]] = {}
        planned: set[Path] = set()
        for id in ids:
            entry = resolve(id)
            path = root / entry.path
            if not os.path.lexists(path):
                raise NotFoundError(f"{entry.id}: its file is gone already; `briefreader index` updates the index")
            if path not in found:
                target = state.free_for_removed(entry.path, planned)
                planned.add(target)
                found[path] = entry, target
        moves = [(path, target) for path, (_, target) in found.items()]
        titles = [entry.title for entry, _ in found.values()]
        what = f"the removal of {titles[0] if len(titles) == 1 else f'{len(titles):,} briefs'}"
        if moves:
            changes.move(moves, what)
        return tuple(found.values())
