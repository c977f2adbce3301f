"""Finds the level of a meeting: leaders, ministers, advisors or officials."""

import re
from collections.abc import Iterable
from typing import get_args

from briefreader.meetings.held_meeting import Level

_LEVELS: tuple[Level, ...] = get_args(Level)


def _compiled(rows: Iterable[tuple[str, Level]]) -> tuple[tuple[re.Pattern[str], Level], ...]:
    return tuple((re.compile(words), level) for words, level in rows)


# The first words that an office has decide; an office with none of them is that of an official.
_OFFICES = _compiled(
    (
        (
            r"^(?!vice president)(?:deputy|under|assistant|acting assistant|principal deputy|vice|associate|former|"
            r"senior director|parliamentary|permanent)\b(?! ?(?:prime|premier))|undersecretary|"
            r"\bto the vice president\b",
            "officials",
        ),
        (r"\badvis[eo]r\b|\bassistant to the president\b|\bchief of staff\b|\bhead of cabinet\b", "advisors"),
        (
            r"\bforeign minister\b|\bminister (?:of|for)\b|\bexternal affairs\b|\bsecretary of\b|"
            r"\bforeign secretary\b|\bdefen[cs]e minister\b|\bhigh representative\b|\btrade representative\b|"
            r"\battorney general\b|^secretary$|(?<!prime )\bminister$",
            "ministers",
        ),
        (
            r"\b(?:president|prime minister|premier|chancellor|taoiseach|king|queen|am[ie]+r|sultan|crown prince|pope|"
            r"secretary[- ]general|emperor|general secretary|sheikh|prime|governor-general|"
            r"chair(?:man)? of the presidency)\b",
            "leaders",
        ),
    )
)
_SERIES = _compiled(
    (
        (r"\bleaders['’]?\b|\bsummit\b", "leaders"),
        (r"\bministerial\b|\bministers['’]?\b|\b2\+2\b", "ministers"),
        (r"\badvisors['’]?\b", "advisors"),
    )
)


def level_of_office(office: str) -> Level:
    """Return the level of an office."""
    small = office.lower()
    return next((level for words, level in _OFFICES if words.search(small)), "officials")


def level_of(offices_by_side: Iterable[Iterable[str]]) -> Level | None:
    """Return the level of a meeting from the offices of its leads, side by side, None if no office is known.

    A meeting has the level of the side that sends the lower ones.
    """
    sides = [[_LEVELS.index(level_of_office(office)) for office in offices] for offices in offices_by_side]
    highest = [min(levels) for levels in sides if levels]
    return _LEVELS[max(highest)] if highest else None


def level_of_name(name: str) -> Level | None:
    """Return the level that the name of a series or an event has, None if it has none."""
    small = name.lower()
    return next((level for words, level in _SERIES if words.search(small)), None)
