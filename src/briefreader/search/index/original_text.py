"""Stores the text of a document deflated, and finds the byte at which a term of the forward index begins."""

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import sub
from struct import Struct
from typing import Final, NamedTuple

from briefreader.search.analysis.chunks import chunks, letters_before

SLACK: Final = 24  # bytes by which `approximate_byte` may be wrong
_STEP: Final = 64  # the least bytes of terms between two anchors
_EAST_ASIAN: Final = 0xE3  # the least first byte of Chinese, Japanese and Korean letters in UTF-8
_LEVEL: Final = 4  # of zlib: a higher one takes twice the time to make a text 3 percent smaller
_COUNT: Final = Struct("<I")  # the number of anchors


class _Content(NamedTuple):
    """The bytes of a text, and its anchors: the offset of each among the terms, and the byte where its term begins."""

    offsets: Sequence[int]
    starts: Sequence[int]
    raw: bytes


class OriginalText:
    """Holds a text that is inflated when it is first read; `packed` returns it deflated."""

    def __init__(self, packed: Callable[[], bytes]) -> None:
        self.packed = packed

    @cached_property
    def _content(self) -> _Content:
        data = zlib.decompress(self.packed())
        (count,) = _COUNT.unpack_from(data)
        first = _COUNT.size
        middle, end = first + 4 * count, first + 8 * count
        offsets = accumulate(array("I", data[first:middle]))
        return _Content([*offsets], [*accumulate(array("I", data[middle:end]))], data[end:])

    @property
    def raw(self) -> bytes:
        """The text in UTF-8."""
        return self._content.raw

    def approximate_byte(self, offset: int) -> int:
        """Return roughly the byte at which the term at an offset begins, in a tenth of the time of `byte`.

        The error is at most `SLACK` bytes for letters that fold to letters of about as many bytes, as nearly all do.
        """
        offsets, starts, raw = self._content
        at = bisect_right(offsets, offset) - 1
        if 0 <= at < len(offsets) - 1:
            start, end = starts[at], starts[at + 1]
            # At most this many bytes between the anchors are no part of a term, unless a letter is longer as a term.
            if abs(end - start - offsets[at + 1] + offsets[at]) <= SLACK:
                text = raw[start:end]
                if text.isascii() or max(text) < _EAST_ASIAN:
                    return start + offset - offsets[at]
        return self.byte(offset)

    def byte(self, offset: int) -> int:
        """Return the byte at which the term at an offset begins, or the text's length for an offset beyond its end."""
        offsets, starts, raw = self._content
        at = bisect_right(offsets, offset) - 1
        if at < 0:
            return 0
        remaining = offset - offsets[at]
        end = starts[at + 1] if at + 1 < len(starts) else len(raw)
        text = raw[starts[at] : end].decode()
        for number, chunk in enumerate(text.split()):
            size = chunks[chunk].size
            if size > remaining:
                (rest,) = text.split(None, number)[number:]
                return end - len(rest[letters_before(chunk, remaining) :].encode())
            remaining -= size
        return end


def original_text(text: str, pieces: Sequence[str], offsets: Sequence[int]) -> OriginalText:
    """Return a text with its anchors: chunks that have terms, each some bytes of terms after the one before.

    `pieces` are the chunks of the text; `offsets` has the offset of each among the terms, then that of the end.
    """
    characters = array("I", accumulate(map(len, pieces), initial=0))  # of the chunks before each
    anchors, starts = array("I"), array("I")
    count = len(pieces)
    at = due = done = byte = 0
    while (at := bisect_left(offsets, due, at, count)) < count:
        while at < count and offsets[at] == offsets[at + 1]:
            at += 1
        if at < count:
            start = characters[at] + at
            byte += len(text[done:start].encode())
            done = start
            anchors.append(offsets[at])
            starts.append(byte)
            due = offsets[at] + _STEP
    data = b"".join((_COUNT.pack(len(anchors)), _steps(anchors), _steps(starts), text.encode()))
    packed = zlib.compress(data, _LEVEL)
    return OriginalText(lambda: packed)


def _steps(numbers: "array[int]") -> bytes:
    """Return the differences of ascending numbers, which deflate well."""
    return array("I", map(sub, numbers, (0, *numbers))).tobytes()
