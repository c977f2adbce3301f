"""The names that are known before any text is read: the program's lists and the user's own."""

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
"""The file of own names, in a library's folder and in the user's."""

_PROGRAM = Path(__file__).parents[1]
_READING = ("text.py", "sources/*.py", "annotate/**/*.py", "indexing/reading.py")  # what says how a file is read


class KnownNames:
    """Lists of names and the annotator that knows them, loaded once, when first asked for, by any thread."""

    def __init__(self, root: Path, places: Places) -> None:
        self.root = root
        self.places = places
        self._lists = (data_folder() / "names", places.names, root / OWN_NAMES)
        self._loading = threading.RLock()
        self._annotator: Annotator | None = None
        self._version: str | None = None

    @property
    def version(self) -> str:
        """What an index depends on besides the files: how this program reads them, and the lists."""
        with self._loading:
            if self._version is None:
                digest = hashlib.sha256(__version__.encode())
                for path in self._depended_on():
                    if path.is_file():
                        digest.update(path.name.encode("utf-8", "surrogateescape") + path.read_bytes())
                self._version = digest.hexdigest()
            return self._version

    def _depended_on(self) -> Iterator[Path]:
        # One version of the program may be installed from many states of its source: 2.5 ms to read them.
        for files in _READING:
            yield from sorted(_PROGRAM.glob(files))
        for place in self._lists:
            yield from sorted(place.glob("*.yaml")) if place.is_dir() else (place,)

    def annotator(self) -> Annotator:
        """Return the annotator. Raises SettingsError where a list has a mistake."""
        with self._loading:
            if self._annotator is None:
                from briefreader.annotate import Annotator

                self._annotator = Annotator.load(self._lists, self.places.cache / "names")
            return self._annotator

    def reload(self) -> None:
        """Read the lists again when next asked for."""
        with self._loading:
            self._annotator = self._version = None
