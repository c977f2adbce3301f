"""Finds words of position that became stronger or weaker: `condemned` that became `strongly condemned`, and `firm
commitment` that became `commitment`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from briefreader.compare.alignment.group import Group
from briefreader.compare.strength.degrees import Degrees, degrees_in
from briefreader.compare.strength.verb_position import is_verb
from briefreader.compare.wording import SMALL_WORDS, Wording
from briefreader.text import Span

_IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "be": ("be", "is", "are", "was", "were", "been", "being"),
    "take": ("take", "takes", "took", "taken", "taking"),
    "say": ("say", "says", "said", "saying"),
    "seek": ("seek", "seeks", "sought", "seeking"),
    "undertake": ("undertake", "undertakes", "undertook", "undertaken", "undertaking"),
    "commit": ("commit", "commits", "committed", "committing"),
    "regret": ("regret", "regrets", "regretted", "regretting"),
    "plan": ("plan", "plans", "planned", "planning"),
    "concur": ("concur", "concurs", "concurred", "concurring"),
    "uphold": ("uphold", "upholds", "upheld", "upholding"),
    **{word: (word,) for word in ("may", "might", "could", "can", "should", "ought", "will", "shall", "must")},
}
_ADVERB = re.compile(r"\w+ly")
_POSSESSIVES = frozenset("our their his her its my your".split())
"""Words that may stand inside an expression: `express our concern`."""

_NOUN_SIGN = "the"
"""The first word of an expression whose second word is a noun: `the condemnation of`."""

Steps = Sequence[Sequence[str]]
"""The steps of a ladder of verbs, from weak to strong; a step is a list of expressions with verbs in base form."""

Ladders = Mapping[str, Steps | Degrees]
"""The ladders by their names."""


LONGEST_REWRITING = 12
"""Words of a rewritten passage in which a verb of one text still stands for that of the other."""

REACH, REACH_OF_VERB = 5, 8
"""Words behind a noun, and behind a verb, that tell of which matter it speaks."""


class Rung(NamedTuple):
    """An expression of a ladder in a text: its ladder, the number of its step, and its range of words."""

    ladder: str
    step: int
    first: int
    end: int


class _Expression(NamedTuple):
    """An expression of a ladder: the forms of its words, the number of its verb, and the verb's base form.

    `verb` is None for a noun.
    """

    ladder: str
    step: int
    words: tuple[frozenset[str], ...]
    verb: int | None
    base: str


class Shift(NamedTuple):
    """A verb or a degree that became stronger or weaker, with its place and its sentence in both texts.

    `steps` is above 0 if it became stronger.
    """

    ladder: str
    steps: int
    a: Span
    b: Span
    sentence_a: Span
    sentence_b: Span


class Strength:
    """The ladders by which verbs, and degrees before nouns, are compared."""

    def __init__(self, ladders: Ladders) -> None:
        self._ladders = {name: each for name, each in ladders.items() if not isinstance(each, Degrees)}
        self._degrees = {name: each for name, each in ladders.items() if isinstance(each, Degrees)}

    @cached_property
    def _by_first(self) -> Mapping[str, list[_Expression]]:
        """The expressions by the words that they can begin with, the longest first."""
        found: dict[str, list[_Expression]] = {}
        for ladder, steps in self._ladders.items():
            for step, expressions in enumerate(steps):
                for expression in expressions:
                    read = _read(ladder, step, expression)
                    for first in read.words[0]:
                        found.setdefault(first, []).append(read)
        for several in found.values():
            several.sort(key=lambda each: -len(each.words))
        return found

    def shifts(self, a: Wording, b: Wording, groups: Iterable[Group]) -> Iterator[Shift]:
        """Yield the shifts in groups of aligned sentences, those of verbs before those of degrees."""
        for group in groups:
            words_a, words_b = _words(a, group.a), _words(b, group.b)
            if [a.words[n] for n in words_a] == [b.words[n] for n in words_b]:
                continue
            same_place = _SamePlace(a, b, words_a, words_b)
            told = [*self._shifts_of_verbs(a, b, words_a, words_b, same_place)]
            for old, new in (*told, *self._shifts_of_degrees(a, b, words_a, words_b, same_place, told)):
                yield Shift(
                    old.ladder, new.step - old.step, _span(a, old), _span(b, new), _sentence(a, old), _sentence(b, new)
                )

    def _shifts_of_verbs(
        self, a: Wording, b: Wording, words_a: Sequence[int], words_b: Sequence[int], same_place: "_SamePlace"
    ) -> Iterator[tuple[Rung, Rung]]:
        before, after = list(self._rungs(a, words_a)), list(self._rungs(b, words_b))
        for ladder in dict.fromkeys(rung.ladder for rung in before):
            for old in (rung for rung in before if rung.ladder == ladder):
                new = next((rung for rung in after if rung.ladder == ladder and same_place(old, rung)), None)
                if new is None or new.step == old.step:
                    continue
                if same_place.goes_on_alike(old.end, new.end, REACH_OF_VERB):
                    yield old, new

    def _shifts_of_degrees(
        self,
        a: Wording,
        b: Wording,
        words_a: Sequence[int],
        words_b: Sequence[int],
        same_place: "_SamePlace",
        told: Sequence[tuple[Rung, Rung]],
    ) -> Iterator[tuple[Rung, Rung]]:
        """Yield the degrees of a noun that stands in both sentences and speaks of the same thing in both."""
        for name, degrees in self._degrees.items():
            after = {each.noun: each for each in degrees_in(b, words_b, degrees)}
            for old in degrees_in(a, words_a, degrees):
                noun = same_place.kept(old.noun)
                new = after.get(noun) if noun is not None else None
                if new is None or new.step == old.step or not same_place.goes_on_alike(old.end, new.end, REACH):
                    continue
                before_and_after = Rung(name, old.step, old.first, old.end), Rung(name, new.step, new.first, new.end)
                if not any(
                    _overlap(rung, verb) for pair in told for rung, verb in zip(before_and_after, pair, strict=True)
                ):
                    yield before_and_after

    def _rungs(self, wording: Wording, numbers: Sequence[int]) -> Iterator[Rung]:
        """Yield the expressions of the ladders in some words; of each ladder the longest at a place."""
        taken: dict[str, int] = {}
        words = [wording.words[number] for number in numbers]
        for at, word in enumerate(words):
            for each in self._by_first.get(word, ()):
                if at < taken.get(each.ladder, 0):
                    continue
                places = _places(each, words, at)
                if places and (each.verb is None or is_verb(wording, numbers[places[each.verb]], each.base)):
                    taken[each.ladder] = places[-1] + 1
                    yield Rung(each.ladder, each.step, numbers[at], numbers[places[-1]] + 1)


def _places(expression: _Expression, words: Sequence[str], at: int) -> list[int]:
    """Return where each word of an expression stands that begins at a word; none if it is not there."""
    places = [at]
    for wanted in expression.words[1:]:
        at += 1
        if at < len(words) and words[at] not in wanted and words[at] in _POSSESSIVES:
            at += 1
        if at >= len(words) or words[at] not in wanted:
            return []
        places.append(at)
    return places


class _SamePlace:
    """Tells whether two expressions stand at the same place of aligned sentences: their words are kept or replaced."""

    def __init__(self, a: Wording, b: Wording, numbers_a: Sequence[int], numbers_b: Sequence[int]) -> None:
        before, after = [a.words[n] for n in numbers_a], [b.words[n] for n in numbers_b]
        self._in_b: dict[int, set[int]] = {}
        self._kept: dict[int, int] = {}
        self._words = a.words
        self._end = numbers_a[-1] + 1
        for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag == "equal":
                self._kept |= {numbers_a[a1 + at]: numbers_b[b1 + at] for at in range(a2 - a1)}
            elif tag == "replace" and max(a2 - a1, b2 - b1) <= LONGEST_REWRITING:
                self._in_b |= {numbers_a[at]: set(numbers_b[b1:b2]) for at in range(a1, a2)}
        self._in_b |= {number: {kept} for number, kept in self._kept.items()}

    def __call__(self, old: Rung, new: Rung) -> bool:
        return any(
            number in self._in_b.get(each, ())
            for each in range(old.first, old.end)
            for number in range(new.first, new.end)
        )

    def kept(self, number: int) -> int | None:
        """Return the number that a kept word of the first text has in the second."""
        return self._kept.get(number)

    def goes_on_alike(self, old_end: int, new_end: int, reach: int) -> bool:
        """Return whether a telling word close behind an expression is kept close behind the other.

        Also where nothing stands behind the first: `was condemned.`
        """
        behind = range(old_end, min(old_end + reach, self._end))
        return not behind or any(
            new_end <= self._kept.get(number, -1) < new_end + reach and self._words[number] not in SMALL_WORDS
            for number in behind
        )


def _read(ladder: str, step: int, expression: str) -> _Expression:
    parts = expression.split()
    if parts[0] == _NOUN_SIGN and len(parts) > 1:
        nouns = parts[1:]
        return _Expression(ladder, step, tuple(frozenset(_numbers(word)) for word in nouns), None, nouns[0])
    verb = next((number for number, word in enumerate(parts) if not _ADVERB.fullmatch(word)), 0)
    words = tuple(
        frozenset(_forms(word)) if number == verb else frozenset(_numbers(word)) for number, word in enumerate(parts)
    )
    return _Expression(ladder, step, words, verb, parts[verb])


def _overlap(rung: Rung, other: Rung) -> bool:
    return rung.first < other.end and other.first < rung.end


def _span(wording: Wording, rung: Rung) -> Span:
    return Span(wording.spans[rung.first].start, wording.spans[rung.end - 1].end)


def _sentence(wording: Wording, rung: Rung) -> Span:
    return next(each.span for each in wording.sentences if each.first <= rung.first < each.end)


def _words(wording: Wording, sentences: Iterable[int]) -> list[int]:
    return [n for each in sentences for n in range(wording.sentences[each].first, wording.sentences[each].end)]


def _numbers(word: str) -> tuple[str, ...]:
    """Return a word of an expression after its verb, and the plural of `concern` and `call`."""
    return (word, f"{word}s") if word in ("concern", "call") else (word,)


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    stem = verb[:-1] if verb.endswith("e") else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{verb if verb.endswith('ee') else stem}ing"
