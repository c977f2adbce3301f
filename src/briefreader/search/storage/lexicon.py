"""Stores sorted terms in blocks; looking up a term reads one block."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from briefreader.search.storage.container import ByteSource, ContainerWriter, Extent, numbers

_BLOCK: Final = 64  # terms of a block
_SEPARATOR: Final = b"\xff"  # no byte of UTF-8, and after each of them in order


def write(out: ContainerWriter, terms: Sequence[bytes]) -> dict[str, Extent]:
    """Write sorted terms and return the extents that `Lexicon` needs."""
    blocks = [_SEPARATOR.join(terms[start : start + _BLOCK]) for start in range(0, len(terms), _BLOCK)]
    ends = array("I", [0])
    for block in blocks:
        ends.append(ends[-1] + len(block))
    return {
        "blocks": out.put(b"".join(blocks)),
        "ends": out.put(ends.tobytes()),
        "firsts": out.put(_SEPARATOR.join(terms[::_BLOCK])),
    }


class Lexicon:
    """Reads the terms that `write` has written; a term's number is its index among them.

    Raises LibraryError where the file is damaged.
    """

    def __init__(self, file: ByteSource, extents: Mapping[str, Extent], count: int) -> None:
        self._file = file
        self._start = extents["blocks"][0]
        self._ends = numbers(file, extents["ends"])
        self._firsts = file.slice(*extents["firsts"]).split(_SEPARATOR) if count else []
        self._blocks: dict[int, list[bytes]] = {}
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[bytes]:
        for block_number in range(len(self._firsts)):
            yield from self._read_block(block_number)

    def lower_bound(self, term: bytes) -> int:
        """Return the number of the first term that does not sort before the given one."""
        block_number = bisect_right(self._firsts, term) - 1
        return block_number * _BLOCK + bisect_left(self._block(block_number), term) if block_number >= 0 else 0

    def find(self, term: bytes) -> int | None:
        """Return the number of a term, None where the lexicon lacks it."""
        block_number = bisect_right(self._firsts, term) - 1
        if block_number < 0:
            return None
        block = self._block(block_number)
        inside = bisect_left(block, term)
        return block_number * _BLOCK + inside if inside < len(block) and block[inside] == term else None

    def prefix_range(self, prefix: bytes) -> tuple[int, int]:
        """Return the number of the first term with a prefix and the number after the last."""
        return self.lower_bound(prefix), self.lower_bound(prefix + _SEPARATOR)

    def between(self, first: int, last: int) -> Iterator[str]:
        """Yield the terms from one number to before another, in order."""
        for block_number in range(first // _BLOCK, -(-last // _BLOCK)):
            base = block_number * _BLOCK
            for term in self._block(block_number)[max(0, first - base) : last - base]:
                yield term.decode()

    def _block(self, block_number: int) -> list[bytes]:
        found = self._blocks.get(block_number)
        if found is None:
            found = self._blocks[block_number] = self._read_block(block_number)
        return found

    def _read_block(self, block_number: int) -> list[bytes]:
        return self._file.slice(
            self._start + self._ends[block_number], self._start + self._ends[block_number + 1]
        ).split(_SEPARATOR)
