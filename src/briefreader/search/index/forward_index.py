"""Stores the forward index of a segment: the terms of each document in their order, and the text they come from.

The words of a query are found in a text by one scan of its terms, without analyzing the text again: words that follow
each other in the text follow each other here too.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
# A record: the first byte of the terms and of the original text; the bytes of words, extra terms, spans and original
# text; body, end and body_byte.
_RECORD: Final = Struct("<QQ7I")
_GROUP: Final = 1 << 18  # bytes of words that stand together and are searched without reading the texts
_GAP: Final = 1 << 13  # bytes of terms that are sooner read with those before and after than left out


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

    def counts_in_text(self) -> dict[str, int]:
        """Return the number of occurrences of each term in the text; the label does not count.

        A term at the place of a word that is the same term, or that overlaps it, counts once.
        """
        counts = Counter(self.words[: self.end + 1].decode().split(" "))
        ends_of: dict[str, dict[int, int]] = {}
        terms = self.extra_terms.decode().strip(" ").split(" ")  # one empty term where there is none
        for term, offset, end in zip(terms, self.spans[::2], self.spans[1::2], strict=False):
            if offset < self.end:
                ends = ends_of.setdefault(term, {})
                ends[offset] = max(end, ends.get(offset, 0))
        for term, ends in ends_of.items():
            if term in counts:
                word = f" {term} ".encode()
                at = self.words.find(word, 0, self.end + 1)
                while at >= 0:
                    ends.setdefault(at, at + 1)
                    at = self.words.find(word, at + 1, self.end + 1)
            counts[term] = count_apart(ends.items())
        return counts

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


Text = tuple[int, int, int, int, int]
"""A document among others whose terms are read at once: its doc id; where the words of its text begin and end, and
where its extra terms begin and end."""


class Texts(NamedTuple):
    """The terms of documents that stand near each other, read at once, and where those of each are among them.

    `extra_words` are those of the words that are sought that are extra terms of any document of the segment.
    """

    terms: bytes
    documents: Sequence[Text]
    extra_words: Sequence[bytes]


def count_apart(spans: Iterable[tuple[int, int]]) -> int:
    """Return the number of spans, given by start and end; those that overlap one before count with it as one."""
    total = 0
    last = -1
    for start, end in sorted(spans):
        total += start >= last
        last = max(last, end)
    return total


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
    """Writes the forward index of a segment, document by document.

    The terms of a group of documents, with their spans, are followed by the original text of each.
    """

    def __init__(self, file: ClosingSink) -> None:
        self.close = file.close
        self._out = ContainerWriter(file)
        self._records: list[bytes] = []
        self._terms: list[bytes] = []
        self._texts: list[bytes] = []
        self._numbers: list[tuple[int, ...]] = []
        self._size = 0
        self._extra_terms: set[bytes] = set()

    def add(self, terms: DocumentTerms) -> None:
        """Append the terms of the next document."""
        self._extra_terms.update(terms.extra_terms.split())
        parts = (terms.words, terms.extra_terms, terms.spans.tobytes(), terms.original.packed())
        self._terms += parts[:3]
        self._texts.append(parts[3])
        self._numbers.append((*map(len, parts), terms.body, terms.end, terms.body_byte))
        self._size += len(parts[0])
        if self._size >= _GROUP:
            self._write_group()

    def _write_group(self) -> None:
        start, text = self._out.put(b"".join(self._terms))
        self._out.put(b"".join(self._texts))
        for numbers in self._numbers:
            self._records.append(_RECORD.pack(start, text, *numbers))
            start += sum(numbers[:3])
            text += numbers[3]
        self._terms.clear()
        self._texts.clear()
        self._numbers.clear()
        self._size = 0

    def finish(self) -> None:
        """Write the last group, the records, which locate the documents, all extra terms, and the directory."""
        self._write_group()
        records = self._out.put(b"".join(self._records))
        extra_terms = self._out.put(b" %b " % b" ".join(sorted(self._extra_terms)))
        self._out.finish({"records": records, "extra_terms": extra_terms})


class ForwardIndex:
    """Reads a forward index by the number of a document in its segment. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file

    @cached_property
    def _records(self) -> int:
        start, _ = directory(self._file)["records"]
        return int(start)

    def _record(self, document: int) -> tuple[int, ...]:
        at = self._records + document * _RECORD.size
        return _RECORD.unpack(self._file.slice(at, at + _RECORD.size))

    def terms(self, document: int) -> tuple[bytes, bytes]:
        """Return the words of a document's text and its extra terms."""
        start, _, words, extra_terms, *_ = self._record(document)
        both = self._file.slice(start, start + words + extra_terms)
        return both[:words], both[words:]

    def texts(self, doc_ids: Mapping[int, int], sought: Iterable[bytes]) -> Iterator[Texts]:
        """Yield the terms of many documents in which words are sought, neighbours together.

        `doc_ids` has the doc id of each by its number, and the numbers ascend. A word has a space before and after.
        """
        extents = directory(self._file)
        every_extra_term = self._file.slice(*extents["extra_terms"])
        extra_words = [word for word in sought if word in every_extra_term]
        records = self._file.slice(*extents["records"])
        record, size = _RECORD.unpack_from, _RECORD.size
        found: list[Text] = []
        first = stop = 0
        for document, doc_id in doc_ids.items():
            start, _, words, extra_terms, spans, _, _, end, _ = record(records, document * size)
            if not stop <= start <= stop + _GAP or start - first >= _GROUP:
                if found:
                    yield Texts(self._file.slice(first, stop), found, extra_words)
                    found = []
                first = start
            start -= first
            extra = start + words
            found.append((doc_id, start, start + end + 1, extra, extra + extra_terms))
            stop = first + extra + extra_terms + spans
        if found:
            yield Texts(self._file.slice(first, stop), found, extra_words)

    def __getitem__(self, document: int) -> DocumentTerms:
        start, text, words, extra_terms, spans, original, body, end, body_byte = self._record(document)
        file = self._file
        extra = start + words
        rest = file.slice(extra, extra + extra_terms + spans)
        return DocumentTerms(
            FileSlice(file, start, extra),
            rest[:extra_terms],
            array("I", rest[extra_terms:]),
            body,
            end,
            body_byte,
            OriginalText(lambda: file.slice(text, text + original)),
        )
