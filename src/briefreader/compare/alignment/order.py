"""Tells which groups of aligned sentences stayed in their order, and which moved."""

from collections.abc import Iterable, Sequence

from briefreader.compare.alignment.group import Group

LEAST_MOVE = 8
"""Shared words; less is never told as a move, because a false move costs more than a missed one."""


def heaviest_order(groups: Sequence[Group]) -> list[bool]:
    """Return for each group, in the order of the first text, whether it is on the heaviest order of the second text.

    The weight of an order is the number of words that its groups share. The method is that of the longest increasing
    subsequence with a Fenwick tree for the best weight up to a position (Fenwick 1994).
    """
    positions = {first: number + 1 for number, first in enumerate(sorted({group.b[0] for group in groups}))}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(positions) + 1)
    before = [-1] * len(groups)
    for number, group in enumerate(groups):
        position = positions[group.b[0]]
        best, before[number] = _best(tree, position - 1)
        _raise(tree, position, (best + weight([group]), number))
    stays = [False] * len(groups)
    _, last = _best(tree, len(positions))
    while last >= 0:
        stays[last] = True
        last = before[last]
    return stays


def weight(groups: Iterable[Group]) -> int:
    """Return the weight of groups in an order: the number of words that they share."""
    return sum(group.shared for group in groups)


def crossed(run: Sequence[Group], groups: Sequence[Group], stays: Sequence[bool]) -> list[Group]:
    """Return the groups that stayed in their order, and that groups which moved have gone past."""
    return [
        group
        for group, stayed in zip(groups, stays, strict=True)
        if stayed and any((group.a < moved.a) != (group.b < moved.b) for moved in run)
    ]


def _best(tree: Sequence[tuple[int, int]], position: int) -> tuple[int, int]:
    """Return the greatest weight up to a position, with the number of its last group, -1 for none."""
    best = (0, -1)
    while position:
        best = max(best, tree[position])
        position -= position & -position
    return best


def _raise(tree: list[tuple[int, int]], position: int, value: tuple[int, int]) -> None:
    while position < len(tree):
        tree[position] = max(tree[position], value)
        position += position & -position


def moved_runs(groups: Sequence[Group], stays: Sequence[bool]) -> list[list[Group]]:
    """Return the groups that moved; those that stand side by side in both texts moved together."""
    runs: list[list[Group]] = []
    for group in (group for group, stayed in zip(groups, stays, strict=True) if not stayed):
        last = runs[-1][-1] if runs else None
        if last and last.a[-1] + 1 == group.a[0] and last.b[-1] + 1 == group.b[0]:
            runs[-1].append(group)
        else:
            runs.append([group])
    return runs
