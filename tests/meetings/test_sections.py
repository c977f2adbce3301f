"""The sections of a library are its series, its counterparts, single events and other briefs by month."""

from collections.abc import Sequence
from typing import Any

import pytest

from briefreader.meetings import (
    BETWEEN,
    OTHER_BRIEFS,
    SERIES,
    SINGLE_EVENTS,
    WITH,
    Group,
    HeldMeeting,
    MeetingBrief,
    sections_of,
)
from briefreader.model import Entry

TALKS = HeldMeeting(
    "talks", "2024-03-01", None, None, "in person", "ministers", None, None, ("France", "Kenya"), (), "talks", ()
)


def meeting(id: str, date: str = "2024-03-01", sides: str = "France Kenya", **facts: Any) -> HeldMeeting:
    face = MeetingBrief(id, "readout")
    return TALKS._replace(id=id, date=date, sides=tuple(sides.split()), face=id, briefs=(face,), **facts)


def entry(id: str, date: str | None = "2024-03-01", title: str = "A text") -> Entry:
    return Entry(id, title, date, None, None, None, None, f"{id}.md")


def sections(*meetings: HeldMeeting, others: Sequence[Entry] = (), **options: Any) -> dict[str, Group]:
    entries = [*(entry(each.id, each.date) for each in meetings), *others]
    found = sections_of(entries, meetings, lambda each: each.series, **options)
    return {section.key: section for section in found}


def names(section: Group) -> list[str]:
    return [group.name for group in section.groups]


def ids(group: Group) -> list[str]:
    return [item.briefs[0].id for item in group.items]


def test_a_series_has_two_meetings_or_is_a_standing_body_and_the_last_to_meet_comes_first() -> None:
    found = sections(
        meeting("a", "2021-01-01", series="Old Forum"),
        meeting("b", "2022-01-01", series="Old Forum"),
        meeting("c", "2023-01-01", series="Listed Council"),
        meeting("d", "2024-01-01", series="Gala Dinner", sides=""),
        is_standing=lambda series: series == "Listed Council",
    )
    assert names(found[SERIES]) == ["Listed Council", "Old Forum"]
    assert ids(found[SERIES].groups[1]) == ["b", "a"]
    assert ids(found[SINGLE_EVENTS]) == ["d"]


def test_counterparts_of_the_side_that_meetings_share_come_most_frequent_first() -> None:
    found = sections(
        meeting("a", sides="France Kenya"),
        meeting("b", sides="Japan France"),
        meeting("c", sides="France Kenya"),
        meeting("d", sides="Chile Peru"),
    )
    assert names(found[WITH]) == ["Kenya", "Japan"]
    assert ids(found[SINGLE_EVENTS]) == ["d"]


def test_the_side_named_in_the_settings_wins() -> None:
    found = sections(meeting("a"), meeting("b", sides="France Japan"), home="Kenya")
    assert names(found[WITH]) == ["France"]


def test_without_a_clear_home_side_the_counterparts_are_pairs() -> None:
    found = sections(meeting("a", sides="France Kenya"), meeting("b", sides="Chile Peru"))
    assert WITH not in found
    assert names(found[BETWEEN]) == ["Chile - Peru", "France - Kenya"]


def test_a_meeting_of_a_series_stands_with_its_counterpart_too() -> None:
    found = sections(meeting("a", series="Forum"), meeting("b", series="Forum", sides="France Chile"))
    assert ids(found[SERIES].groups[0]) == ["a", "b"]
    assert names(found[WITH]) == ["Chile", "Kenya"]
    assert SINGLE_EVENTS not in found


def test_a_meeting_of_very_many_sides_is_with_none_of_them() -> None:
    found = sections(*(meeting(id) for id in "abc"), meeting("many", sides="France A B C D E F G"))
    assert names(found[WITH]) == ["Kenya"]
    assert ids(found[SINGLE_EVENTS]) == ["many"]


def test_inside_a_counterpart_meetings_stand_by_form_and_level() -> None:
    held = [
        meeting("visit", level="leaders"),
        meeting("talk", level="ministers"),
        meeting("phone", level="leaders", format="call"),
        meeting("phone-2", level="officials", format="call"),
        meeting("text", level=None, format=None)._replace(briefs=(MeetingBrief("text", "joint statement"),)),
        meeting("elsewhere", sides="France Peru"),
        meeting("elsewhere-2", sides="France Chile"),
    ]
    entries = [entry(each.id, title="A state visit" if each.id == "visit" else "Talks") for each in held]
    counterparts = sections_of(entries, held, lambda each: None)[0]
    kenya = next(group for group in counterparts.groups if group.name == "Kenya")
    assert {group.name: ids(group) for group in kenya.groups} == {
        "Calls of leaders": ["phone"],
        "Calls of officials": ["phone-2"],
        "Meetings of ministers": ["talk"],
        "Visits of leaders": ["visit"],
        "Other statements": ["text"],
    }
    assert not any(group.opens for group in kenya.groups)
    assert kenya.newest.date == "2024-03-01"


def test_statements_count_where_counterparts_are_ordered_by_number() -> None:
    held = [meeting("a"), meeting("b"), meeting("c", sides="France Japan")]
    others = [entry(id, title="Statement on Japan") for id in "de"]
    groups = sections(*held, others=others)[WITH].groups
    assert [(group.name, group.size) for group in groups] == [("Japan", 3), ("Kenya", 2)]


def test_statements_on_a_counterpart_stand_with_it_by_the_level_of_who_speaks() -> None:
    others = [
        entry("a", title="Statement by President Ann Doe on the Floods in Kenya"),
        entry("b", title="Statement from NSC Spokesperson Sam Roe on Kenya"),
        entry("c", title="Statement on Kenya"),
        entry("d", title="Statement by President Kenya Doe on Trade"),
        entry("e", title="Fact Sheet on Kenyan Tea"),
    ]
    found = sections(*(meeting(f"m{number}", level="leaders") for number in range(3)), others=others, home="France")
    assert {group.name: ids(group) for group in found[WITH].groups[0].groups} == {
        "Meetings of leaders": ["m0", "m1", "m2"],
        "Statements of leaders": ["a"],
        "Statements of officials": ["b"],
        "Other statements": ["c"],
    }
    assert ids(found[OTHER_BRIEFS].groups[0]) == ["d", "e"]


def test_other_briefs_stand_by_month_in_words_newest_first_and_folded() -> None:
    others = [entry("a", "2024-09-02"), entry("b", "2024-08-01"), entry("c", "2023"), entry("d", None)]
    found = sections(others=others)
    assert names(found[OTHER_BRIEFS]) == ["September 2024", "August 2024", "2023", "Undated"]
    assert not found[OTHER_BRIEFS].opens


@pytest.mark.parametrize(("count", "opens"), [(3, True), (40, False)])
def test_series_are_open_at_first_only_where_they_are_few(count: int, opens: bool) -> None:
    held = [meeting(f"m{number}", f"20{10 + number}-01-01", series="Forum") for number in range(count)]
    series = sections(*held)[SERIES]
    assert series.opens
    assert series.groups[0].opens is opens


def test_the_people_of_each_side_are_told_by_whom_they_met() -> None:
    held = [
        meeting(f"m{number}", sides=f"France {other}", leads=("Ann Home", f"Lee {other}"))
        for number, other in enumerate(("Kenya", "Japan", "Chile"))
    ]
    found = sections(*held, family_name=lambda name: name.split()[-1])
    kenya = next(group for group in found[WITH].groups if group.name == "Kenya").items[0]
    assert (kenya.ours, kenya.theirs, kenya.parties) == (("Home",), ("Kenya",), ("Kenya",))
