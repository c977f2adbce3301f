"""Finds verbs that became stronger or weaker, such as `condemned` that became `strongly condemned`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from briefreader.compare.alignment import Group
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
    "concur": ("concur", "concurs", "concurred", "concurring"),
    **{word: (word,) for word in ("may", "might", "could", "can", "should", "ought", "will", "shall", "must")},
}
_ADVERB = re.compile(r"\w+ly")
Ladders = Mapping[str, Sequence[Sequence[str]]]
"""The steps of each ladder, from weak to strong; a step is a list of expressions with verbs in their base form."""


class Rung(NamedTuple):
    """An expression of a ladder in a text: its ladder, the number of its step, and its range of words."""

    ladder: str
    step: int
    first: int
    end: int


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
    def _by_first(self) -> Mapping[str, list[tuple[str, int, tuple[frozenset[str], ...]]]]:
        """The expressions by the words that they can begin with, the longest first."""
        found: dict[str, list[tuple[str, int, tuple[frozenset[str], ...]]]] = {}
        for ladder, steps in self._ladders.items():
            for step, expressions in enumerate(steps):
                for expression in expressions:
                    words = _inflected(expression.split())
                    for first in words[0]:
                        found.setdefault(first, []).append((ladder, step, words))
        for several in found.values():
            several.sort(key=lambda each: -len(each[2]))
        return found

    def shifts(self, a: Wording, b: Wording, groups: Iterable[Group]) -> Iterator[Shift]:
        """Yield the shifts in groups of aligned sentences."""
        for group in groups:
            ranges = [_words(wording, numbers) for wording, numbers in ((a, group.a), (b, group.b))]
            if [a.words[n] for n in ranges[0]] == [b.words[n] for n in ranges[1]]:
                continue
            before, after = (list(self._rungs(w, numbers)) for w, numbers in zip((a, b), ranges, strict=True))
            for ladder in dict.fromkeys(rung.ladder for rung in before):
                yield from _of_ladder(
                    a, b, [r for r in before if r.ladder == ladder], [r for r in after if r.ladder == ladder]
                )

    def _rungs(self, wording: Wording, numbers: Sequence[int]) -> Iterator[Rung]:
        """Yield the expressions of the ladders in some words; of each ladder the longest at a place."""
        taken: dict[str, int] = {}
        for at, number in enumerate(numbers):
            for ladder, step, words in self._by_first.get(wording.words[number], ()):
                if at < taken.get(ladder, 0) or at + len(words) > len(numbers):
                    continue
                if all(wording.words[numbers[at + n]] in each for n, each in enumerate(words)):
                    taken[ladder] = at + len(words)
                    yield Rung(ladder, step, number, numbers[at + len(words) - 1] + 1)


def _of_ladder(a: Wording, b: Wording, before: Sequence[Rung], after: Sequence[Rung]) -> Iterator[Shift]:
    """Yield the shifts of one ladder: expressions of the two texts that stand at the same place among its others."""
    steps = [rung.step for rung in before], [rung.step for rung in after]
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, *steps, autojunk=False).get_opcodes():
        if tag != "replace" or a2 - a1 != b2 - b1:
            continue
        for old, new in zip(before[a1:a2], after[b1:b2], strict=True):
            yield Shift(
                old.ladder, new.step - old.step, _span(a, old), _span(b, new), _sentence(a, old), _sentence(b, new)
            )


def _span(wording: Wording, rung: Rung) -> Span:
    return Span(wording.spans[rung.first].start, wording.spans[rung.end - 1].end)


def _sentence(wording: Wording, rung: Rung) -> Span:
    return next(each.span for each in wording.sentences if each.first <= rung.first < each.end)


def _words(wording: Wording, sentences: Iterable[int]) -> list[int]:
    return [n for each in sentences for n in range(wording.sentences[each].first, wording.sentences[each].end)]


def _inflected(words: Sequence[str]) -> tuple[frozenset[str], ...]:
    """Return the forms of each word of an expression; only its verb, the first word that is no adverb, has several."""
    verb = next((number for number, word in enumerate(words) if not _ADVERB.fullmatch(word)), 0)
    return tuple(frozenset(_forms(word)) if number == verb else frozenset({word}) for number, word in enumerate(words))


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    stem = verb[:-1] if verb.endswith("e") else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"
