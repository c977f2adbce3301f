"""Finds the briefs of each meeting, from the facts that the briefs tell and from the statements of a person."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from briefreader.meetings.groups import BETWEEN, OTHER_BRIEFS, SERIES, SINGLE_EVENTS, WITH, Group, Item
from briefreader.meetings.held_meeting import SPEAKS_OF_OTHERS, HeldMeeting, Level, MeetingBrief
from briefreader.meetings.stated import KEYS, NONE, Corrections, Fact, Facts, Grouping

if TYPE_CHECKING:
    from briefreader.meetings.account import Account as Account
    from briefreader.meetings.account import Told as Told
    from briefreader.meetings.account import account_of as account_of
    from briefreader.meetings.corrections import corrected as corrected
    from briefreader.meetings.corrections import corrected_brief as corrected_brief
    from briefreader.meetings.corrections import corrected_entries as corrected_entries
    from briefreader.meetings.grouping import held_meetings as held_meetings
    from briefreader.meetings.level import level_of_name as level_of_name
    from briefreader.meetings.sections import sections_of as sections_of
    from briefreader.meetings.stated_facts import fact as fact
    from briefreader.meetings.stated_facts import fact_text as fact_text

# The first paint of the reader comes before most of this room is imported, so a name is imported when it is first used.
_MODULES: Final = {
    "Account": "account",
    "Told": "account",
    "account_of": "account",
    "corrected": "corrections",
    "corrected_brief": "corrections",
    "corrected_entries": "corrections",
    "fact": "stated_facts",
    "fact_text": "stated_facts",
    "held_meetings": "grouping",
    "level_of_name": "level",
    "sections_of": "sections",
}

__all__ = [
    "BETWEEN",
    "KEYS",
    "NONE",
    "OTHER_BRIEFS",
    "SERIES",
    "SINGLE_EVENTS",
    "SPEAKS_OF_OTHERS",
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
    "level_of_name",
    "sections_of",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
