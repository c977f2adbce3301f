"""Changes the plain files in which a person corrects what is inferred."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefreader.config import Places
from briefreader.indexing import library_state, read_bytes
from briefreader.library.write_access import is_writable
from briefreader.model import LibraryError, SettingsError, SourceError
from briefreader.store import make_folder
from briefreader.text import decode

if TYPE_CHECKING:
    from briefreader.store import Journal

Change = Callable[[Path, str], str]
"""Returns the new text of a file from its path and text."""


class OwnFile(NamedTuple):
    """A file in the folder of a library, and in `users` where the library is read-only.

    `first_lines` begin a new one, and `purpose` says in a word why the lock of the library is held.
    """

    name: str
    users: Path
    first_lines: str
    purpose: str


def edit(root: Path, places: Places, file: OwnFile, change: Change, what: str, notify: Callable[[str], object]) -> Path:
    """Change a file of the library at root, whole or not at all, and return its path.

    The journal notes the change; `what` says in a few words what it is. If the library is read-only, the user's own
    file is changed. Raises LibraryError if that cannot be written either and SettingsError if the file has a mistake.
    """
    with journal(root, places, file.purpose, notify) as changes:
        path = path_of(root, file)
        try:
            text = decode(read_bytes(path)) if path.exists() else file.first_lines
        except SourceError as error:
            raise SettingsError(f"{path}: {error}") from error
        changed = change(path, text)
        if changed != text:
            make_folder(path.parent)
            changes.write(path, changed.encode(), what, path.parent / ".partial" if path.parent != root else None)
    return path


def path_of(root: Path, file: OwnFile) -> Path:
    """Return the path of a file for the library at root."""
    return (root if is_writable(root) else file.users) / file.name


@contextmanager
def journal(root: Path, places: Places, purpose: str, notify: Callable[[str], object]) -> Iterator[Journal]:
    """Hold the lock for what a person writes in the library at root, and yield the journal. Raises LibraryError."""
    state = library_state(root, places)
    try:
        with state.changing(root, purpose, notify) as changes:
            yield changes
    except OSError as error:
        where, cause = error.filename or state.folder, error.strerror or str(error)
        message = f"{where} cannot be written ({cause}); free some space or mend its permissions"
        raise LibraryError(message) from error
