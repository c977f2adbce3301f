"""The annotator with the project's own lists, loaded once."""

from pathlib import Path

import pytest

from briefreader.annotate import Annotator

NAMES = Path(__file__).parents[2] / "data" / "names"


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    """An annotator that knows the lists of data/names."""
    return Annotator.load([NAMES])
