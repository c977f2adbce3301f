"""Recognizes tables in plain text: columns that begin or end at the same place of each line, or bars between cells."""

import re
from collections.abc import Sequence

from briefreader.sources.structure.paragraph import Paragraph

_CELL = re.compile(r"\S+(?: \S+)*")
_BARS = re.compile(r"\|.*\|")
_RULE = re.compile(r"[|+:=\s-]+")
_LONGEST_CELL = 60
_LEAST_ROWS = 3


def rows(lines: Sequence[str]) -> list[Paragraph]:
    """Return the rows of a table that fills the lines of a block; the list is empty where they are no table."""
    if len(lines) < 2:
        return []
    if all(_BARS.fullmatch(line) or _RULE.fullmatch(line) for line in lines):
        cut = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if not _RULE.fullmatch(line)]
        return [_row(cells) for cells in cut] if len({len(cells) for cells in cut}) == 1 and len(cut) > 1 else []
    if len(lines) < _LEAST_ROWS or any("  " not in line for line in lines):
        return []
    found = [list(_CELL.finditer(line)) for line in lines]
    count = len(found[0])
    if count < 2 or any(len(cells) != count for cells in found):
        return []
    if any(len(cell[0]) > _LONGEST_CELL for cells in found for cell in cells):
        return []
    for column in range(1, count):
        starts = {cells[column].start() for cells in found}
        ends = {cells[column].end() for cells in found}
        if len(starts) > 1 and len(ends) > 1:
            return []
    return [_row([cell[0] for cell in cells]) for cells in found]


def _row(cells: Sequence[str]) -> Paragraph:
    filled = [(number, cell) for number, cell in enumerate(cells) if cell]
    return Paragraph(
        " | ".join(" ".join(cell.split()) for _, cell in filled), "row", columns=tuple(number for number, _ in filled)
    )
