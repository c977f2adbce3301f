"""The changes that lead from one text to another: words, whole sentences, and what moved."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, groupby

from briefreader.compare.alignment import Group, aligned
from briefreader.compare.change import Change, ChangeKind
from briefreader.compare.order import heaviest_order, moved_runs
from briefreader.compare.routine_changes import RoutineSide, is_routine_change, parts_of_change
from briefreader.compare.wording import SMALL_WORDS, Sentence, Wording
from briefreader.model import Mention
from briefreader.text import Span

LEAST_MOVE = 8
"""Shared words; less is never told as a move, because a false move costs more than a missed one."""

MOVE_LIKENESS = 0.6
"""The part of the words of both texts that a passage which moved keeps."""

LEAST_GROWN_MOVE, GROWN_LIKENESS = 12, 0.75
"""The words in longer runs, and their part of the shorter text, by which a passage moved although much was added."""

SHORT_RUN = 2
"""Words of a kept run that is no more than chance between two changes, if it has only the words of SMALL_WORDS."""


Operation = tuple[str, int, int, int, int]
"""An operation of difflib: its tag, the range of words of the first text, and that of the second."""


class Redline:
    """The changes from text a to text b.

    `carried` are the groups of sentences that b has from a. `changes` are in the order of a; new text stands after
    the sentences before it.
    """

    def __init__(self, a: Wording, b: Wording) -> None:
        groups = aligned(a, b)
        stays = heaviest_order(groups)
        moves = [run for run in moved_runs(groups, stays) if _is_move(a, b, run)]
        kept = [group for group, stayed in zip(groups, stays, strict=True) if stayed]
        self.carried: tuple[Group, ...] = (*kept, *chain.from_iterable(moves))
        held_a = {number for group in self.carried for number in group.a}
        held_b = {number for group in self.carried for number in group.b}
        found = [_move(a, b, run) for run in moves]
        found += [Change("delete", span, None) for span in _whole(a.sentences, held_a)]
        found += [Change("insert", None, span) for span in _whole(b.sentences, held_b)]
        for group in self.carried:
            found += _changes_of_words(a, b, group)
        self.changes: tuple[Change, ...] = tuple(sorted(found, key=_Order(a, b, kept).place))


def redlined(
    a: str, b: str, mentions_a: Sequence[Mention] = (), mentions_b: Sequence[Mention] = ()
) -> tuple[Change, ...]:
    """Return the changes from one text to another; the mentions are the names in each."""
    return Redline(Wording(a, mentions_a), Wording(b, mentions_b)).changes


def _is_move(a: Wording, b: Wording, run: Sequence[Group]) -> bool:
    """Return whether groups are one passage at another place, and not two passages that share a phrase."""
    shared = sum(group.shared for group in run)
    before = [a.words[n] for group in run for n in _numbers(a, group.a)]
    after = [b.words[n] for group in run for n in _numbers(b, group.b)]
    if shared < LEAST_MOVE:
        return False
    if 2 * shared >= MOVE_LIKENESS * (len(before) + len(after)):
        return True
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    grown = sum(block.size for block in blocks if block.size > SHORT_RUN)
    return grown >= max(LEAST_GROWN_MOVE, GROWN_LIKENESS * min(len(before), len(after)))


def _move(a: Wording, b: Wording, run: Sequence[Group]) -> Change:
    first, last = run[0], run[-1]
    return Change(
        "move",
        Span(a.sentences[first.a[0]].span.start, a.sentences[last.a[-1]].span.end),
        Span(b.sentences[min(first.b)].span.start, b.sentences[max(last.b)].span.end),
    )


def _whole(sentences: Sequence[Sentence], carried: set[int]) -> Iterator[Span]:
    """Yield the spans of the sentences that are new or gone; those that stand side by side are one span."""
    for is_carried, run in groupby(enumerate(sentences), key=lambda each: each[0] in carried):
        if not is_carried:
            numbers = [sentence for _, sentence in run]
            yield Span(numbers[0].span.start, numbers[-1].span.end)


def _changes_of_words(a: Wording, b: Wording, group: Group) -> Iterator[Change]:
    """Yield the changes inside a group of aligned sentences."""
    words_a, words_b = _numbers(a, group.a), _numbers(b, group.b)
    before, after = [a.words[number] for number in words_a], [b.words[number] for number in words_b]
    if before == after:
        return
    operations = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    sides = RoutineSide(a, words_a), RoutineSide(b, words_b)

    def is_routine(operation: Operation) -> bool:
        _, a1, a2, b1, b2 = operation
        return is_routine_change(sides, (a1, a2), (b1, b2))

    for tag, a1, a2, b1, b2 in _without_chance(operations, before, is_routine):
        if tag == "equal":
            continue
        for range_a, range_b in parts_of_change(sides, (a1, a2), (b1, b2)):
            spans = _span(a, words_a, range_a), _span(b, words_b, range_b)
            yield Change("routine" if is_routine_change(sides, range_a, range_b) else _kind(*spans), *spans)


def _span(wording: Wording, numbers: Sequence[int], words: tuple[int, int]) -> Span | None:
    first, end = words
    return Span(wording.spans[numbers[first]].start, wording.spans[numbers[end - 1]].end) if first < end else None


def _numbers(wording: Wording, sentences: Iterable[int]) -> list[int]:
    return [word for each in sentences for word in range(wording.sentences[each].first, wording.sentences[each].end)]


def _without_chance(
    operations: Sequence[Operation], before: Sequence[str], is_routine: Callable[[Operation], bool]
) -> list[Operation]:
    """Join the changes on both sides of a run that is kept by chance, such as `of the`.

    A change of routine words is never joined with one of other words.
    """
    joined: list[Operation] = []
    for number, operation in enumerate(operations):
        tag, a1, a2, _, b2 = operation
        if joined and joined[-1][0] == "chance":
            _, start_a, _, start_b, _ = joined.pop()
            operation = ("replace", start_a, a2, start_b, b2)
        elif tag == "equal" and joined and number + 1 < len(operations) and a2 - a1 <= SHORT_RUN:
            sides = joined[-1], operations[number + 1]
            is_small = all(word in SMALL_WORDS for word in before[a1:a2])
            if is_small and min(map(_size, sides)) > a2 - a1 and is_routine(sides[0]) == is_routine(sides[1]):
                _, start_a, _, start_b, _ = joined.pop()
                operation = ("chance", start_a, a2, start_b, b2)
        joined.append(operation)
    return joined


def _size(operation: Operation) -> int:
    _, a1, a2, b1, b2 = operation
    return a2 - a1 + b2 - b1


def _kind(a: Span | None, b: Span | None) -> ChangeKind:
    if a is not None and b is not None:
        return "replace"
    return "delete" if b is None else "insert"


class _Order:
    """Puts changes in the order in which a person reads them: that of a, and new text after what stands before it."""

    def __init__(self, a: Wording, b: Wording, kept: Sequence[Group]) -> None:
        pairs = [(b.sentences[group.b[0]].span.start, a.sentences[group.a[0]].span.start) for group in kept]
        self._pairs = sorted(pairs)
        self._starts = [start for start, _ in self._pairs]

    def place(self, change: Change) -> tuple[int, int, int]:
        """Return the sort key of a change."""
        start = change.b.start if change.b else 0
        if change.a is not None:
            return change.a.start, 0, start
        number = bisect_right(self._starts, start) - 1
        return (self._pairs[number][1] + start - self._pairs[number][0] if number >= 0 else -1), 1, start
