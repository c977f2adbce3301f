"""Changes the plain files in which a person corrects what is inferred, and undoes the changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from briefreader.config import Places
from briefreader.indexing import library_state, read_bytes
from briefreader.library.write_access import is_writable, write_access
from briefreader.model import LibraryError, SettingsError, SourceError
from briefreader.store import Journal, make_folder
from briefreader.text import decode

Check = Callable[[Path, bytes], object]
"""Raises SettingsError where a file may not have a content."""

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
    with journal(root, places, file.users, file.purpose, notify) as changes:
        path = _path_of(root, file)
        try:
            text = decode(read_bytes(path)) if path.exists() else file.first_lines
        except SourceError as error:
            raise SettingsError(f"{path}: {error}") from error
        changed = change(path, text)
        if changed != text:
            make_folder(path.parent)
            changes.write(path, changed.encode(), what, path.parent / ".partial" if path.parent != root else None)
    return path


def undo(root: Path, places: Places, checks: Mapping[OwnFile, Check], notify: Callable[[str], object]) -> str | None:
    """Undo the last change that the journal of the library at root notes, and return what it was, None without one.

    `checks` raise SettingsError, for each file, where a content has a mistake. Raises LibraryError and SettingsError
    where the change cannot be undone.
    """
    files = {_path_of(root, file): check for file, check in checks.items()}
    with journal(root, places, places.names, "undoing", notify) as changes:
        change = changes.undo(files, places.names / ".partial" if not is_writable(root) else None)
    return change.what if change else None


def _path_of(root: Path, file: OwnFile) -> Path:
    return (root if is_writable(root) else file.users) / file.name


@contextmanager
def journal(
    root: Path, places: Places, users: Path, purpose: str, notify: Callable[[str], object]
) -> Iterator[Journal]:
    """Hold the lock of the library at root, or of its state folder if it is read-only, and yield its journal.

    `users` is the folder of the user that is named where it cannot be written. Raises LibraryError.
    """
    state = library_state(root, places)
    if is_writable(root):
        with write_access(root, places, purpose, notify):
            yield Journal(state.folder, root, state.partial)
        return
    try:
        with state.lock(purpose, notify):
            yield Journal(state.folder, root, state.partial)
    except OSError as error:
        raise LibraryError(f"{users} cannot be written ({error.strerror}); mend its permissions") from error
