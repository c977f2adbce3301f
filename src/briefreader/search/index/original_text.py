"""The text of a document as it was written, deflated, and where in it the terms of the forward index begin."""

import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import sub
from struct import Struct
from typing import Final, NamedTuple

from briefreader.search.analysis.chunks import chunks, letter_of

SLACK: Final = 24  # bytes by which `about` may miss
_STEP: Final = 64  # bytes of terms at least between two anchors
_EAST_ASIAN: Final = 0xE3  # the first byte from which on Chinese, Japanese and Korean letters begin in UTF-8
_LEVEL: Final = 4  # of zlib: beyond it a text takes twice the time to be 3 percent smaller
_COUNT: Final = Struct("<I")  # the number of anchors


class _Content(NamedTuple):
    """The bytes of a text, and its anchors: offsets among the terms, and for each the byte where the term begins."""

    offsets: Sequence[int]
    begun: Sequence[int]
    raw: bytes


class OriginalText:
    """A text that is inflated when it is first asked for; `packed` returns it deflated."""

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

    def about(self, offset: int) -> int:
        """Return about the byte where the term at an offset begins, in a tenth of the time of `byte`.

        It misses by no more than `SLACK` bytes where letters are folded to others of about as many bytes, as nearly all
        are.
        """
        offsets, begun, raw = self._content
        at = bisect_right(offsets, offset) - 1
        if 0 <= at < len(offsets) - 1:
            start, end = begun[at], begun[at + 1]
            # So few bytes fall to other things than terms, wherever they are, if no letter takes more as a term.
            if abs(end - start - offsets[at + 1] + offsets[at]) <= SLACK:
                text = raw[start:end]
                if text.isascii() or max(text) < _EAST_ASIAN:
                    return start + offset - offsets[at]
        return self.byte(offset)

    def byte(self, offset: int) -> int:
        """Return the byte where the term at an offset begins, the end of the text where the offset is beyond."""
        offsets, begun, raw = self._content
        at = bisect_right(offsets, offset) - 1
        if at < 0:
            return 0
        ahead = offset - offsets[at]
        end = begun[at + 1] if at + 1 < len(begun) else len(raw)
        text = raw[begun[at] : end].decode()
        for number, chunk in enumerate(text.split()):
            size = chunks[chunk].size
            if size > ahead:
                (rest,) = text.split(None, number)[number:]
                return end - len(rest[letter_of(chunk, ahead) :].encode())
            ahead -= size
        return end


def original_text(text: str, pieces: Sequence[str], offsets: Sequence[int]) -> OriginalText:
    """Return a text with its anchors: each is a chunk that has terms and is some bytes of terms after the one before.

    `pieces` are the chunks of the text, and `offsets` the offset of each among the terms, then that of the end.
    """
    before = array("I", accumulate(map(len, pieces), initial=0))  # characters of chunks before each
    anchors, begun = array("I"), array("I")
    count = len(pieces)
    at = due = done = byte = 0
    while (at := bisect_left(offsets, due, at, count)) < count:
        while at < count and offsets[at] == offsets[at + 1]:
            at += 1
        if at < count:
            start = before[at] + at
            byte += len(text[done:start].encode())
            done = start
            anchors.append(offsets[at])
            begun.append(byte)
            due = offsets[at] + _STEP
    data = b"".join((_COUNT.pack(len(anchors)), _steps(anchors), _steps(begun), text.encode()))
    packed = zlib.compress(data, _LEVEL)
    return OriginalText(lambda: packed)


def _steps(numbers: "array[int]") -> bytes:
    """Return growing numbers as their differences, which deflate well."""
    return array("I", map(sub, numbers, (0, *numbers))).tobytes()
