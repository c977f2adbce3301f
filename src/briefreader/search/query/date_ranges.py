"""The dates of queries and the days that they mean."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from briefreader.search.query.tree import Dated

_DATE: Final = re.compile(r"([12]\d{3})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?", re.ASCII)


@lru_cache(maxsize=16_384)
def period(day: str) -> tuple[str, str] | None:
    """Return the first and last day of an ISO date cut to year, month or day; None where it is no date."""
    match = _DATE.fullmatch(day)
    if not match:
        return None
    year, month, number = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[2] and not 1 <= month <= 12:
        return None
    if match[3] and not 1 <= number <= monthrange(year, month)[1]:
        return None
    last_month = month or 12
    last = number or monthrange(year, last_month)[1]
    return f"{year}-{month or 1:02}-{number or 1:02}", f"{year}-{last_month:02}-{last:02}"


def dated(name: str, value: str) -> Dated | None:
    """Return what `date:`, `after:` or `before:` asks for with a value; None where the value is no date.

    A `date:` takes one date, or two with `..` between them, one of which may be missing.
    """
    low, dots, high = value.partition("..") if name == "date" else (value, "", "")
    first, last = period(low), period(high if dots else low)
    if (low and not first) or (high and not last) or not (low or high):
        return None
    if name == "after" and first:
        return Dated(_shifted(first[1], 1), None, f"after {low}")
    if name == "before" and first:
        return Dated(None, _shifted(first[0], -1), f"before {low}")
    if first and last and first[0] > last[1]:
        first, last, low, high = last, first, high, low
    label = f"dated {low}" if not dots else f"dated {low} to {high}" if low and high else ""
    label = label or (f"dated {low} or later" if low else f"dated {high} or earlier")
    return Dated(first[0] if first else None, last[1] if last else None, label)


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
