"""The words by which a row of the list tells a meeting or a brief apart from its neighbours."""

import re
from collections.abc import Sequence

from briefreader.library import family_name
from briefreader.meetings import HeldMeeting
from briefreader.model import Entry, Kind

KIND_WORDS: dict[Kind | None, str] = {
    "readout": "readout",
    "joint statement": "joint",
    "statement": "statement",
    "fact sheet": "facts",
    "remarks": "remarks",
    "transcript": "transcript",
    "announcement": "preview",
    "release": "release",
    None: "",
}
"""A short word for each kind of text."""

# The words that titles of a kind share, which tell nothing apart.
_OPENING = re.compile(
    r"(?:(?:READOUT|Readout) (?:of|from) |(?:FACT SHEET|Fact Sheet|ICYMI|MEDIA NOTE|READOUT|REMARKS)\s*[:-]\s*|"
    r"(?:Statement|Remarks|Press [Bb]riefing|Joint (?:Press )?(?:Statement|Conference)|Background Press Call|"
    r"Press Gaggle) (?:by|from) (?:[^,]{3,80}?) (?=(?:on|regarding|at|after|before|in|to|and) )(?:(?:on|regarding) )?)",
)
_MOST_NAMES = 4


def title_rest(title: str) -> str:
    """Return a title without the opening words that many titles of its kind share."""
    found = _OPENING.match(title)
    rest = title[found.end() :] if found else title
    return rest[:1].upper() + rest[1:] if rest else title


def meeting_caption(meeting: HeldMeeting, face: Entry) -> str:
    """Return who met, and where, in few words; the title of the face where the text does not say who met."""
    leads = [family_name(name) for name in meeting.leads[:_MOST_NAMES]]
    who = (" - " if len(leads) == 2 else ", ").join(leads)
    if len(leads) < 2 and len(meeting.sides) > 1:
        who = ", ".join(meeting.sides[:_MOST_NAMES])
    place = meeting.city or meeting.country if meeting.format not in ("call", "virtual") else None
    parts = [part for part in (place, who) if part]
    return " · ".join(parts) if who else title_rest(face.title)


def meeting_label(meeting: HeldMeeting, kind: Kind | None, *, is_member: bool) -> str:
    """Return the series with its number, else the format or the kind of text; the number alone below a series."""
    if is_member:
        return "" if meeting.ordinal is None else str(meeting.ordinal)
    if meeting.series:
        return meeting.series if meeting.ordinal is None else f"{meeting.series} {meeting.ordinal}"
    if meeting.format in ("call", "virtual"):
        return meeting.format
    return KIND_WORDS[kind] if kind != "readout" else "meeting"


def told_apart(caption: str, title: str, neighbours: Sequence[str]) -> str:
    """Return a caption, with the rest of the title where a neighbour has the same caption."""
    return f"{caption} · {title_rest(title)}" if caption in neighbours else caption
