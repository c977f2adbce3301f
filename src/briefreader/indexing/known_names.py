"""Loads the lists of names of the program, of the user and of a library."""

from __future__ import annotations

import hashlib
import stat
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import __version__
from briefreader.config import Places, data_folder
from briefreader.model import SettingsError

if TYPE_CHECKING:
    from briefreader.annotate import Annotator

OwnList = tuple[Path, bytes]
"""The path and the content of a list of names."""

OWN_NAMES = "names.yaml"
"""The name of the file of own names in the folder of a library and of a user."""

_PROGRAM = Path(__file__).parents[1]
# The modules that decide how a file is read.
_READING = (
    "text.py",
    "fields.py",
    "long_dates.py",
    "roman_numerals.py",
    "sentences.py",
    "yaml_rows.py",
    "sources/**/*.py",
    "annotate/**/*.py",
    "indexing/reading.py",
    "indexing/brief_names.py",
    "meetings/account.py",
    "meetings/fingerprint.py",
    "meetings/occasion.py",
)


class KnownNames:
    """The lists of names for the library at root, and their annotator, both loaded at the first use by any thread.

    Version and annotator are made from the same contents of the user's lists, whoever changes these meanwhile.
    """

    def __init__(self, root: Path, places: Places) -> None:
        self.root = root
        self.places = places
        self._program = data_folder() / "names"
        self._loading = threading.RLock()
        self._reloading = threading.RLock()
        self._own: tuple[OwnList, ...] | None = None
        self._annotator: Annotator | None = None
        self._program_version: str | None = None

    @property
    def program_version(self) -> str:
        """A digest of the program's code that reads files and of its lists."""
        with self._loading:
            if self._program_version is None:
                digest = hashlib.sha256(__version__.encode())
                for path in self._depended_on():
                    digest.update(path.name.encode("utf-8", "surrogateescape") + path.read_bytes())
                self._program_version = digest.hexdigest()
            return self._program_version

    @property
    def version(self) -> str:
        """A digest of the program's version and of the user's lists: if it changes, an index is out of date.

        Raises SettingsError if a list cannot be read.
        """
        digest = hashlib.sha256(self.program_version.encode())
        for path, data in self.own_lists():
            digest.update(f"\0{path.name}\0{len(data)}\0".encode("utf-8", "surrogateescape") + data)
        return digest.hexdigest()

    def _depended_on(self) -> Iterator[Path]:
        # The code, not only the version: one version may have many states of the source. Reading them takes 2.5 ms.
        for files in _READING:
            yield from sorted(_PROGRAM.glob(files))
        yield from sorted(self._program.glob("*.yaml"))

    def own_lists(self) -> tuple[OwnList, ...]:
        """Return the lists of the user and of the library. Raises SettingsError if one cannot be read."""
        with self._loading:
            if self._own is None:
                self._own = (*self._read_own_lists(),)
            return self._own

    def _read_own_lists(self) -> Iterator[OwnList]:
        for path in (*sorted(self.places.names.glob("*.yaml")), self.root / OWN_NAMES):
            try:
                if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe would not end
                    raise SettingsError(f"{path}: the list of names is no regular file; write it as one or remove it")
                yield path, path.read_bytes()
            except FileNotFoundError:
                continue
            except OSError as error:
                cause = f"the list of names cannot be read ({error.strerror}); check the file"
                raise SettingsError(f"{path}: {cause}") from error

    def annotator(self) -> Annotator:
        """Return the annotator. Raises SettingsError if a list has a mistake."""
        with self._loading:
            if self._annotator is None:
                self._annotator = self.annotator_with(self.own_lists())
            return self._annotator

    def annotator_with(self, own: Sequence[OwnList]) -> Annotator:
        """Return an annotator with other lists of the user. Raises SettingsError if a list has a mistake."""
        from briefreader.annotate import Annotator

        return Annotator.of(self._program, own, self.places.cache / "names")

    def reload(self) -> None:
        """Read the lists of the user again, and forget the annotator if they have changed.

        Raises SettingsError if one cannot be read.
        """
        with self._reloading, self._loading:
            before, self._own = self._own, None
            if self.own_lists() != before:
                self._annotator = None

    @contextmanager
    def unchanging(self) -> Iterator[None]:
        """Read the lists of the user again, and keep other threads from doing so, since an index is of one state."""
        with self._reloading:
            self.reload()
            yield
