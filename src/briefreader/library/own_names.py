"""Changes the own names of a library, which are in the plain file `names.yaml`."""

from __future__ import annotations

from briefreader.annotate import Annotator, list_edits
from briefreader.config import Places
from briefreader.fields import BY_ENTITY
from briefreader.indexing import OWN_NAMES
from briefreader.library.own_files import Change, OwnFile
from briefreader.model import EntityType, SettingsError

_FIRST_LINES = "# Names of this library: spellings added, merged (an alias that is another's name) and killed.\n"


def file(places: Places) -> OwnFile:
    """Return the file of own names."""
    return OwnFile(OWN_NAMES, places.names, _FIRST_LINES, "naming")


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
