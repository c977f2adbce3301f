"""Lays two compared texts out beside each other: sentences that were carried over, and those that were not."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from briefreader.compare.alignment.group import Group
from briefreader.compare.redline.change import Change, Rewording
from briefreader.compare.wording import Wording
from briefreader.text import Span


class Part(NamedTuple):
    """A part of one text; `change` is the number of the change that it belongs to, None where it was carried over.

    A sentence of a rewording, by its number, is a part by itself. The parts of a text follow each other without a gap,
    except for the spaces between them.
    """

    span: Span
    change: int | None = None
    rewording: int | None = None


class Stretch(NamedTuple):
    """Parts of text a beside parts of text b.

    A stretch that `is_carried` has one part of each, and b has its part from a. Any other has what is gone from a or
    moved away, beside what is new in b or was moved there.
    """

    a: tuple[Part, ...]
    b: tuple[Part, ...]
    is_carried: bool = False


def stretches(
    a: Wording, b: Wording, carried: Sequence[Group], changes: Sequence[Change], rewordings: Sequence[Rewording] = ()
) -> Iterator[Stretch]:
    """Yield both texts in stretches, each text whole and in its order."""
    moves = [(number, change) for number, change in enumerate(changes) if change.kind == "move"]
    moved = {group: number for group in carried if (number := _move_of(a, b, group, moves)) is not None}
    of_a = {each: moved[group] for group in moved for each in group.a}
    of_b = {each: moved[group] for group in moved for each in group.b}
    whole_a = {change.a.start: n for n, change in enumerate(changes) if change.a and change.kind == "delete"}
    whole_b = {change.b.start: n for n, change in enumerate(changes) if change.b and change.kind == "insert"}
    reworded_a = {each.a.start: number for number, each in enumerate(rewordings)}
    reworded_b = {each.b.start: number for number, each in enumerate(rewordings)}
    spans = _spans(a), _spans(b)
    at_a = at_b = 0
    for group in sorted(group for group in carried if group not in moved):
        apart = Stretch(
            tuple(_parts(a, spans[0], range(at_a, group.a[0]), of_a, whole_a, reworded_a)),
            tuple(_parts(b, spans[1], range(at_b, group.b[0]), of_b, whole_b, reworded_b)),
        )
        if apart.a or apart.b:
            yield apart
        yield Stretch((_part(spans[0], group.a),), (_part(spans[1], group.b),), is_carried=True)
        at_a, at_b = group.a[-1] + 1, group.b[-1] + 1
    rest = Stretch(
        tuple(_parts(a, spans[0], range(at_a, len(spans[0])), of_a, whole_a, reworded_a)),
        tuple(_parts(b, spans[1], range(at_b, len(spans[1])), of_b, whole_b, reworded_b)),
    )
    if rest.a or rest.b:
        yield rest


def _move_of(a: Wording, b: Wording, group: Group, moves: Sequence[tuple[int, Change]]) -> int | None:
    """Return the number of the move that a group belongs to, None where it stayed in its place."""
    first, last = a.sentences[group.a[0]].span, b.sentences[group.b[0]].span
    for number, move in moves:
        if move.a and move.b and _overlap(move.a, first) and _overlap(move.b, last):
            return number
    return None


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _spans(wording: Wording) -> list[Span]:
    """Return the spans of the sentences, each with the signs without words that stand before the next sentence."""
    text, sentences = wording.text, wording.sentences
    if not sentences:
        return []
    starts = [len(text) - len(text.lstrip()), *(each.span.start for each in sentences[1:]), len(text)]
    return [Span(start, start + len(text[start:end].rstrip())) for start, end in pairwise(starts)]


def _part(
    spans: Sequence[Span], numbers: Sequence[int], change: int | None = None, rewording: int | None = None
) -> Part:
    return Part(Span(spans[numbers[0]].start, spans[numbers[-1]].end), change, rewording)


def _parts(
    wording: Wording,
    spans: Sequence[Span],
    numbers: range,
    moved: Mapping[int, int],
    whole: Mapping[int, int],
    reworded: Mapping[int, int],
) -> Iterator[Part]:
    """Yield sentences without a partner beside them, those of one change together, each reworded one by itself."""
    change: int | None = None

    def place_of(number: int) -> tuple[int | None, int | None]:
        """Return the change and the rewording that a sentence belongs to."""
        nonlocal change
        start = wording.sentences[number].span.start
        change = moved.get(number, whole.get(start, None if number in moved else change))
        return change, reworded.get(start)

    for (found, rewording), run in groupby(numbers, key=place_of):
        yield _part(spans, [*run], found, rewording)
