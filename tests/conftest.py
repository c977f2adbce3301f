"""The program's lists of names, compiled once for all tests, a cache of a test's own, and the order of the tests."""

import gc
import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Spread the files whose tests wait for a terminal among the others, so that some worker always computes."""
    files = [[*tests] for _, tests in groupby(items, lambda item: item.path)]
    waiting = [tests for tests in files if tests[0].path.parent.name == "pty"]
    computing = [tests for tests in files if tests[0].path.parent.name != "pty"]
    places = [(number / len(group), tests) for group in (waiting, computing) for number, tests in enumerate(group)]
    places.sort(key=lambda place: place[0])
    items[:] = [test for _, tests in places for test in tests]


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name long bytes by their argument, since those of a packed file hold the time and differ between workers."""
    return argname if isinstance(val, bytes) and len(val) > 24 else None
