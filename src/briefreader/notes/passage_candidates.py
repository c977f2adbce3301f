"""Finds the places in a text that may be a passage, and compares them with the words of the passage and around it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from briefreader.notes.passage_words import PassageWords

_AROUND: Final = 24
"""Words before and after a passage that are compared."""

_SKIPPED: Final = 0.3
"""The share of its weight that a word costs where only one of two texts has it."""

_CLOSE: Final = 2
"""Words next to a passage that must be the same for its surroundings to tell anything."""

_AT_EDGE: Final = 0.8
"""The share of words in common that counts where a passage began or ended the text and still does."""

_MOST_COMPARED: Final = 50
_MOST_PLACES: Final = 300  # in a text with more of them, no passage is told from the others
_FAR: Final = 100  # words
_MOST_WINDOWS: Final = 6
_MOST_SEEDS: Final = 4  # places of a passage that begin with the same words, in a text that repeats itself
_SEED: Final = 3  # words in a row that a place has in common with the passage
_SLACK: Final = 12  # words by which editing moves a word against its neighbours


class Side(NamedTuple):
    """The agreement of the words on one side of a place with those of the passage.

    `share` is the share of words in common, from 0 to 1; `is_close` tells whether the nearest words are the same.
    """

    share: float
    is_close: bool


class Candidate(NamedTuple):
    """The words of a text that may be the passage, from `first` to before `last`, with those on both sides.

    `likeness` is the share of words in common with the passage, 1 where all letters are the same.
    """

    first: int
    last: int
    likeness: float
    before: Side = Side(0.0, False)
    after: Side = Side(0.0, False)

    @property
    def score(self) -> float:
        return 2 * self.likeness + self.before.share + self.after.share

    def is_surrounded(self, least: float) -> bool:
        """Return whether the words on both sides are those around the passage."""
        return min(self.before.share, self.after.share) >= least and self.before.is_close and self.after.is_close

    def is_beside(self, least: float) -> bool:
        """Return whether the words on one side are those beside the passage."""
        return any(side.is_close and side.share >= least for side in (self.before, self.after))

    def is_among(self, least: float) -> bool:
        """Return whether the words on both sides are mostly those around the passage, on one side the nearest too."""
        return min(self.before.share, self.after.share) >= least and (self.before.is_close or self.after.is_close)


def candidates(passage: list[str], first: int, last: int, there: PassageWords) -> list[Candidate]:
    """Return the places that have the words of a passage from one word to before another, each once."""
    needle = passage[max(0, first - _AROUND) : last + _AROUND]
    skipped = max(0, first - _AROUND)
    exact = _exact(passage, first, last, there)
    if len(exact) > _MOST_PLACES:
        return []
    edited = (
        aligned(needle, first - skipped, last - skipped, there.keys, *window) for window in windows(needle, there)
    )
    found: list[Candidate] = []
    for each in [*exact, *filter(None, edited)]:
        if not any(each.first < other.last and other.first < each.last for other in found):
            before = _side(
                _backwards(passage[:first]), _backwards(there.keys[max(0, each.first - 2 * _AROUND) : each.first])
            )
            after = _side(passage[last:], there.keys[each.last : each.last + 2 * _AROUND])
            found.append(each._replace(before=before, after=after))
    return found


def _exact(passage: list[str], first: int, last: int, there: PassageWords) -> list[Candidate]:
    """Return the places that have all letters of a passage; of many, those that have the same words on both sides."""
    found = [Candidate(*each, 1.0) for each in there.spelled("".join(passage[first:last]))]
    if len(found) <= _MOST_COMPARED:
        return found
    before, after = _backwards(passage[:first]), passage[last:]
    return [
        each
        for each in found
        if _is_close(after, there.keys[each.last : each.last + 3 * _CLOSE])
        and _is_close(before, _backwards(there.keys[max(0, each.first - 3 * _CLOSE) : each.first]))
    ]


def windows(
    needle: list[str], there: PassageWords, most: int = _MOST_PLACES, without: range = range(0)
) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words of a text that have most in common with a passage, `without` some words of the text.

    Words in a row that stand at more than `most` places tell nothing, and would cost each of many notes a long search.
    """
    seeds: dict[tuple[str, ...], list[int]] = {}
    for at, seed in enumerate(zip(*(needle[step:] for step in range(_SEED)), strict=False)):
        if len(same := seeds.setdefault(seed, [])) < _MOST_SEEDS:
            same.append(at)
    places = {seed: found for seed in seeds if len(found := there.in_a_row(seed)) <= most}
    shifts = sorted(
        at - start
        for seed, found in places.items()
        for at in found
        if at >= without.stop or at + _SEED <= without.start
        for start in seeds[seed]
    )
    groups: list[list[int]] = []
    for shift in shifts:
        if groups and shift - groups[-1][-1] <= _SLACK:
            groups[-1].append(shift)
        else:
            groups.append([shift])
    groups.sort(key=len, reverse=True)
    for group in groups[:_MOST_WINDOWS]:
        if group[-1] - group[0] > 2 * len(needle) + _FAR:
            continue  # a text that says the same again and again
        yield max(0, group[0] - _SLACK), min(len(there.keys), group[-1] + len(needle) + _SLACK)


