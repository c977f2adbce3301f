"""Finds the patches that turn one row of cells into another."""

from collections.abc import Iterator
from typing import NamedTuple

from briefreader.ui.terminal.cell_styles import CellStyles
from briefreader.ui.terminal.clusters import is_narrow
from briefreader.ui.terminal.moves import MOST_GAP
from briefreader.ui.terminal.patches import Patch


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


def row_patches(y: int, old: Row, new: Row, styles: CellStyles) -> Iterator[Patch]:
    """Yield the patches for a row that is shown as `old`, in the order of their cells."""
    for stretch in _stretches(old, new, styles):
        yield Patch(stretch.start, y, "".join(new.chars[stretch.start : stretch.end]), styles[stretch.style])


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
