"""The rows of the list: groups that fold, meetings with their briefs, and briefs."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from briefreader.meetings import BETWEEN, OTHER_BRIEFS, SERIES, WITH, Group, Item
from briefreader.model import Entry, Hit, Kind

Below = Literal["", "series", "numbered series", "counterpart", "form", "month"]
"""Where a row stands, which says a part of what it tells: below a series, a counterpart, a form of meeting, a month."""

_REST = "//more"
_LONG = (SERIES, WITH, BETWEEN)
_LEAST_HEAD = 4
_FIRST = "//first"
_FIRST_SHARE = 4
"""A series that takes more than one part in so many of the lines is long."""


class GroupRow(NamedTuple):
    """A group of meetings or briefs, open or folded."""

    group: Group
    depth: int
    is_open: bool

    @property
    def id(self) -> str:
        """The brief that the row stands for: the newest of the group."""
        return self.group.newest.briefs[0].id


class MeetingRow(NamedTuple):
    """A meeting with its briefs, or a brief of no meeting."""

    item: Item
    depth: int
    is_open: bool = False
    below: Below = ""

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
        return row.group.fold_key
    if isinstance(row, MeetingRow) and row.item.meeting and row.further:
        return f"meeting/{row.item.meeting.id}"
    return None


def is_open(group: Group, changed: Collection[str]) -> bool:
    """Tell whether a group is open; `changed` holds the keys of those that are not open or folded as at first."""
    return group.opens != (group.fold_key in changed)


def arranged(sections: Sequence[Group], *, by_name: bool, lines: int) -> tuple[Group, ...]:
    """Return sections with series and counterparts by name, or the first of them and a group of all others.

    All sections together are to fit in a number of lines at first, if they can. The first series is open at first
    unless it is long, and the first row with something to read is in sight.
    """
    if not by_name and sections and sections[0].key == SERIES and (first := _opened(sections[0].groups[0], lines)):
        series = sections[0]
        opened = Group(SERIES, series.name, series.items, [first, *series.groups[1:]], opens=series.opens)
        sections = [opened, *sections[1:]]
        lines -= first.size
    long = [section for section in sections if section.key in _LONG]
    heads = _heads([len(section.groups) for section in long], lines - len(sections) - len(long))
    head_of = {section.key: head for section, head in zip(long, heads, strict=True)}
    return tuple(
        _arranged(section, by_name, head_of[section.key]) if section.key in _LONG else section for section in sections
    )


def _opened(group: Group, lines: int) -> Group | None:
    """Return a folded group as one that is open at first, None if it is open, holds groups or is long."""
    if group.opens or group.groups or group.size > lines // _FIRST_SHARE:
        return None
    return Group(group.key, group.name, group.items, opens=True, fold_key=f"{group.key}{_FIRST}")


def _heads(counts: Sequence[int], lines: int) -> list[int]:
    """Return how many groups each section lists at first: the later sections get what the earlier ones leave."""
    heads = []
    for at, count in enumerate(counts):
        rest = sum(counts[at + 1 :])
        fair = 7 * lines // 10 if rest else lines
        head = min(count, max(_LEAST_HEAD, fair, lines - rest))
        heads.append(head)
        lines -= head
    return heads


def _arranged(section: Group, by_name: bool, head: int) -> Group:
    groups = section.groups
    if by_name:
        groups = sorted(groups, key=lambda group: group.name.casefold())
    elif len(groups) > head + 1:
        others = groups[head:]
        groups = [*groups[:head], Group(f"{section.key}{_REST}", f"{len(others)} more", groups=others)]
    return Group(section.key, section.name, section.items, groups, opens=section.opens)


def is_rest(group: Group) -> bool:
    """Tell whether a group holds those groups of a section that are not listed at first."""
    return group.key.endswith(_REST)


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
    return [row for section in sections for row in _group_rows(section, section, 0, changed)]


def _group_rows(section: Group, group: Group, depth: int, changed: Collection[str]) -> Iterator[Row]:
    row = GroupRow(group, depth, is_open(group, changed))
    yield row
    if row.is_open:
        deeper = depth if is_rest(group) else depth + 1
        for inner in group.groups:
            yield from _group_rows(section, inner, deeper, changed)
        yield from item_rows(group.items, depth + 1, changed, _below(section, group, depth))


def _below(section: Group, group: Group, depth: int) -> Below:
    if section.key == SERIES:
        numbered = sum(item.meeting is not None and item.meeting.ordinal is not None for item in group.items)
        return "numbered series" if 2 * numbered >= len(group.items) else "series"
    if section.key in (WITH, BETWEEN):
        return "form" if depth > 1 else "counterpart"
    return "month" if section.key == OTHER_BRIEFS else ""


def item_rows(items: Iterable[Item], depth: int, changed: Collection[str], below: Below = "") -> Iterator[Row]:
    """Yield a row for each item, and one for each further brief of a meeting that is open."""
    for item in items:
        row = MeetingRow(item, depth, False, below)
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


def last_below(rows: Sequence[Row], number: int) -> int:
    """Return the number of the last row that a row holds, its own if it holds none."""
    depth = getattr(rows[number], "depth", 0)
    following = range(number + 1, len(rows))
    return next((at - 1 for at in following if getattr(rows[at], "depth", 0) <= depth), len(rows) - 1)


def next_section(rows: Sequence[Row], number: int, step: int) -> int | None:
    """Return the number of the first row in the next section or in one before; of the section itself while folded."""
    sections = [at for at, row in enumerate(rows) if isinstance(row, GroupRow) and row.depth == 0]
    here = sum(at <= number for at in sections) - 1
    if not 0 <= here + step < len(sections):
        return None
    at = sections[here + step]
    section = rows[at]
    return at + 1 if isinstance(section, GroupRow) and section.is_open else at
