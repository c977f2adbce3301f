"""Finds the patches that turn one row of cells into another, with blanks erased where that is shorter."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.ui.terminal.cell_styles import CellStyles
from briefreader.ui.terminal.clusters import is_narrow
from briefreader.ui.terminal.erasing import Erasing
from briefreader.ui.terminal.moves import MOST_GAP
from briefreader.ui.terminal.patches import Patch

_LONG_BLANKS = re.compile(r" {5,}\Z| {11,}")
"""Blanks that cost more bytes than erasing them, and than erasing them and moving on to the text after them."""


class Row(NamedTuple):
    """A row of cells: the characters (empty in the further cells of a cluster) and the numbers of their styles."""

    chars: list[str]
    styles: list[int]


class _Stretch(NamedTuple):
    """Cells that are sent together in one style, which is that of the blanks where there is no text."""

    start: int
    end: int
    style: int
    has_text: bool


def row_patches(y: int, old: Row, new: Row, styles: CellStyles, erasing: Erasing) -> Iterator[Patch]:
    """Yield the patches for a row that is shown as `old`, in the order of their cells."""
    for stretch in _stretches(old, new, styles):
        start, end = _left_edge(stretch, new, styles), stretch.end
        text, style = "".join(new.chars[start:end]), styles[stretch.style]
        number = styles.blank_of(stretch.style)
        if number < 0 or not erasing.may_erase(style[0].background):
            yield Patch(start, y, text, style)
            continue
        rest = max(_blank_edge(new, styles), start) if text.endswith("  ") else end
        if rest < end:
            text = text[: rest - start]
        at = 0
        for found in _LONG_BLANKS.finditer(text) if erasing.some else ():
            if at < found.start():
                yield Patch(start + at, y, text[at : found.start()], style)
            blanks = found[0][1:] if _may_cut(old, start + found.end()) else found[0]
            yield Patch(start + found.start(), y, blanks, styles[number], f"\x1b[{len(blanks)}X")
            at = found.start() + len(blanks)
        if at < len(text):
            yield Patch(start + at, y, text[at:], style)
        if rest < end:
            yield Patch(rest, y, " " * (end - rest), styles[number], "\x1b[K")


def _may_cut(old: Row, column: int) -> bool:
    """Return whether a wide character may stand on both sides of a column's left edge.

    tmux keeps the second half of a character whose first half is erased, and clears the cell before it, with the
    terminal's own background, when that half is written over. A blank that is written takes both halves away.
    """
    return column < len(old.chars) and not old.chars[column]


def _blank_edge(row: Row, styles: CellStyles) -> int:
    """Return the column from which on a row holds blanks of one style that shows no text."""
    style, edge = row.styles[-1], len(row.chars)
    while edge and row.styles[edge - 1] == style and _is_blank(row.chars[edge - 1], style, styles):
        edge -= 1
    return edge


def _left_edge(stretch: _Stretch, row: Row, styles: CellStyles) -> int:
    """Return the first column for text after a few blanks at the edge, else that of the stretch.

    A carriage return and the blanks cost less than a move to the text.
    """
    start = stretch.start
    if stretch.has_text and 0 < start < MOST_GAP and row.chars[:start] == [" "] * start:
        return 0 if row.styles[:start] == [styles.blank_of(stretch.style)] * start else start
    return start


def _stretches(old: Row, new: Row, styles: CellStyles) -> Iterator[_Stretch]:
    """Yield the stretches of cells that differ; those of one style that are close together are joined."""
    chars, numbers = new
    cells = enumerate(zip(old.chars, chars, old.styles, numbers, strict=True))
    changed = [at for at, (old_char, char, old_style, style) in cells if old_style != style or old_char != char]
    start, end, style, blank, has_text = 0, 0, -1, -1, False
    for at in changed:
        char, number = chars[at], numbers[at]
        if at == end and (number == style or (number == blank and char == " ")):
            has_text = has_text or char != " " or number != blank
        elif end and (joined := _joined(_Stretch(start, end, style, has_text), at, new, styles)):
            style, has_text, blank = joined.style, joined.has_text, styles.blank_of(joined.style)
        else:
            if end:
                yield _Stretch(start, end, style, has_text)
            start, style, blank = at, number, styles.blank_of(number)
            has_text = char != " " or number != blank
        end = at + 1
    if end:
        yield _Stretch(start, end, style, has_text)


def _joined(stretch: _Stretch, at: int, row: Row, styles: CellStyles) -> _Stretch | None:
    """Return a stretch that goes on to a cell, if the cells between cost no more bytes in it than a move over them."""
    if at > stretch.end + MOST_GAP or not _costs_no_more(row.chars[stretch.end : at]):
        return None
    style, has_text = stretch.style, stretch.has_text
    for char, number in zip(row.chars[stretch.end : at + 1], row.styles[stretch.end : at + 1], strict=True):
        if _is_blank(char, number, styles):
            if number not in (style, styles.blank_of(style)):
                return None
        elif number == style:
            has_text = True
        elif has_text or styles.blank_of(number) != style:
            return None
        else:
            style, has_text = number, True
    return _Stretch(stretch.start, at + 1, style, has_text)


def _costs_no_more(gap: list[str]) -> bool:
    """Tell whether characters of one cell each are sent in no more bytes than a move over them."""
    text = "".join(gap)
    return "" not in gap and is_narrow(text) and len(text.encode()) <= MOST_GAP


def _is_blank(char: str, style: int, styles: CellStyles) -> bool:
    """Tell whether a cell holds a blank that shows nothing of a text's style."""
    return char == " " and styles.blank_of(style) == style
