"""Changes the own names of a library, which are in the plain file `names.yaml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefreader.annotate import Annotator, list_edits
from briefreader.config import Places
from briefreader.fields import BY_ENTITY
from briefreader.indexing import OWN_NAMES, library_state, read_bytes
from briefreader.library.write_access import is_writable, write_access
from briefreader.model import EntityType, LibraryError, SettingsError, SourceError
from briefreader.store import Journal, make_folder
from briefreader.text import decode

Change = Callable[[Path, str], str]
"""Returns the new text of a list from its path and text."""

_FIRST_LINES = "# Names of this library: spellings added, merged (an alias that is another's name) and killed.\n"


def edit(root: Path, places: Places, change: Change, what: str, notify: Callable[[str], object]) -> Path:
    """Change the file names.yaml of the library at root, whole or not at all, and return its path.

    The journal notes the change; `what` says in a few words what it is. If the library is read-only, the user's own
    file is changed. Raises LibraryError if that cannot be written either and SettingsError if the file has a mistake.
    """
    with _journal(root, places, "naming", notify) as journal:
        path = (root if is_writable(root) else places.names) / OWN_NAMES
        try:
            text = decode(read_bytes(path)) if path.exists() else _FIRST_LINES
        except SourceError as error:
            raise SettingsError(f"{path}: {error}") from error
        changed = change(path, text)
        if changed != text:
            make_folder(path.parent)
            journal.write(path, changed.encode(), what, path.parent / ".partial" if path.parent != root else None)
    return path


def undo(root: Path, places: Places, notify: Callable[[str], object]) -> str | None:
    """Undo the last change that the journal of the library at root notes, and return what it was, None without one.

    Raises LibraryError and SettingsError where it cannot be undone.
    """
    with _journal(root, places, "undoing", notify) as journal:
        change = journal.undo(_check, places.names / ".partial" if not is_writable(root) else None)
    return change.what if change else None


def _check(path: Path, data: bytes) -> None:
    """Raise SettingsError if a list of names would have a mistake."""
    if path.name == OWN_NAMES:
        list_edits.check(path, data)


@contextmanager
def _journal(root: Path, places: Places, purpose: str, notify: Callable[[str], object]) -> Iterator[Journal]:
    """Hold the lock of the library at root, or of its state folder if it is read-only, and yield its journal."""
    state = library_state(root, places.data)
    if is_writable(root):
        with write_access(root, places.data, purpose, notify):
            yield Journal(state.folder, root, state.partial)
        return
    try:
        make_folder(state.folder)
        with state.lock(purpose, notify):
            yield Journal(state.folder, root, state.partial)
    except OSError as error:
        raise LibraryError(f"{places.names} cannot be written ({error.strerror}); mend its permissions") from error


def named_as(annotator: Annotator, surface: str, canonical: str, type: EntityType) -> Change:
    """Return the change that makes a spelling an alias of a name. Raises SettingsError for a date or an office."""
    section = BY_ENTITY[type].section
    if section is None:
        raise SettingsError(f"{surface!r} is a {type.lower()}, which has no name to go by; choose a name")
    known = (entry for spelling in (canonical, surface) for entry in annotator.listed(spelling))
    listed = next((entry.section for entry in known if entry.type == type), section)
    return lambda path, text: list_edits.with_alias(path, text, listed, canonical, surface)


def killed(surface: str) -> Change:
    """Return the change that makes a spelling no name."""
    return lambda path, text: list_edits.with_killed(path, text, surface)
