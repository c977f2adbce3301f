"""Sets of small numbers as integers, one bit a number: what is cheap to intersect, to unite and to count.

Roaring bitmaps (pyroaring 1.2) were measured too: for the sets of 14,000 briefs they unite seven times as slowly and
intersect about as fast, and win only where few of 100,000 are left. That is not worth a compiled dependency.
"""

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from typing import Final

_MASKS: Final = bytes(1 << (number & 7) for number in range(8))
_BITS: Final = [[bit for bit in range(8) if octet >> bit & 1] for octet in range(256)]
_CHUNK: Final = 4_096
_FIRST: Final = (1 << _CHUNK) - 1


def packed(numbers: Sequence[int], size: int) -> int:
    """Return the set of numbers, each less than size."""
    if len(numbers) * 32 < size:
        octets = bytearray((size >> 3) + 1)
        for number in numbers:
            octets[number >> 3] |= _MASKS[number & 7]
        return int.from_bytes(octets, "little")
    # One digit a number costs more to read as an integer and less to set.
    digits = bytearray(b"0") * (size or 1)
    for number in numbers:
        digits[number] = 49
    digits.reverse()
    return int(digits, 2)


def members(found: int) -> Iterator[int]:
    """Yield the numbers of the set in order; the first ones cost little, however many there are."""
    yield from _members(found & _FIRST, 0)
    found >>= _CHUNK
    if found:
        yield from _members(found, _CHUNK)


def _members(found: int, base: int) -> Iterator[int]:
    words = array("Q", found.to_bytes((found.bit_length() + 63 >> 6) << 3, sys.byteorder))
    words = words if sys.byteorder == "little" else words[::-1]
    for at in compress(count(), words):
        word, number = words[at], base + (at << 6)
        while word:
            for bit in _BITS[word & 255]:
                yield number + bit
            word >>= 8
            number += 8


def united(sets: Iterable[int]) -> int:
    """Return the union of sets."""
    found = 0
    for each in sets:
        found |= each
    return found
