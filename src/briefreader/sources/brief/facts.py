"""Checks the facts that front matter states about a brief and its meeting, and gives each value its type."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import get_args

from briefreader.model import MeetingFormat
from briefreader.sources.brief.frontmatter import Value
from briefreader.sources.dates import document_dates as dates

_TEXTS = ("id", "series", "city", "country", "next", "original", "checksum")
_DATES = ("date", "end_date")
_LISTS = ("sides", "leads", "sources")
MEETING_KEYS = ("series", "ordinal", "date", "end_date", "format", "city", "country", "sides", "leads", "next")
"""The keys of the mapping `meeting:`, in the order in which they are written."""
OTHER_KEYS = ("sources", "id", "original", "checksum")
"""The keys of the other facts, in the order in which they are written."""
MEETING = "meeting"
"""The key of a mapping with facts of the meeting; among the facts it says that there is one."""
ORIGINAL = "original_file"
"""The key of the name of the original file in a brief; version 0.1.0 wrote `original`."""
_FORMER_ORIGINAL = re.compile(r"[0-9a-f]{64}(?:[.#].*)?")

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
_OURS = frozenset(("series", "ordinal", "city", "country", "sides", "leads"))


def is_brief(values: Mapping[str, Value]) -> bool:
    """Return whether front matter belongs to a brief, whose file is named after its meeting."""
    return not _OURS.isdisjoint(values) or MEETING in values or ORIGINAL in values


def read(values: Mapping[str, Value]) -> tuple[dict[str, object], tuple[str, ...]]:
    """Return the facts that front matter states, and a sentence about each value that cannot be used.

    The mapping `meeting:` holds facts of the meeting. Without it, keys at the top level are such facts. Those in a
    brief that version 0.1.0 added do not count, since that version wrote its own guesses there.
    """
    found = _Facts()
    top: tuple[str, ...] = ()
    original = values.get("original")
    holds_guesses = isinstance(original, str) and _FORMER_ORIGINAL.fullmatch(original) is not None
    if not _OURS.isdisjoint(values) and not holds_guesses:
        # In a brief that this program added, `date` is that of the document.
        top = MEETING_KEYS if ORIGINAL not in values else tuple(key for key in MEETING_KEYS if key != "date")
    found.take(values, (*top, *OTHER_KEYS))
    if ORIGINAL in values:
        found.take({"original": values[ORIGINAL]}, ("original",))
    meeting = values.get(MEETING)
    if isinstance(meeting, dict):
        found.take(meeting, MEETING_KEYS, f"{MEETING}: ")
        found.facts[MEETING] = True
        for key in meeting.keys() - set(MEETING_KEYS):
            known = ", ".join(MEETING_KEYS)
            found.unsure.append(f"front matter: `{MEETING}: {key}` is not known, the keys are {known}")
    elif meeting:
        found.unsure.append(f"front matter: `{MEETING}` is not used, it should hold keys such as `series: EDSCG`")
    if holds_guesses and (guesses := [key for key in MEETING_KEYS if key in _OURS and values.get(key)]):
        found.unsure.append(
            f"meeting: an earlier version of briefreader wrote {', '.join(guesses)} into this file by itself; they do "
            "not count, and what you know better belongs under `meeting:`"
        )
    return found.facts, tuple(found.unsure)


class _Facts:
    """Collects facts and the faults of their values."""

    def __init__(self) -> None:
        self.facts: dict[str, object] = {}
        self.unsure: list[str] = []

    def take(self, values: Mapping[str, Value], keys: Iterable[str], within: str = "") -> None:
        """Take over the values of some keys."""
        for key in keys:
            value = values.get(key)
            if not value:
                continue
            found, expected = _READERS[key](value)
            if found is None:
                self.unsure.append(f"front matter: `{within}{key}` is not used, it should be {expected}")
            else:
                self.facts[key] = found


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
