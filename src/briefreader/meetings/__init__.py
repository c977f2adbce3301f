"""Tells which briefs are about one meeting, from what each brief tells of its meeting."""

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
from briefreader.meetings.counterparts import BETWEEN, WITH
from briefreader.meetings.grouping import held_meetings
from briefreader.meetings.groups import Group, Item
from briefreader.meetings.held_meeting import HeldMeeting, Level, MeetingBrief
from briefreader.meetings.sections import OTHER_BRIEFS, SERIES, SINGLE_EVENTS, sections_of

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
