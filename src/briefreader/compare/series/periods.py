"""Tells which days a promise of a meeting means: an ISO date, or words such as `later this year`."""

import re
from datetime import date, timedelta

Period = tuple[date, date]
"""The first and the last day."""

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_YEAR = r"(?:of )?(?P<year>(?:19|20)\d\d|this year|next year)"
# Seasons are those of the northern half of the world; the last month is the latest that a person would still call so.
_PARTS = (
    (r"first half", 1, 6),
    (r"second half", 7, 12),
    (r"first quarter", 1, 3),
    (r"second quarter", 4, 6),
    (r"third quarter", 7, 9),
    (r"fourth quarter|last quarter", 10, 12),
    (r"early|beginning", 1, 4),
    (r"mid[- ]?(?:year)?|middle", 4, 9),
    (r"late|end", 9, 12),
    (r"spring", 3, 6),
    (r"summer", 6, 9),
    (r"fall|autumn", 9, 12),
)
_PART_OF_YEAR = tuple(
    (re.compile(rf"\b(?:{words})(?: in)?[ -]?(?:the )?{_YEAR}", re.IGNORECASE), first, last)
    for words, first, last in _PARTS
)
_SEASON = tuple(
    (re.compile(rf"\b(?:this|later this|coming) (?:{words})\b", re.IGNORECASE), first, last)
    for words, first, last in _PARTS[-3:]
)
_LATER_THIS_YEAR = re.compile(r"\b(?:later|again|end of) this year\b|\bbefore the end of the year\b", re.IGNORECASE)
_NEXT = re.compile(r"\bnext (year|month|week)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\bwithin (?:the next )?(\w+) (week|month)s?\b", re.IGNORECASE)
_NUMBERS = {word: number for number, word in enumerate("a two three four five six seven eight nine ten".split(), 1)} | {
    "one": 1
}


def period(iso: str | None) -> Period | None:
    """Return the first and the last day of an ISO date of any precision, None if it is none."""
    match = _DATE.fullmatch(iso or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if day:
            first = date(year or 1, month or 1, day)
            return first, first
        return _months(year or 1, month or 1, month or 12)
    except ValueError:
        return None


def promised_period(promised: str, sentence: str | None, said: str | None) -> Period | None:
    """Return the days that a promise means, None where its words are not plain.

    `sentence` is the one that makes the promise, which can tell a part of the year; `said` is the ISO date on which it
    was made.
    """
    stated, made = period(promised), period(said)
    words = f"{promised} {sentence or ''}" if stated else promised
    for pattern, first, last in _PART_OF_YEAR:
        match = pattern.search(words)
        year = _year(match["year"], made) if match else None
        if year and (stated is None or stated == _months(year, 1, 12)):
            return _months(year, first, last)
    if stated or made is None:
        return stated
    return _from_day(words, made[0])


def _from_day(words: str, day: date) -> Period | None:
    """Return the days that words mean when they are said on a day."""
    for pattern, first, last in _SEASON:
        if pattern.search(words) and day.month <= last:
            return _months(day.year, first, last)
    if _LATER_THIS_YEAR.search(words):
        return day, date(day.year, 12, 31)
    if match := _NEXT.search(words):
        match match[1].lower():
            case "year":
                return _months(day.year + 1, 1, 12)
            case "month":
                year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
                return _months(year, month, month)
            case _:
                monday = day + timedelta(days=7 - day.weekday())
                return monday, monday + timedelta(days=6)
    if match := _WITHIN.search(words):
        number = _NUMBERS.get(match[1].lower()) or (int(match[1]) if match[1].isdigit() else 0)
        if number:
            return day, day + timedelta(days=number * (7 if match[2].lower() == "week" else 31))
    return None


def _year(word: str, made: Period | None) -> int | None:
    if word.isdigit():
        return int(word)
    return made[0].year + (word.lower() == "next year") if made else None


def _months(year: int, first: int, last: int) -> Period:
    after = date(year + 1, 1, 1) if last == 12 else date(year, last + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)
