"""The wording of briefs, beside a segment of the index: each text, and its terms in a row as they are looked for.

What is sought in a text is found by one look through its terms, with no need to take the text apart again: words in
a row stand in a row here too. A segment's wordings follow each other in one file, in the order of its documents.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from operator import itemgetter
from struct import Struct
from typing import Final, NamedTuple, Protocol

from briefreader.search.analysis.analyzer import shape
from briefreader.search.storage.container import (
    ByteSink,
    ByteSource,
    ContainerWriter,
    FileSlice,
    InMemoryFile,
    directory,
)
from briefreader.text import WORD

APART: Final = 100  # words between a text and its label, more than any that are near each other are apart
BREAK: Final = "\n"  # stands for a term between the text and what lists say besides
_SIZE: Final = itemgetter(1)
_STEP: Final = 64  # bytes of terms at least between two anchors
SLACK: Final = 24
_EAST_ASIAN: Final = 0xE3  # the first byte from which on Chinese, Japanese and Korean letters begin in UTF-8
_AROUND: Final = ".,;:()"  # of a word, which most chunks are with nothing else
_MOST_CHUNKS: Final = 131_072
_IN_A_ROW: Final = frozenset({"plain", "pair", "last", "lone"})
# Where it begins; bytes of the terms, of the other terms, spans and anchors; then body, end and head.
_LINE: Final = Struct("<Q7I")
_BEGUN: Final = Struct("<Q7IQ")  # a line, and where the next wording begins


def forward_index_name(segment: str) -> str:
    """Return the name of the file that holds the forward index of a segment."""
    return f"{segment}.txt"


class _Chunks(dict[str, tuple[str, int, tuple[tuple[str, int, int], ...]]]):
    """What stands between two spaces: its terms in a row, the bytes they take, and other terms with place and end."""

    def __missing__(self, chunk: str) -> tuple[str, int, tuple[tuple[str, int, int], ...]]:
        row: list[str] = []
        places = [0]
        others: list[tuple[str, int, int]] = []
        plain = chunk.strip(_AROUND)
        found = [plain] if plain.isascii() and plain.isalpha() else [match[0] for match in WORD.finditer(chunk)]
        for word in found:
            at, (parts, length) = len(row), shape(word)
            for part in parts:
                if part.kind in _IN_A_ROW:
                    row.append(part.term)
                    places.append(places[-1] + len(part.term.encode()) + 1)
            for part in parts:
                if part.kind not in _IN_A_ROW:
                    last = at + (length if part.kind == "joined" else part.step + 1)
                    others.append((part.term, places[at + part.step], places[last]))
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        kept = self[chunk] = " ".join(row), places[-1], tuple(others)
        return kept


_chunks: Final = _Chunks()


class DocumentTerms(NamedTuple):
    """A text as it is kept; a place is where a term's space stands among the words, so many bytes from their beginning.

    `row` holds the `words`, which are most of it all and read when they are asked for. `others` are terms that stand
    at the place of one of the words (a compound joined up, a word as it was spelled), and `spans` the place of each
    and its end. `anchors` are places, then the bytes of the text where they begin. The body of the text begins at the
    place `body`, byte `head` of `raw`, and its last word is before `end`.
    """

    row: ByteSource
    others: bytes
    spans: "array[int]"
    anchors: "array[int]"
    body: int
    end: int
    head: int
    raw: ByteSource

    @property
    def words(self) -> bytes:
        """The terms of the text, a space before and after each, and after a break those of its label."""
        return self.row.slice(0, self.row.size)

    def counts(self) -> dict[str, int]:
        """Return how often each term occurs."""
        counts = Counter(self.words.decode().split(" "))
        counts.update(self.others.decode().split(" "))
        return {term: count for term, count in counts.items() if term not in ("", BREAK)}

    def positions(self, places: Iterable[int]) -> Iterator[int]:
        """Yield how many words are before each of some places, which are in order; the label is far from the text."""
        words = self.words
        position = reached = 0
        for place in places:
            position += words.count(b" ", reached, place)
            reached = place
            yield position + (APART if place >= self.end else 0)

    def about(self, place: int) -> int:
        """Return where in the raw text a place begins, a few bytes more or less: in a tenth of the time of `byte`.

        They are no more than `SLACK` where letters are folded to others of about as many bytes, as nearly all are.
        """
        half = len(self.anchors) // 2
        at = bisect_right(self.anchors, place, 0, half) - 1
        if 0 <= at < half - 1 and place < self.end:
            first, start = self.anchors[at], self.anchors[half + at]
            terms, raw = self.anchors[at + 1] - first, self.anchors[half + at + 1] - start
            # So few bytes fall to other things than terms, wherever they are, if no letter takes more as a term.
            if abs(raw - terms) <= SLACK:
                text = self.raw.slice(start, start + raw)
                if text.isascii() or max(text) < _EAST_ASIAN:
                    return start + place - first
        return self.byte(place)

    def byte(self, place: int) -> int:
        """Return where in the raw text a place begins, its end where it is beyond."""
        half = len(self.anchors) // 2
        at = bisect_right(self.anchors, place, 0, half) - 1
        if at < 0 or place >= self.end:
            return self.raw.size if place >= self.end else 0
        ahead = place - self.anchors[at]
        end = self.anchors[half + at + 1] if at + 1 < half else self.raw.size
        text = self.raw.slice(self.anchors[half + at], end).decode()
        for number, chunk in enumerate(text.split()):
            _, size, _ = _chunks[chunk]
            if size > ahead:
                (rest,) = text.split(None, number)[number:]
                return end - len(rest[_inside(chunk, ahead) :].encode())
            ahead -= size
        return end


@lru_cache(maxsize=16_384)
def _inside(chunk: str, place: int) -> int:
    """Return where in a chunk the term begins that has a place in its row."""
    for match in WORD.finditer(chunk):
        for part in shape(match[0]).parts:
            if part.kind in _IN_A_ROW:
                if place <= 0:
                    return match.start() + part.start
                place -= len(part.term.encode()) + 1
    return 0


def document_terms(text: str, label: Sequence[str] = ()) -> DocumentTerms:
    """Return the wording of a text, and of what lists show of its brief though the text does not say it so."""
    chunks = text.replace("\n", " ").split(" ")  # each begins one character after the one before has ended
    found = [*map(_chunks.__getitem__, chunks)]
    count = len(found)
    if label:
        found += [(BREAK, len(BREAK) + 1, ()), *(_chunks[chunk] for each in label for chunk in each.split())]
    places = array("I", accumulate(map(_SIZE, found), initial=0))
    terms: list[str] = []
    spans = array("I")
    for place, others in ((place, others) for place, (_, _, others) in zip(places, found, strict=False) if others):
        for term, start, end in others:
            terms.append(term)
            spans.extend((place + start, place + end))
    head = text.find("\n\n") + 2
    return DocumentTerms(
        InMemoryFile(f" {' '.join(row for row, size, _ in found if size)} ".encode()),
        f" {' '.join(terms)} ".encode(),
        spans,
        _anchors(text, chunks, places),
        places[text.count("\n", 0, head) + text.count(" ", 0, head)] if head > 1 else 0,
        places[count],
        len(text[:head].encode()) if head > 1 else 0,
        InMemoryFile(text.encode()),
    )


def _anchors(text: str, chunks: Sequence[str], places: Sequence[int]) -> "array[int]":
    """Return places, each of a chunk that has terms and some bytes after the one before, and where each begins.

    `places` are those of the chunks of the text, and of what follows them.
    """
    before = array("I", accumulate(map(len, chunks), initial=0))  # characters of chunks before each
    anchors, begun = array("I"), array("I")
    count = len(chunks)
    at = due = done = byte = 0
    while (at := bisect_left(places, due, at, count)) < count:
        while at < count and places[at] == places[at + 1]:
            at += 1
        if at < count:
            start = before[at] + at
            byte += len(text[done:start].encode())
            done = start
            anchors.append(places[at])
            begun.append(byte)
            due = places[at] + _STEP
    return anchors + begun


class ClosingSink(ByteSink, Protocol):
    """A file to be written and closed."""

    def close(self) -> object:
        """Close the file."""


class ForwardIndexWriter:
    """Writes the wordings of a segment, one a document."""

    def __init__(self, file: ClosingSink) -> None:
        self.close = file.close
        self._out = ContainerWriter(file)
        self._lines: list[bytes] = []

    def add(self, document_terms: DocumentTerms) -> None:
        """Append the wording of the next document."""
        _, others, spans, anchors, body, end, head, raw = document_terms
        parts = (document_terms.words, others, spans.tobytes(), anchors.tobytes())
        start, _ = self._out.put(b"".join((*parts, raw.slice(0, raw.size))))
        self._lines.append(_LINE.pack(start, *map(len, parts), body, end, head))

    def finish(self) -> None:
        """Write what finds the wordings again."""
        end, _ = self._out.put(b"")
        self._lines.append(_LINE.pack(end, 0, 0, 0, 0, 0, 0, 0))
        self._out.finish({"lines": self._out.put(b"".join(self._lines))})


class ForwardIndex:
    """Reads what `WordingWriter` has written. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file

    @cached_property
    def _lines(self) -> int:
        start, _ = directory(self._file)["lines"]
        return int(start)

    def terms(self, document: int) -> tuple[bytes, bytes]:
        """Return the words of a document's text and the other terms."""
        at = self._lines + document * _LINE.size
        start, words, others, *_ = _LINE.unpack(self._file.slice(at, at + _LINE.size))
        both = self._file.slice(start, start + words + others)
        return both[:words], both[words:]

    def __getitem__(self, document: int) -> DocumentTerms:
        at = self._lines + document * _LINE.size
        line = self._file.slice(at, at + _BEGUN.size)
        start, words, others, spans, anchors, body, end, head, following = _BEGUN.unpack(line)
        spans += others
        anchors += spans
        text = start + words + anchors
        rest = self._file.slice(start + words, text)
        return DocumentTerms(
            FileSlice(self._file, start, start + words),
            rest[:others],
            array("I", rest[others:spans]),
            array("I", rest[spans:]),
            body,
            end,
            head,
            FileSlice(self._file, text, following),
        )
