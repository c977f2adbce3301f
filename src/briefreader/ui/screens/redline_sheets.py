"""Turns a comparison into texts with marks: one text for each side, or one for both."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefreader.library import ChangeKind, Comparison, Part, Side, Stretch, UnifiedText
from briefreader.model import Brief
from briefreader.text import Span, paragraphs

BREAK = "\n\n"


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
    """Both texts as one, with the words that are gone before those that replace them.

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
                self._add_carried(stretch, routine=routine)
            else:
                for part in stretch.a:
                    self._add_part(part, "a")
                for part in stretch.b:
                    self._add_part(part, "b")
            goes_on = stretch.is_carried
        self._shared.sort()
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
        """Add a part of one side with all its marks."""
        self._begin(BREAK)
        start, (brief, (first, end)) = self._size, (self._found.a if side == "a" else self._found.b, part.span)
        self.parts[start] = (side, part)
        self._add(brief.text[first:end])
        if side == "b":
            self._shared.append((first, start))
        for number, change in enumerate(self._found.changes):
            span = change.a if side == "a" else change.b
            if span and span.start < end and span.end > first:
                place = Span(start + max(first, span.start) - first, start + min(end, span.end) - first)
                self._marks.append(Mark(place, change.kind, number, side))

    def _add_carried(self, stretch: Stretch, *, routine: bool) -> None:
        at_b = stretch.b[0].span.start
        for text, side, number in self._unified.passage(stretch.a[0].span, stretch.b[0].span):
            kind = self._found.changes[number].kind if number is not None else None
            if side == "a" and kind == "routine" and not routine:
                continue
            last = self._texts[-1][-1:] if self._texts else ""
            if (side == "a" or self._after_gone) and not last.isspace() and not text[:1].isspace() and last:
                self._add(" ")
            if side != "a":
                self._shared.append((at_b, self._size))
                at_b += len(text)
            span = self._add(text)
            if side is not None and number is not None and kind is not None:
                self._marks.append(Mark(span, kind, number, side))

    @property
    def _after_gone(self) -> bool:
        """Whether the last piece has words of the older text."""
        return bool(self._marks) and self._marks[-1].side == "a" and self._marks[-1].span.end == self._size

    def place_in_b(self, offset: int) -> int:
        """Return the place in the sheet of a character of text b."""
        at = max(0, bisect_right(self._shared, (offset, self._size)) - 1)
        first, start = self._shared[at] if self._shared else (0, 0)
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
