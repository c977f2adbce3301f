"""An annotator with the program's own lists."""

from pathlib import Path

import pytest

from briefreader.annotate import Annotator


@pytest.fixture(scope="session")
def annotator() -> Annotator:
    return Annotator.load([Path(__file__).parents[2] / "data" / "names"])
