"""A trace as lines: a strip with a mark for each meeting, and a line for each meeting or brief."""

from collections import Counter
from collections.abc import Mapping

from briefreader.library import Trace
from briefreader.model import Entry
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.pick_list import PickLine
from briefreader.ui.widgets.text_layout import fit

HAS_IT, HAS_IT_NOT = "●", "○"
LONGEST_SERIES = 24
"""Cells of the column with series and number."""

BARS = "▁▂▃▄▅▆▇█"


def trace_lines(trace: Trace, entries: Mapping[str, Entry], width: int) -> tuple[PickLine, ...]:
    """Return a line for each row of a trace, with its mark and what is special about it, for `width` cells."""
    remarks = {
        **({trace.first: "first"} if trace.first else {}),
        **({trace.last: "last"} if trace.last and trace.last != trace.first else {}),
        **dict.fromkeys(trace.dropped, "dropped"),
    }
    for id in trace.returned:
        remarks[id] = "returned, last" if id == trace.last else "returned"
    numbers = {row.id: _number(entries.get(row.id), in_series=trace.series is not None) for row in trace.rows}
    room = min(max(map(cells, numbers.values()), default=0), max(4, min(LONGEST_SERIES, width // 3)))
    lines = []
    for row in trace.rows:
        entry = entries.get(row.id)
        mark = HAS_IT if row.times else HAS_IT_NOT
        parts = [f"{mark}  {row.date or 'undated':10}", *([fit(numbers[row.id], room)] if room else [])]
        count = f"×{row.times:<3,}" if row.times else "    "
        title = entry.title if entry else row.id
        text = "  ".join((*parts, count, title))
        style = "text" if row.times else "quiet"
        lines.append(PickLine(text, style, remarks.get(row.id, ""), brief_id=row.id))
    return tuple(lines)


def _number(entry: Entry | None, *, in_series: bool) -> str:
    """Return the number of a meeting, with the series in a list of all briefs."""
    if entry is None or entry.series is None:
        return ""
    number = str(entry.ordinal or "")
    return number if in_series else f"{entry.series} {number}".strip()


def trace_strip(trace: Trace, width: int) -> str:
    """Return the marks of the meetings of a trace by date, or how often each year has the wording, in `width` cells.

    Of more meetings than there is room for, the newest are shown after an ellipsis.
    """
    if trace.series is None:
        return _years(trace)
    first, last = (trace.rows[at].date or "undated" for at in (0, -1)) if trace.rows else ("", "")
    marks = "".join(HAS_IT if row.times else HAS_IT_NOT for row in trace.rows)
    room = max(1, width - len(first) - len(last) - 2)
    if len(marks) > room:
        marks = f"…{marks[-(room - 1) :]}" if room > 1 else "…"
    return f"{first} {marks} {last}" if first != last else f"{first} {marks}"


def _years(trace: Trace) -> str:
    counts: Counter[int] = Counter()
    for row in trace.rows:
        if row.date and row.date[:4].isdigit():
            counts[int(row.date[:4])] += row.times
    if not counts:
        return ""
    first, last, most = min(counts), max(counts), max(counts.values())
    heights = (-(-counts[year] * len(BARS) // most) for year in range(first, last + 1))
    bars = "".join(BARS[height - 1] if height else " " for height in heights)
    return f"{first} {bars} {last}" if last > first else f"{first} {bars}"


def trace_counts(trace: Trace) -> str:
    """Return how many of the meetings, or of all briefs, have the wording, and how often."""
    having = sum(row.times > 0 for row in trace.rows)
    times = sum(row.times for row in trace.rows)
    where = f"{having:,} of {len(trace.rows):,} meetings" if trace.series else f"{having:,} briefs"
    parts = [f"in {where}", f"×{times:,}"]
    parts += [f"dropped {len(trace.dropped)}×"] if trace.dropped else []
    parts += [f"returned {len(trace.returned)}×"] if trace.returned else []
    return " · ".join(parts)
