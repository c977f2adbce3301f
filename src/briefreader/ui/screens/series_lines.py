"""The meetings of a series and their commitments as lines."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefreader.counts import counted
from briefreader.library import FollowedCommitment, Series
from briefreader.meetings import HeldMeeting
from briefreader.model import Entry
from briefreader.text import Span
from briefreader.ui.widgets.pick_list import PickLine
from briefreader.ui.widgets.text_layout import shortened, wrapped

SIGNS: Mapping[str, tuple[str, str]] = {"new": ("+", "text"), "repeated": ("=", "quiet"), "dropped": ("-", "notice")}
"""The sign and the style of a commitment that is new, repeated or dropped."""

STATEMENT = "statement"
"""The word beside a statement of the body that tells of no meeting."""

NO_COMMITMENTS = "no sentence of these meetings commits a side to an act"


def meeting_lines(
    series: Series, held: Sequence[HeldMeeting | None], width: int, statements: Sequence[Entry] = ()
) -> tuple[PickLine, ...]:
    """Return the meetings of a series by date, with the missing numbers and the next date, for `width` cells.

    Between them stand the statements of the body that tell of no meeting.
    """
    lines: list[PickLine] = []
    before: int | None = None
    waiting = sorted(statements, key=lambda entry: entry.date or "9999", reverse=True)
    for entry, meeting in zip(series.meetings, held, strict=True):
        while waiting and (waiting[-1].date or "9999") < (entry.date or "9999"):
            lines.append(_statement(waiting.pop(), width))
        if entry.ordinal is not None:
            lines += _gap(before, entry.ordinal)
            before = entry.ordinal
        lines += _meeting(entry, meeting, width)
    lines += (_statement(entry, width) for entry in reversed(waiting))
    if series.next:
        last = series.meetings[-1] if series.meetings else None
        lines.append(PickLine("", "text"))
        lines += (
            PickLine(line, "heading", brief_id=last.id if last and number == 0 else None)
            for number, line in enumerate(wrapped(f"next: {series.next}", max(8, width - 3)))
        )
    return tuple(lines)


def _gap(before: int | None, ordinal: int) -> Iterator[PickLine]:
    missing = range(before + 1, ordinal) if before is not None else range(0)
    if missing:
        numbers = str(missing[0]) if len(missing) == 1 else f"{missing[0]} to {missing[-1]}"
        yield PickLine(f"     missing {numbers}", "notice")


def _statement(entry: Entry, width: int) -> PickLine:
    title = shortened(entry.title, max(8, width - 20 - len(STATEMENT)))
    return PickLine(f"     {entry.date or 'undated':10}  {title}", "quiet", STATEMENT, brief_id=entry.id)


def _meeting(entry: Entry, meeting: HeldMeeting | None, width: int) -> Iterator[PickLine]:
    """Yield number, date, place and form of a meeting, and below who led."""
    form = meeting.format if meeting and meeting.format in ("virtual", "call") else ""
    where = " · ".join(part for part in (entry.place, form) if part) or entry.title
    text = f"{entry.ordinal or '':>3}  {entry.date or 'undated':10}  {shortened(where, max(8, width - 20))}"
    briefs = counted(len(meeting.briefs), "brief") if meeting and len(meeting.briefs) > 1 and width >= 60 else ""
    yield PickLine(text, "text", briefs, brief_id=entry.id)
    leads = ", ".join(meeting.leads) if meeting else ""
    for line in wrapped(leads, max(8, width - 20)) if leads else ():
        yield PickLine(f"{'':17}{line}", "quiet")


def commitment_lines(
    followed: Sequence[FollowedCommitment], labels: Mapping[str, str], width: int
) -> tuple[PickLine, ...]:
    """Return the commitments of a series under the meetings, for `width` cells; `labels` are those of the meetings."""
    counts: dict[str, Counter[str]] = {}
    for each in followed:
        counts.setdefault(each.meeting, Counter())[each.state] += 1
    lines: list[PickLine] = []
    last = ""
    for each in followed:
        if each.meeting != last:
            last = each.meeting
            lines += [PickLine("", "text")] if lines else []
            remark = ", ".join(f"{counts[last][state]:,} {state}" for state in SIGNS if counts[last][state])
            lines.append(PickLine(labels[last], "heading", remark))
        sign, style = SIGNS[each.state]
        found = wrapped(" ".join(each.commitment.text.split()), max(8, width - 5))
        span = Span(each.commitment.start, each.commitment.end)
        lines.append(PickLine(f"{sign} {found[0] if found else ''}", style, span=span, brief_id=each.brief))
        lines += (PickLine(f"  {line}", style) for line in found[1:])
    return tuple(lines) or (PickLine(NO_COMMITMENTS, "quiet"),)


def commitment_detail(followed: Sequence[FollowedCommitment], labels: Mapping[str, str], picked: PickLine) -> str:
    """Return the wording that the repeated commitment of a line had before; of another one its state."""
    for each in followed:
        commitment = each.commitment
        if (each.brief, (commitment.start, commitment.end)) != (picked.brief_id, picked.span):
            continue
        if each.before is not None and picked.style == SIGNS["repeated"][1]:
            return f"before: {' '.join(each.before.text.split())}"
        if each.state == "dropped" and picked.style == SIGNS["dropped"][1]:
            return f"in no sentence of {labels[each.meeting]} any more"
    return ""
