"""Names the folders of the user and of the program."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from briefreader.model import ReadOnlyError


class Place(NamedTuple):
    """A labelled path of files of the program or the user."""

    label: str
    path: Path


class Places(NamedTuple):
    """The user's folders for settings, for data and for caches; if `read_only`, only the cache is written."""

    config: Path
    data: Path
    cache: Path
    read_only: bool = False

    @classmethod
    def of_user(cls) -> Places:
        """Return the folders of the current user, which need not exist."""
        import platformdirs

        name = "briefreader"
        return cls(
            config=platformdirs.user_config_path(name, appauthor=False),
            data=platformdirs.user_data_path(name, appauthor=False),
            cache=platformdirs.user_cache_path(name, appauthor=False),
        )

    def require_writing(self) -> None:
        """Raise ReadOnlyError if only the cache is written; everything that writes other files asks this first."""
        if self.read_only:
            raise ReadOnlyError

    @property
    def settings(self) -> Path:
        """The file of settings."""
        return self.config / "config.yaml"

    @property
    def library(self) -> Path:
        """The folder of the default library."""
        return self.data / "library"

    @property
    def strength(self) -> Path:
        """The file of the user's own ladders of verbs."""
        return self.config / "strength.yaml"

    @property
    def themes(self) -> Path:
        """The folder of the user's own themes."""
        return self.config / "themes"

    @property
    def names(self) -> Path:
        """The folder of the user's own lists of names."""
        return self.config / "names"


def data_folder() -> Path:
    """Return the folder of the sample library and the program's lists of names.

    It is inside an installed package, and two folders above it in a checkout.
    """
    package = Path(__file__).resolve().parents[1]
    inside = package / "data"
    return inside if inside.is_dir() else package.parents[1] / "data"


def library_variable() -> Path | None:
    """Return the folder of the library in the variable BRIEFREADER_LIBRARY, None if that is not set."""
    value = os.environ.get("BRIEFREADER_LIBRARY")
    return Path(value) if value else None
