"""Postings come back as they were written, whether they fill a block or one posting more."""

from array import array
from collections.abc import Callable

import pytest
from whoosh.filedb.filestore import RamStorage

from briefreader.search.whoosh_backend.codec import Postings
from briefreader.search.whoosh_backend.reader import SegmentReader
from briefreader.search.whoosh_backend.whoosh_files import by_name, new_index
from briefreader.search.whoosh_backend.writer import PostingsWriter

BLOCKS = {1: [1], 1_023: [1_023], 1_024: [1_024], 1_025: [1_024, 1]}


class NoListener:
    """Needs none of the terms."""

    def start(self) -> None: ...

    def start_field(self, name: str) -> None: ...

    def add_term(self, term: bytes, documents: object) -> None: ...

    def end_field(self, name: str) -> None: ...

    def end(self) -> None: ...


def positions_of(document: int) -> list[int]:
    """Return one to three positions, which grow with the document."""
    return [document + 10 * step for step in range(1 + document % 3)]


def written(count: int) -> SegmentReader:
    """Write documents of which every second has the terms, and open the segment."""
    storage = RamStorage()
    writer = PostingsWriter(new_index(storage), NoListener())
    for document in range(2 * count):
        has = document % 2
        positions = {"talks": positions_of(document)} if has else {}
        counts = {"talk": 1 + document % 5, "even": 2, "once": 1} if has else {}
        writer.add(f"{document}.md", {"title": positions}, {"stem": counts})
    writer.finish(lambda _, segments: segments)
    (segment,) = by_name(storage).values()
    return segment


def lists(count: int) -> dict[str, Postings]:
    return {term.decode(): postings for _, term, postings in written(count).lists()}


@pytest.mark.parametrize("count", BLOCKS)
def test_postings_with_positions_come_back(count: int) -> None:
    documents = [*range(1, 2 * count, 2)]
    found: list[int] = []
    for (numbers, counts, positions), size in zip(lists(count)["talks"].blocks(), BLOCKS[count], strict=True):
        block = [*numbers]
        assert len(block) == size
        assert [count for _, count in zip(block, counts, strict=False)] == [len(positions_of(each)) for each in block]
        assert [*positions] == [position for each in block for position in positions_of(each)]
        found += block
    assert found == documents


@pytest.mark.parametrize("count", BLOCKS)
@pytest.mark.parametrize("term", ["talk", "even", "once"], ids=["counts differ", "counts are equal", "counts are 1"])
def test_postings_without_positions_come_back(count: int, term: str) -> None:
    weights: dict[str, Callable[[int], int]] = {
        "talk": lambda document: 1 + document % 5,
        "even": lambda _: 2,
        "once": lambda _: 1,
    }
    found: list[tuple[int, int]] = []
    for numbers, counts, positions in lists(count)[term].blocks():
        found += zip(numbers, counts, strict=False)
        assert not positions
    assert found == [(document, weights[term](document)) for document in range(1, 2 * count, 2)]


@pytest.mark.parametrize("count", BLOCKS)
def test_whoosh_steps_through_them_as_through_its_own(count: int) -> None:
    postings = lists(count)["talks"]
    found = []
    while postings.is_active():
        found.append((postings.id(), postings.weight(), [*array("I", postings.value())]))
        postings.next()
    assert found == [
        (document, len(positions_of(document)), positions_of(document)) for document in range(1, 2 * count, 2)
    ]
