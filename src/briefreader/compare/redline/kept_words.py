"""Tells which words two passages have in common in one order."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefreader.compare.alignment.aligned_text import RUN, Run
from briefreader.compare.redline.chance import Operation, Operations
from briefreader.compare.redline.compounds import Block, operations_of

MOST_PLACES = 200
"""Places at which the beginning of a kept run may stand in a passage; more of them tell nothing, and cost much time."""

MUCH_MORE = 2
"""Words in common runs that another order must keep beside those that difflib keeps."""


def word_operations(before: Sequence[str], after: Sequence[str]) -> Operations:
    """Return the operations that lead from some words to others.

    difflib keeps the longest run first, and loses by it the shorter runs that together are longer; another order of
    runs is taken where it keeps more.
    """
    usual = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    if len(usual) < 4:
        return [*usual]
    other = [*operations_of([*_blocks_by_runs(before, after)], len(before), len(after))]
    return other if _kept_in_runs(other) >= _kept_in_runs(usual) + MUCH_MORE else [*usual]


def _kept_in_runs(operations: Sequence[Operation]) -> int:
    return sum(a2 - a1 for tag, a1, a2, _, _ in operations if tag == "equal" and a2 - a1 >= RUN)


def _blocks_by_runs(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Yield the kept runs, those of the heaviest order first found, and between them those that difflib finds."""
    at_a = at_b = 0
    for a, b, size in (*_heaviest(_common_runs(before, after)), (len(before), len(after), 0)):
        between = SequenceMatcher(None, before[at_a:a], after[at_b:b], autojunk=False).get_matching_blocks()
        yield from ((at_a + each.a, at_b + each.b, each.size) for each in between if each.size)
        if size:
            yield a, b, size
        at_a, at_b = a + size, b + size


def _common_runs(before: Sequence[str], after: Sequence[str]) -> list[Block]:
    """Return the longest common runs from each two places on, in the order of the first passage."""
    places: dict[Run, list[int]] = defaultdict(list)
    for at in range(len(before) - RUN + 1):
        places[tuple(before[at : at + RUN])].append(at)
    found = []
    for b in range(len(after) - RUN + 1):
        starts = places.get(tuple(after[b : b + RUN]), ())
        for a in starts if len(starts) <= MOST_PLACES else ():
            if a and b and before[a - 1] == after[b - 1]:
                continue
            size = RUN
            while a + size < len(before) and b + size < len(after) and before[a + size] == after[b + size]:
                size += 1
            found.append((a, b, size))
    return sorted(found)


def _heaviest(runs: Sequence[Block]) -> list[Block]:
    """Return the runs that follow each other in both passages and have the most words."""
    best, last = [size for _, _, size in runs], [-1] * len(runs)
    ended = _HeaviestUpTo(max((b + size for _, b, size in runs), default=0))
    by_end = sorted(range(len(runs)), key=lambda number: runs[number][0] + runs[number][2], reverse=True)
    for number, (a, b, size) in enumerate(runs):
        while by_end and runs[by_end[-1]][0] + runs[by_end[-1]][2] <= a:
            earlier = by_end.pop()
            ended.add(runs[earlier][1] + runs[earlier][2], (best[earlier], -earlier))
        weight, before = ended.up_to(b)
        if weight:
            best[number], last[number] = weight + size, -before
    at = max(range(len(runs)), key=best.__getitem__, default=-1)
    found = []
    while at >= 0:
        found.append(runs[at])
        at = last[at]
    return found[::-1]


class _HeaviestUpTo:
    """The heaviest order of runs that ends up to a place of the second passage, in a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self._tree = [(0, 0)] * (size + 1)

    def add(self, end: int, order: tuple[int, int]) -> None:
        """Add an order of runs by its weight, and the negative number of its last run, which ends at a place from 1."""
        while end < len(self._tree):
            self._tree[end] = max(self._tree[end], order)
            end += end & -end

    def up_to(self, place: int) -> tuple[int, int]:
        """Return the heaviest order that ends up to a place; its weight is 0 where there is none."""
        found, place = (0, 0), min(place, len(self._tree) - 1)
        while place > 0:
            found = max(found, self._tree[place])
            place -= place & -place
        return found
