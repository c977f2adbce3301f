"""Stores the forward index of a segment: the terms of each document in their order, and the text they come from.

The words of a query are found in a text by one scan of its terms, without analyzing the text again: words that follow
each other in the text follow each other here too.
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

APART: Final = 100  # positions between a text and its label: no distance of a query is as long
BREAK: Final = "\n"  # the term between the text and its label
_SIZE: Final = attrgetter("size")
# A record: the first byte of the document; the bytes of its words, extra terms and spans; body, end and body_byte.
_RECORD: Final = Struct("<Q6I")
_RECORD_AND_NEXT: Final = Struct("<Q6IQ")  # a record, and the first byte of the next document


def forward_index_name(segment: str) -> str:
    """Return the name of the file that holds the forward index of a segment."""
    return f"{segment}.txt"


class DocumentTerms(NamedTuple):
    """The terms of a document, each at an offset: the byte of the space before it in `words`.

    `word_source` holds the words, which are most of the data and are read when they are needed. `extra_terms` stand at
    the offset of a word (a compound joined up, a word as it was spelled); `spans` has the offset and the end of each.
    The body of the text begins at the offset `body` and at the byte `body_byte` of the original text, and its last word
    is before the offset `end`.
    """

    word_source: ByteSource
    extra_terms: bytes
    spans: "array[int]"
    body: int
    end: int
    body_byte: int
    original: OriginalText

    @property
    def words(self) -> bytes:
        """The terms of the text, with a space before and after each, then a break and the terms of its label."""
        return self.word_source.slice(0, self.word_source.size)

    def counts(self) -> dict[str, int]:
        """Return the number of occurrences of each term."""
        counts = Counter(self.words.decode().split(" "))
        counts.update(self.extra_terms.decode().split(" "))
        return {term: count for term, count in counts.items() if term not in ("", BREAK)}

    def positions(self, offsets: Iterable[int]) -> Iterator[int]:
        """Yield the position of each offset, the number of words before it; offsets come in order.

        The label's positions begin far beyond those of the text.
        """
        words = self.words
        position = counted_to = 0
        for offset in offsets:
            position += words.count(b" ", counted_to, offset)
            counted_to = offset
            yield position + (APART if offset >= self.end else 0)

    def byte(self, offset: int) -> int:
        """Return the byte of the original text at which the term at an offset begins."""
        return len(self.original.raw) if offset >= self.end else self.original.byte(offset)

    def approximate_byte(self, offset: int) -> int:
        """Return roughly the byte at which the term at an offset begins; see `OriginalText.approximate_byte`."""
        return len(self.original.raw) if offset >= self.end else self.original.approximate_byte(offset)


class Text(NamedTuple):
    """The terms of a document as they are stored: the words of its text, those of its label, and the extra terms.

    Those of the text are before the byte `end`, and the extra terms begin at the byte `extra`.
    """

    terms: bytes
    end: int
    extra: int


def document_terms(text: str, label: Sequence[str] = ()) -> DocumentTerms:
    """Return the terms of a text and of its label: words that lists show of the document though its text lacks them."""
    pieces = text.replace("\n", " ").split(" ")  # each begins one character after the end of the one before
    found = [*map(chunks.__getitem__, pieces)]
    count = len(found)
    words = [chunk.words for chunk in found if chunk.size]
    offsets = array("I", accumulate(map(_SIZE, found), initial=0))
    if label:
        labelled = [chunks[piece] for each in label for piece in each.split()]
        words += [BREAK, *(chunk.words for chunk in labelled if chunk.size)]
        first = offsets[-1] + len(BREAK) + 1
        found += labelled
        offsets.extend(accumulate(map(_SIZE, labelled), initial=first))
    terms: list[str] = []
    spans = array("I")
    chunk_offsets = (*offsets[:count], *offsets[count + 1 :])
    for offset, extra_terms in (
        (offset, chunk.extra_terms) for offset, chunk in zip(chunk_offsets, found, strict=False) if chunk.extra_terms
    ):
        for term, start, end in extra_terms:
            terms.append(term)
            spans.extend((offset + start, offset + end))
    body_byte = text.find("\n\n") + 2
    return DocumentTerms(
        InMemoryFile(f" {' '.join(words)} ".encode()),
        f" {' '.join(terms)} ".encode(),
        spans,
        offsets[text.count("\n", 0, body_byte) + text.count(" ", 0, body_byte)] if body_byte > 1 else 0,
        offsets[count],
        len(text[:body_byte].encode()) if body_byte > 1 else 0,
        original_text(text, pieces, offsets[: count + 1]),
    )


class ClosingSink(ByteSink, Protocol):
    """A file that is written and closed."""

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
        parts = (terms.words, terms.extra_terms, terms.spans.tobytes())
        start, _ = self._out.put(b"".join((*parts, terms.original.packed())))
        self._records.append(_RECORD.pack(start, *map(len, parts), terms.body, terms.end, terms.body_byte))

    def finish(self) -> None:
        """Write the records, which locate the documents, and the directory."""
        end, _ = self._out.put(b"")
        self._records.append(_RECORD.pack(end, 0, 0, 0, 0, 0, 0))
        self._out.finish({"records": self._out.put(b"".join(self._records))})


class ForwardIndex:
    """Reads a forward index by the number of a document in its segment. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file

    @cached_property
    def _records(self) -> int:
        start, _ = directory(self._file)["records"]
        return int(start)

    def terms(self, document: int) -> tuple[bytes, bytes]:
        """Return the words of a document's text and its extra terms."""
        at = self._records + document * _RECORD.size
        start, words, extra_terms, *_ = _RECORD.unpack(self._file.slice(at, at + _RECORD.size))
        both = self._file.slice(start, start + words + extra_terms)
        return both[:words], both[words:]

    def texts(self, documents: Iterable[int]) -> Iterator[Text]:
        """Yield the terms of each of many documents, in half the time of reading each by itself."""
        start, end = directory(self._file)["records"]
        records = self._file.slice(start, end)
        read, record, size = self._file.slice, _RECORD.unpack_from, _RECORD.size
        for document in documents:
            start, words, extra_terms, _, _, end, _ = record(records, document * size)
            yield Text(read(start, start + words + extra_terms), end + 1, words)

    def __getitem__(self, document: int) -> DocumentTerms:
        at = self._records + document * _RECORD.size
        record = self._file.slice(at, at + _RECORD_AND_NEXT.size)
        start, words, extra_terms, spans, body, end, body_byte, following = _RECORD_AND_NEXT.unpack(record)
        text = start + words + extra_terms + spans
        rest = self._file.slice(start + words, text)
        file = self._file
        return DocumentTerms(
            FileSlice(file, start, start + words),
            rest[:extra_terms],
            array("I", rest[extra_terms:]),
            body,
            end,
            body_byte,
            OriginalText(lambda: file.slice(text, following)),
        )
