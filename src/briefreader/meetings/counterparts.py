"""Groups the meetings of a library by the countries and bodies met, and those by form and level."""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import get_args

from briefreader.meetings.groups import BETWEEN, WITH, Group, Item, newest_first
from briefreader.meetings.held_meeting import Level
from briefreader.meetings.statements import statements_on
from briefreader.model import Entry

_FORMS = ("Calls", "Meetings", "Visits", "Statements")
_LEVELS: tuple[Level | None, ...] = (*get_args(Level), None)
_VISIT = re.compile(
    r"\bvisits?\b|\bstate dinner\b|\barrival (?:ceremony|greet)|\btravels? to\b|\btrip to\b", re.IGNORECASE
)
_STATEMENTS = frozenset(("joint statement", "statement", "fact sheet"))
_MOST_SIDES = 6
_FEW = 4


def with_counterparts(items: Iterable[Item], home: str | None, others: Iterable[Entry]) -> Group:
    """Return the section of the countries and bodies met, the most frequent first; of pairs of sides without a home.

    A meeting of many sides has no counterpart. Statements on a counterpart among other briefs stand and count with it.
    """
    met: dict[str, list[Item]] = {}
    for item in items:
        for name in _counterparts(item, home):
            met.setdefault(name, []).append(item)
    for item in statements_on(frozenset(met), others) if home else ():
        for name in item.parties:
            met[name].append(item)
    often = sorted(met, key=lambda name: (-len(met[name]), name))
    section = WITH if home else BETWEEN
    groups = [_counterpart(f"{section}/{name}", name, newest_first(met[name])) for name in often]
    return Group(section, section, groups=groups, opens=True)


def _counterparts(item: Item, home: str | None) -> Iterable[str]:
    sides = item.meeting.sides if item.meeting else ()
    if home is None:
        return [" - ".join(pair) for pair in combinations(sorted(sides), 2)] if len(sides) <= _MOST_SIDES else ()
    if len(item.parties) > _MOST_SIDES or (len(sides) > 1 and home not in sides):
        return ()
    return item.parties


def _counterpart(key: str, name: str, items: Sequence[Item]) -> Group:
    """Return the group of a counterpart; a few meetings stand there without further groups."""
    if len(items) <= _FEW:
        return Group(key, name, items)
    parts: dict[tuple[int, int], list[Item]] = {}
    for item in items:
        parts.setdefault((_FORMS.index(_form(item)), _LEVELS.index(item.level)), []).append(item)
    groups = []
    for form, level_at in sorted(parts):
        level = _LEVELS[level_at]
        called = f"{_FORMS[form]} of {level}" if level else f"Other {_FORMS[form].lower()}"
        groups.append(Group(f"{key}/{called}", called, parts[form, level_at]))
    return Group(key, name, groups=groups)


def _form(item: Item) -> str:
    meeting = item.meeting
    if meeting is None:
        return "Statements"
    if meeting.format == "call":
        return "Calls"
    if any(_VISIT.search(entry.title) for entry in item.briefs):
        return "Visits"
    return "Statements" if meeting.format is None and meeting.briefs[0].kind in _STATEMENTS else "Meetings"
