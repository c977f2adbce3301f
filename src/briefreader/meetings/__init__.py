"""Tells which briefs are about one meeting, from what each brief tells of its meeting."""

from briefreader.meetings.account import Account, Told, account_of
from briefreader.meetings.counterparts import BETWEEN, WITH
from briefreader.meetings.grouping import held_meetings
from briefreader.meetings.groups import Group, Item
from briefreader.meetings.held_meeting import HeldMeeting, Level, MeetingBrief
from briefreader.meetings.sections import OTHER_BRIEFS, SERIES, SINGLE_EVENTS, sections_of

__all__ = [
    "BETWEEN",
    "OTHER_BRIEFS",
    "SERIES",
    "SINGLE_EVENTS",
    "WITH",
    "Account",
    "Group",
    "HeldMeeting",
    "Item",
    "Level",
    "MeetingBrief",
    "Told",
    "account_of",
    "held_meetings",
    "sections_of",
]
