"""The wording of briefs, beside a segment of the index: each text, and its terms in a row as they are looked for.

What is sought in a text is found by one look through its terms, with no need to take the text apart again: words in
a row stand in a row here too. A segment's wordings follow each other in one file, in the order of its documents.
"""

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from struct import Struct
from typing import Final, NamedTuple, Protocol

from briefreader.search.analysis import shape
from briefreader.search.sections import Output, Sections, Source, directory
from briefreader.text import WORD

SUFFIX: Final = ".txt"
BREAK: Final = "\n"  # stands for a term between the text and what lists say besides
_CHUNK: Final = re.compile(r"\S+")
_STEP: Final = 16  # positions at least between two anchors
_MOST_CHUNKS: Final = 131_072
# Where it begins; bytes of the terms, of the other terms, places and anchors; first position of the body; positions.
_LINE: Final = Struct("<Q6I")


def wordings_beside(table: str) -> str:
    """Return the name of the file with the wordings of the segment whose table has a name."""
    return table.rpartition(".")[0] + SUFFIX


class _Chunks(dict[str, tuple[str, int, tuple[tuple[str, int, int], ...]]]):
    """What stands between two spaces: its terms in a row, how many, and other terms with position and extent."""

    def __missing__(self, chunk: str) -> tuple[str, int, tuple[tuple[str, int, int], ...]]:
        row: list[str] = []
        others: list[tuple[str, int, int]] = []
        for match in WORD.finditer(chunk):
            at, (parts, length) = len(row), shape(match[0])
            for part in parts:
                if part.kind in ("plain", "pair", "last", "lone"):
                    row.append(part.term)
                else:
                    others.append((part.term, at + part.step, length if part.kind == "joined" else 1))
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        kept = self[chunk] = " ".join(row), len(row), tuple(others)
        return kept


_chunks: Final = _Chunks()


class Wording(NamedTuple):
    """A text as it is kept.

    `words` are its terms, a space before and after each; `others` are those that take no position of their own (a
    compound joined up, a word as it was spelled), and `places` the position and extent of each. `anchors` are
    positions, then the characters where they begin. The body of the text begins at position `body`, and its last
    position is before `length`: beyond are, after a break, the words of its label.
    """

    words: bytes
    others: bytes
    places: "array[int]"
    anchors: "array[int]"
    body: int
    length: int
    raw: bytes

    @property
    def text(self) -> str:
        """The text itself."""
        return self.raw.decode()

    def counts(self) -> dict[str, int]:
        """Return how often each term occurs."""
        counts = Counter(self.words.decode().split(" "))
        counts.update(self.others.decode().split(" "))
        return {term: count for term, count in counts.items() if term not in ("", BREAK)}

    def character(self, position: int) -> int:
        """Return where in the text a position begins, its end where it is beyond."""
        half = len(self.anchors) // 2
        at = bisect_right(self.anchors, position, 0, half) - 1
        if at < 0:
            return 0
        reached, text = self.anchors[at], self.text
        for match in WORD.finditer(text, self.anchors[half + at]):
            parts, length = shape(match[0])
            if reached + length > position:
                return match.start() + next(part.start for part in parts if part.step >= position - reached)
            reached += length
        return len(text)


def wording(text: str, label: Sequence[str] = ()) -> Wording:
    """Return the wording of a text, and of what lists show of its brief though the text does not say it so."""
    rows: list[str] = []
    others: list[tuple[str, int, int]] = []
    anchors: list[tuple[int, int]] = []
    at = body = 0
    head = text.find("\n\n") + 2
    due = 0
    for match in _CHUNK.finditer(text):
        row, length, more = _chunks[match[0]]
        if at >= due and length:
            anchors.append((at, match.start()))
            due = at + _STEP
        if match.start() < head:
            body = at + length
        if row:
            rows.append(row)
        if more:
            others += ((term, at + step, extent) for term, step, extent in more)
        at += length
    count = at
    for each in label:
        rows.append(BREAK)
        at += 1
        for chunk in each.split():
            row, length, more = _chunks[chunk]
            rows.append(row)
            others += ((term, at + step, extent) for term, step, extent in more)
            at += length
    return Wording(
        f" {' '.join(rows)} ".encode(),
        f" {' '.join(term for term, _, _ in others)} ".encode(),
        array("I", [number for _, *numbers in others for number in numbers]),
        array("I", [position for position, _ in anchors] + [character for _, character in anchors]),
        body if head > 1 else 0,
        count,
        text.encode(),
    )


class ClosingOutput(Output, Protocol):
    """A file to be written and closed."""

    def close(self) -> object:
        """Close the file."""


class WordingWriter:
    """Writes the wordings of a segment, one a document."""

    def __init__(self, file: ClosingOutput) -> None:
        self.close = file.close
        self._out = Sections(file)
        self._lines: list[bytes] = []

    def add(self, wording: Wording) -> None:
        """Append the wording of the next document."""
        words, others, places, anchors, body, length, raw = wording
        parts = (words, others, places.tobytes(), anchors.tobytes())
        start, _ = self._out.put(b"".join((*parts, raw)))
        self._lines.append(_LINE.pack(start, *map(len, parts), body, length))

    def finish(self) -> None:
        """Write what finds the wordings again."""
        end, _ = self._out.put(b"")
        self._lines.append(_LINE.pack(end, 0, 0, 0, 0, 0, 0))
        self._out.finish({"lines": self._out.put(b"".join(self._lines))})


class Wordings:
    """Reads what `WordingWriter` has written. Raises LibraryError where it is damaged."""

    def __init__(self, file: Source) -> None:
        self._file = file

    @cached_property
    def _lines(self) -> int:
        start, _ = directory(self._file)["lines"]
        return int(start)

    def words(self, document: int) -> bytes:
        """Return the terms of a document's text in a row."""
        at = self._lines + document * _LINE.size
        start, words, *_ = _LINE.unpack(self._file.slice(at, at + _LINE.size))
        return self._file.slice(start, start + words)

    def __getitem__(self, document: int) -> Wording:
        at = self._lines + document * _LINE.size
        lines = self._file.slice(at, at + 2 * _LINE.size)
        start, words, others, places, anchors, body, length = _LINE.unpack_from(lines)
        end = _LINE.unpack_from(lines, _LINE.size)[0]
        record = self._file.slice(start, end)
        others += words
        places += others
        anchors += places
        return Wording(
            record[:words],
            record[words:others],
            array("I", record[others:places]),
            array("I", record[places:anchors]),
            body,
            length,
            record[anchors:],
        )
