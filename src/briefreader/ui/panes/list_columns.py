"""The text of a row of the list in columns: facts, caption and tail."""

from typing import NamedTuple

from briefreader.meetings import HeldMeeting
from briefreader.model import Entry, Hit
from briefreader.ui.panes.captions import KIND_WORDS, meeting_caption, meeting_label, title_rest
from briefreader.ui.panes.list_rows import BriefRow, GroupRow, MeetingRow, Row
from briefreader.ui.widgets.text_layout import fit

DATE_WIDTH = 10
LABEL_WIDTH = 8
INDENT = "  "
OPEN, FOLDED = "▾", "▸"


class RowText(NamedTuple):
    """The facts of a row (sign, date, label), its caption, and a sign or number at the right end.

    `title` is the whole title of its brief.
    """

    facts: str
    caption: str
    tail: str = ""
    title: str = ""


def row_text(row: Row) -> RowText:
    """Return the text of a row."""
    if isinstance(row, GroupRow):
        sign = OPEN if row.is_open else FOLDED
        return RowText(f"{INDENT * row.depth}{sign} ", row.group.name, f"{row.group.size:,}")
    if isinstance(row, MeetingRow):
        return _meeting_text(row)
    if isinstance(row, BriefRow):
        kind = fit(KIND_WORDS[row.kind] or "brief", LABEL_WIDTH)
        return RowText(f"{INDENT * row.depth}{kind} ", title_rest(row.entry.title), "", row.entry.title)
    return _brief_text(row)


def _meeting_text(row: MeetingRow) -> RowText:
    meeting, face = row.item.meeting, row.item.briefs[0]
    if meeting is None:
        return _brief_text(face, row.depth)
    sign = "" if not row.further else f"{OPEN if row.is_open else FOLDED}{row.further}"
    label = meeting_label(meeting, meeting.briefs[0].kind, is_member=row.is_member)
    width = 3 if row.is_member else LABEL_WIDTH
    label = label.rjust(width) if row.is_member else fit(label, max(width, len(label) if meeting.series else width))
    facts = f"{INDENT * (row.depth - 1)}{_date(meeting, face)} {label} "
    return RowText(facts, meeting_caption(meeting, face), sign, face.title)


def _date(meeting: HeldMeeting, face: Entry) -> str:
    return fit(meeting.date or face.date or "undated", DATE_WIDTH)


def _brief_text(row: Entry | Hit, depth: int = 0) -> RowText:
    label = f"{row.series} {row.ordinal} " if row.series and row.ordinal is not None else ""
    facts = f"{INDENT * max(0, depth - 1)}{fit(row.date or 'undated', DATE_WIDTH)} {label}"
    return RowText(facts, title_rest(row.title), "", row.title)
