"""Finds the file of a brief for an editor: the brief's own, or a copy of it where that cannot be written."""

import os
from pathlib import Path
from typing import NamedTuple

from briefreader.config import Places
from briefreader.library.write_access import is_writable
from briefreader.model import Entry, LibraryError
from briefreader.store import folder_key, write

FOLDER = "copies"


class FileToEdit(NamedTuple):
    """A file for an editor; a copy is in the user's data folder and changes nothing in the library."""

    path: Path
    is_copy: bool


def file_to_edit(root: Path, places: Places, entry: Entry) -> FileToEdit:
    """Return the file of a brief of the library at root, or a copy if it cannot be written; a former copy stays.

    Raises ReadOnlyError where nothing may be written, LibraryError where the file cannot be read or copied.
    """
    places.require_writing()
    path = root / entry.path
    if is_writable(root) and os.access(path, os.W_OK):
        return FileToEdit(path, False)
    copy = places.data / FOLDER / folder_key(root) / entry.path  # files in other folders may have the same name
    try:
        if not copy.exists():
            write(copy, path.read_bytes(), copy.parent, private=True)
    except OSError as error:
        raise LibraryError(f"{path} cannot be copied to {copy} ({error.strerror})") from error
    return FileToEdit(copy, True)
