"""Makes a change cover the whole of a compound with hyphens, such as `twenty-first` that became `twenty-second`."""

from collections.abc import Iterator, Sequence

from briefreader.compare.redline.chance import Operation, Operations
from briefreader.compare.wording import Wording

Block = tuple[int, int, int]
"""The first words of a kept run in both texts, and the number of its words."""


def with_whole_compounds(
    operations: Sequence[Operation], texts: tuple[Wording, Wording], numbers: tuple[Sequence[int], Sequence[int]]
) -> Operations:
    """Return operations in which no kept run begins or ends inside a compound that both texts have a hyphen in.

    `numbers` are those of the words of each text to which the operations refer.
    """

    def is_joined(at_a: int, at_b: int) -> bool:
        at = at_a, at_b
        return min(at) > 0 and all(
            text.is_hyphened(words[n - 1]) for text, words, n in zip(texts, numbers, at, strict=True)
        )

    blocks = []
    for tag, a, end_a, b, end_b in operations:
        if tag == "equal":
            while a < end_a and is_joined(a, b):
                a, b = a + 1, b + 1
            while a < end_a and is_joined(end_a, end_b):
                end_a, end_b = end_a - 1, end_b - 1
            if a < end_a:
                blocks.append((a, b, end_a - a))
    return [*operations_of(blocks, len(numbers[0]), len(numbers[1]))]


def operations_of(blocks: Sequence[Block], size_a: int, size_b: int) -> Iterator[Operation]:
    """Yield the operations of difflib that keep some runs of words and change all words between them."""
    at_a = at_b = 0
    for a, b, size in (*blocks, (size_a, size_b, 0)):
        if at_a < a or at_b < b:
            yield "replace" if at_a < a and at_b < b else "delete" if at_a < a else "insert", at_a, a, at_b, b
        if size:
            yield "equal", a, a + size, b, b + size
        at_a, at_b = a + size, b + size
