"""Aligns the sentences of two texts, in any order, by the runs of words that they share.

Sentences that share a run of three words are likely to have a common origin; single words prove nothing, since all
texts share `of the` and `and`.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import chain, compress, pairwise
from typing import NamedTuple

from briefreader.compare.alignment.aligned_text import RUN, AlignedText, Run, Words, covered
from briefreader.compare.alignment.group import Group
from briefreader.compare.alignment.order import LEAST_MOVE, heaviest_order, moved_runs
from briefreader.compare.alignment.splits import add_parts
from briefreader.compare.wording import Frame, Wording

LIKENESS = 0.5
"""The part of the shorter sentence that must be in common runs."""

LEAST = 4
"""The fewest words in common runs by which two sentences that differ are aligned."""

ORDERED_LIKENESS = 0.5
"""The likeness of the words in common order that is enough; names and routine passages have half the weight there."""

LONG, LONG_LIKENESS = 14, 0.42
"""The weight in common order, in half words, from which a lower likeness is enough."""

MOST_EQUAL = 16
"""Equal sentences of one text that are tried for a sentence of the other."""

PROMISING = 0.25
"""The part of the shorter sentence that must be in common runs before the order of its words is compared."""

WHOLE_LIKENESS = 0.6
"""The likeness of the words in common order, single ones too, that is enough anywhere."""

SMALL_GAP, SMALL_GAP_LIKENESS = 4, 0.33
LARGE_GAP, LARGE_GAP_LIKENESS = 60, 0.4
"""The most pairs of sentences that stand between the same aligned ones, and the likeness that is enough there.

