"""The program's lists of names, compiled once for all tests, and a start for a cache of a test's own."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefreader.annotate import Annotator
from briefreader.config import data_folder

MANY_FILES = 400
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


@pytest.fixture(autouse=True)
def closed_files() -> Iterator[None]:
    """Close the files of indexes that nobody uses any longer, which else wait for Python to look for cycles."""
    yield
    if sum(1 for _ in Path("/dev/fd").iterdir()) > MANY_FILES:
        gc.collect()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name long bytes by their argument, since those of a packed file hold the time and differ between workers."""
    return argname if isinstance(val, bytes) and len(val) > 24 else None
