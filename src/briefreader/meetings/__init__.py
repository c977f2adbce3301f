"""Tells which briefs are about one meeting, from what each brief tells of its meeting."""

from typing import TYPE_CHECKING, Any

from briefreader.meetings.account import Account, Told, account_of
from briefreader.meetings.corrections import (
    KEYS,
    NONE,
    Corrections,
    Fact,
    Facts,
    Grouping,
    corrected,
    corrected_brief,
    corrected_entries,
    fact,
    fact_text,
    regrouped,
)
from briefreader.meetings.groups import BETWEEN, OTHER_BRIEFS, SERIES, SINGLE_EVENTS, WITH, Group, Item
from briefreader.meetings.held_meeting import HeldMeeting, Level, MeetingBrief

if TYPE_CHECKING:
    from briefreader.meetings.grouping import held_meetings as held_meetings
    from briefreader.meetings.sections import sections_of as sections_of

__all__ = [
    "BETWEEN",
    "KEYS",
    "NONE",
    "OTHER_BRIEFS",
    "SERIES",
    "SINGLE_EVENTS",
    "WITH",
    "Account",
    "Corrections",
    "Fact",
    "Facts",
    "Group",
    "Grouping",
    "HeldMeeting",
    "Item",
    "Level",
    "MeetingBrief",
    "Told",
    "account_of",
    "corrected",
    "corrected_brief",
    "corrected_entries",
    "fact",
    "fact_text",
    "held_meetings",
    "regrouped",
    "sections_of",
]


def __getattr__(name: str) -> Any:
    """Import what groups meetings when it is first used: the first paint of the reader comes before."""
    if name == "held_meetings":
        from briefreader.meetings.grouping import held_meetings

        return held_meetings
    if name == "sections_of":
        from briefreader.meetings.sections import sections_of

        return sections_of
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
