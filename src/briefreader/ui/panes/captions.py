"""The words by which a row of the list tells a meeting in few cells: its form, who met, and where."""

from briefreader.library import TitleWords
from briefreader.meetings import Item
from briefreader.model import Kind
from briefreader.ui.panes.list_rows import Below
from briefreader.ui.widgets.text_layout import shortened

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

_FORMS = {"call": "call", "virtual": "video", "in person": "meeting"}
_LONGEST_LABEL = 14
_MOST_NAMES = 3


def numbered_label(series: str, ordinal: int) -> str:
    """Return a series with its number, cut before the number where it is long."""
    return f"{shortened(series, _LONGEST_LABEL - len(f' {ordinal}'))} {ordinal}"


def meeting_label(item: Item, below: Below) -> str:
    """Return the series with its number, else the form of the meeting or the kind of its text.

    Below a series it is the number alone; below a form of meetings, the form is left out.
    """
    meeting = item.meeting
    if meeting is None:
        return ""
    if below in ("series", "numbered series"):
        return "" if meeting.ordinal is None else str(meeting.ordinal)
    if meeting.series:
        label = meeting.series if meeting.ordinal is None else f"{meeting.series} {meeting.ordinal}"
        if len(label) <= _LONGEST_LABEL:
            return label
    if below == "form":
        return ""
    if meeting.format:
        return _FORMS[meeting.format]
    kind = meeting.briefs[0].kind
    return "meeting" if kind in ("readout", None) else KIND_WORDS[kind]


def meeting_caption(item: Item, below: Below, titles: TitleWords) -> str:
    """Return the name of a meeting, else who met and where in few words, else the title of the face."""
    meeting = item.meeting
    if meeting is None:
        return titles.short(item.briefs[0].title).text
    if meeting.name:
        return meeting.name
    who = _who(item, theirs_first=below in ("counterpart", "form"))
    place = meeting.city or meeting.country if meeting.format not in ("call", "virtual") else None
    place = None if place in item.parties and not below else place
    long_series = meeting.series if not below and meeting.series and len(meeting.series) > _LONGEST_LABEL else None
    parts = [long_series, place, who] if meeting.series else [who, place]
    if not who and not long_series:
        parts = [titles.short(item.briefs[0].title).text]
    return " · ".join(part for part in parts if part)


def _who(item: Item, *, theirs_first: bool) -> str:
    """Return the family names of those who led, or sides in their place; nothing where fewer than two are known."""
    ours, theirs = _names(item.ours), _names(item.theirs)
    if not theirs and ours:
        theirs = _names(item.parties)
    if ours and theirs:
        return f"{theirs} - {ours}" if theirs_first else f"{ours} - {theirs}"
    if len(item.theirs) > 1:
        return " - ".join(item.theirs) if len(item.theirs) == 2 else theirs
    if len(item.parties) > 1:
        return _names(item.parties)
    return theirs if item.theirs and item.parties else ""


def _names(names: tuple[str, ...]) -> str:
    found = ", ".join(names[:_MOST_NAMES])
    return f"{found} +{len(names) - _MOST_NAMES}" if len(names) > _MOST_NAMES else found
