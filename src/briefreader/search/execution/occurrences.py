"""Where the words of a query stand in the wording of a brief.

All is reckoned in the places of terms, so that nothing of a text is read but its terms, and of its letters no more
than what is shown.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, compress
from operator import attrgetter
from typing import Final, NamedTuple, TypeAlias

from briefreader.search.analysis.analyzer import Phrase, TermPattern, is_pair, near
from briefreader.search.analysis.matching import matches as asks_for
from briefreader.search.analysis.stemming import stem_beginning
from briefreader.search.index.forward_index import DocumentTerms

_MOST_WORDS: Final = 50_000
_MOST_KEPT: Final = 32

Ways = tuple[Phrase, ...]
"""The rows that a term of a query may stand in a text as."""
Sought: TypeAlias = "TermSearch | AnyOf"


def _needle(pattern: TermPattern, key: str) -> str:
    """Return what every term begins with that the slot may ask for by a key."""
    if pattern.kind == "pattern":
        return key.partition("*")[0]
    if pattern.kind in ("one slip", "two slips"):
        return key[:1]
    return stem_beginning(key) if pattern.kind == "stem" else key


class Occurrences(NamedTuple):
    """Where something stands: the places in order, each once, and the ends of those that are more than a word."""

    places: list[int]
    ends: dict[int, int]

    def between(self, start: int, end: int) -> list[int]:
        """Return the places from one to before another."""
        places = self.places
        if not places or (start <= places[0] and places[-1] < end):
            return places
        return places[bisect_left(places, start) : bisect_left(places, end)]


_ENDS: Final = attrgetter("ends")


class Standing(NamedTuple):
    """Where words stand that begin alike, the word at each place, and whether other terms begin so."""

    found: Occurrences
    words: list[bytes]
    elsewhere: bool


class DocumentSearch:
    """A wording that is looked through once and again, as the hits of a query are that is being typed."""

    def __init__(self, document_terms: DocumentTerms) -> None:
        self.document_terms = document_terms
        self._words: bytes | None = None
        self._standing: dict[bytes, Standing] = {}
        self._found: dict[Sought, Occurrences] = {}

    @property
    def words(self) -> bytes:
        """The words of the wording, until they are put away."""
        if self._words is None:
            self._words = self.document_terms.words
        return self._words

    def put_away(self) -> None:
        """Let the words go: more letters of what was found need none, and room that is used again costs little."""
        self._words = None

    def standing(self, needle: bytes) -> Standing:
        """Return where the words stand that begin as a needle does after its space."""
        known = self._standing.get(needle)
        if known is None:
            if len(self._standing) >= _MOST_KEPT:
                self._standing.clear()
            # Who types has a letter or two more each time.
            before = self._standing.get(needle[:-1]) or self._standing.get(needle[:-2])
            if before:
                known = _grown(before, needle, self.document_terms.others)
            else:
                known = _standing(self.words, needle, self.document_terms.others)
            self._standing[needle] = known
        return known

    def found(self, terms: "Iterable[Sought]") -> list[Occurrences]:
        """Return where each of the terms of a query stands."""
        return [self._found.get(term) or self._look_for(term) for term in terms]

    def _look_for(self, term: "Sought") -> Occurrences:
        if len(self._found) >= _MOST_KEPT:
            self._found.clear()
        found = self._found[term] = term.on(self)
        return found


def _standing(phrase: bytes, needle: bytes, others: bytes = b"") -> Standing:
    places, words = [], []
    at = phrase.find(needle)
    while at >= 0 and (end := phrase.find(b" ", at + 1)) >= 0:  # a needle may be no more than its space
        places.append(at)
        words.append(phrase[at + 1 : end])
        at = phrase.find(needle, end)
    return Standing(Occurrences(places, {}), words, needle in others)


def _grown(before: Standing, needle: bytes, others: bytes) -> Standing:
    """Return where those of some words stand that have a longer beginning."""
    beginning = needle[1:]
    staying = [word.startswith(beginning) for word in before.words]
    elsewhere = before.elsewhere and needle in others
    if elsewhere == before.elsewhere and all(staying):
        return before  # which is quick to compare
    places = [*compress(before.found.places, staying)]
    return Standing(Occurrences(places, {}), [*compress(before.words, staying)], elsewhere)


def _united(parts: Iterable[Occurrences]) -> Occurrences:
    """Return where any of some stands, to the farthest end."""
    standing = [part for part in parts if part.places]
    if len(standing) == 1:
        return standing[0]
    ends: dict[int, int] = {}
    for part in standing:
        for place, end in part.ends.items():
            ends[place] = max(end, ends.get(place, 0))
    return Occurrences(sorted({*chain.from_iterable(part.places for part in standing)}), ends)


class _Known(dict[bytes, int]):
    """What is known of words: -1 for one that no slot asks for, 0 for one that is sought, 1 where it goes on after."""

    def __init__(self, patterns: Sequence[TermPattern]) -> None:
        super().__init__()
        self._patterns = patterns

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        term = word.decode()
        known = self[word] = int(is_pair(term)) if any(asks_for(pattern, term) for pattern in self._patterns) else -1
        return known


class TermSearch:
    """The terms that any of some slots asks for."""

    def __init__(self, patterns: Iterable[TermPattern]) -> None:
        patterns = tuple(patterns)
        # Whatever begins so is sought, and takes one place.
        certain = {key for pattern in patterns if pattern.kind == "prefix" for key in pattern.keys if key.isascii()}
        self._needles: list[tuple[bytes, bool]] = []
        for needle in sorted({_needle(pattern, key) for pattern in patterns for key in pattern.keys}):
            if not self._needles or not needle.encode().startswith(self._needles[-1][0][1:]):
                self._needles.append((f" {needle}".encode(), needle in certain))
        self._known = _Known(patterns)

    def on(self, page: DocumentSearch) -> Occurrences:
        """Return where the terms stand on a page, be it among the others of its wording."""
        parts = []
        for needle, certain in self._needles:
            standing = page.standing(needle)
            parts.append(standing.found if certain else self._matching(standing))
            if standing.elsewhere:
                parts.append(self._among_others(page.document_terms, needle))
        return parts[0] if len(parts) == 1 else _united(parts)

    def _matching(self, standing: Standing) -> Occurrences:
        """Return those of the places where a term stands, with the ends of those that go on in the next word."""
        known = [*map(self._known.__getitem__, standing.words)]
        if not any(known):
            return standing.found
        matching = [each for each in zip(standing.found.places, standing.words, known, strict=True) if each[2] >= 0]
        ends = {place: place + len(word) + 2 for place, word, beyond in matching if beyond}
        return Occurrences([place for place, _, _ in matching], ends)

    def _among_others(self, document_terms: DocumentTerms, needle: bytes) -> Occurrences:
        """Return where those of the other terms stand that begin so."""
        ends: dict[int, int] = {}
        for at in self._matching(_standing(document_terms.others, needle)).places:
            number = 2 * document_terms.others.count(b" ", 0, at)
            place, end = document_terms.spans[number : number + 2]
            ends[place] = max(end, ends.get(place, 0))
        return Occurrences(sorted(ends), ends)


class PhraseSearch:
    """Words in a row, or near each other."""

    def __init__(self, phrase: Phrase) -> None:
        self._patterns = {pattern._replace(offset=0): TermSearch((pattern,)) for pattern in phrase}
        self._steps = [(pattern._replace(offset=0), pattern.offset - phrase[0].offset) for pattern in phrase]
        self._often = Counter(pattern for pattern, _ in self._steps)
        self._reach = phrase[0].reach
        self._needle = _plain_needle(phrase)
        self._keys = [
            f" {key} ".encode() if pattern.kind == "word" else f" {key}".encode() for pattern, key in _keys(phrase)
        ]

    def may_stand(self, words: bytes, others: bytes) -> bool | None:
        """Return whether the row stands in a wording with these terms, None where only the places of all tell."""
        if self._needle is None:
            return None
        return self._needle in words or (None if self._is_among(others) else False)

    def _is_among(self, others: bytes) -> bool:
        return any(key in others for key in self._keys)

    def on(self, page: DocumentSearch) -> Occurrences:
        """Return where the row stands on a page."""
        words = page.words
        if self._needle is None or self._is_among(page.document_terms.others):
            ends: dict[int, int] = {}
            for start, end in self._by_position(page):
                ends[start] = max(end, ends.get(start, 0))
            return Occurrences(sorted(ends), ends)
        places = []
        at = words.find(self._needle)
        while at >= 0:
            places.append(at)
            at = words.find(self._needle, at + 1)
        return Occurrences(places, {at: at + len(self._needle) - 1 for at in places})

    def _by_position(self, page: DocumentSearch) -> Iterator[tuple[int, int]]:
        words = page.words
        tables: dict[TermPattern, dict[int, tuple[int, int]]] = {}
        for pattern, sought in self._patterns.items():
            places, ends = sought.on(page)
            if not places:
                return
            spans = [(place, ends.get(place) or words.find(b" ", place + 1)) for place in places]
            tables[pattern] = dict(zip(page.document_terms.positions(places), spans, strict=True))
        if self._reach:
            joined = {position: span for table in tables.values() for position, span in table.items()}
            wanted = [tables[pattern] for pattern, asked in self._often.items() for _ in range(min(asked, 2))]
            for found in near(wanted, self._reach):
                standing = [joined[position] for position in found]
                yield min(standing)[0], max(end for _, end in standing)
            return
        steps = [(tables[pattern], offset) for pattern, offset in self._steps]
        for position, (start, _) in steps[0][0].items():
            if all(position + offset in table for table, offset in steps):
                yield start, max(table[position + offset][1] for table, offset in steps)


def _keys(phrase: Phrase) -> dict[tuple[TermPattern, str], None]:
    return {(pattern._replace(offset=0), key): None for pattern in phrase for key in pattern.keys}


def _plain_needle(phrase: Phrase) -> bytes | None:
    """Return what stands in the words of a wording wherever the terms of a row follow each other there."""
    if phrase[0].reach or [pattern.offset - phrase[0].offset for pattern in phrase] != [*range(len(phrase))]:
        return None
    if any(pattern.kind != "word" or len(pattern.keys) > 1 for pattern in phrase[:-1]) or len(phrase[-1].keys) > 1:
        return None
    joined = " ".join(pattern.keys[0] for pattern in phrase)
    if not joined.isascii():
        return None
    if phrase[-1].kind == "word":
        return f" {joined} ".encode()
    return f" {joined}".encode() if phrase[-1].kind == "prefix" else None


class AnyOf:
    """A term that may stand as words in a row too."""

    def __init__(self, single: TermSearch, phrases: Iterable[PhraseSearch]) -> None:
        self._ways: tuple[TermSearch | PhraseSearch, ...] = (single, *phrases)

    def on(self, page: DocumentSearch) -> Occurrences:
        """Return where any of them stands on a page."""
        return _united(way.on(page) for way in self._ways)


# The queries of one who types have all terms but the last in common.
phrase_search = lru_cache(maxsize=256)(PhraseSearch)


@lru_cache(maxsize=64)
def term_search(ways: Ways) -> Sought:
    """Return what finds a term of a query in all the ways it may stand."""
    single = TermSearch(phrase[0] for phrase in ways if len(phrase) == 1)
    phrases = [phrase_search(phrase) for phrase in ways if len(phrase) > 1]
    return AnyOf(single, phrases) if phrases else single


def count(found: Sequence[Occurrences], end: int) -> int:
    """Return how many matches a text shows, those that overlap as one; the text ends at a place."""
    if not any(map(_ENDS, found)):
        places = [each.between(0, end) for each in found]
        return len({*chain.from_iterable(places)}) if len(places) > 1 else sum(map(len, places))
    # What is one word covers nothing beyond its place.
    spans = sorted((place, each.ends.get(place, place + 1)) for each in found for place in each.between(0, end))
    total = 0
    last = -1
    for start, until in spans:
        total += start >= last
        last = max(last, until)
    return total
