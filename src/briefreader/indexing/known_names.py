"""Loads the lists of names of the program, of the user and of a library."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import __version__
from briefreader.config import Places, data_folder

if TYPE_CHECKING:
    from briefreader.annotate import Annotator


OWN_NAMES = "names.yaml"
"""The name of the file of own names in the folder of a library and of a user."""

_PROGRAM = Path(__file__).parents[1]
# The modules that decide how a file is read.
_READING = (
    "text.py",
    "fields.py",
    "sources/**/*.py",
    "annotate/**/*.py",
    "indexing/reading.py",
    "indexing/brief_names.py",
    "meetings/account.py",
)


class KnownNames:
    """The lists of names for the library at root, and their annotator, both loaded at the first use by any thread."""

    def __init__(self, root: Path, places: Places) -> None:
        self.root = root
        self.places = places
        self._lists = (data_folder() / "names", places.names, root / OWN_NAMES)
        self._loading = threading.RLock()
        self._annotator: Annotator | None = None
        self._version: str | None = None

    @property
    def version(self) -> str:
        """A digest of the program's code that reads files and of the lists: if it changes, an index is out of date."""
        with self._loading:
            if self._version is None:
                digest = hashlib.sha256(__version__.encode())
                for path in self._depended_on():
                    if path.is_file():
                        digest.update(path.name.encode("utf-8", "surrogateescape") + path.read_bytes())
                self._version = digest.hexdigest()
            return self._version

    def _depended_on(self) -> Iterator[Path]:
        # The code, not only the version: one version may have many states of the source. Reading them takes 2.5 ms.
        for files in _READING:
            yield from sorted(_PROGRAM.glob(files))
        for place in self._lists:
            yield from sorted(place.glob("*.yaml")) if place.is_dir() else (place,)

    def annotator(self) -> Annotator:
        """Return the annotator. Raises SettingsError if a list has a mistake."""
        with self._loading:
            if self._annotator is None:
                from briefreader.annotate import Annotator

                self._annotator = Annotator.load(self._lists, self.places.cache / "names")
            return self._annotator

    def reload(self) -> None:
        """Forget the lists, which the next use reads again."""
        with self._loading:
            self._annotator = self._version = None