Between sentences that were carried over, a sentence is likely to have become the one in its place."""

BESIDE_LIKENESS, ALONE_LIKENESS, BESIDE_LEAST = 0.28, 0.2, 6
"""The likeness that is enough for two sentences which both follow, or both stand before, carried ones, and that for
the only two between carried ones, and the weight of the words without names that they must share."""

RUN_IN_PLACE, RUN_IN_PLACE_WEIGHT, RUN_IN_PLACE_LIKENESS = 5, 6, 0.25
"""The words of a run in the same place and their weight without names, by which a lower likeness is enough there."""

REORDERED_LIKENESS = 0.5
"""The part of the weight of both sentences in common runs, in any order, that is enough in the same place."""

LONG_RUN, LONG_RUN_LIKENESS = 10, 0.4
"""The weight of a run, in half words, by which a lower likeness of the words in common order is enough."""

LEAST_BEGINNING, BEGINNING = 6, 0.8
"""The words with which two sentences begin, and their part of the weight of the shorter one, that are enough."""

SHORT = 12
"""The weight below which two sentences must be alike as a whole; else a heading is taken for a part of a sentence."""


class Candidate(NamedTuple):
    """Two sentences that may be aligned; the greatest candidate is the best one."""

    likeness: float
    nearness: float
    a: int
    b: int


def aligned(a: Wording, b: Wording) -> list[Group]:
    """Return the groups of aligned sentences in the order of the first text."""
    texts = AlignedText(a), AlignedText(b)
    _align_equal(*texts)
    _align_similar(*texts)
    _align_in_gaps(*texts)
    add_parts(*texts)
    return _groups(*texts)


def _groups(a: AlignedText, b: AlignedText) -> list[Group]:
    groups = {id(group): group for group in a.groups.values()}.values()
    return sorted(Group(tuple(group[0]), tuple(group[1]), _shared((a, b), group)) for group in groups)


def _join(a: AlignedText, b: AlignedText, number_a: int, number_b: int) -> None:
    a.groups[number_a] = b.groups[number_b] = ([number_a], [number_b])


def _part(a: AlignedText, b: AlignedText, group: Group) -> None:
    for number in group.a:
        del a.groups[number]
    for number in group.b:
        del b.groups[number]


def _align_equal(a: AlignedText, b: AlignedText) -> None:
    """Align equal sentences: those in the same order first, then each with the nearest one.

    Sentences that differ in routine words alone count as equal where their order is the same.
    """
    for block in SequenceMatcher(None, a.sentences, b.sentences, autojunk=False).get_matching_blocks():
        for at in range(block.size):
            _join(a, b, block.a + at, block.b + at)
    free = a.free, b.free
    frames = [[text.frames[n].words for n in numbers] for text, numbers in zip((a, b), free, strict=True)]
    for block in SequenceMatcher(None, frames[0], frames[1], autojunk=False).get_matching_blocks():
        for at in range(block.size):
            _join(a, b, free[0][block.a + at], free[1][block.b + at])
    where: dict[Words, list[int]] = defaultdict(list)
    for number in b.free:
        where[b.sentences[number]].append(number)
    for number in a.free:
        if same := where.get(a.sentences[number]):
            nearest = max(same, key=lambda other: _nearness(a, b, number, other))
            same.remove(nearest)
            _join(a, b, number, nearest)


def _align_similar(a: AlignedText, b: AlignedText) -> None:
    """Align the sentences that are left, the most similar first.

    Of equal sentences in the second text only the nearest ones are tried: a text can repeat a line a thousand times.
    """
    equal_a, equal_b = _equal_sentences(a), _equal_sentences(b)
    holders: dict[Run, list[int]] = defaultdict(list)
    for number in (numbers[0] for numbers in equal_b):
        for run in b.runs[number] | b.all_runs[number]:
            holders[run].append(number)
    among = {numbers[0]: numbers for numbers in equal_b}
    candidates: list[Candidate] = []
    for numbers in equal_a:
        runs = a.runs[numbers[0]] | a.all_runs[numbers[0]]
        shared_runs = Counter(chain.from_iterable(holders.get(run, ()) for run in runs))
        for other, count in shared_runs.items():
            likeness = _likeness(a, b, numbers[0], other, count * RUN) if count * RUN >= LEAST else None
            if likeness is not None:
                candidates += (
                    Candidate(likeness, _nearness(a, b, number, each), number, each)
                    for number in numbers
                    for each in _nearest(among[other], number * len(b.sentences) / len(a.sentences))
                )
    for candidate in sorted(candidates, reverse=True):
        if candidate.a not in a.groups and candidate.b not in b.groups:
            _join(a, b, candidate.a, candidate.b)


def _equal_sentences(text: AlignedText) -> Sequence[list[int]]:
    """Return the numbers of the sentences without a group, those of equal sentences together."""
    equal: dict[object, list[int]] = defaultdict(list)
    for number in text.free:
        equal[text.sentences[number], text.frames[number], tuple(text.weights[number])].append(number)
    return [*equal.values()]


def _nearest(numbers: Sequence[int], place: float) -> Sequence[int]:
    """Return the numbers that are nearest to a place, of sentences in the order of their text."""
    first = bisect_left(numbers, place) - MOST_EQUAL // 2
    first = max(0, min(first, len(numbers) - MOST_EQUAL))
    return numbers[first : first + MOST_EQUAL]


def _likeness(a: AlignedText, b: AlignedText, number: int, other: int, most: int) -> float | None:
    """Return the likeness of two sentences, None if it is too little; `most` is the most words that they can share."""
    likeness = (_likeness_of_frames(a, b, number, other, most), _likeness_in_order(a, b, number, other, most))
    return max((each for each in likeness if each is not None), default=None)


def _likeness_of_frames(a: AlignedText, b: AlignedText, number: int, other: int, most: int) -> float | None:
    frames = a.frames[number], b.frames[other]
    weights = frames[0].weight, frames[1].weight
    enough = max(LEAST, LIKENESS * min(weights))
    if most < enough:
        return None
    shared = min(_weight(frames[0], b.runs[other]), _weight(frames[1], a.runs[number]))
    return _mean(shared, weights) if shared >= enough else None


def _likeness_in_order(a: AlignedText, b: AlignedText, number: int, other: int, most: int) -> float | None:
    """Return the likeness by the words that two sentences have in the same order, two or more side by side."""
    words = a.sentences[number], b.sentences[other]
    if most <= LEAST or most < PROMISING * min(map(len, words)):
        return None
    weights = sum(a.weights[number]), sum(b.weights[other])
    blocks = SequenceMatcher(None, *words, autojunk=False).get_matching_blocks()
    in_blocks = [(each.size, sum(a.weights[number][each.a : each.a + each.size])) for each in blocks]
    if (likeness := 2 * sum(weight for _, weight in in_blocks) / max(1, sum(weights))) >= WHOLE_LIKENESS:
        return round(likeness, 2)
    begins_alike = blocks[0].a == blocks[0].b == 0 and blocks[0].size >= LEAST_BEGINNING
    if begins_alike and in_blocks[0][1] >= max(LEAST, BEGINNING * min(weights)):
        return _mean(in_blocks[0][1], weights)
    shared = sum(weight for size, weight in in_blocks if size > 1)
    if shared < LEAST or (shared < SHORT and 2 * shared < ORDERED_LIKENESS * sum(weights)):
        return None
    likeness = _mean(shared, weights)
    enough = LONG_LIKENESS if shared >= LONG else ORDERED_LIKENESS
    if max(weight for _, weight in in_blocks) >= LONG_RUN:
        enough = LONG_RUN_LIKENESS
    return likeness if likeness >= enough else None


def _align_in_gaps(a: AlignedText, b: AlignedText) -> None:
    """Align sentences that stand between the same aligned ones in both texts, without changing their order."""
    groups = _groups(a, b)
    stays = heaviest_order(groups)
    for run in moved_runs(groups, stays):
        if sum(group.shared for group in run) < LEAST_MOVE:
            for group in run:
                _part(a, b, group)
    kept = [group for group, stayed in zip(groups, stays, strict=True) if stayed]
    if not kept:
        return
    ends = [(-1, -1), *((group.a[0], group.b[0]) for group in kept), (len(a.sentences), len(b.sentences))]
    gaps = [(range(before[0] + 1, after[0]), range(before[1] + 1, after[1])) for before, after in pairwise(ends)]
    while gaps:
        gap_a, gap_b = gaps.pop()
        free_a = [number for number in gap_a if number not in a.groups]
        free_b = [number for number in gap_b if number not in b.groups]
        if not 0 < len(free_a) * len(free_b) <= LARGE_GAP:
            continue
        is_small = len(free_a) * len(free_b) <= SMALL_GAP
        found = (
            Candidate(likeness, _nearness(a, b, x, y), x, y)
            for x in free_a
            for y in free_b
            if (likeness := _likeness_in_gap(a, b, x, y, is_small, _enough_beside(a, b, x, y, gap_a, gap_b)))
        )
        best = max(found, default=None)
        if best is not None:
            _join(a, b, best.a, best.b)
            gaps.append((range(gap_a.start, best.a), range(gap_b.start, best.b)))
            gaps.append((range(best.a + 1, gap_a.stop), range(best.b + 1, gap_b.stop)))


def _enough_beside(a: AlignedText, b: AlignedText, number: int, other: int, gap_a: range, gap_b: range) -> float:
    """Return the likeness that is enough for two sentences because of the carried ones beside them; 1 without such."""
    is_after = (number, other) == (gap_a.start, gap_b.start) and min(number, other) > 0
    is_before = (number + 1, other + 1) == (gap_a.stop, gap_b.stop)
    is_before &= gap_a.stop < len(a.sentences) and gap_b.stop < len(b.sentences)
    if is_after and is_before:
        return ALONE_LIKENESS
    return BESIDE_LIKENESS if is_after or is_before else 1.0


def _likeness_in_gap(
    a: AlignedText, b: AlignedText, number: int, other: int, is_small: bool, enough_beside: float
) -> float | None:
    """Return the likeness of two sentences between the same aligned ones, None if it is too little."""
    weights = a.weights[number]
    weight = sum(weights) + sum(b.weights[other])
    matcher = SequenceMatcher(None, a.sentences[number], b.sentences[other], autojunk=False)
    runs = [weights[each.a : each.a + each.size] for each in matcher.get_matching_blocks()]
    shared = [2 * sum(sum(run) for run in runs if len(run) >= least) for least in (1, 2)]
    likeness = [each / weight if each >= 2 * LEAST else 0.0 for each in shared]
    if is_small and likeness[0] >= SMALL_GAP_LIKENESS:
        return likeness[0]
    if likeness[1] >= LARGE_GAP_LIKENESS:
        return likeness[1]
    without_names = [sum(each for each in run if each > 1) for run in runs]
    if likeness[0] >= enough_beside and sum(without_names) >= BESIDE_LEAST:
        return likeness[0]
    has_long_run = any(
        len(run) >= RUN_IN_PLACE and each >= RUN_IN_PLACE_WEIGHT for run, each in zip(runs, without_names, strict=True)
    )
    if has_long_run and likeness[1] >= RUN_IN_PLACE_LIKENESS:
        return likeness[1]
    reordered = _likeness_in_any_order(a, b, number, other)
    return reordered if reordered >= REORDERED_LIKENESS else None


def _likeness_in_any_order(a: AlignedText, b: AlignedText, number: int, other: int) -> float:
    """Return the part of the weight of both sentences that they have in common runs, in any order."""
    if a.all_runs[number].isdisjoint(b.all_runs[other]):
        return 0.0
    covers = [
        _covered_weight(text.sentences[own], text.weights[own], fellow.all_runs[its])
        for text, own, fellow, its in ((a, number, b, other), (b, other, a, number))
    ]
    return 2 * min(covers) / max(1, sum(a.weights[number]) + sum(b.weights[other]))


def _covered_weight(words: Words, weights: Sequence[int], runs: frozenset[Run]) -> int:
    return sum(compress(weights, covered(words, runs)))


def _mean(shared: int, sizes: Sequence[int]) -> float:
    """Return the mean of the parts of the shorter and of both sentences that they share."""
    return round((shared / min(sizes) + 2 * shared / sum(sizes)) / 2, 2)


def _weight(frame: Frame, runs: frozenset[Run]) -> int:
    """Return the weight of the words of a frame that are in some runs."""
    return _covered_weight(frame.words, frame.weights, runs)


def _nearness(a: AlignedText, b: AlignedText, number: int, other: int) -> float:
    return -abs(number / len(a.sentences) - other / len(b.sentences))


def _shared(texts: tuple[AlignedText, AlignedText], group: tuple[list[int], list[int]]) -> int:
    a, b = (text.words(numbers) for text, numbers in zip(texts, group, strict=True))
    if a == b:
        return len(a)
    return sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
