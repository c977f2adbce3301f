"""Brings the pieces of lines of a page into reading order: columns, tables, and lines of the whole width."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from briefreader.sources.pdf.glyphs import Rule
from briefreader.sources.pdf.lines import GAP, Piece, merged

_COLUMN_LINES = 3  # the least number of lines of a column
_COLUMN_WORDS = 3  # the least number of words of half of its lines
_FILLED = 0.6  # part of a column that half of its lines fill
_NARROWEST = 60.0  # points; the least width of a column
_FEW_ROWS = 3
_ALIKE = 15.0  # points; two pages have the same gap between their columns
_DEEPEST = 6  # columns inside columns
_NEAR = 1.0  # points; two rules that are nearer are one


class Row(NamedTuple):
    """A row of a table: its cells from left to right, each with its column counted from 0, and its baseline."""

    cells: tuple[tuple[int, tuple[Piece, ...]], ...]
    base: float


class Flow(NamedTuple):
    """Lines and table rows that are read one after another; `column` tells that they are a column of the page."""

    parts: tuple[Piece | Row, ...]
    column: bool


def flows(parts: Sequence[Piece], rules: Sequence[Rule], known: list[float]) -> list[Flow]:
    """Return the flows of a page in reading order.

    `known` are the gaps between columns on the pages before, as x, to which those of this page are added; there a short
    column counts, such as the second one of the last page.
    """
    parts = list(parts)
    tables: list[Row] = []
    for left, bottom, right, top, rows, columns in _grids(rules):
        inside = [
            part for part in parts if left <= (part.left + part.right) / 2 <= right and bottom <= part.base <= top
        ]
        if len(inside) < 2:
            continue
        parts = [part for part in parts if part not in inside]
        tables += _ruled_rows(inside, rows, columns)
    found = list(_ordered(parts, 0, False, known))
    return _with_tables(found, tables) if tables else found


def _with_tables(found: list[Flow], tables: list[Row]) -> list[Flow]:
    """Return flows with the rows of ruled tables put before the first line that is lower on the page."""
    result: list[Flow] = []
    waiting = sorted(tables, key=lambda row: -row.base)
    for flow in found:
        kept: list[Piece | Row] = []
        for part in flow.parts:
            while waiting and waiting[0].base > part.base and not flow.column:
                kept.append(waiting.pop(0))
            kept.append(part)
        result.append(flow._replace(parts=tuple(kept)))
    if waiting:
        result.append(Flow(tuple(waiting), False))
    return result


def _ordered(parts: list[Piece], depth: int, column: bool, known: list[float]) -> Iterator[Flow]:
    """Yield the flows of a region: bands of columns, and between them the lines that cross all columns."""
    corridor = _corridor(parts, known) if depth < _DEEPEST else None
    if corridor is None:
        if parts:
            yield Flow(tuple(_lines(parts)), column)
        return
    band: list[Piece] = []
    single: list[Piece] = []
    for part in [*parts, None]:
        if part is not None and not part.left < corridor < part.right:
            band.append(part)
            continue
        if band:
            sides = [each for each in band if each.right <= corridor], [each for each in band if each.left >= corridor]
            if all(_is_column(side, corridor in known) for side in sides):
                if corridor not in known:
                    known.append(corridor)
                if single:
                    yield from _ordered(single, depth + 1, column, known)
                    single = []
                for side in reversed(sides) if _are_backwards(band) else sides:
                    yield from _ordered(side, depth + 1, True, known)
            else:
                single += band
            band = []
        if part is not None:
            single.append(part)
    if single:
        if len(single) == len(parts):
            yield Flow(tuple(_lines(single)), column)
        else:
            yield from _ordered(single, depth + 1, column, known)


def _are_backwards(parts: list[Piece]) -> bool:
    return sum(part.is_right_to_left for part in parts) * 2 > len(parts)


def _is_column(side: list[Piece], known: bool) -> bool:
    """Tell whether pieces are the lines of a column of running text, a short one only where columns are known."""
    lines = [(min(part.left for part in level), max(part.right for part in level), level) for level in _levels(side)]
    if len(lines) < _COLUMN_LINES:
        return known and len(lines) > 0
    width = max(right for _, right, _ in lines) - min(left for left, _, _ in lines)
    fill = median(right - left for left, right, _ in lines)
    words = median(sum(max(len(part.text.split()), len(part.text) / 12) for part in level) for _, _, level in lines)
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
    levels = _levels(parts)
    at = 0
    while at < len(levels):
        end = _table_end(levels, at)
        if end - at >= 2 and not _is_in_paragraph(levels, at, end):
            yield from _open_rows(levels[at:end])
            at = end
        else:
            yield merged(levels[at])
            at += 1


def _levels(parts: list[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line, from pieces sorted by height."""
    levels: list[list[Piece]] = []
    for part in parts:
        if levels and abs(levels[-1][0].base - part.base) <= 0.35 * min(part.size, levels[-1][0].size):
            levels[-1].append(part)
        else:
            levels.append([part])
    return levels


