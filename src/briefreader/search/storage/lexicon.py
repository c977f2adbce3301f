"""Terms in order, on disk: to find one, no more is read than the block in which it stands."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from briefreader.search.storage.container import ByteSource, ContainerWriter, Extent, numbers

_BLOCK: Final = 64
_BETWEEN: Final = b"\xff"  # beyond the end of whatever begins alike: no UTF-8 has this byte


def write(out: ContainerWriter, terms: Sequence[bytes]) -> dict[str, Extent]:
    """Write terms, which are sorted, and return what finds them again."""
    blocks = [_BETWEEN.join(terms[start : start + _BLOCK]) for start in range(0, len(terms), _BLOCK)]
    ends = array("I", [0])
    for block in blocks:
        ends.append(ends[-1] + len(block))
    return {
        "blocks": out.put(b"".join(blocks)),
        "ends": out.put(ends.tobytes()),
        "firsts": out.put(_BETWEEN.join(terms[::_BLOCK])),
    }


class Lexicon:
    """Reads what `write` has written. Raises LibraryError where it is damaged."""

    def __init__(self, file: ByteSource, parts: Mapping[str, Extent], count: int) -> None:
        self._file = file
        self._start = parts["blocks"][0]
        self._ends = numbers(file, parts["ends"])
        self._firsts = file.slice(*parts["firsts"]).split(_BETWEEN) if count else []
        self._blocks: dict[int, list[bytes]] = {}
        self._count = count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[bytes]:
        for at in range(len(self._firsts)):
            yield from self._read(at)

    def place(self, term: bytes) -> int:
        """Return the place of the first term that is not before the one given."""
        at = bisect_right(self._firsts, term) - 1
        return at * _BLOCK + bisect_left(self._block(at), term) if at >= 0 else 0

    def find(self, term: bytes) -> int | None:
        """Return the place of a term, None where it is not there."""
        at = bisect_right(self._firsts, term) - 1
        if at < 0:
            return None
        block = self._block(at)
        inside = bisect_left(block, term)
        return at * _BLOCK + inside if inside < len(block) and block[inside] == term else None

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """Return the places of the first term that begins so and of the one after the last."""
        return self.place(prefix), self.place(prefix + _BETWEEN)

    def between(self, first: int, last: int) -> Iterator[str]:
        """Yield the terms from one place to before another, in order."""
        for at in range(first // _BLOCK, -(-last // _BLOCK)):
            base = at * _BLOCK
            for term in self._block(at)[max(0, first - base) : last - base]:
                yield term.decode()

    def _block(self, at: int) -> list[bytes]:
        found = self._blocks.get(at)
        if found is None:
            found = self._blocks[at] = self._read(at)
        return found

    def _read(self, at: int) -> list[bytes]:
        return self._file.slice(self._start + self._ends[at], self._start + self._ends[at + 1]).split(_BETWEEN)
