"""Joins changes between which one or two words are kept by chance, such as `of the` in a sentence written anew."""

from collections.abc import Callable, Sequence

Operation = tuple[str, int, int, int, int]
"""An operation of difflib: its tag, the range of words of the first text, and that of the second."""

SHORT_RUN = 2
"""Words of a kept run that can be chance."""

REWRITTEN, REWRITTEN_AT_EDGE = 8, 10
"""Changed words, of both texts, for each kept word between them, by which it is chance; the second is for a kept run
that begins or ends the sentence, with a change on one side alone."""

ANEW = 0.12
"""The part of the words of both sentences that is changed in a sentence written anew, where chance is likelier."""

LEAST_ANEW = 6
"""The fewest changed words of such a sentence."""

REWRITTEN_ANEW, REWRITTEN_ANEW_AT_EDGE = 1, 2
"""Changed words for each kept word in such a sentence, and at its beginning or end."""


def without_chance(
    operations: Sequence[Operation], is_routine: Callable[[Operation], bool], is_idle: Callable[[Operation], bool]
) -> list[Operation]:
    """Return the operations with the changes joined on both sides of what is kept by chance.

    `is_idle` tells of a kept run that all its words are routine or small. A change of routine words is never joined
    with one of other words.
    """
    joined = list(operations)
    changed = sum(_size(each) for each in operations if each[0] != "equal")
    is_anew = changed >= max(LEAST_ANEW, ANEW * sum(map(_size, operations)))
    at = 0
    while at < len(joined):
        first, last = max(0, at - 1), min(len(joined), at + 2)
        sides = [side for side in range(first, last) if side != at]
        # The number of a paragraph at its beginning is no change on the other side.
        others = [side for side in sides if side or not is_routine(joined[side])] or sides
        first, last = min(at, *others) if others else at, max(at, *others) + 1 if others else at
        if others and _is_chance(joined[at], [joined[side] for side in others], is_anew, is_routine, is_idle):
            (_, a1, _, b1, _), (_, _, a2, _, b2) = joined[first], joined[last - 1]
            joined[first:last] = [("replace", a1, a2, b1, b2)]
            at = max(0, first - 1)
        else:
            at += 1
    return joined


def _is_chance(
    run: Operation,
    sides: Sequence[Operation],
    is_anew: bool,
    is_routine: Callable[[Operation], bool],
    is_idle: Callable[[Operation], bool],
) -> bool:
    tag, first, end, _, _ = run
    size = end - first
    if tag != "equal" or not 0 < size <= SHORT_RUN:
        return False
    routine = [is_routine(side) for side in sides]
    if any(routine):
        return all(routine) and len(sides) == 2 and is_idle(run)
    changed = [_size(side) for side in sides]
    between, at_edge = (REWRITTEN_ANEW, REWRITTEN_ANEW_AT_EDGE) if is_anew else (REWRITTEN, REWRITTEN_AT_EDGE)
    if sum(changed) >= (between if len(sides) == 2 else at_edge) * size:
        return True
    return len(sides) == 2 and is_idle(run) and min(changed) > size


def _size(operation: Operation) -> int:
    _, a1, a2, b1, b2 = operation
    return a2 - a1 + b2 - b1
