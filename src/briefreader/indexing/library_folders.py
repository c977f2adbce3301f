"""Finds the state folder of a library, which is never inside the sample library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Places, data_folder
from briefreader.store import STATE, State, folder_key, state_folder, users_folder

if TYPE_CHECKING:
    from briefreader.store import IdRecords

_IDS = "ids"


def is_sample(root: Path) -> bool:
    """Return whether a folder is the sample library, into which nothing is written."""
    return os.path.realpath(root) == os.path.realpath(data_folder() / "library")


def library_state(root: Path, places: Places) -> State:
    """Return the state folder of the library at root, which cannot be locked where nothing may be written."""
    return State(state_folder(root, places.data, read_only=is_sample(root)), read_only=places.read_only)


def id_records(root: Path, places: Places) -> IdRecords:
    """Return the records of the IDs in the library at root.

    The records inside the library and those in the user's data folder count both, since a library may be read-only on
    one machine only, or at times. Where only the cache may be written, new records go there.
    """
    from briefreader.store import IdRecords  # no start of the program needs it

    kept = library_state(root, places).folder, root / STATE, users_folder(places.data, root)
    cached = places.cache / f"{folder_key(root)}-ids"
    folders = [cached, *kept] if places.read_only else [*kept, cached]
    return IdRecords([folder / _IDS for folder in folders])
