"""The lines between title and text: when and where, who led on each side, where the text comes from."""

from rich.cells import cell_len

from briefreader.model import Brief, TextStatus
from briefreader.ui.columns import fit
from briefreader.ui.widgets.text_layout import wrap_paragraph

HeadLine = list[tuple[str, str]]
"""Pieces of a line: the name of a style in the palette, and text."""

LABEL_GAP = 2
LABEL_SHARE = 3

STATUSES: dict[TextStatus, str] = {
    "official": "official text",
    "wire": "wire report",
    "aggregator": "aggregator's copy",
    "translation": "translation",
    "summary": "summary, not the official text",
    "unknown": "",
}
MONTHS = "January February March April May June July August September October November December".split()


def head_lines(brief: Brief, series_place: tuple[int, int] | None, width: int) -> list[HeadLine]:
    """Return the head of a brief, wrapped to `width` cells, a blank line at its end."""
    facts = " · ".join(part for part in (_date(brief), _venue(brief), _series(brief, series_place)) if part)
    lines: list[HeadLine] = [[("facts", line)] for line in _wrapped(facts, width)]
    lines += _delegations(brief, width)
    origin = " · ".join(part for part in (_published(brief), STATUSES[brief.text_status], brief.source) if part)
    if origin:
        lines.append([("quiet", fit(origin, width).rstrip())])
    return [*lines, []]


def _wrapped(text: str, width: int) -> list[str]:
    return [text[line.start : line.end] for line in wrap_paragraph(text, 0, len(text), width)]


def long_date(iso: str) -> str:
    """Return an ISO date as it is read: `2024-09-04` as `4 September 2024`, `2024-09` as `September 2024`."""
    year, *rest = iso.split("-")
    if not rest or not all(part.isdigit() for part in rest) or not 1 <= int(rest[0]) <= 12:
        return iso
    month = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def _date(brief: Brief) -> str:
    date = _meeting_date(brief) or brief.entry.date
    return long_date(date) if date else "undated"


def _published(brief: Brief) -> str:
    """Say when the text is from, where that is another day than the meeting's."""
    date = brief.entry.date
    return f"published {long_date(date)}" if date and _meeting_date(brief) not in (None, date) else ""


def _meeting_date(brief: Brief) -> str | None:
    return brief.annotation.meeting.date if brief.annotation.meeting else None


def _venue(brief: Brief) -> str:
    meeting = brief.annotation.meeting
    if meeting is not None and meeting.format in ("virtual", "call"):
        return meeting.format
    return ", ".join(part for part in (brief.entry.city, brief.entry.country) if part)


def _series(brief: Brief, place: tuple[int, int] | None) -> str:
    entry = brief.entry
    if entry.series is None:
        return ""
    name = entry.series if entry.ordinal is None else f"{entry.series} {entry.ordinal}"
    return f"{name}, brief {place[0]} of {place[1]}" if place and place[1] > 1 else name


def _delegations(brief: Brief, width: int) -> list[HeadLine]:
    """Return who led, a line for each side; sides without a known leader stand together."""
    meeting = brief.annotation.meeting
    if meeting is None:
        return []
    leads = dict.fromkeys(meeting.leads)
    side_of = {person.name: person.side for person in brief.annotation.attendance}
    rows: list[tuple[str, str]] = []
    for side in meeting.sides:
        named = [lead for lead in leads if side_of.get(lead) == side]
        if named:
            rows.append((side, ", ".join(named)))
    shown = {side for side, _ in rows}
    others = [lead for lead in leads if side_of.get(lead) not in shown]
    if others:
        rows.append(("Led by", ", ".join(others)))
    silent = [side for side in meeting.sides if side not in shown]
    if silent:
        rows.append(("Sides" if not shown else "With", ", ".join(silent)))
    label_width = min(max((cell_len(label) for label, _ in rows), default=0) + LABEL_GAP, width // LABEL_SHARE)
    lines: list[HeadLine] = []
    for label, names in rows:
        style = "person" if label not in ("Sides", "With") else "facts"
        for number, text in enumerate(_wrapped(names, width - label_width)):
            head = label if number == 0 else ""
            cut = head if cell_len(head) < label_width else head[: label_width - 2] + "…"
            lines.append([("label", cut + " " * (label_width - cell_len(cut))), (style, text)])
    return lines
