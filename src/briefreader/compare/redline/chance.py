"""Joins changes between which one or two words are kept by chance, such as `of the` in a sentence written anew."""

from collections.abc import Callable, Iterable, Sequence

SHORT_RUN = 2
"""Words of a kept run that can be chance."""

OUTWEIGHED, OUTWEIGHED_BY_EACH = 8, 6
"""The changed words of both texts for each kept word, in the two changes beside small words, and in each of the two
beside any words, from which these are kept by chance."""

ANEW = 0.2
"""The part of the words of the shorter text in longer kept runs, below which texts are written anew."""

Operation = tuple[str, int, int, int, int]
"""An operation of difflib: its tag, the range of words of the first text, and that of the second."""

Operations = list[Operation]


def is_written_anew(passages: Iterable[Sequence[Operation]], words: int) -> bool:
    """Return whether so little of a text of a number of words is kept that single kept words prove nothing."""
    runs = (a2 - a1 for operations in passages for tag, a1, a2, _, _ in operations if tag == "equal")
    return sum(size for size in runs if size > SHORT_RUN) < ANEW * words


def without_chance(
    operations: Sequence[Operation],
    is_routine: Callable[[Operation], bool],
    is_small: Callable[[Operation], bool],
    is_one_routine: Callable[[Operation, Operation, Operation], bool],
) -> Operations:
    """Join the changes on both sides of a short run that is kept by chance, as small words mostly are.

    A change of routine words is never joined with one of other words, but with another and the routine words between,
    if they are one passage (`is_one_routine`).
    """
    joined: Operations = []
    for number, operation in enumerate(operations):
        tag, a1, a2, _, b2 = operation
        if joined and joined[-1][0] == "chance":
            _, start_a, _, start_b, _ = joined.pop()
            operation = ("replace", start_a, a2, start_b, b2)
        elif tag == "equal" and joined and number + 1 < len(operations) and a2 - a1 <= SHORT_RUN:
            sides = joined[-1], operations[number + 1]
            routine = is_routine(sides[0]), is_routine(sides[1])
            changed = [_size(side) / (a2 - a1) for side in sides]
            is_outweighed = (is_small(operation) and sum(changed) >= OUTWEIGHED) or min(changed) >= OUTWEIGHED_BY_EACH
            if (is_outweighed and routine[0] == routine[1]) or is_one_routine(sides[0], operation, sides[1]):
                _, start_a, _, start_b, _ = joined.pop()
                operation = ("chance", start_a, a2, start_b, b2)
        joined.append(operation)
    return joined


def in_passages(operations: Sequence[Operation], kept_before: int | None, kept_after: int | None) -> Operations:
    """Join the changes on both sides of every short run, as in a text that is written anew.

    `kept_before` and `kept_after` are the words that are kept beside the first and the last of the operations; None
    where the text begins or ends.
    """
    joined: Operations = []
    for number, (tag, a1, a2, b1, b2) in enumerate(operations):
        size = a2 - a1
        for is_edge, kept in ((number == 0, kept_before), (number == len(operations) - 1, kept_after)):
            if is_edge:
                size += SHORT_RUN + 1 if kept is None else kept
        is_kept = tag == "equal" and (size > SHORT_RUN or len(operations) == 1)
        if is_kept or not joined or joined[-1][0] == "equal":
            joined.append(("equal" if is_kept else "replace", a1, a2, b1, b2))
        else:
            joined[-1] = ("replace", joined[-1][1], a2, joined[-1][3], b2)
    return joined


def _size(operation: Operation) -> int:
    _, a1, a2, b1, b2 = operation
    return a2 - a1 + b2 - b1
