"""Finds the state folder of a library, which is never inside the sample library."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import data_folder
from briefreader.store import STATE, State, folder_key, state_folder

if TYPE_CHECKING:
    from briefreader.store import IdRecords

_IDS = "ids"


def is_sample(root: Path) -> bool:
    """Return whether a folder is the sample library, into which nothing is written."""
    return os.path.realpath(root) == os.path.realpath(data_folder() / "library")


def library_state(root: Path, data: Path) -> State:
    """Return the state folder of the library at root; `data` is the user's data folder."""
    return State(state_folder(root, data, read_only=is_sample(root)))


def id_records(root: Path, data: Path) -> IdRecords:
    """Return the records of the IDs in the library at root.

    The records inside the library and those in the user's data folder count both, since a library may be read-only on
    one machine only, or at times.
    """
    from briefreader.store import IdRecords  # no start of the program needs it

    folders = (library_state(root, data).folder, root / STATE, data / "libraries" / folder_key(root))
    return IdRecords([folder / _IDS for folder in folders])
