"""Stores the tags of the documents of a segment: for each tag, the documents that have it, how often and where first.

A tag is a line of text with words by which it is found. A question about thousands of documents is answered from a few
tags, without reading the stored values of each document.
"""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, Final, Literal, NamedTuple

from briefreader.search.index.forward_index import ClosingSink
from briefreader.search.storage.container import (
    ByteSource,
    ContainerWriter,
    decode_text,
    directory,
    encode_text,
    numbers,
)

_MOST: Final = (1 << 16) - 1
"""The largest count that is stored."""


class Tag(NamedTuple):
    """A line of text of some kind, and the words by which it is found, separated by spaces; it has no line breaks."""

    kind: str
    words: str
    line: str


class Occurrences(NamedTuple):
    """The documents that have a tag, and for each of them the count and the offset of the first occurrence."""

    documents: Sequence[int]
    counts: Sequence[int]
    offsets: Sequence[int]


def tag_table_name(segment: str) -> str:
    """Return the name of the file that holds the tags of a segment."""
    return f"{segment}.tag"


class TagTableWriter:
    """Collects the tags of the documents of a segment, and writes them at the end."""

    def __init__(self, file: ClosingSink) -> None:
        self.close = file.close
        self._file = file
        self._numbers: dict[Tag, int] = {}
        self._tags, self._documents, self._offsets = array("I"), array("I"), array("I")
        self._counts = array("H")

    def add(self, document: int, tags: Mapping[Tag, tuple[int, int]]) -> None:
        """Add the tags of a document, each with its count and the offset of the first occurrence."""
        for tag, (count, offset) in tags.items():
            self._add(self._number(tag), document, count, offset)

    def take_over(self, table: "TagTable", new_numbers: Mapping[int, int]) -> None:
        """Add the tags of another segment; `new_numbers` maps the documents that are kept to their new numbers."""
        for tag, found in table.all():
            for document, count, offset in zip(*found, strict=True):
                if document in new_numbers:
                    self._add(self._number(tag), new_numbers[document], count, offset)

    def _number(self, tag: Tag) -> int:
        return self._numbers.setdefault(tag, len(self._numbers))

    def _add(self, tag: int, document: int, count: int, offset: int) -> None:
        self._tags.append(tag)
        self._documents.append(document)
        self._counts.append(min(count, _MOST))
        self._offsets.append(offset)

    def finish(self) -> None:
        """Write all tags by kind, each with its documents in the order in which they were added."""
        tags = sorted(self._numbers, key=lambda tag: tag.kind)
        place = array("I", bytes(4 * len(tags)))
        for at, tag in enumerate(tags):
            place[self._numbers[tag]] = at
        places = [place[number] for number in self._tags]
        order = sorted(range(len(places)), key=places.__getitem__)
        words = [encode_text(f" {tag.words} ") for tag in tags]
        lines = [encode_text(tag.line) for tag in tags]
        counted = Counter(places)
        out = ContainerWriter(self._file)
        out.finish(
            {
                "kinds": {tag.kind: len(tags) - at - 1 for at, tag in enumerate(reversed(tags))},
                "words": out.put(b"\n".join(words)),
                "word_starts": out.put_numbers(accumulate((len(each) + 1 for each in words), initial=0)),
                "lines": out.put(b"\n".join(lines)),
                "line_starts": out.put_numbers(accumulate((len(each) + 1 for each in lines), initial=0)),
                "starts": out.put_numbers(accumulate((counted[at] for at in range(len(tags))), initial=0)),
                "documents": out.put_numbers(map(self._documents.__getitem__, order)),
                "counts": out.put_numbers(map(self._counts.__getitem__, order), "H"),
                "offsets": out.put_numbers(map(self._offsets.__getitem__, order)),
            }
        )


class TagTable:
    """Reads the tags that `TagTableWriter` has written. Raises LibraryError where they are damaged."""

    def __init__(self, file: ByteSource) -> None:
        self._file = file

    @cached_property
    def _directory(self) -> dict[str, Any]:
        return directory(self._file)

    @cached_property
    def _word_starts(self) -> "array[int]":
        return numbers(self._file, self._directory["word_starts"])

    @cached_property
    def _line_starts(self) -> "array[int]":
        return numbers(self._file, self._directory["line_starts"])

    @cached_property
    def _starts(self) -> "array[int]":
        return numbers(self._file, self._directory["starts"])

    def with_words(
        self, kind: str, phrases: Iterable[str] | None, is_wanted: Callable[[str], bool]
    ) -> Iterator[tuple[str, Occurrences]]:
        """Yield the line and the occurrences of each tag of a kind whose words contain one of several phrases.

        If `phrases` is None, the words do not matter. Of tags whose line is not wanted no occurrences are read.
        """
        first, last = self._tags_of(kind)
        for tag in range(first, last) if phrases is None else sorted(self._found(first, last, phrases)):
            if is_wanted(line := self._line(tag)):
                yield line, self._occurrences(tag)

    def _found(self, first: int, last: int, phrases: Iterable[str]) -> set[int]:
        """Return the tags from first to before last whose words contain one of several phrases."""
        base, starts = self._word_starts[first], self._word_starts
        words = self._words(first, last)
        found: set[int] = set()
        for phrase in phrases:
            sought = encode_text(f" {phrase} ")
            at = words.find(sought)
            while at >= 0:
                tag = bisect_right(starts, base + at) - 1
                found.add(tag)
                at = words.find(sought, starts[tag + 1] - base)
        return found

    def all(self) -> Iterator[tuple[Tag, Occurrences]]:
        """Yield every tag with its occurrences."""
        for kind in self._directory["kinds"]:
            first, last = self._tags_of(kind)
            words = decode_text(self._words(first, last)).split("\n")
            for tag in range(first, last):
                yield Tag(kind, words[tag - first][1:-1], self._line(tag)), self._occurrences(tag)

    def _tags_of(self, kind: str) -> tuple[int, int]:
        """Return the number of the first tag of a kind and the number after the last."""
        kinds = self._directory["kinds"]
        count = len(self._starts) - 1
        first = kinds.get(kind, count)
        return first, min((each for each in kinds.values() if each > first), default=count)

    def _words(self, first: int, last: int) -> bytes:
        """Return the words of the tags from first to before last, a line each."""
        start, end = self._directory["words"]
        return self._file.slice(start + self._word_starts[first], min(start + self._word_starts[last], end))

    def _line(self, tag: int) -> str:
        start, end = self._directory["lines"]
        last = min(start + self._line_starts[tag + 1] - 1, end)
        return decode_text(self._file.slice(start + self._line_starts[tag], last))

    def _occurrences(self, tag: int) -> Occurrences:
        start, end = self._starts[tag], self._starts[tag + 1]
        return Occurrences(
            self._part("documents", "I", start, end),
            self._part("counts", "H", start, end),
            self._part("offsets", "I", start, end),
        )

    def _part(self, name: str, typecode: Literal["H", "I"], start: int, end: int) -> "array[int]":
        first, size = self._directory[name][0], array(typecode).itemsize
        return numbers(self._file, (first + size * start, first + size * end), typecode)
