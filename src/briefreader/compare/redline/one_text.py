"""Makes one text of a carried passage, with the words that changed in both forms."""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from briefreader.compare.redline.change import Change
from briefreader.compare.wording import Wording, with_same_compounds
from briefreader.text import Span

Side = Literal["a", "b"]


class Piece(NamedTuple):
    """A piece of text: words of one side that belong to a change, by its number, or text that both sides share.

    Shared text is written as in b.
    """

    text: str
    side: Side | None = None
    change: int | None = None


class _Place(NamedTuple):
    """The words of a change on one side, and the number of the change."""

    span: Span
    change: int


class UnifiedText:
    """Two compared texts, of which each carried passage is told as one."""

    def __init__(self, a: str, b: str, changes: Sequence[Change]) -> None:
        self._a, self._b = with_same_compounds(Wording(a), Wording(b))
        words = [(number, change) for number, change in enumerate(changes) if change.kind != "move"]
        self._in_a = sorted(_Place(change.a, number) for number, change in words if change.a)
        self._in_b = sorted(_Place(change.b, number) for number, change in words if change.b)

    def passage(self, part_a: Span, part_b: Span) -> Iterator[Piece]:
        """Yield a carried passage in pieces; words that are gone stand before those that replace them."""
        a, b = self._a, self._b
        due_a, due_b = _places_in(self._in_a, part_a), _places_in(self._in_b, part_b)
        word_a, word_b, at = a.range(part_a)[0], b.range(part_b)[0], part_b.start
        while due_a or due_b:
            first_a = a.range(due_a[0].span)[0] if due_a else len(a.words)
            first_b = b.range(due_b[0].span)[0] if due_b else len(b.words)
            equal = max(0, min(first_a - word_a, first_b - word_b))
            word_a, word_b = word_a + equal, word_b + equal
            if equal:
                end = self._end_of_word(word_b - 1, part_b.end)
                yield Piece(b.text[at:end])
                at = end
            if due_a and first_a <= word_a:
                span, change = due_a.popleft()
                yield Piece(a.text[span.start : span.end], "a", change)
                word_a = a.range(span)[1]
            if due_b and first_b <= word_b:
                span, change = due_b.popleft()
                if at < span.start:
                    yield Piece(b.text[at : span.start])
                yield Piece(b.text[span.start : span.end], "b", change)
                word_b, at = b.range(span)[1], span.end
        if at < part_b.end:
            yield Piece(b.text[at : part_b.end])

    def _end_of_word(self, number: int, end_of_part: int) -> int:
        """Return the end of a word of b with the signs that no space parts from it, such as a comma or `'s`."""
        b = self._b
        end = b.spans[number].end
        limit = min(end_of_part, b.spans[number + 1].start if number + 1 < len(b.spans) else end_of_part)
        while end < limit and not b.text[end].isspace():
            end += 1
        return end


def _places_in(places: Sequence[_Place], part: Span) -> deque[_Place]:
    first = bisect_left(places, part.start, key=lambda place: place.span.start)
    end = bisect_left(places, part.end, key=lambda place: place.span.start)
    return deque(places[first:end])
