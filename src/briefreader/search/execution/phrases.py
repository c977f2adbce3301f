"""Finds the briefs with a phrase: in texts by the forward index, in other fields by the positions in Whoosh."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from briefreader.search.analysis.analyzer import Phrase, near
from briefreader.search.execution.occurrences import DocumentSearch, phrase_search
from briefreader.search.index.doc_map import DocMap
from briefreader.search.index.segment_set import SegmentSet
from briefreader.search.storage.bitset import from_members, members

if TYPE_CHECKING:
    from briefreader.search.whoosh_backend.reader import SegmentReader

_REMEMBERED: Final = 1_024


class PhraseFinder:
    """Finds phrases, and remembers what it has found."""

    def __init__(self, doc_map: DocMap, segment_set: SegmentSet, poll: Callable[[], None]) -> None:
        self._doc_map = doc_map
        self._segment_set = segment_set
        self._poll = poll
        self._found: dict[tuple[str, Phrase], tuple[int, int]] = {}

    def find(self, name: str, phrase: Phrase, among: int) -> int:
        """Return the briefs of a set with a phrase in a field; each of the set must have all terms of the phrase."""
        known = self._found.get((name, phrase))
        if known and not among & ~known[0]:
            return known[1] & among
        found = from_members([*self._docs(name, phrase, among)], self._doc_map.size)
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[name, phrase] = among, found
        return found

    def _docs(self, name: str, phrase: Phrase, among: int) -> Iterator[int]:
        """Yield the doc ids of a set that have the phrase."""
        if name == "text":
            yield from self._in_texts(phrase, members(among))
            return
        docs = self._segment_set.doc_ids
        among_docs = [*members(among)]
        for numbered in self._segment_set.segments:
            wanted = self._segment_set.among(numbered, among_docs)
            finds = self._near if phrase[0].window else self._in_a_row
            yield from (docs[numbered.first + number] for number in finds(numbered.segment, name, phrase, wanted))

    def _in_texts(self, phrase: Phrase, docs: Iterable[int]) -> Iterator[int]:
        """Yield the doc ids whose text has the phrase."""
        sought = phrase_search(phrase)
        for doc, words, others in self._segment_set.terms(docs):
            self._poll()
            stands = sought.may_stand(words, others)
            if stands is None:
                stands = bool(sought.on(DocumentSearch(self._segment_set.document_terms(doc))).offsets)
            if stands:
                yield doc

    def _in_a_row(self, segment: "SegmentReader", name: str, phrase: Phrase, wanted: set[int]) -> set[int]:
        """Return the documents of a segment in which the terms of a phrase follow each other."""
        starts: dict[int, set[int]] = {}
        for step, pattern in enumerate(phrase):
            next_starts: dict[int, set[int]] = {}
            for key in pattern.keys if wanted else ():
                for document, positions in segment.positions(name, key, pattern.kind == "prefix", wanted, self._poll):
                    begins = {position - pattern.offset for position in positions}
                    if step:
                        begins &= starts[document]
                    if begins:
                        next_starts.setdefault(document, set()).update(begins)
                self._poll()
            starts, wanted = next_starts, set(next_starts)
        return wanted

    def _near(self, segment: "SegmentReader", name: str, phrase: Phrase, wanted: set[int]) -> Iterator[int]:
        """Yield the documents of a segment in which the terms of a phrase lie within its reach."""
        found: dict[int, list[list[int]]] = {document: [[] for _ in phrase] for document in wanted}
        for at, pattern in enumerate(phrase):
            for key in pattern.keys:
                for document, positions in segment.positions(name, key, pattern.kind == "prefix", wanted, self._poll):
                    found[document][at] += positions
                self._poll()
        for document, each in found.items():
            if any(near(each, phrase[0].window)):
                yield document
