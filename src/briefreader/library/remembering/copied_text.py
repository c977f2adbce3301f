"""Keeps the text that a person copied last in a file, for terminals whose clipboard cannot be reached."""

from pathlib import Path

from briefreader.config import Places
from briefreader.model import LibraryError
from briefreader.store import write
from briefreader.text import without_surrogates

NAME = "copied.txt"


class CopiedText:
    """A file in the user's data folder that only the user may read; each text replaces the one before."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self.path = places.data / NAME

    def keep(self, text: str) -> Path:
        """Write a text, whole or not at all, and return the path of the file.

        Raises ReadOnlyError where nothing may be written, and LibraryError where the file cannot be.
        """
        self._places.require_writing()
        try:
            data = without_surrogates(text).encode()
            write(
                self.path, data if data.endswith(b"\n") else data + b"\n", self.path.parent, replace=True, private=True
            )
        except OSError as error:
            raise LibraryError(f"{self.path} cannot be written ({error.strerror}); mend its permissions") from error
        return self.path
