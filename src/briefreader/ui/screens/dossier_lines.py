"""A dossier as lines to read and pick from: offices, mentions over time, meetings, company, sentences."""

from collections import Counter

from briefreader.model import Dossier, Entry
from briefreader.text import Span
from briefreader.ui.themes import ENTITY_NAMES
from briefreader.ui.widgets.pick_list import PickLine
from briefreader.ui.widgets.text_layout import wrap_paragraph

BARS = "▁▂▃▄▅▆▇█"
SENTENCES_SHOWN = 3
COMPANY_SHOWN = 12


def dossier_lines(dossier: Dossier, width: int) -> tuple[PickLine, ...]:
    """Return the lines of a dossier for `width` cells."""
    look = f"hue {ENTITY_NAMES[dossier.type]}"
    lines = [PickLine(dossier.name, "title", ENTITY_NAMES[dossier.type])]
    if dossier.aliases:
        lines += _folded("also " + ", ".join(dossier.aliases), width)
    lines += [PickLine(over_time(dossier), look), PickLine("", "text")]
    if dossier.titles:
        lines.append(PickLine("Offices", "heading"))
        lines += [PickLine(office.title, "text", _years(office.first, office.last)) for office in dossier.titles]
        lines.append(PickLine("", "text"))
    if dossier.attended:
        lines.append(PickLine("Meetings attended", "heading", str(len(dossier.attended))))
        for attended in dossier.attended:
            part = " · ".join(filter(None, (attended.role, attended.side)))
            lines.append(PickLine(_meeting(attended.entry), "text", part, brief_id=attended.entry.id))
        lines.append(PickLine("", "text"))
    if dossier.together:
        lines.append(PickLine("Appears with", "heading"))
        for companion in dossier.together[:COMPANY_SHOWN]:
            lines.append(PickLine(companion.name, "person", f"×{companion.briefs}", name=companion.name))
        lines.append(PickLine("", "text"))
    return (*lines, *_mentions(dossier, width))


def _mentions(dossier: Dossier, width: int) -> list[PickLine]:
    lines = [PickLine("Mentions", "heading", _number(len(dossier.mentions), "brief"))]
    for occurrence in dossier.mentions:
        first = occurrence.sentences[0] if occurrence.sentences else None
        span = Span(first.start, first.end) if first else None
        remark = f"×{occurrence.times}"
        lines.append(PickLine(_meeting(occurrence.entry), "text", remark, span, brief_id=occurrence.entry.id))
        for sentence in occurrence.sentences[:SENTENCES_SHOWN]:
            lines += _folded(sentence.text, width)
    if dossier.truncated:
        lines.append(PickLine(f"{dossier.truncated:,} older briefs were not read", "quiet"))
    return lines


def over_time(dossier: Dossier) -> str:
    """Return how often the name is mentioned a year, from the first to the last, as a row of bars."""
    counts: Counter[int] = Counter()
    for occurrence in dossier.mentions:
        if occurrence.entry.date:
            counts[int(occurrence.entry.date[:4])] += occurrence.times
    total = sum(occurrence.times for occurrence in dossier.mentions)
    told = _number(total, "mention")
    if not counts:
        return told
    first, last, most = min(counts), max(counts), max(counts.values())
    heights = (-(-counts[year] * len(BARS) // most) for year in range(first, last + 1))
    bars = "".join(BARS[height - 1] if height else " " for height in heights)
    return f"{first} {bars} {last}  {told}" if last > first else f"{first}  {told}"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _meeting(entry: Entry) -> str:
    name = f"{entry.series} {entry.ordinal or ''}".strip() if entry.series else ""
    return "  ".join(filter(None, (entry.date or "undated", name, entry.title)))


def _years(first: str | None, last: str | None) -> str:
    """Return from when to when, each cut to its month."""
    start, end = (first or "")[:7], (last or "")[:7]
    return start if start == end else f"{start} – {end}"


def _folded(text: str, width: int) -> list[PickLine]:
    spans = wrap_paragraph(text, 0, len(text), max(8, width - 5))
    return [PickLine(f"  {text[span.start : span.end]}", "quiet") for span in spans]
