"""A list of many hits makes those that are looked at, and stands in the order of all."""

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefreader.model import Entry, Hit
from briefreader.search.execution.hit_list import LazyHits, NewestRanks, RankedEntries


class Countdown:
    """A doc map of one table whose doc ids are the ranks; records the limits it was asked for."""

    def __init__(self) -> None:
        self.asked: list[int | None] = []

    def newest(self, found: int, limit: int | None = None) -> list[int]:
        self.asked.append(limit)
        return [rank for rank in range(found.bit_length()) if found >> rank & 1][:limit]

    def doc_id(self, rank: int) -> int:
        return rank

    def count_before(self, found: int, rank: int) -> int:
        return (found & (1 << rank) - 1).bit_count()


def ranks(*numbers: int) -> NewestRanks:
    return NewestRanks(Countdown(), sum(1 << number for number in numbers))  # type: ignore[arg-type]


@given(st.sets(st.integers(0, 1_500)), st.data())
def test_it_is_read_as_the_list_of_its_ranks(numbers: set[int], data: st.DataObject) -> None:
    listed, plain = ranks(*numbers), sorted(numbers)
    assert (len(listed), [*listed]) == (len(plain), plain)
    part = data.draw(st.slices(len(plain)))
    assert listed[part] == plain[part]
    for rank in data.draw(st.lists(st.integers(0, 1_500))):
        assert (rank in listed) == (rank in numbers)
        assert (rank in numbers) == (plain[bisect_left(plain, rank) :][:1] == [rank])
        if rank in numbers:
            assert listed.index(rank) == plain.index(rank)
            assert listed[listed.index(rank)] == rank
        else:
            with pytest.raises(ValueError, match="not in the set"):
                listed.index(rank)


def test_only_the_first_screens_are_found_until_one_looks_further() -> None:
    doc_map = Countdown()
    listed = NewestRanks(doc_map, (1 << 2_000) - 1)  # type: ignore[arg-type]
    assert (len(listed), listed[0], listed[511], listed[:500][-1]) == (2_000, 0, 511, 499)
    assert doc_map.asked == [512]
    assert (listed[512], listed[-1]) == (512, 1_999)
    assert doc_map.asked == [512, None]


def test_hits_are_made_one_by_one_and_found_by_id() -> None:
    entries = [Entry(f"b{rank}", "Talks", None, None, None, None, None, f"{rank}.md") for rank in range(9)]
    made: list[int] = []

    def make(rank: int) -> Hit:
        made.append(rank)
        return Hit(entries[rank].id, "Talks", None, None, None, entries[rank].path)

    listed = LazyHits(ranks(1, 4, 7), RankedEntries(entries), make)
    assert (len(listed), listed[1].id, [hit.id for hit in listed[1:]]) == (3, "b4", ["b4", "b7"])
    assert [listed.place(id) for id in ("b1", "b7", "b2", "unknown")] == [0, 2, None, None]
    assert [listed.holds(id) for id in ("b1", "b2", "unknown")] == [True, False, False]
    assert listed.ids(1, 9) == ["b4", "b7"]
    assert made == [4, 4, 7]
    assert [hit.id for hit in listed] == ["b1", "b4", "b7"]