def _table_end(levels: list[list[Piece]], start: int) -> int:
    """Return the number of the level after the table that starts at one; a table has the same gaps in all its rows."""
    if len(levels[start]) < 2 or _has_leaders(levels[start]):
        return start
    end = start + 1
    columns = _columns(levels[start])
    while end < len(levels):
        level = levels[end]
        if _has_leaders(level):
            break
        pitch = levels[end - 1][0].base - level[0].base
        if pitch > 3.5 * level[0].size:
            break
        wider = _columns([*(piece for each in levels[start:end] for piece in each), *level])
        if len(wider) < 2 or len(wider) < len(columns):
            break
        if len(level) < 2 and (end + 1 >= len(levels) or len(levels[end + 1]) < 2) and pitch > 1.6 * level[0].size:
            break
        if (
            len(level) < 2
            and level[0].right > wider[0][1]
            and level[0].left <= wider[0][0] + 1
            and len(level[0].text) > 60
        ):
            break
        columns = wider
        end += 1
    while end > start + 1 and len(levels[end - 1]) < 2 and levels[end - 1][0].left <= columns[0][1]:
        end -= 1  # a line under the first column alone is the text after the table
    return end


def _is_in_paragraph(levels: list[list[Piece]], start: int, end: int) -> bool:
    """Tell whether a few lines with wide gaps are lines of justified text: whole lines stand close above or below."""
    if end - start > _FEW_ROWS:
        return False
    columns = _columns(piece for level in levels[start:end] for piece in level)
    for inner, outer in ((start, start - 1), (end - 1, end)):
        if not 0 <= outer < len(levels) or len(levels[outer]) > 1:
            continue
        line, near = levels[outer][0], levels[inner][0]
        close = abs(line.base - near.base) <= 1.5 * line.size and abs(line.size - near.size) <= 0.5
        if close and abs(line.left - columns[0][0]) <= 2 and line.right > columns[1][0]:
            return True
    return False


def _has_leaders(level: list[Piece]) -> bool:
    """Tell whether a line is one of a table of contents, with dots between a title and its page."""
    return any("....." in part.text.replace(" ", "") for part in level)


def _columns(parts: Iterable[Piece]) -> list[tuple[float, float]]:
    """Return the extents of the columns of pieces, which no piece crosses."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((part.left, part.right) for part in parts):
        if columns and left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _open_rows(levels: list[list[Piece]]) -> Iterator[Row]:
    """Yield the rows of a table without rules; a line whose first cell is empty goes on with the row above."""
    columns = _columns(piece for level in levels for piece in level)
    rows: list[tuple[float, dict[int, list[Piece]]]] = []
    pitches = [above[0].base - below[0].base for above, below in pairwise(levels)]
    for number, level in enumerate(levels):
        cells: dict[int, list[Piece]] = {}
        for part in level:
            cells.setdefault(_place(part, columns), []).append(part)
        wrapped = rows and 0 not in cells and pitches[number - 1] <= 1.35 * level[0].size
        if wrapped:
            for column, more in cells.items():
                rows[-1][1].setdefault(column, []).extend(more)
        else:
            rows.append((level[0].base, cells))
    for base, cells in rows:
        yield Row(tuple((column, tuple(cells[column])) for column in sorted(cells)), base)


def _place(part: Piece, columns: list[tuple[float, float]]) -> int:
    return next((at for at, (left, right) in enumerate(columns) if left <= part.left <= right), 0)


_Grid = tuple[float, float, float, float, list[float], list[float]]


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """Yield the edges of each ruled table: left, bottom, right, top, its heights from the top, its x from the left."""
    groups: list[list[Rule]] = []
    for rule in rules[:2_000]:
        touching = [group for group in groups if any(_touch(rule, other) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([rule, *(each for group in touching for each in group)])
    for group in groups:
        level = [rule for rule in group if rule.right - rule.left >= rule.top - rule.bottom]
        heights = _distinct((rule.top + rule.bottom) / 2 for rule in level)[::-1]
        places = _distinct((rule.left + rule.right) / 2 for rule in group if rule not in level)
        if len(heights) >= 2 and len(places) >= 3:
            yield places[0], heights[-1], places[-1], heights[0], heights, places


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


def _ruled_rows(parts: list[Piece], heights: list[float], places: list[float]) -> Iterator[Row]:
    cells: dict[int, dict[int, list[Piece]]] = {}
    for part in parts:
        middle = part.left + part.size / 4
        row = sum(height > part.base + part.size / 4 for height in heights)
        column = max(0, sum(place <= middle for place in places) - 1)
        cells.setdefault(row, {}).setdefault(column, []).append(part)
    for row in sorted(cells):
        base = max(part.base for column in cells[row].values() for part in column)
        yield Row(tuple((column, tuple(cells[row][column])) for column in sorted(cells[row])), base)
