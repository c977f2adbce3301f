"""Checks the facts that front matter states about a brief and its meeting, and gives each value its type."""

from collections.abc import Callable, Mapping
from typing import get_args

from briefreader.model import MeetingFormat
from briefreader.sources import document_dates as dates
from briefreader.sources.frontmatter import Value

# In the order in which a brief's front matter is written.
_TEXTS = ("id", "series", "city", "country", "next", "original", "checksum")
_DATES = ("date", "end_date")
_LISTS = ("sides", "leads", "sources")
KEYS = (
    "date", "end_date", "series", "ordinal", "city", "country", "format", "sides", "leads", "next", "sources", "id",
    "original", "checksum",
)  # fmt: skip

TIME_KEYS = (
    "date", "published_time", "published", "pubdate", "pub_date", "publish_date", "publishdate", "date_published",
    "datepublished", "publication_date", "published_at", "published_on", "posted", "released", "release_date", "issued",
    "created",
)  # fmt: skip
"""The keys of front matter that may hold the time of publication, in the order of trust."""
DATE_KEYS = ("document_date", *TIME_KEYS)
"""The keys of front matter that may hold the date of the document, in the order of trust."""

MODIFIED_KEYS = ("lastmod", "last_modified", "modified", "modified_time", "updated", "updated_at", "date_modified")
"""The keys of front matter that may hold the date of the last change."""

# The keys of briefs. In other front matter `date` is the day of publication and no fact of a meeting.
_OURS = frozenset(("text_status", "series", "ordinal", "city", "country", "sides", "leads"))


def is_ours(values: Mapping[str, Value]) -> bool:
    """Return whether front matter belongs to a brief; its `date` is then the day of the meeting."""
    return not _OURS.isdisjoint(values)


def read(values: Mapping[str, Value]) -> tuple[dict[str, object], tuple[str, ...]]:
    """Return the facts that front matter states, and a sentence about each value that cannot be used."""
    facts: dict[str, object] = {}
    unsure: list[str] = []
    for key in KEYS if is_ours(values) else ("id",):
        value = values.get(key)
        if not value:
            continue
        found, expected = _READERS[key](value)
        if found is None:
            unsure.append(f"front matter: `{key}` is not used, it should be {expected}")
        else:
            facts[key] = found
    return facts, tuple(unsure)


_Read = tuple[object | None, str]


def _text(value: Value) -> _Read:
    return (value if isinstance(value, str) else None), "one line of text"


def _date(value: Value) -> _Read:
    return (dates.day(value) if isinstance(value, str) else None), "a date such as 2024-09-04, 2024-09 or 2024"


def _ordinal(value: Value) -> _Read:
    number = value if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 4 else None
    return (int(number) or None if number else None), "a number from 1 to 9999"


def _format(value: Value) -> _Read:
    known = get_args(MeetingFormat)
    return (value if value in known else None), " or ".join(f"`{name}`" for name in known)


def _list(value: Value) -> _Read:
    """Return the texts of a list; a single text is a list of one, and an entry with fields counts as its `name`."""
    entries = value if isinstance(value, list) else [value]
    names = [entry.get("name", "") if isinstance(entry, dict) else entry for entry in entries]
    if not all(isinstance(name, str) for name in names):
        return None, "a list of names"
    return tuple(name for name in names if isinstance(name, str) and name) or None, "a list of names"


_READERS: dict[str, Callable[[Value], _Read]] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_DATES, _date),
    **dict.fromkeys(_LISTS, _list),
    "ordinal": _ordinal,
    "format": _format,
}
