"""Hits in rows: one a meeting, whatever the number of its briefs among the hits."""

from collections.abc import Callable, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.meetings import HeldMeeting, Item, MeetingBrief
from briefreader.model import Entry, Hit, HitList
from briefreader.ui.panes.hit_rows import HitRows, briefs_of
from briefreader.ui.panes.list_rows import BriefRow, MeetingRow


def entry(id: str) -> Entry:
    return Entry(id, f"Title {id}", "2024-05-06", None, None, None, None, f"{id}.md")


def hit(id: str) -> Hit:
    return Hit(*entry(id)[:5], path=f"{id}.md")


def meeting(*ids: str) -> Item:
    briefs = tuple(MeetingBrief(id, None) for id in ids)
    held = HeldMeeting(ids[0], "2024-05-06", None, None, None, None, None, None, (), (), ids[0], briefs)
    return Item(held, tuple(map(entry, ids)))


def item_in(*meetings: Item) -> Callable[[str], Item | None]:
    return {each.id: item for item in meetings for each in item.briefs}.get


class ManyHits(HitList):
    """Hits that count how many of them were looked at."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self.looked_at = 0

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        return hit(self._ids[at])

    def place(self, id: str) -> int | None:
        return self._ids.index(id) if id in self._ids else None

    def holds(self, id: str) -> bool:
        return id in self._ids

    def ids(self, start: int, end: int) -> list[str]:
        self.looked_at = max(self.looked_at, end)
        return [*self._ids[start:end]]


def shown(rows: HitRows) -> list[str]:
    """Return the rows as text: a meeting with the number of its further hits, a brief below its meeting indented."""
    found = []
    for row in rows:
        indent = "  " if isinstance(row, BriefRow) else ""
        further = f" +{row.further}" if isinstance(row, MeetingRow) else ""
        found.append(f"{indent}{row.id}{further}")
    return found


SUMMIT = meeting("joint", "remarks", "facts")


def test_the_hits_of_a_meeting_stand_behind_the_first_of_them() -> None:
    rows = HitRows([hit(id) for id in ("letter", "facts", "call", "joint", "end")], item_in(SUMMIT, meeting("call")))
    assert shown(rows) == ["letter", "facts +1", "call", "end"]
    assert briefs_of(rows[1]) == ["facts", "joint"]


def test_a_meeting_with_one_hit_is_shown_as_that_hit() -> None:
    rows = HitRows([hit("remarks")], item_in(SUMMIT))
    assert [*rows] == [hit("remarks")]


def test_an_open_meeting_lists_its_further_hits() -> None:
    hits = [hit(id) for id in ("remarks", "letter", "facts", "joint")]
    rows = HitRows(hits, item_in(SUMMIT), {"meeting/joint"})
    assert shown(rows) == ["remarks +2", "  joint", "  facts", "letter"]
    assert [rows.number_of(id) for id in ("remarks", "joint", "facts", "letter", "other")] == [0, 1, 2, 3, None]


def test_a_brief_behind_the_row_of_its_meeting_is_found_there() -> None:
    rows = HitRows([hit(id) for id in ("letter", "remarks", "facts")], item_in(SUMMIT))
    assert [rows.number_of(id) for id in ("facts", "joint")] == [1, None]


def test_of_many_hits_only_the_first_are_looked_at_until_one_goes_further() -> None:
    ids = [f"b{number}" for number in range(2_000)]
    hits = ManyHits(ids)
    rows = HitRows(hits, item_in(meeting("b3", "b1999"), meeting("b1000", "b1001")))
    assert (rows[3].id, len(rows)) == ("b3", 2_000)
    assert hits.looked_at == 512
    assert rows.seems_to_reach(600)
    assert rows[1_000].id == "b1000"
    assert (len(rows), rows.seems_to_reach(1_999)) == (1_998, False)
    assert [rows.number_of(id) for id in ("b1999", "b1001", "b1998")] == [3, 1_000, 1_997]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 900), unique=True, max_size=900), st.lists(st.integers(0, 300), max_size=5), st.data())
def test_rows_are_the_same_however_they_are_looked_at(
    numbers: list[int], opened: list[int], data: st.DataObject
) -> None:
    item = item_in(*(meeting(*(f"b{number}" for number in range(first, first + 3))) for first in range(0, 600, 3)))
    ids = [f"b{number}" for number in numbers]
    changed = {f"meeting/b{3 * number}" for number in opened}
    at_once, bit_by_bit = HitRows([hit(id) for id in ids], item, changed), HitRows(ManyHits(ids), item, changed)
    if ids:
        wanted = data.draw(st.sampled_from(ids))
        assert bit_by_bit.number_of(wanted) == at_once.number_of(wanted)
    assert shown(bit_by_bit) == shown(at_once)
    assert sum(1 + row.further * (not row.is_open) if isinstance(row, MeetingRow) else 1 for row in at_once) == len(ids)
