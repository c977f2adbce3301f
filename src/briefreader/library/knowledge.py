"""The names that are known before any text is read: the program's lists and the user's own."""

from __future__ import annotations

import hashlib
import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader import __version__
from briefreader.config import Places, data_folder

if TYPE_CHECKING:
    from briefreader.annotate import Annotator


class Knowledge:
    """Lists of names and the annotator that knows them, loaded once, when first asked for, by any thread."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._loading = threading.Lock()
        self._annotator: Annotator | None = None

    @cached_property
    def _folders(self) -> tuple[Path, ...]:
        return tuple(folder for folder in (data_folder() / "names", self._places.names) if folder.is_dir())

    @cached_property
    def version(self) -> str:
        """What an index depends on besides the files: this program and the lists."""
        lists = hashlib.sha256(__version__.encode())
        for folder in self._folders:
            for path in sorted(folder.glob("*.yaml")):
                lists.update(path.name.encode("utf-8", "surrogateescape") + path.read_bytes())
        return lists.hexdigest()

    def annotator(self) -> Annotator:
        """Return the annotator. Raises SettingsError where a list has a mistake."""
        with self._loading:
            if self._annotator is None:
                from briefreader.annotate import Annotator

                self._annotator = Annotator.load(self._folders, self._places.cache / "names")
            return self._annotator
