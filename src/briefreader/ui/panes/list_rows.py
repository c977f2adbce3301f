"""The rows of the list: groups that fold, meetings with their briefs, and briefs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefreader.meetings import OTHER_BRIEFS, SERIES, Group, Item
from briefreader.model import Entry, Hit, Kind


class GroupRow(NamedTuple):
    """A group of meetings or briefs, open or folded."""

    group: Group
    depth: int
    is_open: bool

    @property
    def id(self) -> str:
        """The brief that the row stands for: the newest of the group."""
        return next(self.group.all_items()).briefs[0].id


class MeetingRow(NamedTuple):
    """A meeting with its briefs, or a brief of no meeting; `is_member` says that it stands below its series."""

    item: Item
    depth: int
    is_open: bool = False
    is_member: bool = False

    @property
    def id(self) -> str:
        """The brief that the row stands for: the face of the meeting."""
        return self.item.briefs[0].id

    @property
    def further(self) -> int:
        """The number of briefs besides the face."""
        return len(self.item.briefs) - 1


class BriefRow(NamedTuple):
    """A brief of a meeting, below its row."""

    entry: Entry
    kind: Kind | None
    depth: int

    @property
    def id(self) -> str:
        """The brief."""
        return self.entry.id


Row = GroupRow | MeetingRow | BriefRow | Entry | Hit


def fold_key(row: Row) -> str | None:
    """Return the key under which a row is folded or open, None for a row that does not fold."""
    if isinstance(row, GroupRow):
        return row.group.key
    if isinstance(row, MeetingRow) and row.item.meeting and row.further:
        return f"meeting/{row.item.meeting.id}"
    return None


def is_open(group: Group, depth: int, changed: Collection[str]) -> bool:
    """Tell whether a group is open; at first all sections but the last are, and every series."""
    at_first = group.key != OTHER_BRIEFS if depth == 0 else group.key.startswith(f"{SERIES}/")
    return at_first != (group.key in changed)


def path_to(groups: Sequence[Group], brief_id: str) -> tuple[Group, ...]:
    """Return the groups that hold a brief, the outermost first; none where no group does."""
    for group in groups:
        if any(entry.id == brief_id for item in group.items for entry in item.briefs):
            return (group,)
        if inner := path_to(group.groups, brief_id):
            return (group, *inner)
    return ()


def tree_rows(sections: Sequence[Group], changed: Collection[str]) -> list[Row]:
    """Return the rows of sections; `changed` holds the keys of rows that are not folded or open as at first."""
    return [row for section in sections for row in _group_rows(section, 0, changed)]


def _group_rows(group: Group, depth: int, changed: Collection[str]) -> Iterator[Row]:
    row = GroupRow(group, depth, is_open(group, depth, changed))
    yield row
    if row.is_open:
        for inner in group.groups:
            yield from _group_rows(inner, depth + 1, changed)
        yield from item_rows(group.items, depth + 1, changed, is_member=group.key.startswith(f"{SERIES}/"))


def item_rows(items: Iterable[Item], depth: int, changed: Collection[str], *, is_member: bool = False) -> Iterator[Row]:
    """Yield a row for each item, and one for each further brief of a meeting that is open."""
    for item in items:
        row = MeetingRow(item, depth, False, is_member)
        key = fold_key(row)
        if key is None or key not in changed:
            yield row
            continue
        yield row._replace(is_open=True)
        kinds = {brief.id: brief.kind for brief in item.meeting.briefs} if item.meeting else {}
        for entry in item.briefs[1:]:
            yield BriefRow(entry, kinds.get(entry.id), depth + 1)


def parent(rows: Sequence[Row], number: int) -> int | None:
    """Return the number of the row under which a row stands, None for one at the top."""
    depth = getattr(rows[number], "depth", 0)
    return next((at for at in range(number - 1, -1, -1) if getattr(rows[at], "depth", 0) < depth), None)
