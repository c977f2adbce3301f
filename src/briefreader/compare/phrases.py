"""Finds the phrases of a text that its series had and has no more, and those that are new in the series."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import log2
from typing import NamedTuple

from briefreader.compare.phrase_edges import LONGEST, SMALL, is_verb_form, phrase_ranges
from briefreader.compare.telling import RARE, stem_of, weight_of
from briefreader.compare.wording import Wording
from briefreader.text import Span, fold

KEPT_WITHIN = 6
"""Words of another text among which all words of a phrase stand, in any order and form, if the text keeps it."""

MORE_WORDS = 2
"""Words that may stand among those of a phrase."""

LONG_NAME = 4
"""Telling words of a name from which another text may leave out one."""

MOST_WEIGHED = 2
"""Words of a phrase, the most telling ones, that make its weight: a long phrase tells no more for its length."""

LEAST_WEIGHT, LEAST_WEIGHT_SAID_ONCE = 3, 5
"""The weight of a phrase that is told, and of one that stands only once and in no other meeting."""

_NAMES = {"AGREEMENT": 3, "EVENT": 1}
"""The kinds of names that are told as phrases, with the weight that they have above that of their words."""

MOST_PHRASES, MOST_NAMES = 10, 5

_UNTELLING = frozenset(
    "call calls called demand demands also all any both each more most other others such including include includes "
    "further well together not no leaders leader president presidents minister ministers secretary sides side "
    "participants parties countries country nations world people peoples government governments members member states "
    "partners meeting meetings today year years month months week weeks time new important importance continue "
    "continues continued continuing work working works efforts effort support supports supporting supported commitment "
    "commitments committed commit reaffirm reaffirmed reiterate reiterated discuss discussed welcome welcomed note "
    "noted underscore underscored stress stressed emphasize emphasized express expressed agree agreed recognize "
    "recognized look looks looked forward intend intends ensure ensuring strengthen strengthening strengthened enhance "
    "enhancing advance advancing promote promoting through across between among within towards toward into over under "
    "about can may should must could i you he she us them his her my your if when while where there here than then but "
    "one two three four same next view views opening remark remarks issue issues area areas range progress way ways "
    "number part parts place thing things case situation circumstances difficult current initial respect goal goals "
    "update significant extensive per cent percent".split()
)
"""Words of statements of any subject."""


class Phrase(NamedTuple):
    """A phrase as a text writes it first, with its place there, how often the text has it, in how many earlier
    meetings of the series it stands, and the sentence of its place.
    """

    words: str
    span: Span
    times: int
    meetings: int
    sentence: Span


_UNITED_NATIONS = frozenset(map(stem_of, ("un", "united", "nations")))

_SHORT_FORM = re.compile(r"[ \n]\(([A-Z][\w-]{2,})\)")
_NUMBER = re.compile(r"\d{3,}")
_LEAD = 3
"""Paragraphs, title included, in which a statement names its own meeting."""


class _Found(NamedTuple):
    """A phrase of a text: its telling words without endings, the ranges of words where it stands, and its weight.

    `usual` are words that a name may lack in another text, and `short` is the short form that the text
    gives it, or its number.
    """

    words: frozenset[str]
    places: list[tuple[int, int]]
    weight: int
    is_name: bool = False
    usual: frozenset[str] = frozenset()
    short: str | None = None


def gone_phrases(before: Wording, now: Wording, earlier: Sequence[Wording] = ()) -> tuple[Phrase, ...]:
    """Return the phrases of the last text that are gone, the most telling first; those of many meetings tell more."""
    texts = [_Text(each) for each in earlier]
    found = [*_names(before), *_phrases(before)]
    return tuple(_told(before, found, [_Text(now)], [sum(text.has(each) for text in texts) for each in found]))


def new_phrases(now: Wording, earlier: Sequence[Wording]) -> tuple[Phrase, ...]:
    """Return the phrases of a text that no earlier one has, the most telling first; new words tell more."""
    found = [*_names(now), *_phrases(now)]
    return tuple(_told(now, found, [_Text(each) for each in earlier], [0] * len(found)))


class _Text:
    """A text in which phrases are sought: where it has each word, whatever its ending."""

    def __init__(self, wording: Wording) -> None:
        self._places: dict[str, list[int]] = {}
        for number, word in enumerate(wording.words):
            self._places.setdefault(stem_of(word), []).append(number)

    def has_word(self, word: str) -> bool:
        """Return whether the text has a word."""
        return word in self._places

    def has(self, found: _Found) -> bool:
        """Return whether the text has a phrase: its words near each other, in any order and form, or its short form."""
        if found.short is not None and self.has_word(found.short):
            return True
        first, end = found.places[0]
        within = max(KEPT_WITHIN, end - first + MORE_WORDS)
        if not found.is_name or len(found.words) < LONG_NAME:
            return self._has_near(found.words, within)
        return any(self._has_near(found.words - {word}, within + MORE_WORDS) for word in ("", *found.usual))

    def _has_near(self, words: frozenset[str], within: int) -> bool:
        if not all(word in self._places for word in words):
            return False
        rarest, *others = sorted((self._places[word] for word in words), key=len)
        return any(_are_near(at, others, within) for at in rarest)


def _are_near(at: int, others: Sequence[Sequence[int]], within: int) -> bool:
    first = last = at
    for places in others:
        number = bisect_left(places, at)
        near = min(places[max(0, number - 1) : number + 1], key=lambda place: abs(place - at))
        first, last = min(first, near), max(last, near)
        if last - first >= within:
            return False
    return True


def _phrases(wording: Wording) -> Iterator[_Found]:
    """Yield the phrases of a text without its names; those with the same words are one."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    words = wording.words
    stems = [*map(stem_of, words)]
    weapons = _inner_edges(wording)
    for first, end in phrase_ranges(wording, _barred(wording)):
        is_telling = words[first] not in _UNTELLING and words[end - 1] not in _UNTELLING
        if is_telling and first not in weapons and end not in weapons:
            places.setdefault(tuple(stems[first:end]), []).append((first, end))
    beginnings: dict[str, list[int]] = {}
    for number, stem in enumerate(stems):
        beginnings.setdefault(stem, []).append(number)
    for key, several in places.items():
        # A phrase is said wherever its words stand, though they go on there in a longer one.
        firsts = {first for first, _ in several}
        more = (at for at in beginnings[key[0]] if at not in firsts and tuple(stems[at : at + len(key)]) == key)
        yield _found(wording, [*several, *((at, at + len(key)) for at in more)])


