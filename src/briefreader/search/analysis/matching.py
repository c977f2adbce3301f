"""Where a query matches in a text: what is highlighted, counted and shown in a snippet."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from briefreader.search.analysis.analyzer import Phrase, TermPattern, near, phrases, shape
from briefreader.search.analysis.stemming import stem
from briefreader.search.query.parser import Query, Term, terms
from briefreader.search.query.spelling import distance
from briefreader.text import WORD, Span, fold

_MOST_WORDS: Final = 50_000


def find(query: Query, text: str) -> tuple[Span, ...]:
    """Return the spans of text that the query matches, in order and not overlapping; a phrase is one span.

    The words of `who:` and other fields are found where they occur; what the query excludes is not.
    """
    wanted = dict.fromkeys(way for term in terms(query) for way in ways(term))
    return spans(wanted, text)


@lru_cache(maxsize=1_024)
def ways(term: Term) -> tuple[Phrase, ...]:
    """Return how a term may stand in a text; names are found as they are spelled, not by their stems."""
    if term.pattern:
        return ((TermPattern(0, "pattern", (fold(term.text) + "*" * term.prefix,)),),)
    if term.slips:
        found = shape(term.text).parts
        return ((TermPattern(0, "one slip" if term.slips == 1 else "two slips", (found[-1].term,)),),) if found else ()
    if term.within:
        return tuple(_near(phrase, term.within) for phrase in phrases(term.text, exact=True, prefix=term.prefix))
    stemmed = term.field in (None, "title", "series")
    return phrases(term.text, exact=term.exact, prefix=term.prefix, stemmed=stemmed)


def _near(phrase: Phrase, within: int) -> Phrase:
    if len(phrase) == 1:
        return phrase
    return tuple(pattern._replace(reach=phrase[-1].offset - phrase[0].offset + within) for pattern in phrase)


def spans(wanted: Iterable[Phrase], text: str) -> tuple[Span, ...]:
    """Return where any of the wanted sequences stands in text; those that overlap are one span."""
    return _finder(tuple(wanted)).find(text)


class _Finder:
    """Finds sequences in texts, and remembers of every word what it is good for: 20,000 have some 3,000 of them."""

    def __init__(self, wanted: tuple[Phrase, ...]) -> None:
        self._wanted = wanted
        self._patterns = tuple(dict.fromkeys(pattern._replace(offset=0) for phrase in wanted for pattern in phrase))
        self._seen: dict[str, tuple[int, list[tuple[TermPattern, int, int, int]]]] = {}

    def find(self, text: str) -> tuple[Span, ...]:
        if not self._patterns:
            return ()
        places = self._places(text)
        found: list[Span] = []
        for phrase in self._wanted:
            if phrase[0].reach:
                found += _spread(phrase, places)
                continue
            first, *others = [
                (pattern.offset - phrase[0].offset, places[pattern._replace(offset=0)]) for pattern in phrase
            ]
            for position, span in first[1].items():
                ends = [table.get(position + offset) for offset, table in others]
                if None not in ends:
                    found.append(Span(span.start, max([span.end, *(end.end for end in ends if end)])))
        return _merged(found)

    def _known(self, word: str) -> tuple[int, list[tuple[TermPattern, int, int, int]]]:
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) >= _MOST_WORDS:
                self._seen.clear()
            known = self._seen[word] = self._matching(word)
        return known

    def _places(self, text: str) -> dict[TermPattern, dict[int, Span]]:
        """Return for every slot the positions it matches at, and the characters it matches there."""
        places: dict[TermPattern, dict[int, Span]] = {pattern: {} for pattern in self._patterns}
        position = 0
        for match in WORD.finditer(text):
            word = match[0]
            known = self._known(word)
            if known[1]:
                begin = match.start()
                for pattern, step, start, end in known[1]:
                    span = places[pattern].get(position + step)
                    if span is None or span.end < begin + end:
                        places[pattern][position + step] = Span(begin + start, begin + end)
            position += known[0]
        return places

    def _matching(self, word: str) -> tuple[int, list[tuple[TermPattern, int, int, int]]]:
        found = shape(word)
        return found.length, [
            (pattern, part.step, part.start, part.end)
            for part in found.parts
            for pattern in self._patterns
            if matches(pattern, part.term)
        ]


def _spread(phrase: Phrase, places: Mapping[TermPattern, Mapping[int, Span]]) -> Iterator[Span]:
    """Yield from the first to the last character of all places of a sequence that lie within its reach."""
    tables = [places[pattern._replace(offset=0)] for pattern in phrase]
    joined = {position: span for table in tables for position, span in table.items()}
    for found in near(tables, phrase[0].reach):
        shown = [joined[position] for position in found]
        yield Span(min(span.start for span in shown), max(span.end for span in shown))


# The finder of the query on the screen is used for every hit of it and for the article.
_finder = lru_cache(maxsize=4)(_Finder)


def matches(pattern: TermPattern, term: str) -> bool:
    """Whether a term of a text is one that the slot asks for."""
    if pattern.kind == "word":
        return term in pattern.keys
    if pattern.kind == "prefix":
        return term.startswith(pattern.keys)
    if pattern.kind == "pattern":
        return any(outline(key).fullmatch(term) for key in pattern.keys)
    if pattern.kind != "stem":
        return any(slipped(term, key, 1 if pattern.kind == "one slip" else 2) for key in pattern.keys)
    # A stem begins with its term's first letter, which spares nearly every call.
    return any(term[:1] == key[:1] and stem(term) == key for key in pattern.keys)


@lru_cache(maxsize=64)
def outline(pattern: str) -> re.Pattern[str]:
    """Return what finds the terms of a pattern, in which `*` stands for any letters."""
    # Possessive where there is but one way, so that no pattern costs more than its terms are long.
    first, *others = pattern.split("*")
    return re.compile(re.escape(first) + "".join(f"(?>.*?{re.escape(part)})" for part in others[:-1]) + _ending(others))


def _ending(parts: list[str]) -> str:
    return f".*{re.escape(parts[-1])}" if parts else ""


def slipped(term: str, word: str, most: int) -> bool:
    """Whether a term is a word with so many slips at most; the first letter is seldom the one mistyped."""
    if term[:1] != word[:1] or abs(len(term) - len(word)) > most:
        return False
    return distance(term, word, most) <= most


def _merged(found: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(set(found)):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
