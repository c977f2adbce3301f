"""Counts a wording in thousands of texts: a word by its postings, several words by how all their forms begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from briefreader.search.analysis import matching
from briefreader.search.analysis.analyzer import Phrase, is_pair
from briefreader.search.execution import occurrences
from briefreader.search.execution.evaluator import Evaluator
from briefreader.search.execution.index_terms import IndexTerms
from briefreader.search.execution.occurrences import DocumentSearch, plain_needle, term_search
from briefreader.search.index.forward_index import Texts
from briefreader.search.index.segment_set import SegmentSet
from briefreader.search.query.tree import Query, Term, terms
from briefreader.search.storage.bitset import members

_SPACE: Final = b" "
_MANY: Final = 1_000  # texts with a word; so many are read in the time of importing Whoosh, which has the postings


class PlainWording:
    """The forms of a wording whose occurrences are bytes of a text; each form is given with a space around each word.

    Forms that could overlap each other are refused by `of`. `words` are the words of all forms, each with a space
    before and after.
    """

    def __init__(self, forms: Sequence[bytes]) -> None:
        ends = [form[:-1] for form in forms]
        self._beginning = ends[0][: _common(ends)]
        self._rests = tuple(form[len(self._beginning) :] for form in forms)
        self.words = [_SPACE + word + _SPACE for word in {word for form in forms for word in form.split()}]

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

    def count(self, texts: Texts) -> tuple[dict[int, int], list[int]]:
        """Return how often each of some texts has the wording, by its doc id, and the doc ids of the doubtful texts.

        Doubtful is a text that also has a word of the wording in another spelling.
        """
        terms, documents, extra_words = texts
        find, goes_on = terms.find, terms.startswith
        beginning, rests, size = self._beginning, self._rests, len(self._beginning)
        counts: dict[int, int] = {}
        doubtful = []
        for doc, start, end, extra, stop in documents:
            if extra_words and any(find(word, extra, stop) >= 0 for word in extra_words):
                doubtful.append(doc)
                continue
            times = 0
            at = find(beginning, start, end)
            while at >= 0:
                at += size
                times += goes_on(rests, at)
                at = find(beginning, at, end)  # the space after an occurrence may begin the next one
            if times:
                counts[doc] = times
        return counts, doubtful


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
        if len(phrases) < len(queries):
            return self._by_position(queries, among)
        found = 0
        for phrase in phrases:
            found |= self._terms.with_words("text", phrase, among)
        if found.bit_count() > _MANY and all(map(_is_word, phrases)):
            return self._by_postings([phrase[0].keys[0] for phrase in phrases], found)
        wording = PlainWording.of(phrases)
        if wording is None:
            return self._by_position(queries, among)
        times: dict[int, int] = {}
        for texts in self._segment_set.texts(members(found), wording.words):
            self._poll()
            counts, doubtful = wording.count(texts)
            times |= counts
            times |= {doc: count for doc in doubtful if (count := self._in_document(queries, doc))}
        return times

    def _by_postings(self, words: Iterable[str], among: int) -> Mapping[int, int]:
        times = Counter[int]()
        for word in words:
            for doc_ids, counts in self._segment_set.counts_in_text(word):
                self._poll()
                times.update(dict(zip(doc_ids, counts, strict=True)))
        asked = {*members(among)}
        return {doc: count for doc, count in times.items() if count and doc in asked}

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


def _is_word(phrase: Phrase) -> bool:
    """Tell whether a phrase is one word of one spelling; pairs of Chinese characters, which overlap, are none."""
    if len(phrase) > 1 or phrase[0].kind != "word" or len(phrase[0].keys) > 1:
        return False
    return not is_pair(phrase[0].keys[0])


def _phrases(query: Query) -> tuple[Phrase, ...]:
    """Return the phrases that a query for nothing but words of the text asks for, none for another query."""
    root = query.root
    if not isinstance(root, Term) or root.field is not None or root.whole:
        return ()
    return matching.ways(root)
