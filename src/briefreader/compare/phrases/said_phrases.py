"""Finds the phrases that a text says, and the names of agreements and events in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefreader.compare.phrases.phrase_edges import SMALL, is_verb_form, phrase_ranges
from briefreader.compare.phrases.telling import RARE, UNTELLING, WATCHED, stem_of, weight_of
from briefreader.compare.wording import Wording
from briefreader.text import Span, fold

MOST_WEIGHED = 2
"""Words of a phrase, the most telling ones, that make its weight: a long phrase tells no more for its length."""

_NAMES = {"AGREEMENT": 3, "EVENT": 1}
"""The kinds of names that are told as phrases, with the weight that they have above that of their words."""

_UNITED_NATIONS = frozenset(map(stem_of, ("un", "united", "nations")))

_GENRES = frozenset(
    tuple(map(stem_of, words.split()))
    for words in ("joint statement", "joint declaration", "joint communique", "joint readout", "joint vision statement",
                  "joint press statement", "fact sheet", "joint fact sheet", "press release", "press statement",
                  "media note")
)  # fmt: skip
"""The words for a kind of text, which tell nothing of its matter."""

_SHORT_FORM = re.compile(r"[ \n]\(([A-Z][\w-]{2,}?)[-\s)]")
_NUMBER = re.compile(r"\d{3,}")
_LEAD = 3
"""Paragraphs, title included, in which a statement names its own meeting."""


class SaidPhrase(NamedTuple):
    """A phrase of a text: its telling words without endings, the ranges of words where it stands, and its weight.

    `is_watched` tells that one of its words is of those for which readers look, however usual they are.
    `usual` are words that a name may lack in another text, and `short` is the short form that the text
    gives it, or its number.
    """

    words: frozenset[str]
    places: list[tuple[int, int]]
    weight: int
    is_watched: bool
    is_name: bool = False
    usual: frozenset[str] = frozenset()
    short: str | None = None


def phrases_of(wording: Wording) -> Iterator[SaidPhrase]:
    """Yield the phrases of a text without its names; those with the same words are one."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    words = wording.words
    stems = [*map(stem_of, words)]
    weapons = _inner_edges(wording)
    for first, end in phrase_ranges(wording, _barred(wording)):
        is_telling = words[first] not in UNTELLING and words[end - 1] not in UNTELLING
        if is_telling and first not in weapons and end not in weapons:
            places.setdefault(tuple(stems[first:end]), []).append((first, end))
    beginnings: dict[str, list[int]] = {}
    for number, stem in enumerate(stems):
        beginnings.setdefault(stem, []).append(number)
    for key in _GENRES:
        places.pop(key, None)
    for key, several in places.items():
        # A phrase is said wherever its words stand, though they go on there in a longer one.
        firsts = {first for first, _ in several}
        more = (at for at in beginnings[key[0]] if at not in firsts and tuple(stems[at : at + len(key)]) == key)
        yield _found(wording, [*several, *((at, at + len(key)) for at in more)])


def _found(wording: Wording, places: list[tuple[int, int]], name: int = 0) -> SaidPhrase:
    """Return a phrase; `name` is the weight of its kind of name, 0 if it is none."""
    telling = [word for word in wording.words[slice(*places[0])] if word not in SMALL]
    weights = sorted(
        (min(1, weight_of(word)) if word in UNTELLING else weight_of(word) for word in telling), reverse=True
    )
    starts_with_verb = not name and (is_verb_form(telling[0]) or telling[0].endswith("ing"))
    words = frozenset(map(stem_of, telling))
    weight = sum(weights[:MOST_WEIGHED]) - starts_with_verb + name
    is_watched = WATCHED in weights
    if not name:
        return SaidPhrase(words, places, weight, is_watched)
    usual = frozenset(stem_of(word) for word in telling if weight_of(word) != RARE)
    short = _number(wording, *places[0]) or _short_form(wording, places)
    return SaidPhrase(words - _UNITED_NATIONS or words, places, weight, is_watched, True, usual, short)


def _short_form(wording: Wording, places: Iterable[tuple[int, int]]) -> str | None:
    """Return the short form in brackets behind a name, as another text may write it alone; None without one."""
    for first, end in places:
        match = _SHORT_FORM.match(wording.text, wording.spans[end - 1].end)
        short = fold(match[1]) if match else ""
        if short.startswith(wording.words[first][0]) and weight_of(short) == RARE:
            return stem_of(short)
    return None


def _number(wording: Wording, first: int, end: int) -> str | None:
    """Return the number in the name of a resolution, which is written in many ways."""
    return next((word for word in wording.words[first:end] if _NUMBER.fullmatch(word)), None)


def _barred(wording: Wording) -> bytearray:
    """Return a flag for each word: it is routine, part of a name, a letter or a number."""
    flags = bytearray(wording.routine)
    for mention in wording.mentions:
        if mention.type != "WEAPON":
            first, end = wording.range(Span(mention.start, mention.end))
            flags[first:end] = b"\1" * (end - first)
    for number, word in enumerate(wording.words):
        flags[number] |= not word.isalpha() or (len(word) == 1 and word != "a")
    return flags


def _inner_edges(wording: Wording) -> set[int]:
    """Return the numbers of the words before which a phrase would cut the name of a weapon."""
    ranges = (wording.range(Span(each.start, each.end)) for each in wording.mentions if each.type == "WEAPON")
    return {number for first, end in ranges for number in range(first + 1, end)}


def _own_names(wording: Wording) -> set[str]:
    """Return the names of the text itself, in its title, and of its meeting, in the paragraphs that open it."""
    ends = [next((each.first for each in wording.sentences if each.paragraph >= most), 0) for most in (1, _LEAD)]
    places = ((each, wording.range(Span(each.start, each.end))[0]) for each in wording.mentions)
    return {each.canonical for each, first in places if first < ends[each.type == "EVENT"]}


def names_of(wording: Wording) -> Iterator[SaidPhrase]:
    """Yield the agreements, events and weapons of a text that have a name of more than one word."""
    own = _own_names(wording)
    places: dict[str, list[tuple[int, int]]] = {}
    kinds: dict[str, str] = {}
    for mention in wording.mentions:
        if mention.type in _NAMES and mention.canonical not in own:
            kinds.setdefault(mention.canonical.casefold(), mention.type)
            places.setdefault(mention.canonical.casefold(), []).append(wording.range(Span(mention.start, mention.end)))
    for name, several in places.items():
        first, end = several[0]
        if end - first > 1 and not all(wording.routine[first:end]):
            yield _found(wording, several, _NAMES[kinds[name]])
