"""Finds a quoted passage again in a text that was imported anew or edited: by its words and by the words around it.

The passage is sought with the same letters first, then with other words among them; it must be surrounded as before
where it is short, was edited, or was one of several like it. In doubt it counts as lost.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from briefreader.model import Elsewhere, Note
from briefreader.notes.passage_words import PassageWords
from briefreader.text import Span, fold_typography

_CONTEXT: Final = 120
"""Characters that are kept before and after a passage."""

_LONGEST_CONTEXT: Final = 8_000
"""Characters that are kept where a text repeats itself."""

_AROUND: Final = 24
"""Words before and after a passage that are compared."""

_TELLING: Final = 6
"""Words of a passage that is known by its words alone."""

_SEVERAL: Final = 5
"""Words of a passage that its neighbours cannot have without being taken for other words."""

_SKIPPED: Final = 0.3
"""The share of its weight that a word costs where only one of two texts has it."""

_CLOSE: Final = 2
"""Words next to a passage that must be the same for its surroundings to tell anything."""

_AT_EDGE: Final = 0.8
"""The share of words in common that counts where a passage began or ended the text and still does."""

_LITTLE: Final = 0.3
"""The least difference between the scores of the passage and of any other place."""

_MOST_WINDOWS: Final = 6
_SEED: Final = 3  # words in a row that a place has in common with the passage
_SLACK: Final = 12  # words by which editing moves a word against its neighbours
_LIKE: Final = 0.5  # share of the words that a passage has in common with another one like it


class Quotation(NamedTuple):
    """A passage with the text around it; `elsewhere` tells how the text has its words elsewhere too."""

    quote: str
    before: str
    after: str
    elsewhere: Elsewhere = ""


class _Side(NamedTuple):
    """How the words on one side of a place agree with those of the passage.

    `share` is the share of words in common, from 0 to 1; `is_close` tells whether the nearest words are the same.
    """

    share: float
    is_close: bool


class _Candidate(NamedTuple):
    """The words of a text that may be the passage, from `first` to before `last`, with those on both sides.

    `likeness` is the share of words in common with the passage, 1 where all letters are the same.
    """

    first: int
    last: int
    likeness: float
    before: _Side = _Side(0.0, False)
    after: _Side = _Side(0.0, False)

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


def quotation(text: str, span: tuple[int, int]) -> Quotation:
    """Return the quotation of a passage by which `place` finds it again."""
    start, end = span
    quote = text[start:end]
    length = _CONTEXT
    before, after = _around(text, start, end, length)
    while length < _LONGEST_CONTEXT and _is_repeated(before + quote + after, text):
        length *= 2
        before, after = _around(text, start, end, length)
    return Quotation(quote, before, after, _elsewhere(text, start, end))


def _around(text: str, start: int, end: int, length: int) -> tuple[str, str]:
    """Return the text before and after a passage, cut between words."""
    first, last = max(0, start - length), min(len(text), end + length)
    while 0 < first < start and text[first - 1].isalnum():
        first += 1
    while end < last < len(text) and text[last].isalnum():
        last -= 1
    return text[first:start], text[end:last]


def _is_repeated(part: str, text: str) -> bool:
    return text.find(part, text.find(part) + 1) >= 0


def _elsewhere(text: str, start: int, end: int) -> Elsewhere:
    """Return how a text has the words of the passage at a range elsewhere too."""
    found = PassageWords(text)
    first, last = found.within(start, end)
    needle = found.keys[first:last]
    if len(found.spelled("".join(needle))) > 1:
        return "same"
    others = found.keys[:first] + [""] * len(needle) + found.keys[last:]
    candidates = (_aligned(needle, 0, len(needle), others, *window) for window in _windows(needle, others))
    return "similar" if any(each and each.likeness >= _LIKE for each in candidates) else ""


def place(text: str, note: Note) -> Span | None:
    """Return the passage of a note in a text, None where it is not certain."""
    quote, whole = note.quote, note.before + note.quote + note.after
    if not quote:
        return None
    at = text.find(whole)
    if at >= 0 and text.find(whole, at + 1) < 0:
        start = at + len(note.before)
        return Span(start, start + len(quote))
    passage = PassageWords(whole)
    begin, end = len(note.before), len(note.before) + len(quote)
    first, last = passage.within(begin, end)
    if first >= last:
        return None
    there = PassageWords(text)
    found = _best(_candidates(passage.keys, first, last, there), last - first, note.elsewhere)
    return _span(text, there, found, passage, (begin, end), whole) if found else None


def _best(candidates: Sequence[_Candidate], length: int, elsewhere: str) -> _Candidate | None:
    """Return the candidate that is the passage for certain, None where there is none or several may be."""
    sure = [each for each in candidates if _is_sure(each, length, elsewhere)]
    sure.sort(key=lambda each: each.score, reverse=True)
    for other in sure[1:]:
        # Where the words stand to the letter elsewhere, nobody knows which place is meant.
        if sure[0].score - other.score < _LITTLE or sure[0].likeness < other.likeness == 1:
            return None
    return sure[0] if sure else None


def _is_sure(found: _Candidate, length: int, elsewhere: str) -> bool:
    if found.likeness == 1:
        if elsewhere == "same":
            return found.is_surrounded(0.6) and found.before.share + found.after.share >= 1.4
        return length >= _TELLING or found.is_beside(0.5)
    if elsewhere or length < _TELLING:
        # A place with fewer words may have taken them from a neighbour that is like the passage.
        if found.last - found.first >= length and found.likeness >= _LIKE and found.is_surrounded(0.6):
            return True
        return length >= _SEVERAL and found.likeness >= 0.8 and found.is_among(0.75)
    return found.likeness >= 0.8 or (found.likeness >= 0.6 and found.is_beside(0.6))


def _candidates(passage: list[str], first: int, last: int, there: PassageWords) -> list[_Candidate]:
    """Return the places that have the words of a passage from one word to before another, each once."""
    needle = passage[max(0, first - _AROUND) : last + _AROUND]
    skipped = max(0, first - _AROUND)
    exact = [_Candidate(*each, 1.0) for each in there.spelled("".join(passage[first:last]))]
    edited = (
        _aligned(needle, first - skipped, last - skipped, there.keys, *window)
        for window in _windows(needle, there.keys)
    )
    found: list[_Candidate] = []
    for each in [*exact, *filter(None, edited)]:
        if not any(each.first < other.last and other.first < each.last for other in found):
            before = _side(_backwards(passage[:first]), _backwards(there.keys[: each.first]))
            after = _side(passage[last:], there.keys[each.last :])
            found.append(each._replace(before=before, after=after))
    return found


def _windows(needle: list[str], there: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of words of a text that have most in common with a passage."""
    seeds: dict[tuple[str, ...], list[int]] = {}
    for at, seed in enumerate(zip(*(needle[step:] for step in range(_SEED)), strict=False)):
        seeds.setdefault(seed, []).append(at)
    shifts = sorted(
        at - start
        for at, seed in enumerate(zip(*(there[step:] for step in range(_SEED)), strict=False))
        if seed in seeds
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
        yield max(0, group[0] - _SLACK), min(len(there), group[-1] + len(needle) + _SLACK)


def _aligned(needle: list[str], first: int, last: int, there: list[str], start: int, end: int) -> _Candidate | None:
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
    return _Candidate(begin, stop, min(2 * len(same) / (last - first + stop - begin), 0.99))


def _replaced(edge: int, known: int, words: int) -> int:
    """Return where a passage begins whose first words are others now: at `edge`, unless that is too far away."""
    return edge if known - edge <= words + 2 else known


def _side(expected: Sequence[str], found: Sequence[str]) -> _Side:
    """Return how two texts agree from the edge of a passage on; words near the edge count most."""
    expected, found = expected[:_AROUND], found[: 2 * _AROUND]
    if not expected:
        return _Side(0.0, False) if found else _Side(_AT_EDGE, True)
    row = [-_SKIPPED * len(expected) * at for at in range(len(found) + 1)]
    best = 0.0
    for weight, word in zip(range(len(expected), 0, -1), expected, strict=True):
        skipped = _SKIPPED * weight
        above, row = row, [row[0] - skipped]
        for at, other in enumerate(found):
            value = max(above[at + 1], row[at]) - skipped
            row.append(max(value, above[at] + weight) if word == other else value)
        best = max(best, *row)
    near, nearest = found[: 3 * _CLOSE], expected[:_CLOSE]
    rest = iter(near)
    is_close = all(word in rest for word in nearest) or "".join(near).startswith("".join(nearest))
    return _Side(best / sum(range(len(expected) + 1)), is_close)


def _backwards(words: Sequence[str]) -> list[str]:
    """Return the last words of a text, each from its last letter, from the last one on."""
    return [word[::-1] for word in words[: -2 * _AROUND - 1 : -1]]


def _span(
    text: str, there: PassageWords, found: _Candidate, passage: PassageWords, range_: tuple[int, int], whole: str
) -> Span:
    """Return the characters of the words found, with the signs around them and without the parts of words cut off."""
    begin, end = range_
    first, last = passage.within(begin, end)
    start, stop = there.starts[found.first], there.ends[found.last - 1]
    cut = begin - passage.starts[first]
    if cut > 0 and there.keys[found.first] == passage.keys[first]:
        start += cut
    cut = passage.ends[last - 1] - end
    if cut > 0 and there.keys[found.last - 1] == passage.keys[last - 1]:
        stop -= cut
    for sign in reversed(_signs(whole[begin : max(begin, passage.starts[first])])):
        start -= start > 0 and fold_typography(text[start - 1]) == sign
    for sign in _signs(whole[min(end, passage.ends[last - 1]) : end]):
        stop += stop < len(text) and fold_typography(text[stop]) == sign
    return Span(start, stop)


def _signs(part: str) -> str:
    return "".join(fold_typography(part).split())
