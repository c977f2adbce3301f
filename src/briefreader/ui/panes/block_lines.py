"""Lays out the paragraphs of a brief by their kinds: items with bullets, quotations with bars, rows as tables.

Bullets, bars, indents and the numbers of links are drawn and are no part of the text, so that its offsets hold.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit

from briefreader.model import Block, Brief, Link
from briefreader.text import Span, paragraphs
from briefreader.ui.panes.table_columns import shared_widths
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import wrap_paragraph

Drawn = tuple[str, str]
"""The name of a style in the palette, and text that is drawn and stands in no brief."""

LINKED = ("http", "https", "mailto")
"""The kinds of addresses that are links; any other is only text."""

BULLETS = "•–·"
"""The bullet of each level of a list; the last is that of all deeper levels too."""
BULLET_CELLS = 2
BAR = "│ "
DEEPEST = 6
"""Levels of items and quotations that are indented; deeper ones stand under these."""
INDENT_SHARE = 3
"""Indents take at most one cell in so many of a line."""
ROW_INDENT = 2
COLUMN_GAP = 2
CELL_SEPARATOR = " | "
LONGEST_WORD = 12
"""Cells; a longer word of a table may be cut."""
WIDEST_PIPED_TABLE = 200
"""Cells; a wider table that is not wrapped is printed row by row."""
MAJOR_LEVELS = 2
LONGEST_HEADING = 120
"""Characters; a longer paragraph in bold letters is a part of the text."""

_NUMBER = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|(?i:x{0,3}(?:ix|iv|v?i{1,3}|v|x)))[.)]\s+|\d{1,3}(?:\.\d{1,3})+\s+"
)


class TextLine(NamedTuple):
    """A line made of parts of the brief's text and of drawn pieces; `style` is the style of the text.

    `start` is the offset of the first character, in a blank line of the next one; None where there is no text.
    """

    pieces: tuple[Span | Drawn, ...]
    style: str = "text"
    start: int | None = None


class NumberedLink(NamedTuple):
    """A link with its number in the brief."""

    number: int
    link: Link


def numbered_links(brief: Brief) -> tuple[NumberedLink, ...]:
    """Return the links of a brief to web and mail addresses, numbered from 1."""
    links = [link for link in brief.links if is_linked(link.url)]
    return tuple(NumberedLink(number, link) for number, link in enumerate(links, 1))


def is_linked(address: str) -> bool:
    """Tell whether an address is one of the kinds that are links."""
    try:
        return urlsplit(address).scheme in LINKED
    except ValueError:  # brackets that are no IPv6 address
        return False


def is_heading(block: Block, text: str) -> bool:
    """Return whether a block of a text is a heading, or stands for one: a short paragraph all in bold letters."""
    if block.kind == "heading":
        return True
    return block.strong and block.end - block.start <= LONGEST_HEADING and text[block.end - 1] not in ".;,"


def block_lines(brief: Brief, width: int | None) -> Iterator[TextLine]:
    """Yield the lines of the body of a brief, at most `width` cells wide; without a width no paragraph is wrapped."""
    blocks = [block for block in brief.blocks if block.start >= brief.body_start]
    if not blocks:
        found = paragraphs(brief.text[brief.body_start :])
        blocks = [Block(brief.body_start + start, brief.body_start + end, "paragraph") for start, end in found]
    yield from _Layout(brief, width).lines(blocks)


class _Layout:
    """Lays out blocks; keeps the indents of the list that is being laid out."""

    def __init__(self, brief: Brief, width: int | None) -> None:
        self._text = brief.text
        self._width = width
        numbers = [(link.end, f"[{number}]") for number, link in numbered_links(brief)]
        self._number_ends = [end for end, _ in numbers]
        self._numbers = [label for _, label in numbers]
        self._hangs: list[int] = []

    def lines(self, blocks: list[Block]) -> Iterator[TextLine]:
        before: Block | None = None
        for is_row, group in groupby(blocks, key=lambda block: block.kind == "row"):
            members = list(group)
            if is_row:
                yield from self._blank(before, members[0])
                yield from self._table(members)
                before = members[-1]
                continue
            for block in members:
                yield from self._blank(before, block)
                yield from self._block(block)
                before = block

    def _blank(self, before: Block | None, block: Block) -> Iterator[TextLine]:
        """Yield the blank line before a block, unless it is the first or follows an item as an item."""
        if before is None or (before.kind == block.kind == "item"):
            return
        bars = self._bars(min(_level(before), _level(block))) if before.kind == block.kind == "quote" else 0
        yield TextLine((("quiet", (BAR * bars).rstrip()),) if bars else (), "text", block.start)

    def _block(self, block: Block) -> Iterator[TextLine]:
        level = _level(block)
        if block.strong and is_heading(block, self._text):
            self._hangs = []
            return self._wrapped(block, "", "", "section")
        if block.kind == "item":
            return self._item(block, level)
        if block.kind == "paragraph" and block.level is not None:
            indent = " " * self._capped(sum(self._hangs_to(level)))
            return self._wrapped(block, indent, indent)
        self._hangs = []
        if block.kind == "heading":
            return self._wrapped(block, "", "", "title" if level <= MAJOR_LEVELS else "section")
        bar = BAR * self._bars(level) if block.kind == "quote" else ""
        return self._wrapped(block, bar, bar)

    def _item(self, block: Block, level: int) -> Iterator[TextLine]:
        """Lay out an item behind its number or a bullet, both outside of the item's other lines."""
        above = sum(self._hangs_to(level - 1))
        number = _NUMBER.match(self._text, block.start, block.end)
        hang = cells(number[0]) if number else BULLET_CELLS
        self._hangs = [*self._hangs_to(level - 1), hang]
        outer, inner = " " * self._capped(above), " " * self._capped(above + hang)
        if number:
            return self._wrapped(block, outer, inner, head=Span(*number.span()))
        return self._wrapped(block, outer + BULLETS[min(level, len(BULLETS)) - 1].ljust(BULLET_CELLS), inner)

    def _hangs_to(self, level: int) -> list[int]:
        """Return the widths of bullet or number of the items open at the levels 1 to `level`."""
        return [*self._hangs[:level], *[BULLET_CELLS] * (level - len(self._hangs))]

    def _bars(self, level: int) -> int:
        return max(1, self._capped(level * len(BAR)) // len(BAR))

    def _capped(self, indent: int) -> int:
        return indent if self._width is None else min(indent, self._width // INDENT_SHARE)

    def _wrapped(
        self, block: Block, first: str, rest: str, style: str = "text", head: Span | None = None
    ) -> Iterator[TextLine]:
        """Yield the lines of a paragraph behind the indent of the first line, with `head`, and that of the others."""
        taken = len(first) + (cells(self._text[head.start : head.end]) if head else 0)
        width = None if self._width is None else max(1, self._width - max(taken, len(rest)))
        start = head.end if head else block.start
        if not rest and not self._numbers_in(start, block.end):
            for span in self._unnumbered(start, block.end, width):
                yield TextLine((span,), style, span.start)
            return
        indent: list[Span | Drawn] = [("quiet", first)] if first else []
        if head:
            indent.append(head)
        for pieces in self._pieces(start, block.end, width):
            line = (*indent, *pieces)
            yield TextLine(line, style, next((each.start for each in line if isinstance(each, Span)), None))
            indent = [("quiet", rest)] if rest else []

    def _pieces(self, start: int, end: int, width: int | None) -> Iterator[tuple[Span | Drawn, ...]]:
        """Yield the lines of a part of the text, the number of each link behind it."""
        numbers = self._numbers_in(start, end)
        if not numbers:
            yield from ((span,) for span in self._unnumbered(start, end, width))
            return
        shown, runs = self._with_numbers(start, end, numbers)
        for line in [Span(0, len(shown))] if width is None else wrap_paragraph(shown, 0, len(shown), width):
            pieces: list[Span | Drawn] = []
            for run_start, run_end, offset in runs:
                first, last = max(run_start, line.start), min(run_end, line.end)
                if first < last and offset is None:
                    pieces.append(("quiet", shown[first:last]))
                elif first < last and offset is not None:
                    pieces.append(Span(offset + first - run_start, offset + last - run_start))
            yield tuple(pieces)

    def _unnumbered(self, start: int, end: int, width: int | None) -> list[Span]:
        """Return the lines of a part of the text without links."""
        return [Span(start, end)] if width is None else wrap_paragraph(self._text, start, end, width)

    def _numbers_in(self, start: int, end: int) -> range:
        """Return the indexes of the links that end in a part of the text."""
        if not self._number_ends:
            return range(0)
        return range(bisect_right(self._number_ends, start), bisect_right(self._number_ends, end))

    def _with_numbers(self, start: int, end: int, numbers: range) -> tuple[str, list[tuple[int, int, int | None]]]:
        """Return a part of the text with its links' numbers, and the runs of both: start, end, offset in the text."""
        parts: list[str] = []
        runs: list[tuple[int, int, int | None]] = []
        length = 0
        for stop, label in [*((self._number_ends[at], self._numbers[at]) for at in numbers), (end, "")]:
            runs.append((length, length + stop - start, start))
            runs.append((length + stop - start, length + stop - start + len(label), None))
            parts += (self._text[start:stop], label)
            length, start = runs[-1][1], stop
        return "".join(parts), runs

    def _table(self, rows: list[Block]) -> Iterator[TextLine]:
        """Yield the lines of a table; where its columns would be too narrow, each row is a paragraph."""
        self._hangs = []
        table = [self._cells(row) for row in rows]
        natural = [0] * (1 + max(column for row in table for column, _ in row))
        least = list(natural)
        for row in table:
            for column, span in row:
                natural[column] = max(natural[column], self._cells_of(span))
                words = self._text[span.start : span.end].split()
                least[column] = max(least[column], min(LONGEST_WORD, max(map(cells, words), default=0)))
        gaps = COLUMN_GAP * (sum(map(bool, natural)) - 1)
        room = (WIDEST_PIPED_TABLE if self._width is None else self._width) - gaps
        widths = shared_widths(natural, least, room)
        if self._width is None and widths != natural:
            widths = None
        for number, (row, block) in enumerate(zip(table, rows, strict=True)):
            style = "section" if number == 0 and len(rows) > 1 else "text"
            if widths is None:
                yield from self._wrapped(block, "", " " * ROW_INDENT, style)
            else:
                yield from self._row(row, widths, style)

    def _cells(self, row: Block) -> list[tuple[int, Span]]:
        """Return the cells of a row with their columns; text behind the last known column belongs to its cell."""
        columns = row.columns or tuple(range(self._text.count(CELL_SEPARATOR, row.start, row.end) + 1))
        found: list[tuple[int, Span]] = []
        start = row.start
        for column in columns[:-1]:
            end = self._text.find(CELL_SEPARATOR, start, row.end)
            if end < 0:
                break
            found.append((column, Span(start, end)))
            start = end + len(CELL_SEPARATOR)
        return [*found, (columns[len(found)], Span(start, row.end))]

    def _cells_of(self, span: Span) -> int:
        numbers = self._numbers_in(*span)
        return cells(self._text[span.start : span.end]) + sum(len(self._numbers[at]) for at in numbers)

    def _row(self, row: list[tuple[int, Span]], widths: list[int], style: str) -> Iterator[TextLine]:
        wrapped = {column: list(self._pieces(*span, widths[column])) for column, span in row}
        for number in range(max(map(len, wrapped.values()))):
            pieces: list[Span | Drawn] = []
            blank = 0
            for column, width in enumerate(widths):
                lines = wrapped.get(column, [])
                cell = lines[number] if number < len(lines) else ()
                if cell and blank:
                    pieces.append(("text", " " * blank))
                    blank = 0
                pieces += cell
                used = sum(cells(self._text[at.start : at.end] if isinstance(at, Span) else at[1]) for at in cell)
                blank += width - used + COLUMN_GAP if width else 0
            yield TextLine(tuple(pieces), style, min((at.start for at in pieces if isinstance(at, Span)), default=None))


def _level(block: Block) -> int:
    return max(1, min(block.level or 1, DEEPEST))
