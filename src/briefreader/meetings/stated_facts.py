"""Reads the facts of a meeting that a person writes, and writes them as a person would."""

from __future__ import annotations

import datetime
import re
from typing import get_args

from briefreader.meetings.stated import NONE, Fact
from briefreader.model import MeetingFormat

_MANY = frozenset(("sides", "leads"))
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_FIRST_YEAR, _LAST_YEAR = 1800, 2200


def fact(key: str, text: str) -> Fact:
    """Return the value of a fact from its text. Raises ValueError with a sentence.

    Commas part names, or semicolons where there are any.
    """
    text = text.strip()
    if text == NONE:
        return () if key in _MANY else None
    if key in _MANY:
        return tuple(dict.fromkeys(part for each in text.split(";" if ";" in text else ",") if (part := each.strip())))
    if key == "date":
        return _date(text)
    if key == "ordinal":
        if not (text.isascii() and text.isdigit() and len(text) <= 4 and int(text)):
            raise ValueError(f"`{text}` is no number of a meeting; write a number from 1 to 9999")
        return int(text)
    if key == "format" and text not in get_args(MeetingFormat):
        raise ValueError(f"`{text}` is no format; write {' or '.join(get_args(MeetingFormat))}")
    return text


def _date(text: str) -> str:
    found = _DATE.fullmatch(text)
    if found and text.isascii():
        year, month, day = (int(part or 1) for part in found.groups())
        try:
            datetime.date(year, month, day)
        except ValueError:
            raise ValueError(f"`{text}` is not in the calendar; write a date such as 2024-09-21") from None
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            raise ValueError(f"`{text}` is no date of a meeting; write a year from {_FIRST_YEAR} to {_LAST_YEAR}")
        return text
    raise ValueError(f"`{text}` is no date; write it as 2024-09-21, 2024-09 or 2024")


def fact_text(value: Fact) -> str:
    """Return a fact as a person writes it."""
    if isinstance(value, tuple) and value:
        return f"{'; '.join(value)};" if any("," in name for name in value) else ", ".join(value)
    return NONE if value is None or value == () else str(value)
