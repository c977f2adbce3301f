"""Lays a comparison out in lines: both texts side by side with aligned sentences on the same rows, or as one text."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from briefreader.library import (
    DOUBT_SIGN,
    SIGNS,
    Comparison,
    Part,
    Shift,
    Side,
    Stretch,
    UnifiedText,
    rewording_in_words,
)
from briefreader.text import Span, paragraphs
from briefreader.ui.screens.redline_heading import heading
from briefreader.ui.screens.redline_sheets import (
    Sheet,
    UnifiedSheet,
    opens_paragraph,
    paragraph_number,
    sheet_of_side,
    text_names,
)
from briefreader.ui.widgets.text_layout import wrap_paragraph, wrapped

MARGIN = 2
"""Cells for the sign at the left of each column."""
SEPARATOR = 3
WIDEST = 92
LEAST_SIDE_BY_SIDE = 100
"""Columns of the terminal from which the texts stand side by side."""


class Remark(NamedTuple):
    """A line of words on the part below it, with its sign in the margin."""

    words: str
    sign: str


Cell = Span | Remark | None
"""A part of the text of a sheet, a remark, or nothing."""


class RedlineLine(NamedTuple):
    """A line with a cell for each sheet, or words over the whole width in a style of the palette."""

    cells: tuple[Cell, ...] = ()
    words: str = ""
    style: str = "quiet"


class Stop(NamedTuple):
    """A change or a shift of strength, by its number, with its first line and its last one.

    Where sentences of a change were perhaps reworded, each of its parts is a stop, with its side.
    """

    line: int
    end: int
    change: int | None = None
    shift: int | None = None
    side: Side | None = None
    part: Part | None = None


class RedlineLines:
    """The lines of a comparison for a width; `stops` are the changes from top to bottom.

    Routine changes are no stops unless `routine` is true. With `only_strength`, only passages with a verb that became
    stronger or weaker are shown, and those verbs are the stops.
    """

    def __init__(
        self,
        found: Comparison,
        unified: UnifiedText,
        width: int,
        *,
        routine: bool = False,
        only_strength: bool = False,
    ) -> None:
        self.found = found
        self._names = text_names(found)
        self.routine = routine
        self.is_wide = width >= LEAST_SIDE_BY_SIDE
        stretches = found.stretches
        if only_strength:
            stretches = tuple(each for each in stretches if any(_has(each, shift) for shift in found.strength))
        self._stretches = stretches
        self.column = (width - SEPARATOR) // 2 - MARGIN if self.is_wide else min(WIDEST, width - MARGIN - 1)
        self.column = max(8, self.column)
        room = width - 2 if self.is_wide else max(8, min(WIDEST, width - 2))
        told = heading(found, room, names_texts=not self.is_wide)
        self.lines: list[RedlineLine] = [RedlineLine(words=line, style=style) for line, style in told]
        self.lines.append(RedlineLine())
        self._starts: list[list[tuple[int, int]]] = []
        if self.is_wide:
            self.sheets: tuple[Sheet, ...] = (sheet_of_side(found, "a"), sheet_of_side(found, "b"))
            self._add(self._side_by_side(stretches))
        else:
            self._one = UnifiedSheet(found, unified, stretches, routine=routine, flows=not only_strength)
            self.sheets = (self._one,)
            self._add(self._as_one(self._one))
        shown = self._shifts() if only_strength else self._changes()
        self.stops: tuple[Stop, ...] = tuple(sorted(shown, key=lambda stop: (stop.line, stop.change or 0)))

    def _add(self, lines: Iterator[RedlineLine]) -> None:
        self.lines += lines
        for column in range(len(self.sheets)):
            numbered = ((line.cells[column], number) for number, line in enumerate(self.lines) if line.cells)
            self._starts.append([(cell.start, number) for cell, number in numbered if isinstance(cell, Span)])

    def _side_by_side(self, stretches: Sequence[Stretch]) -> Iterator[RedlineLine]:
        for number, stretch in enumerate(stretches):
            sides = ("a", self.found.a, stretch.a), ("b", self.found.b, stretch.b)
            if number and any(opens_paragraph(brief, parts[0]) for _, brief, parts in sides if parts):
                yield RedlineLine((None, None))
            columns = ([*self._column("a", stretch.a)], [*self._column("b", stretch.b)])
            yield from (RedlineLine(cells) for cells in zip_longest(*columns))

    def _column(self, side: Side, parts: Sequence[Part]) -> Iterator[Cell]:
        brief = self.found.a if side == "a" else self.found.b
        for number, part in enumerate(parts):
            if number:
                yield None
            yield from self._remarks(side, part)
            yield from _wrapped_part(brief.text, part.span, self.column)

    def _as_one(self, sheet: UnifiedSheet) -> Iterator[RedlineLine]:
        for number, span in enumerate(paragraphs(sheet.text)):
            if number:
                yield RedlineLine((None,))
            if span.start in sheet.parts:
                yield from (RedlineLine((remark,)) for remark in self._remarks(*sheet.parts[span.start]))
            yield from (RedlineLine((line,)) for line in wrap_paragraph(sheet.text, *span, self.column))

    def _remarks(self, side: Side, part: Part) -> Iterator[Remark]:
        """Yield lines on the other place of a passage that moved, or on the other form of one perhaps reworded."""
        words, sign = self._other_place(side, part), SIGNS["move"]
        if part.rewording is not None:
            told = rewording_in_words(self._stretches, part.rewording, side, side_by_side=self.is_wide)
            words, sign = told and f"{told}:", DOUBT_SIGN
        if words:
            yield from (Remark(line, sign) for line in wrapped(words, self.column))

    def _other_place(self, side: Side, part: Part) -> str:
        """Return where a passage that moved has its other place; nothing for another part."""
        change = self.found.changes[part.change] if part.change is not None else None
        if change is None or change.kind != "move" or change.a is None or change.b is None:
            return ""
        if side == "a":
            number = paragraph_number(self.found.b, change.b.start)
            return f"moved away, to paragraph {number} of the {self._names['b']} text:"
        number = paragraph_number(self.found.a, change.a.start)
        return f"moved here, from paragraph {number} of the {self._names['a']} text:"

    def _changes(self) -> Iterator[Stop]:
        """Yield the changes; those of a passage that moved, and inside of it, are at its new place."""
        moves = [change for change in self.found.changes if change.kind == "move"]
        for number, change in enumerate(self.found.changes):
            if change.kind == "routine" and not self.routine:
                continue
            if number in self._parts:
                yield from self._stops_of_parts(number)
                continue
            is_moved = any(move.b and change.b and _is_in(change.b, move.b) for move in moves)
            sides: tuple[Side, ...] = ("b",) if is_moved else ("a", "b")
            lines = [line for side in sides for line in self.lines_of(number, side)]
            if lines:
                yield Stop(min(lines), max(lines), change=number)

    @cached_property
    def _parts(self) -> Mapping[int, Sequence[tuple[Side, Part]]]:
        """The parts of each change that has a sentence perhaps reworded."""
        parts: dict[int, list[tuple[Side, Part]]] = defaultdict(list)
        for stretch in self._stretches:
            sides: tuple[tuple[Side, Sequence[Part]], ...] = (("a", stretch.a), ("b", stretch.b))
            for side, part in ((side, part) for side, own in sides for part in own):
                if part.change is not None:
                    parts[part.change].append((side, part))
        return {number: each for number, each in parts.items() if any(part.rewording is not None for _, part in each)}

    def _stops_of_parts(self, change: int) -> Iterator[Stop]:
        for side, part in self._parts[change]:
            column, span = (0 if side == "a" else 1), part.span
            if not self.is_wide:
                column, start = 0, self._one.place_of_part(side, part)
                span = Span(start, start + span.end - span.start)
            lines = self._line_at(column, span.start), self._line_at(column, span.end - 1)
            yield Stop(*lines, change=change, side=side, part=part)

    def lines_of(self, change: int, side: Side) -> tuple[int, ...]:
        """Return the first and the last line of a change on one side; none where that side has nothing of it."""
        if self.is_wide:
            column = 0 if side == "a" else 1
            span: Span | None = getattr(self.found.changes[change], side)
        else:
            column = 0
            span = self._places.get((change, side))
        if span is None or not self._starts[column]:
            return ()
        return self._line_at(column, span.start), self._line_at(column, max(span.start, span.end - 1))

    @cached_property
    def _places(self) -> dict[tuple[int, Side], Span]:
        """The place of each change on each side in the text that unites both."""
        places: dict[tuple[int, Side], Span] = {}
        for mark in (*self._one.moves, *self._one.words):
            key = mark.change, mark.side
            former = places.get(key, mark.span)
            places[key] = Span(min(former.start, mark.span.start), max(former.end, mark.span.end))
        return places

    def _line_at(self, column: int, offset: int) -> int:
        starts = self._starts[column]
        return starts[max(0, bisect_right(starts, (offset, len(self.lines))) - 1)][1]

    def _shifts(self) -> Iterator[Stop]:
        for number, shift in enumerate(self.found.strength):
            if self.is_wide:
                lines = [self._line_at(0, shift.a.start), self._line_at(1, shift.b.start)]
            else:
                lines = [self._line_at(0, self._one.place_in_b(shift.b.start))]
            yield Stop(min(lines), max(lines), shift=number)


def _is_in(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _has(stretch: Stretch, shift: Shift) -> bool:
    return any(part.span.start <= shift.b.start < part.span.end for part in stretch.b)


def _wrapped_part(text: str, part: Span, width: int) -> Iterator[Cell]:
    """Yield the lines of a part, with a blank one between paragraphs."""
    for number, span in enumerate(paragraphs(text[part.start : part.end])):
        if number:
            yield None
        yield from wrap_paragraph(text, part.start + span.start, part.start + span.end, width)
