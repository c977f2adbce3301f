"""Sets of small numbers as integers, one bit a number: what is cheap to intersect, to unite and to count."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

_MASKS: Final = bytes(1 << (number & 7) for number in range(8))
_CHUNK: Final = 4_096


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
    base = 0
    octets = found.to_bytes((found.bit_length() + 7) >> 3, "little")
    for start in range(0, len(octets), _CHUNK >> 3):
        chunk = int.from_bytes(octets[start : start + (_CHUNK >> 3)], "little")
        if chunk:
            digits = bin(chunk)[:1:-1]
            at = digits.find("1")
            while at >= 0:
                yield base + at
                at = digits.find("1", at + 1)
        base += _CHUNK


def united(sets: Iterable[int]) -> int:
    """Return the union of sets."""
    found = 0
    for each in sets:
        found |= each
    return found
