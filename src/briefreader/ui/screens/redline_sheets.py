"""Turns a comparison into texts with marks: one text for each side, or one for both."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefreader.library import (
    BRACES,
    BRACKETS,
    Brackets,
    ChangeKind,
    Comparison,
    Part,
    Side,
    Stretch,
    UnifiedText,
    bracketed,
)
from briefreader.model import Brief
from briefreader.text import Span, paragraphs

BREAK = "\n\n"
GONE, NEW = "- ", "+ "


class Mark(NamedTuple):
    """A place in the text of a sheet that belongs to a change, by its number, with the side that has the words."""

    span: Span
    kind: ChangeKind
    change: int
    side: Side


class Sheet:
    """A text with its marks; `moves` cover whole sentences, and `words` lie inside of them or elsewhere."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        in_order = sorted(marks)
        self.moves = [mark for mark in in_order if mark.kind == "move"]
        self.words = [mark for mark in in_order if mark.kind != "move"]

    def marks_in(self, line: Span) -> list[Mark]:
        """Return the marks that a line shows a part of, moves first."""
        return [*_overlapping(self.moves, line), *_overlapping(self.words, line)]


def _overlapping(marks: Sequence[Mark], line: Span) -> Iterator[Mark]:
    """Yield the marks that overlap a span; marks of one list never overlap each other."""
    at = max(0, bisect_right(marks, line.start, key=lambda mark: mark.span.start) - 1)
    while at < len(marks) and marks[at].span.start < line.end:
        if marks[at].span.end > line.start:
            yield marks[at]
        at += 1


def sheet_of_side(found: Comparison, side: Side) -> Sheet:
    """Return the text of one side with the marks of all changes that it has words of."""
    brief = found.a if side == "a" else found.b
    places = ((number, change.kind, getattr(change, side)) for number, change in enumerate(found.changes))
    return Sheet(brief.text, (Mark(span, kind, number, side) for number, kind, span in places if span))


class UnifiedSheet(Sheet):
    """Both texts as one, with the words that are gone before those that replace them, in brackets.

    Carried sentences of one paragraph stay together, and each other part is a paragraph. Routine words that are gone
    are left out unless `routine` is true. `parts` are the parts that stand alone, each with its place in the sheet.
    """

    def __init__(
        self,
        found: Comparison,
        unified: UnifiedText,
        stretches: Sequence[Stretch],
        *,
        routine: bool,
        flows: bool = True,
    ) -> None:
        self._found = found
        self._unified = unified
        self._routine = routine
        self._texts: list[str] = []
        self._size = 0
        self._marks: list[Mark] = []
        self._shared: list[tuple[int, int]] = []
        self.parts: dict[int, tuple[Side, Part]] = {}
        goes_on = False
        for stretch in stretches:
            if stretch.is_carried:
                opens = opens_paragraph(found.b, stretch.b[0]) or not flows
                self._begin(" " if goes_on and not opens else BREAK)
                self._add_carried(stretch)
            else:
                for part in stretch.a:
                    self._add_part(part, "a")
                for part in stretch.b:
                    self._add_part(part, "b")
            goes_on = stretch.is_carried
        self._shared.sort()
        self._places_of_parts = {each: place for place, each in self.parts.items()}
        super().__init__("".join(self._texts), self._marks)

    def _begin(self, gap: str) -> None:
        if self._texts:
            self._add(gap)

    def _add(self, text: str) -> Span:
        span = Span(self._size, self._size + len(text))
        self._texts.append(text)
        self._size = span.end
        return span

    def _add_part(self, part: Part, side: Side) -> None:
        """Add a part of one side with all its marks; words that changed inside of what moved stand in brackets."""
        self._begin(BREAK)
        brief = self._found.a if side == "a" else self._found.b
        self.parts[self._size] = (side, part)
        first, end = part.span
        places: list[tuple[int, int]] = []
        around: list[tuple[Span, int]] = []
        at = first
        for span, number in self._changes_in(part.span, side):
            if number == part.change or self._found.changes[number].kind == "move":
                around.append((span, number))
                continue
            places.append(self._add_of_part(brief, Span(at, span.start), side))
            before, after = self._brackets(number) or ("", "")
            self._add(before and before + (GONE if side == "a" else NEW))
            places.append(self._add_of_part(brief, span, side))
            self._mark(Span(places[-1][1], self._size), number, side)
            self._add(after)
            at = span.end
        places.append(self._add_of_part(brief, Span(at, end), side))
        for span, number in around:
            start, last = (_place(places, offset) for offset in (max(first, span.start), min(end, span.end) - 1))
            self._mark(Span(start, last + 1), number, side)

    def _changes_in(self, place: Span, side: Side) -> list[tuple[Span, int]]:
        """Return the changes with words in a place of one side, in order, by their numbers."""
        spans = ((change.a if side == "a" else change.b, number) for number, change in enumerate(self._found.changes))
        return sorted(
            (span, number) for span, number in spans if span and span.start < place.end and span.end > place.start
        )

    def _add_of_part(self, brief: Brief, span: Span, side: Side) -> tuple[int, int]:
        """Add text of a part, and return where it begins in the brief and in the sheet."""
        place = span.start, self._size
        self._add(brief.text[span.start : span.end])
        if side == "b":
            self._shared.append(place)
        return place

    def _mark(self, span: Span, number: int, side: Side) -> None:
        self._marks.append(Mark(span, self._found.changes[number].kind, number, side))

    def _brackets(self, number: int) -> Brackets | None:
        """Return the brackets of a change, None where it is routine and quiet."""
        if self._found.changes[number].kind != "routine":
            return BRACKETS
        return BRACES if self._routine else None

    def _add_carried(self, stretch: Stretch) -> None:
        at_b = stretch.b[0].span.start
        pieces = [*self._unified.passage(stretch.a[0].span, stretch.b[0].span)]
        for text, side, number in bracketed(pieces, self._brackets):
            is_sign = side is None and number is not None
            if side != "a" and not is_sign:
                self._shared.append((at_b, self._size))
                at_b += len(text)
            span = self._add(text)
            if side is not None and number is not None:
                self._mark(span, number, side)

    def place_of_part(self, side: Side, part: Part) -> int:
        """Return where a part that stands alone begins in the sheet."""
        return self._places_of_parts[side, part]

    def place_in_b(self, offset: int) -> int:
        """Return the place in the sheet of a character of text b."""
        at = max(0, bisect_right(self._shared, (offset, self._size)) - 1)
        first, start = self._shared[at] if self._shared else (0, 0)
        return start + offset - first


def _place(places: Sequence[tuple[int, int]], offset: int) -> int:
    """Return the place in a sheet of a character of a brief; `places` tell where pieces begin in both."""
    first, start = places[max(0, bisect_right(places, offset, key=lambda place: place[0]) - 1)]
    return start + offset - first


def text_names(found: Comparison) -> dict[Side, str]:
    """Return the names of both texts: older and newer, unless they are of the same day, as two readouts often are."""
    a, b = found.a.entry.date, found.b.entry.date
    return {"a": "older", "b": "newer"} if a != b else {"a": "first", "b": "second"}


def opens_paragraph(brief: Brief, part: Part) -> bool:
    """Return whether a paragraph of the brief begins with a part."""
    return brief.text[part.span.start - 1 : part.span.start] in ("", "\n")


def paragraph_number(brief: Brief, offset: int) -> int:
    """Return the number of the paragraph that holds a character, the title being 0."""
    return bisect_right([each.start for each in paragraphs(brief.text)], offset) - 1
