"""Reads dates and times as sources write them, and the dateline at the head of a text."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep"
        "|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.I)
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})\b", re.I
)
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?![\d-])")
_NUMBERS = re.compile(r"(?P<year>\d{4})([/.]?)(?P<month>\d{2})\2(?P<day>\d{2})(?!\d)")
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d)\b",
    re.I,
)
_RELEASED = re.compile(
    r"(?:for immediate release|released?(?: on)?|published(?: on)?|posted(?: on)?|date)\s*:?\s*", re.I
)
_PLACE = re.compile(r"(?:[A-Z][\w.'’-]*(?:,? (?:[A-Z][\w.'’-]*|of|and|the|de|la)){0,5})?\s*[,|–—-]?\s*\(?")
_AFTER = re.compile(r"\)?[.|]?\s*(?:$|[–—]|--|-\s)")


def day(raw: str) -> str | None:
    """Return the date at the start of `raw` in ISO 8601 with the precision given (year, month or day), else None.

    Accepted are ISO dates (`2024`, `2024-09`, `2024-09-04`), `20240904`, `2024/09/04`, and days with an English month
    in either order. Refused are forms that mean one day in London and another in Washington (`04/09/2024`).
    """
    text = raw.strip()
    for pattern in (_MONTH_FIRST, _DAY_FIRST, _NUMBERS, _ISO):
        if match := pattern.match(text):
            return _iso(match)
    return None


def moment(raw: str) -> str | None:
    """Return the date and time of `raw` in ISO 8601 with its zone, else None; without a zone it is None too."""
    text = raw.strip()
    stated, clock = day(text), _CLOCK.search(text)
    if stated is None or len(stated) != 10 or clock is None:
        return None
    zone = clock["zone"].upper().replace(":", "")
    offset = timedelta()
    if zone[0] in "+-":
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5])) * (-1 if zone[0] == "-" else 1)
    return datetime(
        *date.fromisoformat(stated).timetuple()[:3],
        int(clock["hour"]),
        int(clock["minute"]),
        int(clock["second"] or 0),
        tzinfo=timezone(offset),
    ).isoformat()


def dateline(paragraphs: Sequence[str]) -> str | None:
    """Return the date of the dateline among the first paragraphs of a text, else None.

    A dateline is a short line that holds a date and at most a place or "For Immediate Release", or a place in
    capitals and a date before a dash. A date inside a sentence ("On September 4, ...") may be the date of any event.
    """
    for paragraph in paragraphs[:5]:
        line = paragraph[:120]
        rest = line[match.end() :] if (match := _RELEASED.match(line)) else line
        for pattern in (_MONTH_FIRST, _DAY_FIRST):
            found = pattern.search(rest)
            if found and _PLACE.fullmatch(rest[: found.start()]) and _AFTER.match(rest[found.end() :]):
                return _iso(found)
    return None


def whole_day(line: str) -> str | None:
    """Return the day of a line that holds nothing else but a label such as "Released", else None."""
    line = line[match.end() :] if (match := _RELEASED.match(line)) else line
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        if match := pattern.fullmatch(line.strip(" .()|")):
            return _iso(match)
    return None


def _iso(match: re.Match[str]) -> str | None:
    """Return a matched date in ISO 8601, None when the calendar has no such day."""
    year, month, number = int(match["year"]), match["month"], match["day"]
    if month is None:
        return f"{year:04}" if 1000 <= year <= 2999 else None
    numeral = int(month) if month.isdigit() else _MONTHS[month.casefold()]
    try:
        found = date(year, numeral, int(number or 1))
    except ValueError:
        return None
    return found.isoformat() if number else found.isoformat()[:7]
