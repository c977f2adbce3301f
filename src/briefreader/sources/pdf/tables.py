"""Finds the tables of a page: those with ruled lines, and those whose cells stand under one another."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefreader.sources.pdf.glyphs import Rule
from briefreader.sources.pdf.lines import Piece

_FEW_ROWS = 3
_NEAR = 1.0  # points; two rules that are nearer are one
_MOST_RULES = 600
_CLOSE = 1.35  # sizes of the type; the greatest distance of two lines of a cell
_FAR = 3.5  # sizes of the type; the greatest distance of two rows
_SPACED = 1.15  # distances of two lines of a cell; the least distance of two rows where cells have several lines
_LONG = 60  # characters; a longer line at the left edge, across the first gap, is no cell

Extent = tuple[float, float]


class Row(NamedTuple):
    """A row of a table: its cells from left to right, each with its column counted from 0, and its baseline."""

    cells: tuple[tuple[int, tuple[Piece, ...]], ...]
    base: float


def levels(parts: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line, from pieces sorted by height."""
    found: list[list[Piece]] = []
    for part in parts:
        if found and abs(found[-1][0].base - part.base) <= 0.35 * min(part.size, found[-1][0].size):
            found[-1].append(part)
        else:
            found.append([part])
    return found


def end_of_table(lines: list[list[Piece]], start: int) -> int:
    """Return the number of the line after the table that starts at one, or that one; rows have the same gaps."""
    if len(lines[start]) < 2 or _has_leaders(lines[start]):
        return start
    end = start + 1
    columns = _columns(extents(lines[start]))
    while end < len(lines):
        line = lines[end]
        first, pitch = line[0], lines[end - 1][0].base - line[0].base
        if _has_leaders(line) or pitch > _FAR * first.size:
            break
        wider = _columns([*columns, *extents(line)])
        if len(wider) < max(2, len(columns)):
            break
        if len(line) < 2:
            alone = end + 1 >= len(lines) or len(lines[end + 1]) < 2
            crosses = first.left <= wider[0][0] + 1 and first.right > wider[0][1] and len(first.text) > _LONG
            if crosses or (alone and pitch > 1.6 * first.size):
                break
        columns = wider
        end += 1
    tight = _line_distance(lines[start:end])
    while end > start + 1 and len(lines[end - 1]) < 2 and lines[end - 1][0].left <= columns[0][1]:
        if tight and lines[end - 2][0].base - lines[end - 1][0].base <= 1.1 * tight:
            break  # another line of the first cell; else the text after the table
        end -= 1
    return end if end - start > 1 and not _is_in_paragraph(lines, start, end) else start


def rows(lines: list[list[Piece]]) -> Iterator[Row]:
    """Yield the rows of a table without rules; a line whose first cell is empty goes on with the row above.

    So does a line of the first cell alone where rows stand further apart than the lines of a cell.
    """
    columns = _columns(extent for line in lines for extent in extents(line))
    tight = _line_distance(lines)
    found: list[tuple[float, dict[int, list[Piece]]]] = []
    before: Piece | None = None
    for line in lines:
        cells: dict[int, list[Piece]] = {}
        for part in line:
            cells.setdefault(_place(part, columns), []).append(part)
        pitch = before.base - line[0].base if before else 0.0
        alone = 0 in cells and len(cells) == 1 and bool(tight) and pitch <= 1.1 * tight
        if found and (alone or (0 not in cells and pitch <= _CLOSE * line[0].size)):
            for column, more in cells.items():
                found[-1][1].setdefault(column, []).extend(more)
        else:
            found.append((line[0].base, cells))
        before = line[0]
    for base, cells in found:
        yield Row(tuple((column, tuple(cells[column])) for column in sorted(cells)), base)


def extents(parts: Iterable[Piece]) -> list[Extent]:
    """Return the left and right edges of pieces."""
    return [(part.left, part.right) for part in parts]


