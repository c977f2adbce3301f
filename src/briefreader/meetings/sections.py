"""The sections of a library: its series, its counterparts, single events and all other briefs.

A section is a tree of groups, whose leaves are meetings with their briefs, or briefs of no meeting. A meeting of a
series with a country stands both in its series and with the country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from briefreader.long_dates import long_date
from briefreader.meetings.counterparts import with_counterparts
from briefreader.meetings.groups import OTHER_BRIEFS, SERIES, SINGLE_EVENTS, Group, Item, newest_first
from briefreader.meetings.held_meeting import HeldMeeting
from briefreader.meetings.home import HomePeople, home_of, others_than
from briefreader.model import Entry

_MOST_OPEN = 30
"""Items that are listed at first; of more, their groups or the section alone."""


def sections_of(
    entries: Sequence[Entry],
    meetings: Sequence[HeldMeeting],
    series_of: Callable[[HeldMeeting], str | None],
    *,
    home: str | None = None,
    is_standing: Callable[[str], bool] = lambda series: False,
    family_name: Callable[[str], str] = str,
) -> tuple[Group, ...]:
    """Return the sections of a library that are not empty; `series_of` returns the name of the series to show.

    A series has two meetings or more, or one if it is a standing body; the one that met last comes first. `home` is the
    side that the library is written from, by default the one that its meetings share. `family_name` returns the family
    name of a person.
    """
    home = home or home_of(meetings)
    people = HomePeople(meetings, home)
    entry_of = {entry.id: entry for entry in entries}
    series: dict[str, list[Item]] = {}
    held: list[Item] = []
    for meeting in meetings:
        briefs = tuple(entry_of[brief.id] for brief in meeting.briefs if brief.id in entry_of)
        if briefs:
            ours, theirs = people.parted(meeting)
            item = Item(
                meeting,
                briefs,
                tuple(map(family_name, ours)),
                tuple(map(family_name, theirs)),
                others_than(home, meeting),
                meeting.level,
            )
            held.append(item)
            if name := series_of(meeting):
                series.setdefault(name, []).append(item)
    kept = {name: items for name, items in series.items() if len(items) > 1 or is_standing(name)}
    shown = {entry.id for item in held for entry in item.briefs}
    met = with_counterparts(held, home, (entry for entry in entries if entry.id not in shown))
    shown |= {item.briefs[0].id for item in met.all_items()}
    placed = {id(item) for items in kept.values() for item in items} | {id(item) for item in met.all_items()}
    single = newest_first(item for item in held if id(item) not in placed)
    found = (
        _series(kept),
        met,
        Group(SINGLE_EVENTS, SINGLE_EVENTS, single, opens=len(single) <= _MOST_OPEN),
        _other_briefs(entries, shown),
    )
    return tuple(group for group in found if group.size)


def _series(held: dict[str, list[Item]]) -> Group:
    opens = sum(map(len, held.values())) <= _MOST_OPEN
    groups = [Group(f"{SERIES}/{name}", name, newest_first(items), opens=opens) for name, items in held.items()]
    groups.sort(key=lambda group: group.newest.date, reverse=True)
    return Group(SERIES, SERIES, groups=groups, opens=True)


def _other_briefs(entries: Iterable[Entry], shown: set[str]) -> Group:
    months: dict[str, list[Item]] = {}
    for entry in entries:
        if entry.id not in shown:
            months.setdefault((entry.date or "")[:7], []).append(Item(None, (entry,)))
    groups = [Group(f"{OTHER_BRIEFS}/{month}", long_date(month) or "Undated", items) for month, items in months.items()]
    return Group(OTHER_BRIEFS, OTHER_BRIEFS, groups=groups)
