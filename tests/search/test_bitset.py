"""A set of bits holds the numbers that were put into it, in memory and in a file."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from briefreader.search.storage import bitset
from briefreader.search.storage.bitset import from_members, lowest, members, union
from briefreader.search.storage.container import ContainerWriter, InMemoryFile, directory


@given(st.sets(st.integers(0, 9_999), max_size=600))
def test_a_set_of_bits_holds_what_was_put_into_it(numbers: set[int]) -> None:
    assert list(members(from_members([*numbers], 10_000))) == sorted(numbers)


@given(st.sets(st.integers(0, 9_999), max_size=600), st.integers(0, 700))
def test_a_set_is_read_as_it_was_written_whether_few_or_many_are_in_it(numbers: set[int], run: int) -> None:
    found = from_members([*numbers], 10_000) | (1 << run) - 1
    kept = bitset.encode(found, 10_000)
    assert bitset.decode(kept, 10_000) == found
    assert len(kept) <= 1_250
    file = BytesIO()
    out = ContainerWriter(file)
    out.finish(bitset.write(out, [kept, bitset.encode(0, 10_000), kept]))
    memory = InMemoryFile(file.getvalue())
    opened = bitset.BitsetReader(memory, directory(memory), 10_000)
    assert [opened[number] for number in range(3)] == [found, 0, found]


@given(st.sets(st.integers(0, 9_999), max_size=600), st.integers(0, 700), st.integers(0, 800))
def test_the_lowest_of_a_set_are_its_first_whether_it_is_dense_or_sparse(
    numbers: set[int], run: int, limit: int
) -> None:
    assert lowest(from_members([*numbers], 10_000), limit) == sorted(numbers)[:limit]
    dense = {number + 9_000 for number in range(run)} | numbers
    assert lowest(from_members([*dense], 10_000), limit) == sorted(dense)[:limit]


def test_a_union_has_the_members_of_each_set() -> None:
    assert [*members(union([0b101, 0b1000, 0]))] == [0, 2, 3]
    assert union([]) == 0
