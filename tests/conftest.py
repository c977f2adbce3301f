"""The program's lists of names, compiled once for all tests, and a start for a cache of a test's own."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.annotate import Annotator
from briefreader.config import data_folder

Prepare = Callable[[Path], None]


@pytest.fixture(scope="session")
def prepare_cache(tmp_path_factory: pytest.TempPathFactory) -> Prepare:
    """Copy the compiled lists into a cache folder; to compile them takes each test half a second."""
    compiled = tmp_path_factory.mktemp("names")
    Annotator.load([data_folder() / "names"], compiled)

    def prepare(cache: Path) -> None:
        cache.mkdir(mode=0o700, parents=True)
        shutil.copytree(compiled, cache / "names")

    return prepare


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name long bytes by their argument, since those of a packed file hold the time and differ between workers."""
    return argname if isinstance(val, bytes) and len(val) > 24 else None
