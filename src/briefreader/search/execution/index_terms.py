"""Finds the briefs of the index with a term: in the prefix tables, and phrases by positions."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from briefreader.fields import field_of
from briefreader.search.analysis import matching
from briefreader.search.analysis.analyzer import SHORT_PREFIX, Phrase, TermPattern
from briefreader.search.execution.marked_briefs import MarkedBriefs
from briefreader.search.execution.phrases import PhraseFinder
from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.query.tree import Dated, Term

_REMEMBERED: Final = 1_024
_MOST_SCORED: Final = 8  # terms of a prefix; each costs about as much time as a word of the query


class IndexTerms:
    """Finds the briefs of the index with a term, as sets of doc ids, and remembers the sets of term patterns."""

    def __init__(
        self,
        doc_map: DocMap,
        tables: Sequence[PrefixTable],
        phrases: PhraseFinder,
        marked: MarkedBriefs,
        poll: Callable[[], None],
    ) -> None:
        self._doc_map = doc_map
        self._tables = tables
        self._phrases = phrases
        self._poll = poll
        self.with_mark = marked.find
        self._found: dict[object, int] = {}

    def dated(self, node: Dated) -> int:
        """Return the briefs whose date lies within bounds."""
        return self._doc_map.dated(node)

    def with_term(self, term: Term, among: int) -> int:
        """Return the briefs with a term; a phrase is looked for among some briefs only."""
        self._poll()
        if term.whole:
            return self._with_whole_name(term)
        found = 0
        field = field_of(term.field)
        ways = matching.ways(term)
        for way in ways if len(ways) < 2 else sorted(ways, key=len):
            if field.fact:
                found |= self._fact(field.fact, way)
            if name := field.words:
                found |= self.docs_with(name, way[0]) if len(way) == 1 else self._phrase(name, way, among & ~found)
        return found

    def _remembered(self, key: object, find: Callable[[], int]) -> int:
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                del self._found[next(iter(self._found))]
            found = self._found[key] = find()
        return found

    def _with_whole_name(self, term: Term) -> int:
        names = field_of(term.field).whole_names
        found = 0
        for base, table in zip(self._doc_map.first_doc_ids, self._tables, strict=False):
            found |= table.with_term(names, term.text) << base if names else 0
        return found

    def docs_with(self, name: str, pattern: TermPattern) -> int:
        """Return the briefs with a term in a field that a pattern matches; deleted briefs may be among them."""
        if pattern.kind == "prefix":  # the next key asks for another prefix
            return self._look_up(name, pattern)
        return self._remembered((name, pattern.kind, pattern.keys), partial(self._look_up, name, pattern))

    def _look_up(self, name: str, pattern: TermPattern) -> int:
        found = 0
        field = ("stem" if name == "text" else f"{name}_stem") if pattern.kind == "stem" else name
        for base, table in zip(self._doc_map.first_doc_ids, self._tables, strict=False):
            found |= self._look_up_in(table, field, pattern) << base
        return found

    def frequent_terms(self, pattern: TermPattern) -> list[str]:
        """Return the most frequent terms of the texts that a pattern matches; none of a very short prefix."""
        counts: Counter[str] = Counter()
        for key in pattern.keys:
            beginning = _beginning(pattern, key)
            if pattern.kind == "prefix" and len(beginning) <= SHORT_PREFIX:
                continue
            for table in self._tables:
                for term, count in table.term_counts("text", beginning):
                    if pattern.kind == "prefix" or matching.matches(pattern, term):
                        counts[term] += count
                self._poll()
        return [term for term, _ in counts.most_common(_MOST_SCORED)]

    def _look_up_in(self, table: PrefixTable, field: str, pattern: TermPattern) -> int:
        found = 0
        for key in pattern.keys:
            if pattern.kind == "prefix":
                found |= table.with_prefix(field, key)
            elif pattern.kind in ("word", "stem"):
                found |= table.with_term(field, key)
            else:
                for at, term in enumerate(table.terms_with_prefix(field, _beginning(pattern, key))):
                    if matching.matches(pattern, term):
                        found |= table.with_term(field, term)
                    if not at % 256:
                        self._poll()
        return found

    def with_words(self, name: str, phrase: Phrase, among: int) -> int:
        """Return the briefs of a set that have each word of a phrase in a field, wherever they stand."""
        for pattern in phrase:
            among = among and among & self.docs_with(name, pattern)
        return among

    def _phrase(self, name: str, phrase: Phrase, among: int) -> int:
        among = self.with_words(name, phrase, among)
        return among and self._phrases.find(name, phrase, among)

    def _fact(self, name: str, phrase: Phrase) -> int:
        """Return the briefs whose series, city or country has the words; the text need not have them."""
        if len(phrase) == 1:
            return self.docs_with(name, phrase[0])
        return self._remembered((name, "fact", phrase), partial(self._look_up_fact, name, phrase))

    def _look_up_fact(self, name: str, phrase: Phrase) -> int:
        found = self._doc_map.live
        for pattern in phrase:
            found = found and found & self.docs_with(name, pattern)
        if not found:
            return 0
        standing = 0
        whole = f"{name}_name"
        for base, table in zip(self._doc_map.first_doc_ids, self._tables, strict=False):
            for fact in table.terms(whole):
                having = table.with_term(whole, fact) << base
                if having & found and matching.spans((phrase,), fact):
                    standing |= having
        return standing


def _beginning(pattern: TermPattern, key: str) -> str:
    """Return the letters with which every term begins that a key of a pattern may match."""
    if pattern.kind == "prefix":
        return key
    return key.partition("*")[0] if pattern.kind == "pattern" else key[:1]
