"""The text of a row of the list in columns: facts, caption and tail."""

from typing import NamedTuple

from briefreader.library import TitleWords
from briefreader.model import Entry, Hit
from briefreader.ui.panes.captions import KIND_WORDS, meeting_caption, meeting_label, numbered_label
from briefreader.ui.panes.list_rows import Below, BriefRow, GroupRow, MeetingRow, Row, is_rest
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import fit

OPEN, FOLDED = "▾", "▸"
STATED, STATED_NARROW = "stated", "✓"
"""Stands in the row of a meeting of which a person stated facts."""

_DATE_WIDTH = 10
_LABEL_WIDTH = 7
_ORDINAL_WIDTH = 3
_NARROW_BELOW = 40
"""Cells below which columns are not padded and indents are small."""
_WIDE_FROM = 60
"""Cells from which groups inside groups have a date."""


class RowText(NamedTuple):
    """The facts of a row (sign, date, label), its caption, and a sign or number at the right end.

    `title` is the whole title of its brief, and `short` that title in few words.
    """

    facts: str
    caption: str
    tail: str = ""
    title: str = ""
    short: str = ""

    def shown(self, width: int) -> str:
        """Return all of the row that a list of some width shows."""
        return f"{self.facts}{self.caption_shown(width)}{self.right}"

    @property
    def right(self) -> str:
        """The tail with a space on both sides."""
        return f" {self.tail} " if self.tail else ""

    def caption_shown(self, width: int) -> str:
        """Return the caption in the cells that facts and tail leave of a width."""
        return fit(self.caption, max(0, width - cells(self.facts) - cells(self.right)))


def row_text(row: Row, width: int, titles: TitleWords) -> RowText:
    """Return the text of a row for a list of some width; `titles` know what the titles of the library share."""
    narrow = width < _NARROW_BELOW
    if isinstance(row, GroupRow):
        return _group_text(row, width)
    if isinstance(row, MeetingRow) and row.item.meeting is not None:
        return _meeting_text(row, narrow, titles)
    if isinstance(row, MeetingRow):
        return _brief_text(row.item.briefs[0], row.depth, row.below, narrow, titles)
    if isinstance(row, BriefRow):
        short = titles.short(row.entry.title)
        label = _padded(KIND_WORDS[row.kind] or short.kind or "brief", narrow)
        return RowText(f"{_indent(row.depth, narrow)}{label}", short.text, "", row.entry.title, short.text)
    return _brief_text(row, 0, "", narrow, titles)


def _group_text(row: GroupRow, width: int) -> RowText:
    sign = OPEN if row.is_open else FOLDED
    narrow = width < _NARROW_BELOW
    dated = width >= (_NARROW_BELOW if row.depth == 1 else _WIDE_FROM) and row.depth > 0 and not is_rest(row.group)
    tail = f"{row.group.newest.date}  {row.group.size:>4,}" if dated else f"{row.group.size:,}"
    return RowText(f"{_indent(row.depth + 1, narrow)}{sign} ", row.group.name, tail)


def _meeting_text(row: MeetingRow, narrow: bool, titles: TitleWords) -> RowText:
    item, face = row.item, row.item.briefs[0]
    sign = "" if not row.further else f"{OPEN if row.is_open else FOLDED}{row.further}"
    stated = bool(item.meeting and item.meeting.stated)
    tail = " ".join(filter(None, ((STATED_NARROW if narrow else STATED) if stated else "", sign)))
    label = meeting_label(item, row.below)
    if row.below == "numbered series":
        label = f"{label.rjust(_ORDINAL_WIDTH)} "
    elif row.below == "series":  # few are numbered: a column would be empty in most rows
        label = f"{label} " if label else ""
    else:
        label = _padded(label, narrow) if label else ""
    facts = f"{_indent(row.depth, narrow)}{fit(item.date or 'undated', _DATE_WIDTH)} {label}"
    return RowText(facts, meeting_caption(item, row.below, titles), tail, face.title, titles.short(face.title).text)


def _brief_text(entry: Entry | Hit, depth: int, below: Below, narrow: bool, titles: TitleWords) -> RowText:
    short = titles.short(entry.title)
    label = numbered_label(entry.series, entry.ordinal) if entry.series and entry.ordinal is not None else short.kind
    label = "" if below == "form" else label
    date = entry.date or "undated"
    date = date[8:] if below == "month" and narrow else fit(date, _DATE_WIDTH)  # the month stands above
    facts = f"{_indent(depth, narrow)}{f'{date} ' if date else ''}{_padded(label, narrow) if label else ''}"
    return RowText(facts, short.text, "", entry.title, short.text)


def _indent(depth: int, narrow: bool) -> str:
    return (" " if narrow else "  ") * max(0, depth - 1)


def _padded(label: str, narrow: bool) -> str:
    return f"{label} " if narrow or cells(label) > _LABEL_WIDTH else f"{fit(label, _LABEL_WIDTH)} "
