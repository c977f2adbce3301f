"""Words in a row, or near each other: in texts by their wording, in other fields by the positions that Whoosh has."""

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
    """Tells in which briefs rows stand; what it has found out it keeps."""

    def __init__(self, doc_map: DocMap, segment_set: SegmentSet, poll: Callable[[], None]) -> None:
        self._doc_map = doc_map
        self._segment_set = segment_set
        self._poll = poll
        self._found: dict[tuple[str, Phrase], tuple[int, int]] = {}

    def find(self, name: str, phrase: Phrase, among: int) -> int:
        """Return those of a set of briefs in which the words of a field stand in a row; all have each of them."""
        known = self._found.get((name, phrase))
        if known and not among & ~known[0]:
            return known[1] & among
        found = from_members([*self._docs(name, phrase, among)], self._doc_map.size)
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[name, phrase] = among, found
        return found

    def _docs(self, name: str, phrase: Phrase, among: int) -> Iterator[int]:
        """Yield the slots of a set in which the row stands."""
        if name == "text":
            yield from self._in_texts(phrase, members(among))
            return
        docs = self._segment_set.docs
        among_docs = [*members(among)]
        for filed in self._segment_set.segments:
            wanted = self._segment_set.among(filed, among_docs)
            stands = self._near if phrase[0].reach else self._in_a_row
            yield from (docs[filed.first + number] for number in stands(filed.segment, name, phrase, wanted))

    def _in_texts(self, phrase: Phrase, docs: Iterable[int]) -> Iterator[int]:
        """Yield those of the slots whose text has the row."""
        sought = phrase_search(phrase)
        for slot, words, others in self._segment_set.terms(docs):
            self._poll()
            stands = sought.may_stand(words, others)
            if stands is None:
                stands = bool(sought.on(DocumentSearch(self._segment_set.document_terms(slot))).places)
            if stands:
                yield slot

    def _in_a_row(self, segment: "SegmentReader", name: str, phrase: Phrase, wanted: set[int]) -> set[int]:
        """Return the documents of a segment in which the row stands, going by the positions of its terms."""
        starts: dict[int, set[int]] = {}
        for step, slot in enumerate(phrase):
            next_starts: dict[int, set[int]] = {}
            for key in slot.keys if wanted else ():
                for document, places in segment.places(name, key, slot.kind == "prefix", wanted, self._poll):
                    begins = {place - slot.offset for place in places}
                    if step:
                        begins &= starts[document]
                    if begins:
                        next_starts.setdefault(document, set()).update(begins)
                self._poll()
            starts, wanted = next_starts, set(next_starts)
        return wanted

    def _near(self, segment: "SegmentReader", name: str, phrase: Phrase, wanted: set[int]) -> Iterator[int]:
        """Yield the documents of a segment in which all places of the row lie within its reach."""
        where: dict[int, list[list[int]]] = {document: [[] for _ in phrase] for document in wanted}
        for at, slot in enumerate(phrase):
            for key in slot.keys:
                for document, places in segment.places(name, key, slot.kind == "prefix", wanted, self._poll):
                    where[document][at] += places
                self._poll()
        for document, each in where.items():
            if any(near(each, phrase[0].reach)):
                yield document
