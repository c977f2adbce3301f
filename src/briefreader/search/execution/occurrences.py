"""Finds the occurrences of a query's words in a document by its terms in the forward index.

All results are offsets of terms; the text itself is not read.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Final, NamedTuple, TypeAlias

from briefreader.search.analysis.analyzer import Phrase, TermPattern, is_pair, near
from briefreader.search.analysis.matching import matches
from briefreader.search.analysis.stemming import stem_beginning
from briefreader.search.index.forward_index import DocumentTerms, count_apart

_MOST_WORDS: Final = 50_000
_MOST_FOUND: Final = 16

Ways = tuple[Phrase, ...]
"""The phrases, some of one word, that a term of a query matches."""
TermFinder: TypeAlias = "TermSearch | AnyOf"


def _needle(pattern: TermPattern, key: str) -> str:
    """Return the common prefix of all terms that the pattern may match by a key."""
    if pattern.kind == "pattern":
        return key.partition("*")[0]
    if pattern.kind in ("one typo", "two typos"):
        return key[:1]
    return stem_beginning(key) if pattern.kind == "stem" else key


class Occurrences(NamedTuple):
    """The offsets of occurrences in order, each once, and the ends of those that are longer than a word."""

    offsets: list[int]
    ends: dict[int, int]

    def between(self, start: int, end: int) -> list[int]:
        """Return the offsets from one to before another."""
        offsets = self.offsets
        if not offsets or (start <= offsets[0] and offsets[-1] < end):
            return offsets
        return offsets[bisect_left(offsets, start) : bisect_left(offsets, end)]


_ENDS: Final = attrgetter("ends")


class _Words(NamedTuple):
    """The occurrences of words with a common prefix, the word at each, and whether an extra term has the prefix."""

    found: Occurrences
    words: list[bytes]
    in_extra_terms: bool


class DocumentSearch:
    """Finds terms in one document, and remembers the words of a query that are typed already."""

    def __init__(self, terms: DocumentTerms) -> None:
        self.terms = terms
        self._found: dict[TermFinder, Occurrences] = {}

    @cached_property
    def words(self) -> bytes:
        """The words of the document, read once."""
        return self.terms.words

    def beginning_with(self, needle: bytes) -> _Words:
        """Return the words with a prefix; the needle is the prefix after a space."""
        return _beginning_with(needle, self.words, self.terms.extra_terms)

    def found(self, searches: "Iterable[TermFinder]") -> list[Occurrences]:
        """Return the occurrences of each of the terms of a query."""
        return [self._found.get(search) or self._find(search) for search in searches]

    def _find(self, search: "TermFinder") -> Occurrences:
        if len(self._found) >= _MOST_FOUND:
            self._found.clear()
        found = self._found[search] = search.on(self)
        return found


def _beginning_with(needle: bytes, words_of_text: bytes, extra_terms: bytes = b"") -> _Words:
    offsets, words = [], []
    at = words_of_text.find(needle)
    while at >= 0 and (end := words_of_text.find(b" ", at + 1)) >= 0:  # a needle may be no more than its space
        offsets.append(at)
        words.append(words_of_text[at + 1 : end])
        at = words_of_text.find(needle, end)
    return _Words(Occurrences(offsets, {}), words, needle in extra_terms)


def _union(parts: Iterable[Occurrences]) -> Occurrences:
    """Return the union of occurrences, each to its farthest end."""
    found_parts = [part for part in parts if part.offsets]
    if len(found_parts) == 1:
        return found_parts[0]
    ends: dict[int, int] = {}
    for part in found_parts:
        for offset, end in part.ends.items():
            ends[offset] = max(end, ends.get(offset, 0))
    return Occurrences(sorted({*chain.from_iterable(part.offsets for part in found_parts)}), ends)


class _MatchedWords(dict[bytes, int]):
    """Remembers of each word: -1 if no pattern matches it, 0 if one does, 1 if the match goes on into the next word."""

    def __init__(self, patterns: Sequence[TermPattern]) -> None:
        super().__init__()
        self._patterns = patterns

    def __missing__(self, word: bytes) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        term = word.decode()
        known = self[word] = int(is_pair(term)) if any(matches(pattern, term) for pattern in self._patterns) else -1
        return known


class TermSearch:
    """Finds the terms that any of several patterns matches."""

    def __init__(self, patterns: Iterable[TermPattern]) -> None:
        patterns = tuple(patterns)
        # Every word with one of these prefixes matches and takes one position.
        always_matches = {
            key for pattern in patterns if pattern.kind == "prefix" for key in pattern.keys if key.isascii()
        }
        self._needles: list[tuple[bytes, bool]] = []
        for needle in sorted({_needle(pattern, key) for pattern in patterns for key in pattern.keys}):
            if not self._needles or not needle.encode().startswith(self._needles[-1][0][1:]):
                self._needles.append((f" {needle}".encode(), needle in always_matches))
        self._known = _MatchedWords(patterns)

    def on(self, document: DocumentSearch) -> Occurrences:
        """Return the occurrences in a document, those of extra terms too."""
        parts = []
        for needle, always_matches in self._needles:
            words = document.beginning_with(needle)
            parts.append(words.found if always_matches else self._matching(words))
            if words.in_extra_terms:
                parts.append(self._in_extra_terms(document.terms, needle))
        return parts[0] if len(parts) == 1 else _union(parts)

    def _matching(self, words: _Words) -> Occurrences:
        """Return the occurrences of matching words, with the ends of those that go on into the next word."""
        known = [*map(self._known.__getitem__, words.words)]
        if not any(known):
            return words.found
        matching = [each for each in zip(words.found.offsets, words.words, known, strict=True) if each[2] >= 0]
        ends = {offset: offset + len(word) + 2 for offset, word, beyond in matching if beyond}
        return Occurrences([offset for offset, _, _ in matching], ends)

    def _in_extra_terms(self, document_terms: DocumentTerms, needle: bytes) -> Occurrences:
        """Return the occurrences of matching extra terms with a prefix."""
        ends: dict[int, int] = {}
        for at in self._matching(_beginning_with(needle, document_terms.extra_terms)).offsets:
            number = 2 * document_terms.extra_terms.count(b" ", 0, at)
            offset, end = document_terms.spans[number : number + 2]
            ends[offset] = max(end, ends.get(offset, 0))
        return Occurrences(sorted(ends), ends)


class PhraseSearch:
    """Finds words that follow each other, or that lie near each other."""

    def __init__(self, phrase: Phrase) -> None:
        self._patterns = {pattern._replace(offset=0): TermSearch((pattern,)) for pattern in phrase}
        self._steps = [(pattern._replace(offset=0), pattern.offset - phrase[0].offset) for pattern in phrase]
        self._needed = Counter(pattern for pattern, _ in self._steps)
        self._window = phrase[0].window
        self._needle = plain_needle(phrase)
        self._keys = [
            f" {key} ".encode() if pattern.kind == "word" else f" {key}".encode() for pattern, key in _keys(phrase)
        ]

    def may_stand(self, words: bytes, extra_terms: bytes) -> bool | None:
        """Tell whether a document with these terms has the phrase; None if only the positions can tell."""
        if self._needle is None:
            return None
        return self._needle in words or (None if self._is_among(extra_terms) else False)

    def _is_among(self, extra_terms: bytes) -> bool:
        return any(key in extra_terms for key in self._keys)

    def on(self, document: DocumentSearch) -> Occurrences:
        """Return the occurrences in a document."""
        words = document.words
        if self._needle is None or self._is_among(document.terms.extra_terms):
            ends: dict[int, int] = {}
            for start, end in self._by_position(document):
                ends[start] = max(end, ends.get(start, 0))
            return Occurrences(sorted(ends), ends)
        offsets = []
        at = words.find(self._needle)
        while at >= 0:
            offsets.append(at)
            at = words.find(self._needle, at + 1)
        return Occurrences(offsets, {at: at + len(self._needle) - 1 for at in offsets})

    def _by_position(self, document: DocumentSearch) -> Iterator[tuple[int, int]]:
        words = document.words
        tables: dict[TermPattern, dict[int, tuple[int, int]]] = {}
        for pattern, search in self._patterns.items():
            offsets, ends = search.on(document)
            if not offsets:
                return
            spans = [(offset, ends.get(offset) or words.find(b" ", offset + 1)) for offset in offsets]
            tables[pattern] = dict(zip(document.terms.positions(offsets), spans, strict=True))
        if self._window:
            span_at = {position: span for table in tables.values() for position, span in table.items()}
            wanted = [tables[pattern] for pattern, asked in self._needed.items() for _ in range(asked)]
            for found in near(wanted, self._window):
                found_parts = [span_at[position] for position in found]
                yield min(found_parts)[0], max(end for _, end in found_parts)
            return
        steps = [(tables[pattern], offset) for pattern, offset in self._steps]
        for position, (start, _) in steps[0][0].items():
            if all(position + offset in table for table, offset in steps):
                yield start, max(table[position + offset][1] for table, offset in steps)


def _keys(phrase: Phrase) -> dict[tuple[TermPattern, str], None]:
    return {(pattern._replace(offset=0), key): None for pattern in phrase for key in pattern.keys}


def plain_needle(phrase: Phrase) -> bytes | None:
    """Return the bytes that the words of a document contain wherever the phrase occurs, None if it has none."""
    if phrase[0].window or [pattern.offset - phrase[0].offset for pattern in phrase] != [*range(len(phrase))]:
        return None
    if any(pattern.kind != "word" or len(pattern.keys) > 1 for pattern in phrase[:-1]) or len(phrase[-1].keys) > 1:
        return None
    span_at = " ".join(pattern.keys[0] for pattern in phrase)
    if not span_at.isascii():
        return None
    if phrase[-1].kind == "word":
        return f" {span_at} ".encode()
    return f" {span_at}".encode() if phrase[-1].kind == "prefix" else None


class AnyOf:
    """Finds a term that may be written as one word or as several."""

    def __init__(self, single: TermSearch, phrases: Iterable[PhraseSearch]) -> None:
        self._ways: tuple[TermSearch | PhraseSearch, ...] = (single, *phrases)

    def on(self, document: DocumentSearch) -> Occurrences:
        """Return the occurrences in a document, however the term is written there."""
        return _union(way.on(document) for way in self._ways)


# While a person types, consecutive queries have all terms but the last in common.
phrase_search = lru_cache(maxsize=256)(PhraseSearch)


@lru_cache(maxsize=64)
def term_search(ways: Ways) -> TermFinder:
    """Return a search for a term of a query by all phrases that it matches."""
    single = TermSearch(phrase[0] for phrase in ways if len(phrase) == 1)
    phrases = [phrase_search(phrase) for phrase in ways if len(phrase) > 1]
    return AnyOf(single, phrases) if phrases else single


def count(found: Sequence[Occurrences], end: int) -> int:
    """Return the number of matches in a text whose terms end at the offset `end`; overlapping matches count once."""
    if not any(map(_ENDS, found)):
        offsets = [each.between(0, end) for each in found]
        return len({*chain.from_iterable(offsets)}) if len(offsets) > 1 else sum(map(len, offsets))
    # A single word covers nothing beyond its offset.
    return count_apart((offset, each.ends.get(offset, offset + 1)) for each in found for offset in each.between(0, end))
