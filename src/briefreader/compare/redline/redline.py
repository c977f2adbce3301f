"""The changes that lead from one text to another: words, whole sentences, and what moved."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import chain, groupby

from briefreader.compare.alignment.alignment import aligned
from briefreader.compare.alignment.group import Group
from briefreader.compare.alignment.order import LEAST_MOVE, crossed, heaviest_order, moved_runs, weight
from briefreader.compare.redline.chance import (
    SHORT_RUN,
    Operation,
    Operations,
    in_passages,
    is_written_anew,
    without_chance,
)
from briefreader.compare.redline.change import Change, ChangeKind
from briefreader.compare.redline.compounds import with_whole_compounds
from briefreader.compare.redline.kept_words import word_operations
from briefreader.compare.redline.routine_changes import (
    RoutineSide,
    is_one_routine_change,
    is_routine_change,
    parts_of_change,
)
from briefreader.compare.wording import SMALL_WORDS, Sentence, Wording, with_same_compounds
from briefreader.model import Mention
from briefreader.text import Span

MOVE_LIKENESS = 0.65
"""The part of the words of both texts that a passage which moved keeps."""

SURE_LIKENESS, SURE_WEIGHT = 0.9, 0.5
"""The likeness of a passage that moved for sure, and else the most weight that it has, in parts of that which it has
gone past."""

LEAST_REWRITTEN_MOVE, REWRITTEN_LIKENESS = 10, 0.45
"""The words in longer runs by which a passage moved although much was rewritten, and the part of the words kept."""

LEAST_GROWN_MOVE, GROWN_LIKENESS = 12, 0.75
"""The words in longer runs, and their part of the shorter text, by which a passage moved although much was added."""


class Redline:
    """The changes from text a to text b.

    `carried` are the groups of sentences that b has from a. `changes` are in the order of a; new text stands after
    the sentences before it.
    """

    def __init__(self, a: Wording, b: Wording) -> None:
        a, b = with_same_compounds(a, b)
        groups = aligned(a, b)
        stays = heaviest_order(groups)
        moves = [
            run for run in moved_runs(groups, stays) if _is_move(a, b, run) and _is_clear(a, b, run, groups, stays)
        ]
        kept = [group for group, stayed in zip(groups, stays, strict=True) if stayed]
        operations = _operations(a, b, [kept, *moves])
        kept = [group for group in kept if any(tag == "equal" for tag, *_ in operations[group])]
        self.carried: tuple[Group, ...] = (*kept, *chain.from_iterable(moves))
        held_a = {number for group in self.carried for number in group.a}
        held_b = {number for group in self.carried for number in group.b}
        found = [_move(a, b, run, operations) for run in moves]
        found += [Change("delete", span, None) for span in _whole(a.sentences, held_a)]
        found += [Change("insert", None, span) for span in _whole(b.sentences, held_b)]
        for group in self.carried:
            found += _changes_of_words(a, b, group, operations[group])
        self.changes: tuple[Change, ...] = tuple(sorted(found, key=_Order(a, b, kept).place))


def redlined(
    a: str, b: str, mentions_a: Sequence[Mention] = (), mentions_b: Sequence[Mention] = ()
) -> tuple[Change, ...]:
    """Return the changes from one text to another; the mentions are the names in each."""
    return Redline(Wording(a, mentions_a), Wording(b, mentions_b)).changes


def _is_clear(a: Wording, b: Wording, run: Sequence[Group], groups: Sequence[Group], stays: Sequence[bool]) -> bool:
    """Return whether a passage moved and not those that it has gone past.

    Nobody can say it of a passage that was changed much and has nearly their weight.
    """
    return _likeness(a, b, run) >= SURE_LIKENESS or weight(run) <= SURE_WEIGHT * weight(crossed(run, groups, stays))


def _likeness(a: Wording, b: Wording, run: Sequence[Group]) -> float:
    """Return the part of the words of both texts that groups keep."""
    size = sum(len(_numbers(a, group.a)) + len(_numbers(b, group.b)) for group in run)
    return 2 * sum(group.shared for group in run) / size


def _is_move(a: Wording, b: Wording, run: Sequence[Group]) -> bool:
    """Return whether groups are one passage at another place, and not two passages that share a phrase."""
    before = [a.words[n] for group in run for n in _numbers(a, group.a)]
    after = [b.words[n] for group in run for n in _numbers(b, group.b)]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    in_long_runs = sum(block.size for block in blocks if block.size > SHORT_RUN)
    if in_long_runs < LEAST_MOVE:
        return False
    if _likeness(a, b, run) >= (REWRITTEN_LIKENESS if in_long_runs >= LEAST_REWRITTEN_MOVE else MOVE_LIKENESS):
        return True
    return in_long_runs >= max(LEAST_GROWN_MOVE, GROWN_LIKENESS * min(len(before), len(after)))


def _move(a: Wording, b: Wording, run: Sequence[Group], operations: Mapping[Group, Operations]) -> Change:
    """Return the move of groups without the words at its beginning and end that one text alone has."""
    tag, _, lead_a, _, lead_b = operations[run[0]][0]
    apart = (lead_a, lead_b) if tag in ("insert", "delete") else (0, 0)
    starts = [_start(*each) for each in ((a, run[0].a, apart[0]), (b, run[0].b, apart[1]))]
    tag, tail_a, end_a, tail_b, end_b = operations[run[-1]][-1]
    apart = (end_a - tail_a, end_b - tail_b) if tag in ("insert", "delete") else (0, 0)
    ends = [_end(*each) for each in ((a, run[-1].a, apart[0]), (b, run[-1].b, apart[1]))]
    return Change("move", Span(starts[0], ends[0]), Span(starts[1], ends[1]))


def _start(wording: Wording, sentences: Sequence[int], words: int) -> int:
    """Return where sentences begin after a number of their words."""
    if words:
        return wording.spans[_numbers(wording, sentences)[words]].start
    return wording.sentences[sentences[0]].span.start


def _end(wording: Wording, sentences: Sequence[int], words: int) -> int:
    """Return where sentences end before a number of their last words."""
    if words:
        return wording.spans[_numbers(wording, sentences)[-1 - words]].end
    return wording.sentences[sentences[-1]].span.end


def _whole(sentences: Sequence[Sentence], carried: set[int]) -> Iterator[Span]:
    """Yield the spans of the sentences that are new or gone; those that stand side by side are one span."""
    for is_carried, run in groupby(enumerate(sentences), key=lambda each: each[0] in carried):
        if not is_carried:
            numbers = [sentence for _, sentence in run]
            yield Span(numbers[0].span.start, numbers[-1].span.end)


def _operations(a: Wording, b: Wording, runs: Sequence[Sequence[Group]]) -> dict[Group, Operations]:
    """Return the kept and changed words of each group; of a group that stayed, chance may be all that was kept.

    `runs` are groups in their order: those that stayed, then those of each passage that moved.
    """
    found = {group: _operations_of(a, b, group) for run in runs for group in run}
    if not is_written_anew(found.values(), min(len(a.words), len(b.words))):
        return found
    for run in runs:
        for number, group in enumerate(run):
            before = run[number - 1] if number else None
            after = run[number + 1] if number + 1 < len(run) else None
            kept_before = None if min(group.a[0], group.b[0]) == 0 else 0
            kept_after = None if group.a[-1] + 1 == len(a.sentences) or group.b[-1] + 1 == len(b.sentences) else 0
            if before and _is_beside(before, group):
                kept_before = _kept(found[before], -1)
            if after and _is_beside(group, after):
                kept_after = _kept(found[after], 0)
            joined = in_passages(found[group], kept_before, kept_after)
            if run is runs[0] or any(tag == "equal" for tag, *_ in joined):
                found[group] = joined
    return found


def _is_beside(group: Group, other: Group) -> bool:
    return group.a[-1] + 1 == other.a[0] and group.b[-1] + 1 == other.b[0]


def _kept(operations: Operations, at: int) -> int:
    tag, first, end, _, _ = operations[at]
    return end - first if tag == "equal" else 0


def _operations_of(a: Wording, b: Wording, group: Group) -> Operations:
    words_a, words_b = _numbers(a, group.a), _numbers(b, group.b)
    before, after = [a.words[number] for number in words_a], [b.words[number] for number in words_b]
    if before == after:
        return [("equal", 0, len(before), 0, len(after))]
    sides = RoutineSide(a, words_a), RoutineSide(b, words_b)

    def is_routine(operation: Operation) -> bool:
        _, a1, a2, b1, b2 = operation
        return is_routine_change(sides, (a1, a2), (b1, b2))

    def is_small(run: Operation) -> bool:
        return all(word in SMALL_WORDS for word in before[run[1] : run[2]])

    def is_one_routine(first: Operation, run: Operation, last: Operation) -> bool:
        return is_one_routine_change(sides, (first[1:3], run[1:3], last[1:3]), (first[3:5], run[3:5], last[3:5]))

    operations = word_operations(before, after)
    whole = with_whole_compounds(operations, (a, b), (words_a, words_b))
    return without_chance(whole, is_routine, is_small, is_one_routine)


def _changes_of_words(a: Wording, b: Wording, group: Group, operations: Operations) -> Iterator[Change]:
    """Yield the changes inside a group of aligned sentences."""
    if len(operations) == 1:
        return
    words_a, words_b = _numbers(a, group.a), _numbers(b, group.b)
    sides = RoutineSide(a, words_a), RoutineSide(b, words_b)
    for tag, a1, a2, b1, b2 in operations:
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
