"""The sections of a library: its series, its counterparts, single events and all other briefs.

A section is a tree of groups, whose leaves are meetings with their briefs, or briefs of no meeting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from briefreader.meetings.held_meeting import HeldMeeting
from briefreader.model import Entry

SERIES = "Series"
SINGLE_EVENTS = "Single events"
OTHER_BRIEFS = "Other briefs"


class Item(NamedTuple):
    """A meeting with its briefs, the face first, or one brief of no meeting."""

    meeting: HeldMeeting | None
    briefs: tuple[Entry, ...]

    @property
    def date(self) -> str:
        """The date of the meeting, else of the brief; empty if unknown."""
        return (self.meeting.date if self.meeting else None) or self.briefs[0].date or ""


class Group:
    """A named group of items, newest first, or of further groups; `key` is unique in its library."""

    def __init__(self, key: str, name: str, items: Sequence[Item] = (), groups: Sequence[Group] = ()) -> None:
        self.key = key
        self.name = name
        self.items = items
        self.groups = groups

    def all_items(self) -> Iterator[Item]:
        """Yield the items of the group and of all groups inside it."""
        yield from self.items
        for group in self.groups:
            yield from group.all_items()

    @cached_property
    def size(self) -> int:
        """The number of items in the group and in all groups inside it."""
        return len(self.items) + sum(group.size for group in self.groups)


def sections_of(
    entries: Sequence[Entry], meetings: Iterable[HeldMeeting], series_of: Callable[[HeldMeeting], str | None]
) -> tuple[Group, ...]:
    """Return the sections of a library that are not empty; `series_of` returns the name of the series to show.

    A series has two meetings or more; the one that met last comes first.
    """
    entry_of = {entry.id: entry for entry in entries}
    series: dict[str, list[Item]] = {}
    single: list[Item] = []
    shown: set[str] = set()
    for meeting in meetings:
        item = Item(meeting, tuple(entry_of[brief.id] for brief in meeting.briefs if brief.id in entry_of))
        if item.briefs:
            shown.update(entry.id for entry in item.briefs)
            name = series_of(meeting)
            series.setdefault(name, []).append(item) if name else single.append(item)
    for name in [name for name, items in series.items() if len(items) == 1]:
        single += series.pop(name)
    groups = [Group(f"{SERIES}/{name}", name, _newest_first(items)) for name, items in series.items()]
    groups.sort(key=lambda group: group.items[0].date, reverse=True)
    months: dict[str, list[Item]] = {}
    for entry in entries:
        if entry.id not in shown:
            months.setdefault((entry.date or "undated")[:7], []).append(Item(None, (entry,)))
    others = [Group(f"{OTHER_BRIEFS}/{month}", month, items) for month, items in months.items()]
    found = (
        Group(SERIES, SERIES, groups=groups),
        Group(SINGLE_EVENTS, SINGLE_EVENTS, _newest_first(single)),
        Group(OTHER_BRIEFS, OTHER_BRIEFS, groups=others),
    )
    return tuple(group for group in found if group.size)


def _newest_first(items: Iterable[Item]) -> list[Item]:
    return sorted(items, key=lambda item: item.date, reverse=True)
