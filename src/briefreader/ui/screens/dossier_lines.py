"""A dossier as lines: offices, mentions over time, meetings, companions, sentences."""

from collections import Counter

from briefreader.model import Dossier, Entry
from briefreader.text import Span
from briefreader.ui.themes import ENTITY_STYLES
from briefreader.ui.widgets.pick_list import PickLine, quiet_lines
from briefreader.ui.widgets.text_layout import counted

BARS = "▁▂▃▄▅▆▇█"
SENTENCES_SHOWN = 3
COMPANIONS_SHOWN = 12
OTHERS_SHOWN = 6
BLANK = PickLine("", "text")


def dossier_lines(dossier: Dossier, width: int) -> tuple[PickLine, ...]:
    """Return the lines of a dossier for `width` cells."""
    type = ENTITY_STYLES[dossier.type].name
    lines = [PickLine(dossier.name, "title", type)]
    if dossier.aliases:
        lines += quiet_lines("also " + ", ".join(dossier.aliases), width - 3)
    lines += [PickLine(over_time(dossier), f"color {type}"), BLANK]
    if dossier.others:
        lines.append(PickLine("Others of this name", "heading"))
        for other in dossier.others[:OTHERS_SHOWN]:
            lines.append(PickLine(other.name, "person", f"×{other.briefs}", name=other.name))
        lines.append(BLANK)
    if dossier.titles:
        lines.append(PickLine("Offices", "heading"))
        lines += [PickLine(office.title, "text", _months(office.first, office.last)) for office in dossier.titles]
        lines.append(BLANK)
    if dossier.attended:
        lines.append(PickLine("Meetings attended", "heading", str(len(dossier.attended))))
        for attended in dossier.attended:
            part = " · ".join(filter(None, (attended.role, attended.side)))
            lines.append(PickLine(_meeting(attended.entry), "text", part, brief_id=attended.entry.id))
        lines.append(BLANK)
    if dossier.together:
        lines.append(PickLine("Appears with", "heading"))
        for companion in dossier.together[:COMPANIONS_SHOWN]:
            lines.append(PickLine(companion.name, "person", f"×{companion.briefs}", name=companion.name))
        lines.append(BLANK)
    return (*lines, *_mentions(dossier, width))


def _mentions(dossier: Dossier, width: int) -> list[PickLine]:
    lines = [PickLine("Mentions", "heading", counted(len(dossier.mentions), "brief"))]
    for occurrence in dossier.mentions:
        first = occurrence.sentences[0] if occurrence.sentences else None
        span = Span(first.start, first.end) if first else None
        times = f"×{occurrence.times}"
        lines.append(PickLine(_meeting(occurrence.entry), "text", times, span, brief_id=occurrence.entry.id))
        for sentence in occurrence.sentences[:SENTENCES_SHOWN]:
            lines += quiet_lines(sentence.text, width - 3)
    if dossier.truncated:
        lines.append(PickLine(f"{dossier.truncated:,} older briefs were not read", "quiet"))
    return lines


def over_time(dossier: Dossier) -> str:
    """Return the number of mentions a year, from the first to the last year, as a row of bars."""
    counts: Counter[int] = Counter()
    for occurrence in dossier.mentions:
        if occurrence.entry.date:
            counts[int(occurrence.entry.date[:4])] += occurrence.times
    total = counted(sum(occurrence.times for occurrence in dossier.mentions), "mention")
    if not counts:
        return total
    first, last, most = min(counts), max(counts), max(counts.values())
    heights = (-(-counts[year] * len(BARS) // most) for year in range(first, last + 1))
    bars = "".join(BARS[height - 1] if height else " " for height in heights)
    return f"{first} {bars} {last}  {total}" if last > first else f"{first}  {total}"


def _meeting(entry: Entry) -> str:
    name = f"{entry.series} {entry.ordinal or ''}".strip() if entry.series else ""
    return "  ".join(filter(None, (entry.date or "undated", name, entry.title)))


def _months(first: str | None, last: str | None) -> str:
    """Return a period in months."""
    start, end = (first or "")[:7], (last or "")[:7]
    return start if start == end else f"{start} – {end}"