def _columns(found: Iterable[Extent]) -> list[Extent]:
    """Return the extents of columns, which nothing crosses, from left to right."""
    columns: list[Extent] = []
    for left, right in sorted(found):
        if columns and left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _line_distance(lines: list[list[Piece]]) -> float:
    """Return the distance of the lines of a cell, 0 where the rows of a table are no further apart than that."""
    pitches = [above[0].base - below[0].base for above, below in pairwise(lines)]
    tight = min(pitches, default=0.0)
    spaced = sum(pitch >= _SPACED * tight for pitch in pitches)
    return tight if spaced >= 2 and tight <= _CLOSE * lines[0][0].size else 0.0


def _is_in_paragraph(lines: list[list[Piece]], start: int, end: int) -> bool:
    """Tell whether a few lines with wide gaps are lines of justified text: whole lines stand close above or below."""
    if end - start > _FEW_ROWS:
        return False
    columns = _columns(extent for line in lines[start:end] for extent in extents(line))
    for inner, outer in ((start, start - 1), (end - 1, end)):
        if not 0 <= outer < len(lines) or len(lines[outer]) > 1:
            continue
        line, near = lines[outer][0], lines[inner][0]
        close = abs(line.base - near.base) <= 1.5 * line.size and abs(line.size - near.size) <= 0.5
        if close and abs(line.left - columns[0][0]) <= 2 and line.right > columns[1][0]:
            return True
    return False


def _has_leaders(line: list[Piece]) -> bool:
    """Tell whether a line is one of a table of contents, with dots between a title and its page."""
    return any("....." in part.text.replace(" ", "") for part in line)


def _place(part: Piece, columns: list[Extent]) -> int:
    return next((at for at, (left, right) in enumerate(columns) if left <= part.left <= right), 0)


class Grid(NamedTuple):
    """The lines of a ruled table: their heights from the top, their places from the left."""

    heights: tuple[float, ...]
    places: tuple[float, ...]

    def holds(self, part: Piece) -> bool:
        """Tell whether a piece stands in the table."""
        middle = (part.left + part.right) / 2
        return self.places[0] <= middle <= self.places[-1] and self.heights[-1] <= part.base <= self.heights[0]


def grids(rules: Sequence[Rule]) -> Iterator[Grid]:
    """Yield the lines of each table whose cells are ruled."""
    groups: list[list[Rule]] = []
    for rule in rules[:_MOST_RULES]:
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([rule, *(each for group in touching for each in group)])
    for group in groups:
        level = [rule for rule in group if rule.right - rule.left >= rule.top - rule.bottom]
        upright = [rule for rule in group if rule.right - rule.left < rule.top - rule.bottom]
        heights = _distinct((rule.top + rule.bottom) / 2 for rule in level)[::-1]
        places = _distinct((rule.left + rule.right) / 2 for rule in upright)
        if len(heights) >= 2 and len(places) >= 3:
            yield Grid(tuple(heights), tuple(places))


def ruled_rows(parts: list[Piece], grid: Grid) -> Iterator[Row]:
    """Yield the rows of a ruled table from the pieces in it."""
    cells: dict[int, dict[int, list[Piece]]] = {}
    for part in parts:
        row = sum(height > part.base + part.size / 4 for height in grid.heights)
        column = max(0, sum(place <= part.left + part.size / 4 for place in grid.places) - 1)
        cells.setdefault(row, {}).setdefault(column, []).append(part)
    for row in sorted(cells):
        base = max(part.base for column in cells[row].values() for part in column)
        yield Row(tuple((column, tuple(cells[row][column])) for column in sorted(cells[row])), base)


def _touch(rule: Rule, other: Rule) -> bool:
    return (
        rule.left <= other.right + _NEAR
        and other.left <= rule.right + _NEAR
        and rule.bottom <= other.top + _NEAR
        and other.bottom <= rule.top + _NEAR
    )


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 3 * _NEAR:
            kept.append(value)
    return kept
