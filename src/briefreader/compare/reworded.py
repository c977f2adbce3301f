"""Finds the sentences that are gone from a text and probably stand in the other one in other words.

Such sentences share too little wording to be aligned. Rare words which no other sentence shares tell that both speak of
one thing. A wrong pair costs more than a missed one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

from briefreader.compare.alignment.group import Group
from briefreader.compare.phrases.telling import STEMS_KEPT, UNTELLING, stem_of, weight_of
from briefreader.compare.redline.change import Rewording
from briefreader.compare.wording import SMALL_WORDS, Sentence, Wording

LIKENESS, SHARED = 0.5, 7.0
"""The part of the weight of both sentences that they must share, and that weight: of three rare words at least.

In 69 pairs of successive texts on which no rule was tuned, 35 of 36 sentences found spoke of the same."""

LONG_LIKENESS, LONG_SHARED = 0.42, 12.0
"""The likeness that is enough for sentences which share more, and that weight."""

TELLING, LEAST_TELLING = 1.0, 4
"""The least weight of a word that tells something, and the fewest such words that they must share: of formulas such as
`sovereignty and territorial integrity`, which stand in sentences on many matters, there are three."""

LEAD = 0.2
"""The likeness by which two sentences must surpass each other pair that has one of them."""

LEAST_WORDS = 7
"""The fewest words of a sentence; a shorter one may be a heading."""

MOST_HOLDERS, LEAST_COMMON = 40, 2
"""The most sentences of a text that may have a word by which partners are sought, and the fewest such words."""

NAME, USUAL = 0.5, 0.25
"""The weight of a word of a name, in parts of its own, and that of a word which most statements have."""

UNTELLING_WEIGHT = 0.5
"""The most weight of a word of statements of any subject."""


class _Text:
    """The sentences of a text by the stems of their words, and the sentences that have each stem.

    `stems` are the weights of the stems of each sentence, `weights` their sums, and `telling` the stems of words that
    tell something. A free sentence is none of those that are `carried`.
    """

    def __init__(self, wording: Wording, carried: Iterable[int]) -> None:
        held = {*carried}
        self.sentences = wording.sentences
        self.free = [
            number
            for number, each in enumerate(self.sentences)
            if number not in held and each.end - each.first >= LEAST_WORDS
        ]
        self.stems = [_weights_of_stems(wording, each) for each in self.sentences]
        self.telling = [frozenset(stem for stem, weight in stems.items() if weight >= TELLING) for stems in self.stems]
        self.weights: list[float] = []
        self.holders: dict[str, list[int]] = defaultdict(list)
        for number, stems in enumerate(self.stems):
            for stem in stems:
                self.holders[stem].append(number)

    def weigh(self, rarity: Mapping[str, float]) -> None:
        """Multiply each weight by the rarity of its stem in both texts."""
        self.stems = [{stem: weight * rarity[stem] for stem, weight in stems.items()} for stems in self.stems]
        self.weights = [sum(stems.values()) for stems in self.stems]


class _Partner(NamedTuple):
    """The sentence of another text that is most alike to one, and how sure that is.

    `shared` is the weight that both share, `telling` the number of words that tell something and that both share, and
    `lead` the likeness by which it surpasses the next one.
    """

    number: int = -1
    likeness: float = 0.0
    shared: float = 0.0
    telling: int = 0
    lead: float = 0.0

    @property
    def is_sure(self) -> bool:
        """Whether both sentences share enough, and no other one nearly as much."""
        is_like = self.likeness >= LIKENESS and self.shared >= SHARED
        is_long = self.likeness >= LONG_LIKENESS and self.shared >= LONG_SHARED
        return (is_like or is_long) and self.telling >= LEAST_TELLING and self.lead >= LEAD


def rewordings(a: Wording, b: Wording, carried: Sequence[Group]) -> tuple[Rewording, ...]:
    """Return the sentences that are gone from a and probably stand in b in other words, in the order of a.

    `carried` are the groups of sentences that b has from a.
    """
    own = _Text(a, (number for group in carried for number in group.a))
    other = _Text(b, (number for group in carried for number in group.b))
    if not own.free or not other.free:
        return ()
    rarity = _rarity(own, other)
    own.weigh(rarity)
    other.weigh(rarity)
    found = (Rewording(own.sentences[n].span, other.sentences[m].span) for n, m in _pairs(own, other))
    return tuple(each for each in found if not _are_of_other_places(a, b, each))


def _are_of_other_places(a: Wording, b: Wording, found: Rewording) -> bool:
    """Return whether both sentences name places and share none: formulas are the same for many countries."""
    places_a, places_b = (
        {each.canonical for each in text.mentions if each.type == "PLACE" and span.start <= each.start < span.end}
        for text, span in ((a, found.a), (b, found.b))
    )
    return bool(places_a) and bool(places_b) and places_a.isdisjoint(places_b)


def _weights_of_stems(wording: Wording, sentence: Sentence) -> dict[str, float]:
    """Return how much each word of a sentence tells, by its stem; small and routine words and letters tell nothing."""
    found: dict[str, float] = {}
    words = slice(sentence.first, sentence.end)
    for word, routine, named in zip(wording.words[words], wording.routine[words], wording.named[words], strict=True):
        stem, weight = _stem_and_weight(word)
        if not weight or routine:
            continue
        if named:
            weight *= NAME
        if weight > found.get(stem, 0.0):
            found[stem] = weight
    return found


@lru_cache(STEMS_KEPT)
def _stem_and_weight(word: str) -> tuple[str, float]:
    """Return the stem of a folded word, and how much the word tells."""
    if word in SMALL_WORDS or len(word) < 2:
        return word, 0.0
    weight = weight_of(word) or USUAL
    return stem_of(word), min(weight, UNTELLING_WEIGHT) if word in UNTELLING else weight


def _rarity(a: _Text, b: _Text) -> Mapping[str, float]:
    """Return the inverse frequency of each stem in the sentences of both texts, 1 where each text has it once."""
    count = len(a.sentences) + len(b.sentences)
    held = Counter(stem for text in (a, b) for stem, numbers in text.holders.items() for _ in numbers)
    return {stem: log(count / times) / log(max(2.0, count / 2)) for stem, times in held.items()}


def _pairs(a: _Text, b: _Text) -> Iterator[tuple[int, int]]:
    """Yield the free sentences of both texts that are surely the most alike for each other."""
    free = frozenset(b.free)
    for number in a.free:
        partner = _partner(a, b, number)
        if partner.is_sure and partner.number in free:
            back = _partner(b, a, partner.number)
            if back.is_sure and back.number == number:
                yield number, partner.number


def _partner(own: _Text, other: _Text, number: int) -> _Partner:
    """Return the partner of a sentence among all of another text, whether or not it is free."""
    stems = own.stems[number]
    rare = (holders for stem in stems if len(holders := other.holders.get(stem, ())) <= MOST_HOLDERS)
    common = Counter(candidate for holders in rare for candidate in holders)
    best, next_best = _Partner(), 0.0
    for candidate, count in common.items():
        if count < LEAST_COMMON:
            continue
        theirs = other.stems[candidate]
        shared = sum(min(stems[stem], theirs[stem]) for stem in stems.keys() & theirs.keys())
        likeness = 2 * shared / (own.weights[number] + other.weights[candidate])
        if likeness > best.likeness:
            telling = len(own.telling[number] & other.telling[candidate])
            best, next_best = _Partner(candidate, likeness, shared, telling), best.likeness
        else:
            next_best = max(next_best, likeness)
    return best._replace(lead=best.likeness - next_best)
