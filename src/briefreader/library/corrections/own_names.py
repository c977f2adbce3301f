"""Changes the own names of a library, which are in the plain file `names.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefreader.annotate import Annotator, list_edits
from briefreader.config import Places
from briefreader.fields import BY_ENTITY
from briefreader.indexing import OWN_NAMES, KnownNames, silent
from briefreader.library import own_files
from briefreader.library.index_session import IndexSession
from briefreader.library.own_files import Change, OwnFile
from briefreader.model import EntityType, NameUses, SettingsError

_FIRST_LINES = "# Names of this library: spellings added, merged (an alias that is another's name) and killed.\n"


def file(places: Places) -> OwnFile:
    """Return the file of own names."""
    return OwnFile(OWN_NAMES, places.names, _FIRST_LINES, "naming")


class OwnNames:
    """The own names of the library at root; after a change `known` reads the lists again."""

    def __init__(self, root: Path, places: Places, known: KnownNames, session: IndexSession) -> None:
        self._root = root
        self._places = places
        self._known = known
        self._session = session

    def rename(self, surface: str, canonical: str, type: EntityType, notify: Callable[[str], object] = silent) -> Path:
        """Make a spelling an alias of a name, and return the path of the list.

        If the spelling is the name of something else, that is merged too. Raises LibraryError, SettingsError.
        """
        change = _named_as(self._known.annotator(), surface, canonical, type)
        return self._change(change, f"{surface} is now {canonical}", notify)

    def remove(self, surface: str, notify: Callable[[str], object] = silent) -> Path:
        """Remove a spelling or a name with all its spellings from the names. Raises LibraryError, SettingsError."""
        return self._change(_killed(surface), f"{surface} is no longer a name", notify)

    def _change(self, change: Change, what: str, notify: Callable[[str], object]) -> Path:
        path = own_files.edit(self._root, self._places, file(self._places), change, what, notify)
        self._known.reload()
        return path

    def uses(self, spelling: str, type: EntityType) -> NameUses:
        """Return the briefs that hold a name of a type. Raises IndexLostError."""
        from briefreader.library.corrections.name_uses import uses_of

        by_id = self._session.by_id()
        found = self._session.ask(lambda searcher: uses_of(spelling, type, searcher, by_id.get))
        return found or NameUses()


def _named_as(annotator: Annotator, surface: str, canonical: str, type: EntityType) -> Change:
    """Return the change that makes a spelling an alias of a name. Raises SettingsError for a date or an office."""
    section = BY_ENTITY[type].section
    if section is None:
        raise SettingsError(f"{surface!r} is a {type.lower()}, which has no name to go by; choose a name")
    known = (entry for spelling in (canonical, surface) for entry in annotator.listed(spelling))
    listed = next((entry.section for entry in known if entry.type == type), section)
    return lambda path, text: list_edits.with_alias(path, text, listed, canonical, surface)


def _killed(surface: str) -> Change:
    """Return the change that makes a spelling no name."""
    return lambda path, text: list_edits.with_killed(path, text, surface)
