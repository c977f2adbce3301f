"""Tells the usual type of a document, and the ranks of the styles of its headings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from statistics import median
from typing import NamedTuple

from briefreader.sources.pdf.layout import Flow
from briefreader.sources.pdf.lines import Piece

ALIKE = 0.08
"""The greatest difference between two sizes that count as one, as a part of them."""
_PITCH = 1.2  # sizes of the type; distance of lines where the text does not tell


class Shape(NamedTuple):
    """The usual type of a document: size, whether it is bold, the distance of lines in sizes, and the text's edges."""

    size: float
    bold: bool
    pitch: float
    left: float
    right: float


class Style(NamedTuple):
    """The type of a heading; a greater one ranks higher."""

    size: float
    bold: bool
    capitals: bool


def shape(pages: Iterable[Sequence[Flow]]) -> Shape:
    """Return the usual type of the text."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    lefts: list[float] = []
    rights: list[float] = []
    pitches: list[float] = []
    found = [flow for page in pages for flow in page]
    for flow in found:
        for part in flow.parts:
            if isinstance(part, Piece):
                sizes[part.size] += len(part.glyphs)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    for flow in found:
        lines = [part for part in flow.parts if isinstance(part, Piece) and abs(part.size - size) <= ALIKE * size]
        edge = max((line.right for line in lines), default=0.0)
        for line, after in zip_longest(lines, lines[1:]):
            bold[line.bold] += len(line.glyphs)
            if not flow.column:
                lefts.append(line.left)
                rights.append(line.right)
            if after is not None and line.right >= edge - 3 * size and 0 < line.base - after.base < 4 * size:
                pitches.append((line.base - after.base) / size)
    left = sorted(lefts)[len(lefts) // 20] if lefts else 0.0
    right = sorted(rights)[-1 - len(rights) // 20] if rights else 0.0
    pitch = median(pitches) if pitches else _PITCH
    return Shape(size, bold[True] > bold[False], max(0.9, pitch), left, right)


def ranks(styles: Iterable[Style]) -> dict[Style, int]:
    """Return the level of each style, 1 for the greatest; sizes that hardly differ count as one."""
    ranks: dict[Style, int] = {}
    level, before = 0, None
    for style in sorted(set(styles), reverse=True):
        if before is None or before.size - style.size > ALIKE * style.size / 2 or before[1:] != style[1:]:
            level += 1
        ranks[style] = min(level, 6)
        before = style
    return ranks
