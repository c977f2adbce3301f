"""Libraries of a few briefs, with the user's folders in the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

import indexed_library
from briefreader.config import Places
from briefreader.library import Library


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory, prepare_cache: Callable[[Path], None]) -> Path:
    folder = tmp_path_factory.mktemp("indexed")
    return indexed_library.make(folder, None, prepare_cache)


@pytest.fixture
def root(tmp_path: Path, indexed: Path) -> Path:
    return indexed_library.copy_briefs(indexed, tmp_path)


@pytest.fixture
def places(tmp_path: Path, prepare_cache: Callable[[Path], None]) -> Places:
    found = indexed_library.places_below(tmp_path / "user")
    prepare_cache(found.cache)
    return found


@pytest.fixture
def opened(root: Path, places: Places) -> Callable[[], Library]:
    """Open the library as a new process would."""
    return lambda: Library(root, places)


@pytest.fixture
def library(indexed: Path, root: Path, places: Places) -> Library:
    return indexed_library.opened(indexed, root, places)
