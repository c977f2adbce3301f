"""Brings the pieces of lines of a page into reading order: columns, tables, and lines of the whole width."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from briefreader.sources.pdf import tables
from briefreader.sources.pdf.glyphs import Rule
from briefreader.sources.pdf.lines import GAP, Piece, merged
from briefreader.sources.pdf.tables import Row

_COLUMN_LINES = 3  # the least number of lines of a column
_COLUMN_WORDS = 3  # the least number of words of half of its lines
_FILLED = 0.6  # part of a column that half of its lines fill
_NARROWEST = 60.0  # points; the least width of a column
_ALIKE = 15.0  # points; two pages have the same gap between their columns
_DEEPEST = 6  # columns inside columns
_APART = 1.6  # sizes of the type; the distance of a table from the columns above or below it


class Flow(NamedTuple):
    """Lines and table rows that are read one after another; `column` tells that they are a column of the page."""

    parts: tuple[Piece | Row, ...]
    column: bool


def flows(parts: Sequence[Piece], rules: Sequence[Rule], known: list[float]) -> list[Flow]:
    """Return the flows of a page in reading order.

    `known` are the gaps between columns on the pages before, as x, to which those of this page are added; there a short
    column counts, such as the second one of the last page.
    """
    left = list(parts)
    rows: list[Row] = []
    for grid in tables.grids(rules):
        inside = [part for part in left if grid.holds(part)]
        if len(inside) > 1:
            left = [part for part in left if not grid.holds(part)]
            rows += tables.ruled_rows(inside, grid)
    found = list(_ordered(left, 0, False, known))
    return _with_tables(found, rows) if rows else found


def _with_tables(found: list[Flow], rows: list[Row]) -> list[Flow]:
    """Return flows with the rows of ruled tables put before the first line that is lower on the page.

    In a page of columns that is a line of the same column.
    """
    result: list[Flow] = []
    waiting = sorted(rows, key=lambda row: -row.base)
    for flow in found:
        kept: list[Piece | Row] = []
        lines = [part for part in flow.parts if isinstance(part, Piece)]
        edges = (min(line.left for line in lines), max(line.right for line in lines)) if lines else (0.0, 0.0)
        for part in flow.parts:
            while waiting and waiting[0].base > part.base and (not flow.column or _is_between(waiting[0], edges)):
                kept.append(waiting.pop(0))
            kept.append(part)
        if flow.column and waiting and _is_between(waiting[0], edges):
            while waiting and _is_between(waiting[0], edges):
                kept.append(waiting.pop(0))
        result.append(flow._replace(parts=tuple(kept)))
    if waiting:
        result.append(Flow(tuple(waiting), False))
    return result


def _is_between(row: Row, edges: tuple[float, float]) -> bool:
    pieces = [part for _, cell in row.cells for part in cell]
    return edges[0] - 10 <= min(part.left for part in pieces) and max(part.right for part in pieces) <= edges[1] + 10


def _ordered(parts: list[Piece], depth: int, column: bool, known: list[float]) -> Iterator[Flow]:
    """Yield the flows of a region: bands of columns, and between them the lines that cross all columns."""
    corridor = _corridor(parts, known) if depth < _DEEPEST else None
    if corridor is None:
        if parts:
            yield Flow(tuple(_lines(parts)), column)
        return
    single: list[Piece] = []
    for band in _bands(parts, corridor):
        sides = [part for part in band if part.right <= corridor], [part for part in band if part.left >= corridor]
        if len(sides[0]) + len(sides[1]) == len(band) and all(_is_column(side, corridor in known) for side in sides):
            if corridor not in known:
                known.append(corridor)
            if single:
                yield from _ordered(single, depth + 1, column, known)
                single = []
            for side in reversed(sides) if _are_backwards(band) else sides:
                yield from _ordered(side, depth + 1, True, known)
        else:
            single += band
    if len(single) == len(parts):
        yield Flow(tuple(_lines(single)), column)
    elif single:
        yield from _ordered(single, depth + 1, column, known)


def _bands(parts: list[Piece], corridor: float) -> Iterator[list[Piece]]:
    """Yield the pieces between two lines that cross a gap between columns, and such lines and tables by themselves."""
    lines = tables.levels(parts)
    band: list[Piece] = []
    at = 0
    while at < len(lines):
        end = max(_end_of_wide_table(lines, at), at + 1)
        for part in (part for line in lines[at:end] for part in line):
            if end - at > 1 or part.left < corridor < part.right:
                if band:
                    yield band
                band = []
                yield [part]
            else:
                band.append(part)
        at = end
    if band:
        yield band


def _end_of_wide_table(lines: list[list[Piece]], start: int) -> int:
    """Return the number of the line after a table of three columns or more that stands apart from other text."""
    if len(lines[start]) < 3 or not _are_apart(lines, start):
        return start
    end = tables.end_of_table(lines, start)
    return end if end > start and _are_apart(lines, end) else start


def _are_apart(lines: list[list[Piece]], at: int) -> bool:
    """Tell whether more than the usual distance lies between a line and the one before it."""
    if not 0 < at < len(lines):
        return True
    return lines[at - 1][0].base - lines[at][0].base >= _APART * lines[at][0].size


def _are_backwards(parts: list[Piece]) -> bool:
    return sum(part.is_right_to_left for part in parts) * 2 > len(parts)


def _is_column(side: list[Piece], known: bool) -> bool:
    """Tell whether pieces are the lines of a column of running text, a short one only where columns are known."""
    lines = [(min(part.left for part in line), max(part.right for part in line), line) for line in tables.levels(side)]
    if len(lines) < _COLUMN_LINES:
        return known and len(lines) > 0
    width = max(right for _, right, _ in lines) - min(left for left, _, _ in lines)
    fill = median(right - left for left, right, _ in lines)
    words = median(sum(max(len(part.text.split()), len(part.text) / 12) for part in line) for _, _, line in lines)
    return width >= _NARROWEST and fill >= _FILLED * width and words >= _COLUMN_WORDS


def _corridor(parts: list[Piece], known: list[float]) -> float | None:
    """Return the gap between columns that most lines leave free, as its x, None where there is none."""
    edges: list[tuple[float, int]] = []
    for at, part in enumerate(parts):
        nearest: float | None = None
        for other in _beside(parts, at):
            if other.left >= part.right + GAP * part.size and (nearest is None or other.left < nearest):
                nearest = other.left
        if nearest is not None:
            edges += ((part.right, 1), (nearest, -1))
    edges.sort()
    best, count, place = 0, 0, None
    for at, (x, step) in enumerate(edges):
        count += step
        if count > best and at + 1 < len(edges):
            best, place = count, (x + edges[at + 1][0]) / 2
    if place is not None:
        near = min(known, key=lambda each: abs(each - place), default=place)
        if abs(near - place) <= _ALIKE:
            return near
    return place if best >= _COLUMN_LINES else None


def _beside(parts: list[Piece], at: int) -> Iterator[Piece]:
    """Yield the pieces at about the height of one, from the pieces sorted by height."""
    part = parts[at]
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(parts) and abs(parts[place].base - part.base) <= 0.7 * part.size:
            yield parts[place]
            place += step


def _lines(parts: list[Piece]) -> Iterator[Piece | Row]:
    """Yield the lines of a region without columns, its tables as rows."""
    lines = tables.levels(parts)
    at = 0
    while at < len(lines):
        end = tables.end_of_table(lines, at)
        if end > at:
            yield from tables.rows(lines[at:end])
            at = end
        else:
            yield merged(lines[at])
            at += 1
