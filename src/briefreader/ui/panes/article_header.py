"""The lines between title and text: date and venue, the leads of each side, and the source of the text.

A question mark follows a fact that the text only suggests.
"""

from collections.abc import Iterator

from briefreader.long_dates import long_date
from briefreader.model import TEXT_STATUS_WORDS, Brief
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import shortened, wrapped

HeaderLine = list[tuple[str, str]]
"""Pieces of a line: the name of a style in the palette, and text."""

LABEL_GAP = 2
LABEL_SHARE = 3

DOUBT = "\u00a0?"
"""The mark of a doubtful fact; no line breaks before it, and no fact of a text holds such a space before the sign."""


def header_lines(brief: Brief, series_position: tuple[int, int] | None, width: int) -> list[HeaderLine]:
    """Return the header of a brief, wrapped to `width` cells, with a blank line at its end.

    `series_position` is the number of the meeting in its series and the number of meetings there.
    """
    facts = " · ".join(part for part in (_date(brief), _venue(brief), _series(brief, series_position)) if part)
    lines: list[HeaderLine] = [list(_dimmed(line, "facts")) for line in wrapped(facts, width)]
    lines += _delegations(brief, width)
    origin = " · ".join(
        part for part in (_published(brief), TEXT_STATUS_WORDS[brief.text_status], brief.source) if part
    )
    if origin:
        lines.append([("quiet", shortened(origin, width))])
    return [*lines, []]


def _dimmed(line: str, style: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a line, marks of doubt dim and the rest in a style."""
    for number, part in enumerate(line.split(DOUBT)):
        if number:
            yield "quiet", " ?"
        if part:
            yield style, part


def _doubt(brief: Brief, *fields: str) -> str:
    """Return the mark of doubt where the text only suggests one of some fields of the meeting."""
    meeting = brief.annotation.meeting
    return DOUBT if meeting is not None and meeting.is_unsure(*fields) else ""


def _date(brief: Brief) -> str:
    date = _meeting_date(brief) or brief.entry.date
    return long_date(date) + _doubt(brief, "date") if date else "undated"


def _published(brief: Brief) -> str:
    """Return the date of the text where it differs from the date of the meeting."""
    date = brief.entry.date
    return f"published {long_date(date)}" if date and _meeting_date(brief) not in (None, date) else ""


def _meeting_date(brief: Brief) -> str | None:
    return brief.annotation.meeting.date if brief.annotation.meeting else None


def _venue(brief: Brief) -> str:
    meeting = brief.annotation.meeting
    if meeting is not None and meeting.format in ("virtual", "call"):
        return meeting.format + _doubt(brief, "format")
    place = brief.entry.place
    return place + _doubt(brief, "city", "country") if place else ""


def _series(brief: Brief, position: tuple[int, int] | None) -> str:
    entry = brief.entry
    if entry.series is None:
        return ""
    name = entry.series if entry.ordinal is None else f"{entry.series} {entry.ordinal}"
    name += _doubt(brief, "series", "ordinal")
    return f"{name}, meeting {position[0]} of {position[1]}" if position and position[1] > 1 else name


def _delegations(brief: Brief, width: int) -> list[HeaderLine]:
    """Return the leads, a line for each side; sides without a known lead share a line."""
    meeting = brief.annotation.meeting
    if meeting is None:
        return []
    leads = dict.fromkeys(meeting.leads)
    side_of = {person.name: person.side for person in brief.annotation.attendance}
    by_side = {side: [lead for lead in leads if side_of.get(lead) == side] for side in meeting.sides}
    named = {side for side, members in by_side.items() if members}
    rows = [(side, "person", by_side[side]) for side in meeting.sides if side in named]
    rows.append(("Led by", "person", [lead for lead in leads if side_of.get(lead) not in named]))
    rows.append(("With" if named else "Sides", "facts", [side for side in meeting.sides if side not in named]))
    rows = [row for row in rows if row[2]]
    doubt = {"person": _doubt(brief, "leads", "sides"), "facts": _doubt(brief, "sides")}
    label_width = min(max((cells(row[0]) for row in rows), default=0) + LABEL_GAP, width // LABEL_SHARE)
    lines: list[HeaderLine] = []
    for label, style, names in rows:
        cut = label if cells(label) < label_width else label[: label_width - 2] + "…"
        for text in wrapped(", ".join(names) + doubt[style], width - label_width):
            lines.append([("label", cut + " " * (label_width - cells(cut))), *_dimmed(text, style)])
            cut = ""
    return lines
