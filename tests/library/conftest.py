"""Libraries of a few briefs, with the user's folders in the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library


@pytest.fixture
def places(tmp_path: Path, prepare_cache: Callable[[Path], None]) -> Places:
    user = tmp_path / "user"
    prepare_cache(user / "cache")
    return Places(user / "config", user / "data", user / "cache")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return readouts.write(tmp_path / "library")


@pytest.fixture
def opened(root: Path, places: Places) -> Callable[[], Library]:
    """Open the library as a new process would."""
    return lambda: Library(root, places)


@pytest.fixture
def library(opened: Callable[[], Library]) -> Library:
    found = opened()
    found.update()
    return found
