"""Holds the items of a list of meetings in groups that can hold further groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from briefreader.meetings.held_meeting import HeldMeeting, Level
from briefreader.model import Entry

SERIES = "Series"
WITH = "With ..."
BETWEEN = "Between ..."
SINGLE_EVENTS = "Single events"
OTHER_BRIEFS = "Other briefs"
"""The names of sections, which are their keys too; `BETWEEN` is that of pairs where no home is known."""


class Item(NamedTuple):
    """A meeting with its briefs, the face first, or one brief of no meeting.

    `ours` are the family names of those who led for the side of the library, `theirs` those of the others, and
    `parties` the sides but for that of the library, or those that a brief of no meeting is about. `level` is that of
    the meeting, or of who speaks.
    """

    meeting: HeldMeeting | None
    briefs: tuple[Entry, ...]
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    level: Level | None = None

    @property
    def date(self) -> str:
        """The date of the meeting, else of the brief; empty if unknown."""
        return (self.meeting.date if self.meeting else None) or self.briefs[0].date or ""


class Group:
    """A named group of items, newest first, or of further groups; `key` is unique in its library.

    `opens` says that lists show the content of the group at first. A list remembers under `fold_key`, by default the
    key, that a person has folded or opened the group.
    """

    def __init__(
        self,
        key: str,
        name: str,
        items: Sequence[Item] = (),
        groups: Sequence[Group] = (),
        *,
        opens: bool = False,
        fold_key: str = "",
    ) -> None:
        self.key = key
        self.name = name
        self.items = items
        self.groups = groups
        self.opens = opens
        self.fold_key = fold_key or key

    def all_items(self) -> Iterator[Item]:
        """Yield the items of the group and of all groups inside it."""
        yield from self.items
        for group in self.groups:
            yield from group.all_items()

    @cached_property
    def size(self) -> int:
        """The number of items in the group and in all groups inside it."""
        return len(self.items) + sum(group.size for group in self.groups)

    @cached_property
    def newest(self) -> Item:
        """The item of the latest date in the group and in all groups inside it."""
        return max(self.all_items(), key=lambda item: item.date)


def newest_first(items: Iterable[Item]) -> list[Item]:
    """Return items by date, the newest first, undated last."""
    return sorted(items, key=lambda item: item.date, reverse=True)
