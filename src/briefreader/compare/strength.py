"""Finds verbs that became stronger or weaker, such as `condemned` that became `strongly condemned`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from briefreader.compare.group import Group
from briefreader.compare.verb_position import is_verb
from briefreader.compare.wording import Wording
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
    **{word: (word,) for word in ("may", "might", "could", "can", "should", "ought", "will", "shall", "must")},
}
_ADVERB = re.compile(r"\w+ly")
Ladders = Mapping[str, Sequence[Sequence[str]]]
"""The steps of each ladder, from weak to strong; a step is a list of expressions with verbs in their base form."""


LONGEST_REWRITING = 12
"""Words of a rewritten passage in which a verb of one text still stands for that of the other."""


class Rung(NamedTuple):
    """An expression of a ladder in a text: its ladder, the number of its step, and its range of words."""

    ladder: str
    step: int
    first: int
    end: int


class _Expression(NamedTuple):
    """An expression of a ladder: the forms of its words, the number of its verb, and the verb's base form."""

    ladder: str
    step: int
    words: tuple[frozenset[str], ...]
    verb: int
    base: str


class Shift(NamedTuple):
    """A verb that became stronger or weaker, with its place and its sentence in both texts; `steps` is above 0 if
    it became stronger.
    """

    ladder: str
    steps: int
    a: Span
    b: Span
    sentence_a: Span
    sentence_b: Span


class Strength:
    """The ladders by which verbs are compared."""

    def __init__(self, ladders: Ladders) -> None:
        self._ladders = ladders

    @cached_property
    def _by_first(self) -> Mapping[str, list[_Expression]]:
        """The expressions by the words that they can begin with, the longest first."""
        found: dict[str, list[_Expression]] = {}
        for ladder, steps in self._ladders.items():
            for step, expressions in enumerate(steps):
                for expression in expressions:
                    parts = expression.split()
                    verb = next((number for number, word in enumerate(parts) if not _ADVERB.fullmatch(word)), 0)
                    words = tuple(
                        frozenset(_forms(word)) if number == verb else frozenset(_numbers(word))
                        for number, word in enumerate(parts)
                    )
                    for first in words[0]:
                        found.setdefault(first, []).append(_Expression(ladder, step, words, verb, parts[verb]))
        for several in found.values():
            several.sort(key=lambda each: -len(each.words))
        return found

    def shifts(self, a: Wording, b: Wording, groups: Iterable[Group]) -> Iterator[Shift]:
        """Yield the shifts in groups of aligned sentences."""
        for group in groups:
            ranges = [_words(wording, numbers) for wording, numbers in ((a, group.a), (b, group.b))]
            if [a.words[n] for n in ranges[0]] == [b.words[n] for n in ranges[1]]:
                continue
            before, after = (list(self._rungs(w, numbers)) for w, numbers in zip((a, b), ranges, strict=True))
            same_place = _SamePlace(a, b, *ranges)
            for ladder in dict.fromkeys(rung.ladder for rung in before):
                for old in (rung for rung in before if rung.ladder == ladder):
                    new = next((rung for rung in after if rung.ladder == ladder and same_place(old, rung)), None)
                    if new is not None and new.step != old.step:
                        yield Shift(
                            ladder,
                            new.step - old.step,
                            _span(a, old),
                            _span(b, new),
                            _sentence(a, old),
                            _sentence(b, new),
                        )

    def _rungs(self, wording: Wording, numbers: Sequence[int]) -> Iterator[Rung]:
        """Yield the expressions of the ladders in some words; of each ladder the longest at a place."""
        taken: dict[str, int] = {}
        for at, number in enumerate(numbers):
            for ladder, step, words, verb, base in self._by_first.get(wording.words[number], ()):
                if at < taken.get(ladder, 0) or at + len(words) > len(numbers):
                    continue
                if all(wording.words[numbers[at + n]] in each for n, each in enumerate(words)) and is_verb(
                    wording, numbers[at + verb], base
                ):
                    taken[ladder] = at + len(words)
                    yield Rung(ladder, step, number, numbers[at + len(words) - 1] + 1)


class _SamePlace:
    """Tells whether two expressions stand at the same place of aligned sentences: their words are kept or replaced."""

    def __init__(self, a: Wording, b: Wording, numbers_a: Sequence[int], numbers_b: Sequence[int]) -> None:
        before, after = [a.words[n] for n in numbers_a], [b.words[n] for n in numbers_b]
        self._in_b: dict[int, set[int]] = {}
        for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag == "equal":
                self._in_b |= {numbers_a[a1 + at]: {numbers_b[b1 + at]} for at in range(a2 - a1)}
            elif tag == "replace" and max(a2 - a1, b2 - b1) <= LONGEST_REWRITING:
                self._in_b |= {numbers_a[at]: set(numbers_b[b1:b2]) for at in range(a1, a2)}

    def __call__(self, old: Rung, new: Rung) -> bool:
        return any(
            number in self._in_b.get(each, ())
            for each in range(old.first, old.end)
            for number in range(new.first, new.end)
        )


def _span(wording: Wording, rung: Rung) -> Span:
    return Span(wording.spans[rung.first].start, wording.spans[rung.end - 1].end)


def _sentence(wording: Wording, rung: Rung) -> Span:
    return next(each.span for each in wording.sentences if each.first <= rung.first < each.end)


def _words(wording: Wording, sentences: Iterable[int]) -> list[int]:
    return [n for each in sentences for n in range(wording.sentences[each].first, wording.sentences[each].end)]


def _numbers(word: str) -> tuple[str, ...]:
    """Return a word of an expression after its verb, and the plural of `concern`."""
    return (word, f"{word}s") if word == "concern" else (word,)


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    stem = verb[:-1] if verb.endswith("e") else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{verb if verb.endswith('ee') else stem}ing"
