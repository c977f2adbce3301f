"""The promised meetings as lines: the missing ones, those to come, those without a date, and those that were held."""

from collections.abc import Iterator, Sequence

from briefreader.counts import counted
from briefreader.library import PromisedMeeting
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.pick_list import PickLine, quiet_lines
from briefreader.ui.widgets.text_layout import fit, shortened, wrapped

MISSING = "Date past, not in the library"
DUE = "To come"
UNDATED = "No date stated"
KEPT = "Kept"
NO_PROMISE = "No indexed brief promises a meeting"
NONE_OPEN = "Every meeting that a brief promises is in the library"
NO_SENTENCE = "(stated at the head of the brief, in no sentence of it)"
LONGEST_TIME = 12
"""Cells of the column with the promised time, which holds any date; longer words stand in a line of their own."""


def agenda_lines(
    promised: Sequence[PromisedMeeting], width: int, with_kept: bool, unindexed: int = 0
) -> tuple[PickLine, ...]:
    """Return the lines of promised meetings for `width` cells, under the number of briefs that may promise more."""
    groups: dict[str, list[PromisedMeeting]] = {MISSING: [], DUE: [], UNDATED: [], KEPT: []}
    for each in promised:
        groups[_group(each)].append(each)
    if not with_kept:
        del groups[KEPT]
    lines: list[PickLine] = []
    for heading, members in groups.items():
        if members:
            lines += [PickLine("", "text")] if lines else []
            lines.append(PickLine(heading, "heading", f"{len(members):,}"))
            lines += (line for each in members for line in _lines(each, width))
    shown = lines or [*quiet_lines(NONE_OPEN if promised else NO_PROMISE, width - 3)]
    if unindexed:
        told = wrapped(f"{counted(unindexed, 'brief')} not indexed yet: promises may be missing", max(8, width - 3))
        return (*(PickLine(line, "notice") for line in told), PickLine("", "text"), *shown)
    return tuple(shown)


def _group(promised: PromisedMeeting) -> str:
    if promised.promise.kept_by:
        return KEPT
    if promised.promise.overdue:
        return MISSING
    return DUE if promised.outcome == "due" else UNDATED


def _lines(promised: PromisedMeeting, width: int) -> Iterator[PickLine]:
    """Yield the time and the name of the meeting, what became of the promise, and the sentence that makes it."""
    promise, id = promised.promise, promised.promise.promised_in
    is_short = cells(promise.promised) <= LONGEST_TIME
    time = fit(promise.promised if is_short else "", LONGEST_TIME)
    made = f"promised {promised.meeting.date}" if promised.meeting and promised.meeting.date else ""
    remark = made if width >= 60 else ""
    name = shortened(promised.name, max(12, width - LONGEST_TIME - 5 - len(remark)))
    style = "notice" if promise.overdue else "text"
    yield PickLine(f"{time} {name}", style, remark, promised.span, brief_id=id)
    indent = " " * (LONGEST_TIME + 1)
    room = max(8, width - len(indent) - 3)
    if promise.kept_by:
        for number, line in enumerate(wrapped(promised.outcome, room)):
            yield PickLine(indent + line, "text", brief_id=promise.kept_by if number == 0 else None)
    if not is_short:
        for line in wrapped(f"“{promise.promised}”", room):
            yield PickLine(indent + line, "text")
    for line in wrapped(promised.evidence or NO_SENTENCE, room):
        yield PickLine(indent + line, "quiet")
    if promised.named_in:
        for number, line in enumerate(wrapped(f"but {promised.later_title}", room)):
            yield PickLine(indent + line, "text", brief_id=promised.named_in[0].id if number == 0 else None)
