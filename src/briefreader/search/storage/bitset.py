"""Represents sets of small numbers as integers, one bit a number, and stores them in files.

Intersection, union and counting of such sets are single operations of Python. Roaring bitmaps (pyroaring 1.2) were
measured too: for the sets of 14,000 documents their union is seven times as slow and their intersection about as fast,
and they win only where few of 100,000 numbers are left. That is not worth a compiled dependency.
"""

import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, count, islice
from struct import Struct
from typing import Final

from briefreader.search.storage.container import ByteSource, ContainerWriter, Extent

_MASKS: Final = bytes(1 << (number & 7) for number in range(8))
_FLAGS: Final = bytes.maketrans(b"01", b"\0\1")
_WIDE: Final = 20  # bits a number, beyond which skipping empty words is quicker than looking at every bit
_FEW: Final = 32  # numbers that are sooner taken out one by one than looked for in every word
_SPARSE: Final = 32  # bits a number, up to which reading the plain bits is quicker than inflating them
_WINDOW: Final = -14  # bits of distance; the sign leaves out zlib's header and checksum, since the file has its own
_TWO: Final = Struct("=II")


def from_members(numbers: Sequence[int], size: int) -> int:
    """Return the set of the numbers, each of which is less than size."""
    if len(numbers) * 40 < size:
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
    """Yield the numbers of the set in ascending order."""
    words = array("Q", found.to_bytes((found.bit_length() + 63 >> 6) << 3, sys.byteorder))
    words = words if sys.byteorder == "little" else words[::-1]
    for at in compress(count(), words):
        word, before = words[at], (at << 6) - 1
        while word:
            least = word & -word
            yield before + least.bit_length()
            word ^= least


def lowest(found: int, limit: int) -> list[int]:
    """Return the smallest numbers of the set, at most `limit` of them; the cost hardly grows with the set."""
    size = found.bit_count()
    if size <= _FEW:
        return _members_of_few(found)[:limit]
    if size <= limit:
        return [*members(found)]
    # If the numbers lie about evenly, this many bits hold enough of them; else the rest is read too.
    width = min(found.bit_length(), limit * found.bit_length() // size * 2 + 64)
    front = found & (1 << width) - 1
    if width > _WIDE * limit:
        numbers = [*islice(members(front), limit)]
    else:
        numbers = [*islice(compress(count(), bin(front)[:1:-1].encode().translate(_FLAGS)), limit)]
    if len(numbers) < limit:
        numbers += islice(members(found >> width << width), limit - len(numbers))
    return numbers


def _members_of_few(found: int) -> list[int]:
    numbers = []
    while found:
        number = found.bit_length() - 1
        numbers.append(number)
        found ^= 1 << number
    return numbers[::-1]


def union(sets: Iterable[int]) -> int:
    """Return the union of sets."""
    found = 0
    for each in sets:
        found |= each
    return found


def encode(found: int, size: int) -> bytes:
    """Return the bytes in which a set of numbers less than size is stored: plain bits for a dense set, else deflated.

    Inflating the bits of 3,000 of 100,000 numbers takes a fifth of the time of setting them one by one, and the bits
    take a quarter of the space of the numbers. Z_RLE is the strategy of zlib with the smallest result here and the
    shortest time to write.
    """
    bits = found.to_bytes(_width(size), "little")
    if found.bit_count() * _SPARSE > size:
        return bits
    compressor = zlib.compressobj(1, zlib.DEFLATED, _WINDOW, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    deflated = compressor.compress(bits) + compressor.flush()
    return deflated if len(deflated) < len(bits) else bits


def decode(encoded: bytes, size: int) -> int:
    """Return the set of numbers less than size that `encode` has turned into bytes."""
    width = _width(size)
    return int.from_bytes(encoded if len(encoded) == width else zlib.decompress(encoded, _WINDOW, width), "little")


def _width(size: int) -> int:
    return (size + 7) >> 3


def write(out: ContainerWriter, encoded: Iterable[bytes]) -> dict[str, Extent]:
    """Write encoded sets and return the extents that `BitsetReader` needs."""
    sets = [*encoded]
    return {"sets": out.put(b"".join(sets)), "ends": out.put_numbers(accumulate(map(len, sets), initial=0))}


class BitsetReader:
    """Reads the sets that `write` has written, one at a time by number.

    `size` is the bound of the numbers in each set. Raises LibraryError where the file is damaged.
    """

    def __init__(self, file: ByteSource, extents: Mapping[str, Extent], size: int) -> None:
        self._file = file
        self._size = size
        self._sets = extents["sets"][0]
        self._ends = extents["ends"][0]

    def __getitem__(self, number: int) -> int:
        at = self._ends + _TWO.size // 2 * number
        start, end = _TWO.unpack(self._file.slice(at, at + _TWO.size))
        return decode(self._file.slice(self._sets + start, self._sets + end), self._size)
