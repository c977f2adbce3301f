"""Writes dates in words; names the months."""

MONTH_NAMES = "January February March April May June July August September October November December".split()
"""The months in their order."""


def long_date(iso: str) -> str:
    """Return an ISO date in words: `2024-09-04` as `4 September 2024`, `2024-09` as `September 2024`."""
    year, *rest = iso.split("-")
    if not rest or not all(part.isdecimal() and len(part) <= 2 for part in rest) or not 1 <= int(rest[0]) <= 12:
        return iso
    month = MONTH_NAMES[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"
