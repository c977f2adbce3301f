"""A dossier as lines: offices, holders of an office, meetings, companions, mentions over time, sentences."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefreader.counts import counted
from briefreader.model import Dossier, Entry, OfficeHolder
from briefreader.text import Span
from briefreader.ui.themes import ENTITY_STYLES
from briefreader.ui.widgets.pick_list import PickLine, quiet_lines
from briefreader.ui.widgets.text_layout import wrapped

BARS = "▁▂▃▄▅▆▇█"
SENTENCES_SHOWN = 3
ALIASES_SHOWN = 12
BLANK = PickLine("", "text")
_SHOWN = {"Others of this name": 6, "Offices": 8, "Held by": 30, "Meetings attended": 8, "Appears with": 10}
_MENTIONS_SHOWN = 30


@dataclass(frozen=True)
class Section:
    """A part of a dossier: a heading with a remark, and items of one line or more, of which the first are shown."""

    heading: str
    remark: str
    items: Sequence[Sequence[PickLine]]
    shown: int


def dossier_lines(dossier: Dossier, width: int, opened: Container[str] = ()) -> tuple[PickLine, ...]:
    """Return the lines of a dossier for `width` cells; the sections whose headings are `opened` are shown whole."""
    type = ENTITY_STYLES[dossier.type].name
    lines = [PickLine(dossier.name, "title", type)]
    if dossier.aliases:
        more = len(dossier.aliases) - ALIASES_SHOWN
        also = ", ".join(dossier.aliases[:ALIASES_SHOWN]) + (f" and {more} more spellings" if more > 0 else "")
        lines += quiet_lines(f"also {also}", width - 3)
    lines += [PickLine(over_time(dossier), f"color {type}"), BLANK]
    for section in _sections(dossier, width):
        if section.items:
            lines += _section_lines(section, section.heading in opened)
            lines.append(BLANK)
    return tuple(lines[:-1])


def _section_lines(section: Section, is_open: bool) -> Iterator[PickLine]:
    yield PickLine(section.heading, "heading", section.remark)
    left = len(section.items) - section.shown
    # A line that says that there is one more takes as much room as that one.
    shown = section.items if is_open or left < 2 else section.items[: section.shown]
    for item in shown:
        yield from item
    if len(shown) < len(section.items):
        yield PickLine(f"… {left:,} more: Enter shows them", "quiet", section=section.heading)


def _sections(dossier: Dossier, width: int) -> Iterator[Section]:
    def section(heading: str, items: Iterable[PickLine], remark: str = "") -> Section:
        return Section(heading, remark, [[item] for item in items], _SHOWN[heading])

    others = (PickLine(each.name, "person", f"×{each.briefs:,}", name=each.name) for each in dossier.others)
    yield section("Others of this name", others)
    offices = (PickLine(office.title, "text", _months(office.first, office.last)) for office in dossier.titles)
    yield section("Offices", offices, "dates of the briefs that say so")
    yield section("Held by", map(_holder, dossier.holders), "by country, by first date")
    roles = Counter(attended.role for attended in dossier.attended)
    meetings = (
        PickLine(
            _meeting(attended.entry),
            "text",
            " · ".join(filter(None, (attended.role, attended.side))),
            brief_id=attended.entry.id,
        )
        for attended in dossier.attended
    )
    yield section("Meetings attended", meetings, " · ".join(f"{count:,} as {role}" for role, count in roles.items()))
    together = (PickLine(each.name, "person", f"×{each.briefs:,}", name=each.name) for each in dossier.together)
    yield section("Appears with", together, "the closest first")
    yield Section("Mentions", counted(len(dossier.mentions), "brief"), [*_mentions(dossier, width)], _MENTIONS_SHOWN)


def _holder(holder: OfficeHolder) -> PickLine:
    remark = " · ".join(filter(None, (holder.side, _months(holder.first, holder.last), f"×{holder.briefs:,}")))
    return PickLine(holder.name, "person", remark, name=holder.name)


def _mentions(dossier: Dossier, width: int) -> Iterator[list[PickLine]]:
    for occurrence in dossier.mentions:
        id = occurrence.entry.id
        span = Span(occurrence.start, occurrence.end) if occurrence.end else None
        lines = [PickLine(_meeting(occurrence.entry), "text", f"×{occurrence.times:,}", span, brief_id=id)]
        for sentence in occurrence.sentences[:SENTENCES_SHOWN]:
            first, *others = (f"  {line}" for line in wrapped(sentence.text, max(8, width - 5)))
            lines.append(PickLine(first, "quiet", span=Span(sentence.start, sentence.end), brief_id=id))
            lines += (PickLine(line, "quiet") for line in others)
        yield lines


def over_time(dossier: Dossier) -> str:
    """Return the number of mentions a year, from the first to the last year, as a row of bars, and all in numbers."""
    counts: Counter[int] = Counter()
    for occurrence in dossier.mentions:
        if occurrence.entry.date:
            counts[int(occurrence.entry.date[:4])] += occurrence.times
    briefs = counted(len(dossier.mentions), "brief")
    total = f"{counted(sum(occurrence.times for occurrence in dossier.mentions), 'mention')} in {briefs}"
    if not counts:
        return total
    first, last, most = min(counts), max(counts), max(counts.values())
    heights = (-(-counts[year] * len(BARS) // most) for year in range(first, last + 1))
    bars = "".join(BARS[height - 1] if height else " " for height in heights)
    start, end = dossier.first, dossier.last
    return f"{start} {bars} {end}  {total}" if last > first else f"{_span(start, end)}  {total}"


def _meeting(entry: Entry) -> str:
    name = f"{entry.series} {entry.ordinal or ''}".strip() if entry.series else ""
    return "  ".join(filter(None, (entry.date or "undated", name, entry.title)))


def _months(first: str | None, last: str | None) -> str:
    """Return a period in months."""
    return _span((first or "")[:7], (last or "")[:7])


def _span(first: str | None, last: str | None) -> str:
    return (first or "") if first == last else f"{first} – {last}"
