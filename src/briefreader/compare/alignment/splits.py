"""Adds to groups of aligned sentences those beside them that a split or a merger has made."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from briefreader.compare.alignment.aligned_text import RUN, AlignedText, covered

SPLIT_LIKENESS = 0.5
"""The part of a sentence, or of the words that only it can explain, that must be in common."""

REST_OF_SENTENCE = 0.3
"""The part of a sentence that must be words of its neighbour's partner, where a split or a merger has made it."""

LONG_RUN = 5
"""Words of a run of its neighbour's partner that are enough, however small a part of the sentence they are."""


def add_parts(a: AlignedText, b: AlignedText) -> None:
    """Add to groups the sentences beside them that a split or a merger has made."""
    added = True
    while added:
        added_a, added_b = _add_parts(a, b, 0), _add_parts(a, b, 1)
        added = added_a or added_b


def _add_parts(a: AlignedText, b: AlignedText, side: int) -> bool:
    own, other = (a, b) if side == 0 else (b, a)
    added = False
    for number in own.free:
        beside = [group for at in (number - 1, number + 1) if (group := own.groups.get(at))]
        gains = [(_gain(own, other, number, group[side], group[1 - side]), group) for group in beside]
        gain, group = max(gains, key=lambda each: each[0], default=(0, None))
        whole = sum(own.weights[number])
        if group is None or gain < max(2 * RUN, SPLIT_LIKENESS * whole):
            shares = [(_share_of_rest(own, other, number, group[side], group[1 - side]), group) for group in beside]
            share, group = max(shares, key=lambda each: each[0], default=(0.0, None))
            group = group if share >= SPLIT_LIKENESS else None
        if group is not None:
            group[side].append(number)
            group[side].sort()
            own.groups[number] = group
            added = True
    return added


def _gain(own: AlignedText, other: AlignedText, number: int, fellows: Sequence[int], partners: Sequence[int]) -> int:
    """Return the weight of the words of the partners that only the sentence explains, and none of its fellows."""
    if other.words(partners) == own.words(fellows):
        return 0
    gain = 0
    explained = frozenset(run for fellow in fellows for run in own.all_runs[fellow])
    for partner in partners:
        words = other.sentences[partner]
        before, now = covered(words, explained), covered(words, own.all_runs[number])
        pairs = zip(other.weights[partner], before, now, strict=True)
        gain += sum(weight for weight, was, after in pairs if after and not was)
    return gain


def _share_of_rest(
    own: AlignedText, other: AlignedText, number: int, fellows: Sequence[int], partners: Sequence[int]
) -> float:
    """Return the part that a sentence has, in order, of the words of the partners which its fellows do not have.

    It is 0 where these words are few, or a small part of the sentence in short runs.
    """
    words, before = other.words(partners), own.words(fellows)
    if words == before:
        return 0.0
    weights = [weight for partner in partners for weight in other.weights[partner]]
    blocks = SequenceMatcher(None, words, before, autojunk=False).get_matching_blocks()
    held = {at for block in blocks for at in range(block.a, block.a + block.size)}
    rest = [at for at in range(len(words)) if at not in held]
    found = SequenceMatcher(None, [words[at] for at in rest], own.sentences[number], autojunk=False)
    found_blocks = found.get_matching_blocks()
    gain = sum(weights[rest[at]] for block in found_blocks for at in range(block.a, block.a + block.size))
    is_part = gain >= REST_OF_SENTENCE * sum(own.weights[number])
    if gain < 2 * RUN or not (is_part or any(block.size >= LONG_RUN for block in found_blocks)):
        return 0.0
    return gain / sum(weights[at] for at in rest)