def _found(wording: Wording, places: list[tuple[int, int]], name: int = 0) -> _Found:
    """Return a phrase; `name` is the weight of its kind of name, 0 if it is none."""
    telling = [word for word in wording.words[slice(*places[0])] if word not in SMALL]
    weights = sorted(
        (min(1, weight_of(word)) if word in _UNTELLING else weight_of(word) for word in telling), reverse=True
    )
    starts_with_verb = not name and (is_verb_form(telling[0]) or telling[0].endswith("ing"))
    words = frozenset(map(stem_of, telling))
    weight = sum(weights[:MOST_WEIGHED]) - starts_with_verb + name
    if not name:
        return _Found(words, places, weight)
    usual = frozenset(stem_of(word) for word in telling if weight_of(word) != RARE)
    return _Found(
        words - _UNITED_NATIONS or words,
        places,
        weight,
        True,
        usual,
        _number(wording, *places[0]) or _short_form(wording, places),
    )


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


def _names(wording: Wording) -> Iterator[_Found]:
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


def _told(
    wording: Wording, found: Sequence[_Found], others: Sequence[_Text], meetings: Sequence[int]
) -> Iterator[Phrase]:
    """Yield the best phrases that no other text has; of phrases that stand at one place only the best."""
    taken = bytearray(len(wording.words))
    told: set[str] = set()
    count = names = 0
    for number in sorted(range(len(found)), key=lambda each: _rank(found[each], others, meetings[each])):
        each = found[number]
        least = LEAST_WEIGHT if len(each.places) > 1 or meetings[number] or each.is_name else LEAST_WEIGHT_SAID_ONCE
        if (
            each.weight < least
            or (each.is_name and names == MOST_NAMES)
            or any(any(taken[first:end]) for first, end in each.places)
            or each.words <= told
            or any(text.has(each) for text in others)
        ):
            continue
        for first, end in each.places:
            taken[first:end] = b"\1" * (end - first)
        names += each.is_name
        told |= each.words
        count += 1
        yield _phrase(wording, each, meetings[number])
        if count == MOST_PHRASES:
            return


def _rank(found: _Found, others: Sequence[_Text], meetings: int) -> tuple[float, int, int]:
    """Return the sort key of a phrase: that which tells more comes first, of equal ones the longer."""
    new_words = sum(not any(text.has_word(word) for text in others) for word in found.words)
    telling = (found.weight + min(new_words, 2)) * (1 + log2(len(found.places)) / 2 + meetings)
    return -telling, -LONGEST if found.is_name else -len(found.words), found.places[0][0]


def _phrase(wording: Wording, found: _Found, meetings: int) -> Phrase:
    first, end = found.places[0]
    span = Span(wording.spans[first].start, wording.spans[end - 1].end)
    number = bisect_right([each.first for each in wording.sentences], first) - 1
    words = " ".join(wording.text[span.start : span.end].split())
    if found.is_name and "(" in words and wording.text[span.end : span.end + 1] == ")":
        words, span = f"{words})", Span(span.start, span.end + 1)
    return Phrase(words, span, len(found.places), meetings, wording.sentences[number].span)
