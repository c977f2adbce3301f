"""The forward index of a segment: the terms of each document in their order, and the text that they come from.

A query's words are found in a text by one look through its terms, with no need to analyze the text again: words that
stand in a row in the text stand in a row here too.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from struct import Struct
from typing import Final, NamedTuple, Protocol

from briefreader.search.analysis.chunks import chunks
from briefreader.search.index.original_text import OriginalText, original_text
from briefreader.search.storage.container import (
    ByteSink,
    ByteSource,
    ContainerWriter,
    FileSlice,
    InMemoryFile,
    directory,
)

APART: Final = 100  # positions between a text and its label, more than any that count as near each other
BREAK: Final = "\n"  # stands for a term between the text and its label
_SIZE: Final = attrgetter("size")
# Of a document: its first byte; bytes of the terms, of the other terms and of the spans; then body, end and head.
_RECORD: Final = Struct("<Q6I")
_TWO: Final = Struct("<Q6IQ")  # a record, and the first byte of the next document


def forward_index_name(segment: str) -> str:
    """Return the name of the file that holds the forward index of a segment."""
    return f"{segment}.txt"


class DocumentTerms(NamedTuple):
    """The terms of a document; the offset of a term is the place of the space before it among the words, in bytes.

    `row` holds the `words`, which are most of all this and are read when they are asked for. `others` are terms that
    stand at the offset of one of the words (a compound joined up, a word as it was spelled), and `spans` has the offset
    of each and its end. The body of the text begins at the offset `body` and at the byte `head` of the original text,
    and its last word is before the offset `end`.
    """

    row: ByteSource
    others: bytes
    spans: "array[int]"
    body: int
    end: int
    head: int
    original: OriginalText

    @property
    def words(self) -> bytes:
        """The terms of the text, a space before and after each, and after a break the terms of its label."""
        return self.row.slice(0, self.row.size)

    def counts(self) -> dict[str, int]:
        """Return how often each term occurs."""
        counts = Counter(self.words.decode().split(" "))
        counts.update(self.others.decode().split(" "))
        return {term: count for term, count in counts.items() if term not in ("", BREAK)}

    def positions(self, offsets: Iterable[int]) -> Iterator[int]:
        """Yield the number of words before each of some offsets, which come in order; the label stands far away."""
        words = self.words
        position = reached = 0
        for offset in offsets:
            position += words.count(b" ", reached, offset)
            reached = offset
            yield position + (APART if offset >= self.end else 0)

    def byte(self, offset: int) -> int:
        """Return the byte of the original text where the term at an offset begins."""
        return len(self.original.raw) if offset >= self.end else self.original.byte(offset)

    def about(self, offset: int) -> int:
        """Return about the byte of the original text where the term at an offset begins, see `OriginalText.about`."""
        return len(self.original.raw) if offset >= self.end else self.original.about(offset)


def document_terms(text: str, label: Sequence[str] = ()) -> DocumentTerms:
    """Return the terms of a text, and of its label: words that lists show of the brief though the text lacks them."""
    pieces = text.replace("\n", " ").split(" ")  # each begins one character after the one before has ended
    found = [*map(chunks.__getitem__, pieces)]
    count = len(found)
    row = [chunk.row for chunk in found if chunk.size]
    offsets = array("I", accumulate(map(_SIZE, found), initial=0))
    if label:
        labelled = [chunks[piece] for each in label for piece in each.split()]
        row += [BREAK, *(chunk.row for chunk in labelled if chunk.size)]
        first = offsets[-1] + len(BREAK) + 1
        found += labelled
        offsets.extend(accumulate(map(_SIZE, labelled), initial=first))
    terms: list[str] = []
    spans = array("I")
    begun = (*offsets[:count], *offsets[count + 1 :])
    for offset, others in ((offset, chunk.others) for offset, chunk in zip(begun, found, strict=False) if chunk.others):
        for term, start, end in others:
            terms.append(term)
            spans.extend((offset + start, offset + end))
    head = text.find("\n\n") + 2
    return DocumentTerms(
        InMemoryFile(f" {' '.join(row)} ".encode()),
        f" {' '.join(terms)} ".encode(),
        spans,
        offsets[text.count("\n", 0, head) + text.count(" ", 0, head)] if head > 1 else 0,
        offsets[count],
        len(text[:head].encode()) if head > 1 else 0,
        original_text(text, pieces, offsets[: count + 1]),
    )


class ClosingSink(ByteSink, Protocol):
    """A file to be written and closed."""

    def close(self) -> object:
        """Close the file."""


class ForwardIndexWriter:
    """Writes the forward index of a segment, document by document."""

    def __init__(self, file: ClosingSink) -> None:
        self.close = file.close
        self._out = ContainerWriter(file)
        self._records: list[bytes] = []

    def add(self, terms: DocumentTerms) -> None:
        """Append the terms of the next document."""
        parts = (terms.words, terms.others, terms.spans.tobytes())
        start, _ = self._out.put(b"".join((*parts, terms.original.packed())))
        self._records.append(_RECORD.pack(start, *map(len, parts), terms.body, terms.end, terms.head))

    def finish(self) -> None:
        """Write the records, by which documents are found."""
        end, _ = self._out.put(b"")
        self._records.append(_RECORD.pack(end, 0, 0, 0, 0, 0, 0))
        self._out.finish({"records": self._out.put(b"".join(self._records))})


class ForwardIndex:
    """Reads what `ForwardIndexWriter` has written. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file

    @cached_property
    def _records(self) -> int:
        start, _ = directory(self._file)["records"]
        return int(start)

    def terms(self, document: int) -> tuple[bytes, bytes]:
        """Return the words of a document's text and the other terms."""
        at = self._records + document * _RECORD.size
        start, words, others, *_ = _RECORD.unpack(self._file.slice(at, at + _RECORD.size))
        both = self._file.slice(start, start + words + others)
        return both[:words], both[words:]

    def __getitem__(self, document: int) -> DocumentTerms:
        at = self._records + document * _RECORD.size
        record = self._file.slice(at, at + _TWO.size)
        start, words, others, spans, body, end, head, following = _TWO.unpack(record)
        text = start + words + others + spans
        rest = self._file.slice(start + words, text)
        file = self._file
        return DocumentTerms(
            FileSlice(file, start, start + words),
            rest[:others],
            array("I", rest[others:]),
            body,
            end,
            head,
            OriginalText(lambda: file.slice(text, following)),
        )
