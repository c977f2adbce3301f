"""Finds nouns of position with the adjectives that give their degree, such as `firm commitment`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefreader.compare.wording import SMALL_WORDS, Wording

MOST_ADJECTIVES = 5
"""Words before a noun among which its degree is sought."""

MOST_WORDS_BETWEEN = 14
"""Words behind a noun among which a verb of being gives its degree."""

_BEING = frozenset("is are was were be been remain remains remained".split())
_Steps = Mapping[tuple[str, ...], int]

_BETWEEN = frozenset(
    "and very most shared common mutual continued continuing ongoing collective joint bilateral trilateral bipartisan "
    "political international global longstanding long standing respective own".split()
)
"""Words that stand between an adjective of degree and its noun, and tell no degree."""

_BEFORE_BARE = SMALL_WORDS | frozenset(
    "my your his her no any all both not express expresses expressed expressing reaffirm reaffirms reaffirmed "
    "reaffirming reiterate reiterates reiterated reiterating affirm affirms affirmed affirming underscore underscores "
    "underscored underscoring underline underlines underlined underlining stress stresses stressed stressing "
    "emphasize emphasizes emphasized emphasizing emphasise emphasises emphasised emphasising highlight highlights "
    "highlighted highlighting recognize recognizes recognized recognizing recognise recognises recognised acknowledge "
    "acknowledges acknowledged acknowledging note notes noted noting voice voices voiced voicing share shares shared "
    "sharing convey conveys conveyed conveying pledge pledges pledged raise raises raised raising state states stated "
    "declare declares declared confirm confirms confirmed renew renews renewed show shows showed offer offers offered "
    "provide provides provided providing continue continues continued have has had give gives gave".split()
)
"""Words after which a noun stands without an adjective: an unknown word before it can be one of any degree."""


class Degrees(NamedTuple):
    """A ladder of degrees: nouns, and the steps of adjectives before them, from weak to strong.

    A noun without any of the adjectives stands below the first step.
    """

    nouns: Sequence[str]
    steps: Sequence[Sequence[str]]


class Degree(NamedTuple):
    """A noun with its adjectives in a text: the number of its step, its range of words, and the noun's number.

    The step is 0 where no adjective gives a degree.
    """

    step: int
    first: int
    end: int
    noun: int


def degrees_in(wording: Wording, numbers: Sequence[int], degrees: Degrees) -> Iterator[Degree]:
    """Yield the nouns of a ladder among some words of a text, each with its degree."""
    steps = {
        tuple(adjective.split()): step for step, several in enumerate(degrees.steps, start=1) for adjective in several
    }
    nouns = frozenset(degrees.nouns)
    words = [wording.words[number] for number in numbers]
    for at, number in enumerate(numbers):
        if words[at] in nouns and not wording.named[number]:
            found = _degree(wording, words, numbers, at, steps)
            if found is not None:
                yield found


def _degree(wording: Wording, words: Sequence[str], numbers: Sequence[int], at: int, steps: _Steps) -> Degree | None:
    """Return the highest degree of a noun; None if the word before it may be an adjective of unknown degree."""
    best, first, before = 0, at, at
    while before and at - before < MOST_ADJECTIVES:
        size = _size(words, before, steps)
        if size:
            best = max(best, steps[tuple(words[before - size : before])])
            first = before - size
        elif words[before - 1] not in _BETWEEN or _ends_here(wording, numbers[before - 1]):
            break
        before -= size or 1
    if at and not best and words[at - 1] not in _BEFORE_BARE and words[at - 1] not in _BETWEEN:
        return None
    return Degree(max(best, _told_behind(words, at, steps)), numbers[first], numbers[at] + 1, numbers[at])


def _size(words: Sequence[str], end: int, steps: _Steps) -> int:
    """Return how many words before a place are an adjective of degree."""
    return next((size for size in (2, 1) if size <= end and tuple(words[end - size : end]) in steps), 0)


def _told_behind(words: Sequence[str], at: int, steps: _Steps) -> int:
    """Return the step that is told behind a noun, as in `our commitment to the treaty is unwavering`."""
    return max(
        (
            steps.get(tuple(words[place + 1 : place + 2]), 0)
            for place in range(at + 1, min(len(words), at + MOST_WORDS_BETWEEN))
            if words[place] in _BEING
        ),
        default=0,
    )


def _ends_here(wording: Wording, number: int) -> bool:
    """Return whether a sign other than a space, a hyphen or a comma follows a word."""
    return any(sign in wording.text[wording.spans[number].end : wording.spans[number + 1].start] for sign in ".;:()\n")
