"""Changes the own names of a library, which are in the plain file `names.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefreader.annotate import Annotator, list_edits
from briefreader.config import Places
from briefreader.fields import BY_ENTITY
from briefreader.indexing import OWN_NAMES, read_bytes
from briefreader.library.write_access import is_writable, write_access
from briefreader.model import EntityType, LibraryError, SettingsError, SourceError
from briefreader.store import make_folder, write
from briefreader.text import decode

Change = Callable[[Path, str], str]
"""Returns the new text of a list from its path and text."""

_FIRST_LINES = "# Names of this library: spellings added, merged (an alias that is another's name) and killed.\n"


def edit(root: Path, places: Places, change: Change, notify: Callable[[str], object]) -> Path:
    """Change the file names.yaml of the library at root, whole or not at all, and return its path.

    If the library is read-only, the user's own file is changed. Raises LibraryError if that cannot be written either
    and SettingsError if the file has a mistake.
    """
    if not is_writable(root):
        path = places.names / OWN_NAMES
        try:
            make_folder(path.parent)
            _change(path, change, path.parent / ".partial")
        except OSError as error:
            raise LibraryError(f"{path} cannot be written ({error.strerror}); mend its permissions") from error
        return path
    path = root / OWN_NAMES
    with write_access(root, places.data, "naming", notify) as state:
        _change(path, change, state.partial)
    return path


def _change(path: Path, change: Change, aside: Path) -> None:
    try:
        text = decode(read_bytes(path)) if path.exists() else _FIRST_LINES
    except SourceError as error:
        raise SettingsError(f"{path}: {error}") from error
    changed = change(path, text)
    if changed != text:
        write(path, changed.encode(), aside, replace=True)


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
