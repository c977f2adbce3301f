"""Reads English dates in words, as agreements write them: "this seventh day of March, two thousand and twenty-five"."""

import re
from datetime import date
from functools import cache

from briefreader.sources.dates import month_names
from briefreader.sources.dates.document_dates import Found

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINAL_TEENS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
)


@cache
def _days() -> dict[str, int]:
    """Return the days of a month by their ordinals in words."""
    words = [*_ORDINAL_UNITS, *_ORDINAL_TEENS, "twentieth", *(f"twenty-{unit}" for unit in _ORDINAL_UNITS)]
    return {word: number for number, word in enumerate([*words, "thirtieth", "thirty-first"], start=1)}


@cache
def _numbers() -> dict[str, int]:
    """Return the numbers from 1 to 99 by their words."""
    words = [*_UNITS, *_TEENS]
    for ten in _TENS:
        words += [ten, *(f"{ten}-{unit}" for unit in _UNITS)]
    return {word: number for number, word in enumerate(words, start=1)}


@cache
def _expression() -> re.Pattern[str]:
    day = "|".join(sorted((word.replace("-", "[- ]") for word in _days()), key=len, reverse=True))
    number = "|".join(sorted((word.replace("-", "[- ]") for word in _numbers()), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<day>{day}|\d{{1,2}}(?:st|nd|rd|th)?) (?:day )?of (?:the month of )?(?P<month>[A-Za-z]{{3,9}}),? "
        rf"(?:in )?(?:the year (?:of our Lord )?)?(?:(?P<thousand>two thousand|one thousand,? nine hundred)"
        rf"(?:,? (?:and )?(?P<rest>{number}))?|(?P<year>(?:19|20)\d\d))\b",
        re.I,
    )


def find(line: str) -> Found | None:
    """Return the first date of a line whose day or year is written in words, None without one."""
    if " of " not in line.lower() or (match := _expression().search(line)) is None:
        return None
    stated = match["day"].lower().replace(" ", "-")
    day = _days().get(stated) or int(re.sub(r"\D", "", stated) or 0)
    if match["year"]:
        year = int(match["year"])
    else:
        year = 2000 if match["thousand"].lower().startswith("two") else 1900
        year += _numbers()[match["rest"].lower().replace(" ", "-")] if match["rest"] else 0
    try:
        found = date(year, month_names.numbers().get(match["month"].lower(), 0), day)
    except ValueError:
        return None
    return Found(match.start(), match.end(), found.isoformat())
