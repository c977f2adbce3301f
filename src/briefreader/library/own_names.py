"""A library's own names, changed from the reader: the plain file `names.yaml` is edited, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from briefreader.annotate import Annotator, list_edits
from briefreader.config import Places
from briefreader.indexing.known_names import OWN_NAMES
from briefreader.indexing.reading import read_bytes
from briefreader.library.write_access import is_changeable, writing
from briefreader.model import EntityType, LibraryError, SettingsError, SourceError
from briefreader.store import make_folder, write
from briefreader.text import decode

SECTION_OF: Mapping[EntityType, str] = {
    "PERSON": "people",
    "ORG": "organizations",
    "PLACE": "regions",
    "NORP": "peoples",
    "AGREEMENT": "agreements",
    "WEAPON": "weapons",
    "EVENT": "events",
}
"""The section for a name that no list knows; one of a country's stands with the countries."""

Change = Callable[[Path, str], str]
"""From a list's path and text to its new text."""

_FIRST_LINES = "# Names of this library: spellings added, merged (an alias that is another's name) and killed.\n"


def edit(root: Path, places: Places, change: Change, told: Callable[[str], object]) -> Path:
    """Change the names.yaml of the library at root, whole or not at all, and return its path.

    Where the library may not be written to, that of the user is changed. Raises LibraryError where neither can be
    written, SettingsError where the file has a mistake.
    """
    if not is_changeable(root):
        path = places.names / OWN_NAMES
        try:
            make_folder(path.parent)
            _change(path, change, path.parent / ".partial")
        except OSError as error:
            raise LibraryError(f"{path} cannot be written ({error.strerror}); mend its permissions") from error
        return path
    path = root / OWN_NAMES
    with writing(root, places.data, "naming", told) as state:
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
    """Return the change by which a spelling goes by a name of a type. Raises SettingsError for a date or a title."""
    section = SECTION_OF.get(type)
    if section is None:
        raise SettingsError(f"{surface!r} is a {type.lower()}, which has no name to go by; choose a name")
    known = (entry for spelling in (canonical, surface) for entry in annotator.listed(spelling))
    listed = next((entry.section for entry in known if entry.type == type), section)
    return lambda path, text: list_edits.with_alias(path, text, listed, canonical, surface)


def killed(surface: str) -> Change:
    """Return the change by which a spelling is no name."""
    return lambda path, text: list_edits.with_killed(path, text, surface)
