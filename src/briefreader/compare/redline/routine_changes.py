"""Parts what every meeting brings, such as a new date, from the other words of one change."""

from collections.abc import Iterator, Sequence

from briefreader.compare.wording import SMALL_WORDS, Wording

LONGEST_BESIDE = 3
"""Other words of a change beside which a place or a name is still a part by itself."""

Range = tuple[int, int]
"""The first word of a passage, and the one after its last."""

Segment = tuple[bool, int, int]
"""Whether a run of words is routine, and its range."""


class RoutineSide:
    """The words of aligned sentences of one text: folded, and a flag for routine and for ordinals and dates.

    `names` are the words of the name of a person to which each word belongs, none for other words.
    """

    def __init__(self, wording: Wording, numbers: Sequence[int]) -> None:
        self.words = [wording.words[n] for n in numbers]
        self.routine = [wording.routine[n] for n in numbers]
        self.times = [bool(wording.times[n]) for n in numbers]
        self.names = [wording.names_of_persons.get(n, frozenset()) for n in numbers]

    def segments(self, words: Range) -> list[Segment]:
        """Return the runs of routine and of other words; the small words before a routine word belong to it."""
        found: list[Segment] = []
        for at in range(*words):
            start, is_routine = at, bool(self.routine[at])
            if is_routine:
                while found and not found[-1][0] and self.words[start - 1] in SMALL_WORDS:
                    start -= 1
                    last = found.pop()
                    if last[1] < start:
                        found.append((False, last[1], start))
                        continue
                    break
            if found and found[-1][0] == is_routine:
                start = found.pop()[1]
            found.append((is_routine, start, at + 1))
        return found


Sides = tuple[RoutineSide, RoutineSide]


def is_routine_change(sides: Sides, a: Range, b: Range) -> bool:
    """Return whether a change has routine words, and beside them small words alone.

    Words that stand for a person are routine where the other text has a person too.
    """
    found = sides[0].routine[slice(*a)], sides[1].routine[slice(*b)]
    flags = [*found[0], *found[1]]
    words = [*sides[0].words[slice(*a)], *sides[1].words[slice(*b)]]
    is_person = any(found[0]) and any(found[1])
    return (is_person or 1 in flags) and all(
        flag or word in SMALL_WORDS for flag, word in zip(flags, words, strict=True)
    )


def is_one_routine_change(sides: Sides, a: Sequence[Range], b: Sequence[Range]) -> bool:
    """Return whether two changes and the kept words between are one routine passage.

    It is none where the kept words are a name that one text has in full: only the rest of the name is a change there.
    """
    texts = list(zip(sides, (a, b), strict=True))
    has_flags = (any(any(side.routine[slice(*parts[at])]) for side, parts in texts) for at in (0, 2))
    is_kept_routine = all(all(side.routine[slice(*parts[1])]) for side, parts in texts)
    names = zip(*(side.names[slice(*parts[1])] for side, parts in texts), strict=True)
    if not is_kept_routine or not all(has_flags) or any(x and y and (x <= y or y <= x) for x, y in names):
        return False
    return is_routine_change(sides, (a[0][0], a[2][1]), (b[0][0], b[2][1]))


def parts_of_change(sides: Sides, a: Range, b: Range) -> Iterator[tuple[Range, Range]]:
    """Yield the parts of a change in order: routine passages by themselves where both texts have them at one place.

    Beside longer rewriting only dates and ordinals are parts by themselves, at its edge even where one text has them.
    """
    segments = sides[0].segments(a), sides[1].segments(b)
    is_alike = [each[0] for each in segments[0]] == [each[0] for each in segments[1]]
    if is_alike and all(_is_part(sides, segments, at) for at in range(len(segments[0])) if segments[0][at][0]):
        yield from (((x, y), (z, w)) for (_, x, y), (_, z, w) in zip(*segments, strict=True))
        return
    first, last = [a[0], b[0]], [a[1], b[1]]
    leading = _edge(sides, segments, 0)
    for side in leading:
        first[side] = segments[side].pop(0)[2]
    trailing = _edge(sides, segments, -1)
    for side in trailing:
        last[side] = segments[side].pop()[1]
    if leading:
        yield (a[0], first[0]), (b[0], first[1])
    if first[0] < last[0] or first[1] < last[1]:
        yield (first[0], last[0]), (first[1], last[1])
    if trailing:
        yield (last[0], a[1]), (last[1], b[1])


def _is_part(sides: Sides, segments: Sequence[Sequence[Segment]], at: int) -> bool:
    """Return whether the routine runs at a place of both texts are a part by themselves."""
    is_short = all(
        end - first <= LONGEST_BESIDE for side in segments for is_routine, first, end in side if not is_routine
    )
    return is_short or all(_is_time(sides[side], segments[side][at]) for side in (0, 1))


def _is_time(side: RoutineSide, segment: Segment) -> bool:
    _, first, end = segment
    pairs = zip(side.times[first:end], side.words[first:end], strict=True)
    return all(is_time or word in SMALL_WORDS for is_time, word in pairs)


def _edge(sides: Sides, segments: Sequence[Sequence[Segment]], at: int) -> list[int]:
    """Return the sides whose first or last run is a part by itself."""
    found = [side for side in (0, 1) if segments[side] and segments[side][at][0]]
    if len(found) == 2:
        return found if _is_part(sides, segments, at) else []
    if not found or not _is_time(sides[found[0]], segments[found[0]][at]):
        return []
    is_replaced = len(segments[found[0]]) == 1 and segments[1 - found[0]]
    return [] if is_replaced else found