def aligned(needle: list[str], first: int, last: int, there: list[str], start: int, end: int) -> Candidate | None:
    """Return the words of a range of a text that stand for the words of a passage, from `first` to before `last`."""
    place_of: dict[int, int] = {}
    for ours, theirs, length in SequenceMatcher(None, needle, there[start:end], autojunk=False).get_matching_blocks():
        place_of.update((ours + step, start + theirs + step) for step in range(length))
    same = [at for at in range(first, last) if at in place_of]
    if not same:
        return None
    begin = place_of[same[0]]
    place_of |= {-1: -1} if not start else {}  # the edges of the text are edges of a passage that stood there
    place_of |= {len(needle): len(there)} if end == len(there) else {}
    if same[0] > first and first - 1 in place_of:
        begin = _replaced(place_of[first - 1] + 1, begin, same[0] - first)
    stop = place_of[same[-1]] + 1
    if same[-1] < last - 1 and last in place_of:
        stop = place_of[last] - (_replaced(0, place_of[last] - stop, last - 1 - same[-1]))
    return Candidate(begin, stop, min(2 * len(same) / (last - first + stop - begin), 0.99))


def _replaced(edge: int, known: int, words: int) -> int:
    """Return where a passage begins whose first words are others now: at `edge`, unless that is too far away."""
    return edge if known - edge <= words + 2 else known


def _side(expected: Sequence[str], found: Sequence[str]) -> Side:
    """Return how two texts agree from the edge of a passage on; words near the edge count most."""
    expected, found = expected[:_AROUND], found[: 2 * _AROUND]
    if not expected:
        return Side(0.0, False) if found else Side(_AT_EDGE, True)
    row = [-_SKIPPED * len(expected) * at for at in range(len(found) + 1)]
    best = 0.0
    for weight, word in zip(range(len(expected), 0, -1), expected, strict=True):
        skipped = _SKIPPED * weight
        above, row = row, [row[0] - skipped]
        for at, other in enumerate(found):
            value = max(above[at + 1], row[at]) - skipped
            row.append(max(value, above[at] + weight) if word == other else value)
        best = max(best, *row)
    return Side(best / sum(range(len(expected) + 1)), _is_close(expected, found))


def _is_close(expected: Sequence[str], found: Sequence[str]) -> bool:
    """Return whether the nearest words beside a passage are the same, with few others among them."""
    near, nearest = found[: 3 * _CLOSE], expected[:_CLOSE]
    rest = iter(near)
    return all(word in rest for word in nearest) or "".join(near).startswith("".join(nearest))


def _backwards(words: Sequence[str]) -> list[str]:
    """Return the last words of a text, each from its last letter, from the last one on."""
    return [word[::-1] for word in words[: -2 * _AROUND - 1 : -1]]
