"""The briefs of a library, the meetings that they tell of, and the sections that lists show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from briefreader.library.catalogue.title_words import TitleWords
from briefreader.meetings import SERIES, Group, HeldMeeting, Item
from briefreader.model import Entry


class Overview:
    """The entries of a library, newest first, and its sections; it never changes, and looks things up once."""

    def __init__(self, entries: Sequence[Entry] = (), sections: Sequence[Group] = ()) -> None:
        self.entries = entries
        self.sections = sections
        self.titles = TitleWords(entry.title for entry in entries)
        """What the titles share, which rows leave out."""

    @cached_property
    def meetings(self) -> tuple[Item, ...]:
        """All meetings, newest first, undated last."""
        found = {item.meeting.id: item for section in self.sections for item in section.all_items() if item.meeting}
        return tuple(sorted(found.values(), key=lambda item: item.date, reverse=True))

    @cached_property
    def _item_of(self) -> dict[str, Item]:
        return {entry.id: item for item in self.meetings for entry in item.briefs}

    @cached_property
    def series_groups(self) -> dict[str, Group]:
        """The series by the keys of their groups."""
        return {group.key: group for section in self.sections if section.key == SERIES for group in section.groups}

    @cached_property
    def _series_of(self) -> dict[str, Group]:
        series = self.series_groups.values()
        return {item.meeting.id: group for group in series for item in group.items if item.meeting}

    def title(self, brief_id: str) -> str:
        """Return the title of a brief, or its ID where the library does not have it."""
        return next((entry.title for entry in self.entries if entry.id == brief_id), brief_id)

    def item(self, brief_id: str) -> Item | None:
        """Return the meeting that a brief tells of, with its briefs; None where it tells of none."""
        return self._item_of.get(brief_id)

    def meeting(self, brief_id: str) -> HeldMeeting | None:
        """Return the meeting that a brief tells of, None where it tells of none."""
        item = self.item(brief_id)
        return item.meeting if item else None

    def series(self, brief_id: str) -> Sequence[Item]:
        """Return the meetings of the series of a brief, oldest first; none where the brief belongs to no series."""
        meeting = self.meeting(brief_id)
        group = self._series_of.get(meeting.id) if meeting else None
        return tuple(reversed(group.items)) if group else ()

    def position(self, brief_id: str) -> tuple[int, int] | None:
        """Return the number of the meeting of a brief in its series, from 1, and the number of meetings there."""
        series = self.series(brief_id)
        own = self.item(brief_id)
        return (series.index(own) + 1, len(series)) if own in series else None
