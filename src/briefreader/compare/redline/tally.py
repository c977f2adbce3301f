"""Counts the sentences that are new, gone or moved, and the changes of words inside those that were carried over."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefreader.compare.alignment.group import Group
from briefreader.compare.redline.change import Change
from briefreader.compare.wording import Wording


class Tally(NamedTuple):
    """How many sentences are new in b, gone from a or moved, and how many changes of words the carried ones have.

    The changes of words are those `replaced`, `inserted` and `deleted`; `routine` ones are counted apart.
    """

    new: int = 0
    gone: int = 0
    moved: int = 0
    replaced: int = 0
    inserted: int = 0
    deleted: int = 0
    routine: int = 0


def tally(a: Wording, b: Wording, carried: Sequence[Group], changes: Sequence[Change]) -> Tally:
    """Return the counts of a redline; a sentence that was split or merged and moved counts as text b has it."""
    held_a = {number for group in carried for number in group.a}
    held_b = {number for group in carried for number in group.b}
    starts_a = {each.span.start for number, each in enumerate(a.sentences) if number not in held_a}
    starts_b = {each.span.start for number, each in enumerate(b.sentences) if number not in held_b}
    inside = Counter(
        change.kind
        for change in changes
        if not (change.a and change.b is None and change.a.start in starts_a)
        and not (change.b and change.a is None and change.b.start in starts_b)
    )
    moves = [change.b for change in changes if change.kind == "move" and change.b]
    return Tally(
        new=len(starts_b),
        gone=len(starts_a),
        moved=sum(move.start < each.span.end and each.span.start < move.end for move in moves for each in b.sentences),
        replaced=inside["replace"],
        inserted=inside["insert"],
        deleted=inside["delete"],
        routine=inside["routine"],
    )
