"""Makes the citation of a brief from the facts that the brief or its text states."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from briefreader.model import TEXT_STATUS_WORDS, Brief, Kind, Meeting
from briefreader.text import clean_line

ARCHIVE = "briefreader"
"""The name of the archive in which the ID of a brief is its key."""

_GENRES: Mapping[Kind, str] = {
    "readout": "Readout",
    "joint statement": "Joint statement",
    "statement": "Statement",
    "fact sheet": "Fact sheet",
    "remarks": "Remarks",
    "transcript": "Transcript",
    "announcement": "Announcement",
    "release": "Press release",
}
_STATUSES_OF_COPIES = ("wire", "aggregator", "translation", "summary")


class Citation(NamedTuple):
    """The facts by which a brief is cited; each is on one line, and None where it is not stated.

    `date` is ISO 8601 cut to the known precision. `place` is the place of the meeting; `issued_there` tells that the
    text was issued by its parties at that place. `status` tells in words that the text is not the official one.
    """

    id: str
    title: str
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    place: str | None = None
    issued_there: bool = False
    genre: str | None = None
    status: str | None = None

    @property
    def is_site(self) -> bool:
        """Whether the publisher is known by the name of its web site only."""
        host = (urlsplit(self.url).hostname or "") if self.url else ""
        return self.publisher is not None and self.publisher.casefold().removeprefix("www.") == host.removeprefix(
            "www."
        )


def citation_of(brief: Brief) -> Citation:
    """Return the citation of a brief."""
    kind = brief.annotation.kind
    return Citation(
        id=brief.entry.id,
        title=clean_line(brief.entry.title),
        publisher=_line(brief.source),
        date=brief.entry.date,
        url=_line(brief.url),
        place=None if kind == "announcement" else _place(brief.annotation.meeting),  # that of a meeting to come
        issued_there=kind == "joint statement",
        genre=_GENRES[kind] if kind else None,
        status=TEXT_STATUS_WORDS[brief.text_status] if brief.text_status in _STATUSES_OF_COPIES else None,
    )


def _line(value: str | None) -> str | None:
    return (clean_line(value) or None) if value else None


def _place(meeting: Meeting | None) -> str | None:
    """Return city and country of a meeting that took place in one, without those that the text only suggests."""
    if meeting is None or meeting.format in ("virtual", "call"):
        return None
    stated = {"city": meeting.city, "country": meeting.country}
    names = dict.fromkeys(clean_line(name) for key, name in stated.items() if name and not meeting.is_unsure(key))
    return ", ".join(names) or None
