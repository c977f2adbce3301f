"""Counts a wording in thousands of texts by looking once for the words with which all its forms begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from briefreader.search.analysis import matching
from briefreader.search.analysis.analyzer import Phrase
from briefreader.search.execution import occurrences
from briefreader.search.execution.evaluator import Evaluator
from briefreader.search.execution.index_terms import IndexTerms
from briefreader.search.execution.occurrences import DocumentSearch, plain_needle, term_search
from briefreader.search.index.forward_index import Text
from briefreader.search.index.segment_set import SegmentSet
from briefreader.search.query.tree import Query, Term, terms
from briefreader.search.storage.bitset import members

_SPACE: Final = b" "


class PlainWording:
    """The forms of a wording whose occurrences are bytes of a text; each form is given with a space around each word.

    Forms that could overlap each other are refused by `of`.
    """

    def __init__(self, forms: Sequence[bytes]) -> None:
        ends = [form[:-1] for form in forms]
        self._beginning = ends[0][: _common(ends)]
        self._rests = tuple(form[len(self._beginning) :] for form in forms)
        self._only_form = forms[0] if len(forms) == 1 else b""
        self._twice = forms[0] + forms[0][1:]  # the two occurrences share a space
        self._words = [_SPACE + word + _SPACE for word in {word for form in forms for word in form.split()}]

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> PlainWording | None:
        """Return the forms that are given as phrases, None where only positions tell how often these occur."""
        forms = []
        for phrase in phrases:
            form = plain_needle(phrase)
            if form is None or not form.endswith(_SPACE):
                return None
            forms.append(form)
        found = cls(forms) if forms else None
        return found if found and found._is_told_by_bytes() else None

    def _is_told_by_bytes(self) -> bool:
        """Tell whether the forms differ in their last word only, and none may begin again before it has ended.

        `more and more` may.
        """
        whole = self._beginning
        spaces = (at for at in range(1, len(whole)) if whole[at : at + 1] == _SPACE)
        begins_again = any(whole.startswith(whole[at:]) for at in spaces)
        return not begins_again and not any(_SPACE in rest[:-1] for rest in self._rests)

    def count(self, text: Text) -> int | None:
        """Return how often a text has the wording; None if it also has a word of it in another spelling."""
        find, end, extra = text.terms.find, text.end, text.extra
        for word in self._words:  # `any` would take a tenth of all the time
            if find(word, extra) >= 0:
                return None
        if self._only_form and find(self._twice, 0, end) < 0:
            return text.terms.count(self._only_form, 0, end)
        size, goes_on = len(self._beginning), text.terms.startswith
        times = 0
        at = find(self._beginning, 0, end)
        while at >= 0:
            at += size
            times += goes_on(self._rests, at)
            at = find(self._beginning, at, end)  # the space after an occurrence may begin the next one
        return times


def _common(forms: Sequence[bytes]) -> int:
    """Return the number of bytes with which all forms begin alike."""
    columns = takewhile(lambda letters: len({*letters}) == 1, zip(*forms))  # noqa: B905  forms differ in length
    return sum(1 for _ in columns)


class WordingUse(NamedTuple):
    """A brief, by its ID and date, with the number of times that its text has a wording."""

    id: str
    date: str | None
    times: int


class WordingCounter:
    """Counts how often texts have the words of queries."""

    def __init__(
        self, index_terms: IndexTerms, evaluator: Evaluator, segment_set: SegmentSet, poll: Callable[[], None]
    ) -> None:
        self._terms = index_terms
        self._evaluator = evaluator
        self._segment_set = segment_set
        self._poll = poll

    def counts(self, queries: Sequence[Query], among: int) -> Mapping[int, int]:
        """Return the number of occurrences of all queries, by the doc id of each text that has any."""
        phrases = [phrase for query in queries for phrase in _phrases(query)]
        wording = PlainWording.of(phrases) if len(phrases) == len(queries) else None
        if wording is None:
            return self._by_position(queries, among)
        found = 0
        for phrase in phrases:
            found |= self._terms.with_words("text", phrase, among)
        times: dict[int, int] = {}
        for doc, text in self._segment_set.texts(members(found)):
            self._poll()
            count = wording.count(text)
            if count is None:
                count = self._in_document(queries, doc)
            if count:
                times[doc] = count
        return times

    def _by_position(self, queries: Sequence[Query], among: int) -> Mapping[int, int]:
        times = Counter[int]()
        for query in queries:
            for doc in members(self._evaluator.find(query.root, among) if query.root else 0):
                self._poll()
                times[doc] += self._in_document((query,), doc)
        return +times

    def _in_document(self, queries: Sequence[Query], doc: int) -> int:
        document = DocumentSearch(self._segment_set.document_terms(doc))
        found = 0
        for query in queries:
            searches = [term_search(matching.ways(term)) for term in dict.fromkeys(terms(query))]
            found += occurrences.count(document.found(searches), document.terms.end)
        return found


def _phrases(query: Query) -> tuple[Phrase, ...]:
    """Return the phrases that a query for nothing but words of the text asks for, none for another query."""
    root = query.root
    if not isinstance(root, Term) or root.field is not None or root.whole:
        return ()
    return matching.ways(root)
