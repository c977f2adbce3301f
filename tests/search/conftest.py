"""An index of the dozen briefs, in memory and shared: searching changes nothing that a test could see."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from briefreader.search.execution.searcher import Searcher
from search.briefs import BRIEFS, metadata, update

settings.register_profile("search", derandomize=True, database=None, deadline=None, max_examples=150)
settings.load_profile("search")


@pytest.fixture(scope="session")
def searcher() -> Iterator[Searcher]:
    opened = update(None, BRIEFS, metadata(BRIEFS))
    yield opened
    opened.close()
