"""Finds the matches of a query in a text, as they are highlighted and counted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from briefreader.fields import field_of
from briefreader.search.analysis.analyzer import Phrase, TermPattern, analyzed, near, phrases
from briefreader.search.analysis.stemming import stem
from briefreader.search.query.edit_distance import distance
from briefreader.search.query.tree import Query, Term, terms
from briefreader.text import WORD, Span, fold

_MOST_WORDS_KEPT: Final = 50_000


def find(query: Query, text: str) -> tuple[Span, ...]:
    """Return the spans of text that the query matches, in order and not overlapping; a phrase is one span.

    The words of `who:` and other fields match wherever they occur; excluded terms match nothing.
    """
    sought = dict.fromkeys(way for term in terms(query) for way in ways(term))
    return spans(sought, text)


@lru_cache(maxsize=1_024)
def ways(term: Term) -> tuple[Phrase, ...]:
    """Return the phrases that a term matches in a text; names match as they are spelled, not by their stems."""
    if term.pattern:
        return ((TermPattern(0, "pattern", (fold(term.text) + "*" * term.prefix,)),),)
    if term.typos:
        found = analyzed(term.text).parts
        return ((TermPattern(0, "one typo" if term.typos == 1 else "two typos", (found[-1].term,)),),) if found else ()
    if term.within:
        return tuple(_near(phrase, term.within) for phrase in phrases(term.text, exact=True, prefix=term.prefix))
    return phrases(term.text, exact=term.exact, prefix=term.prefix, stemmed=field_of(term.field).is_stemmed)


def _near(phrase: Phrase, within: int) -> Phrase:
    if len(phrase) == 1:
        return phrase
    return tuple(pattern._replace(window=phrase[-1].offset - phrase[0].offset + within) for pattern in phrase)


def spans(sought: Iterable[Phrase], text: str) -> tuple[Span, ...]:
    """Return the spans of text that any of the phrases matches; overlapping spans are one."""
    return _finder(tuple(sought)).find(text)


class _Finder:
    """Finds phrases in texts and remembers the matches of every word: 20,000 words of text have some 3,000 of them."""

    def __init__(self, sought: tuple[Phrase, ...]) -> None:
        self._sought = sought
        self._patterns = tuple(dict.fromkeys(pattern._replace(offset=0) for phrase in sought for pattern in phrase))
        self._seen: dict[str, tuple[int, list[tuple[TermPattern, int, int, int]]]] = {}

    def find(self, text: str) -> tuple[Span, ...]:
        if not self._patterns:
            return ()
        spans_by_pattern = self._spans_by_pattern(text)
        found: list[Span] = []
        for phrase in self._sought:
            if phrase[0].window:
                found += _near_spans(phrase, spans_by_pattern)
                continue
            first, *others = [
                (pattern.offset - phrase[0].offset, spans_by_pattern[pattern._replace(offset=0)]) for pattern in phrase
            ]
            for position, span in first[1].items():
                ends = [table.get(position + offset) for offset, table in others]
                if None not in ends:
                    found.append(Span(span.start, max([span.end, *(end.end for end in ends if end)])))
        return _merged(found)

    def _known(self, word: str) -> tuple[int, list[tuple[TermPattern, int, int, int]]]:
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) >= _MOST_WORDS_KEPT:
                self._seen.clear()
            known = self._seen[word] = self._matching(word)
        return known

    def _spans_by_pattern(self, text: str) -> dict[TermPattern, dict[int, Span]]:
        """Return the span of each match of each pattern, by the position of the match in the text."""
        spans_by_pattern: dict[TermPattern, dict[int, Span]] = {pattern: {} for pattern in self._patterns}
        position = 0
        for match in WORD.finditer(text):
            word = match[0]
            known = self._known(word)
            if known[1]:
                begin = match.start()
                for pattern, step, start, end in known[1]:
                    span = spans_by_pattern[pattern].get(position + step)
                    if span is None or span.end < begin + end:
                        spans_by_pattern[pattern][position + step] = Span(begin + start, begin + end)
            position += known[0]
        return spans_by_pattern

    def _matching(self, word: str) -> tuple[int, list[tuple[TermPattern, int, int, int]]]:
        found = analyzed(word)
        return found.length, [
            (pattern, part.offset, part.start, part.end)
            for part in found.parts
            for pattern in self._patterns
            if matches(pattern, part.term)
        ]


def _near_spans(phrase: Phrase, spans_by_pattern: Mapping[TermPattern, Mapping[int, Span]]) -> Iterator[Span]:
    """Yield a span from the first to the last character of all terms of a phrase that lie within its window."""
    tables = [spans_by_pattern[pattern._replace(offset=0)] for pattern in phrase]
    span_at = {position: span for table in tables for position, span in table.items()}
    for found in near(tables, phrase[0].window):
        shown = [span_at[position] for position in found]
        yield Span(min(span.start for span in shown), max(span.end for span in shown))


# One finder serves all hits of the query on the screen and the article.
_finder = lru_cache(maxsize=4)(_Finder)


def matches(pattern: TermPattern, term: str) -> bool:
    """Tell whether a pattern matches a term of a text."""
    if pattern.kind == "word":
        return term in pattern.keys
    if pattern.kind == "prefix":
        return term.startswith(pattern.keys)
    if pattern.kind == "pattern":
        return any(outline(key).fullmatch(term) for key in pattern.keys)
    if pattern.kind != "stem":
        return any(is_mistyped(term, key, 1 if pattern.kind == "one typo" else 2) for key in pattern.keys)
    # A stem begins with the first letter of its term; comparing it spares nearly every call of `stem`.
    return any(term[:1] == key[:1] and stem(term) == key for key in pattern.keys)


@lru_cache(maxsize=64)
def outline(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern, in which `*` stands for any letters."""
    # Atomic groups keep the cost of any pattern proportional to the length of the term.
    first, *others = pattern.split("*")
    return re.compile(
        re.escape(first) + "".join(f"(?>.*?{re.escape(part)})" for part in others[:-1]) + _pattern_end(others)
    )


def _pattern_end(parts: list[str]) -> str:
    return f".*{re.escape(parts[-1])}" if parts else ""


def is_mistyped(term: str, word: str, most: int) -> bool:
    """Tell whether a term is a word with at most so many typos; the first letter, seldom mistyped, must agree."""
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
