"""Sends the cells of a screen that change, in the order that takes the fewest bytes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefreader.ui.terminal.cell_styles import CellStyle
from briefreader.ui.terminal.clusters import is_sure
from briefreader.ui.terminal.moves import jump
from briefreader.ui.terminal.sgr import transition


class Patch(NamedTuple):
    """Characters of one cell each that are sent to a row from a column on, in one style."""

    x: int
    y: int
    text: str
    style: CellStyle

    @property
    def is_blank(self) -> bool:
        """Whether it only clears cells."""
        return self.text.isspace()

    @property
    def end(self) -> int:
        """The column after the last character."""
        return self.x + len(self.text)


class Sent(NamedTuple):
    """Output, with the cell of the cursor after it, None where terminals disagree, and the style after it."""

    output: str
    at: tuple[int, int] | None
    style: CellStyle


def cheapest(patches: Sequence[Patch], before: Sent, columns: int) -> Sent:
    """Return the output that sends patches in the cheapest of three orders.

    They come row by row, or each background together, or each colour together. A move costs less than a change between
    colours of three components, and more than one between others. `patches` are in the order of their cells.
    """
    styles = [*_styles_to_write(patches)]
    colors = {style: rank for rank, style in enumerate(dict.fromkeys((before.style, *styles)))}
    backgrounds = {
        background: rank for rank, background in enumerate(dict.fromkeys(each[0].background for each in colors))
    }
    numbers = range(len(patches))
    by_background = sorted(numbers, key=lambda at: backgrounds[styles[at][0].background])
    by_color = sorted(numbers, key=lambda at: (backgrounds[styles[at][0].background], colors[styles[at]]))
    orders = dict.fromkeys(map(tuple, (numbers, by_background, by_color)))
    ways = (_sent([patches[at] for at in order], before, columns) for order in orders)
    return min(ways, key=lambda each: len(each.output))


def _styles_to_write(patches: Sequence[Patch]) -> Iterator[CellStyle]:
    """Yield the style in which each patch is best written: blanks in that of the text before them."""
    last: dict[str, CellStyle] = {}
    for patch in patches:
        background = patch.style[0].background
        if patch.is_blank and background in last and _suits_blanks(last[background], patch.style):
            yield last[background]
        else:
            last[background] = patch.style
            yield patch.style


def _sent(order: Sequence[Patch], before: Sent, columns: int) -> Sent:
    """Return the output that sends patches in an order."""
    _, at, style = before
    parts: list[str] = []
    for patch in order:
        if at != (patch.x, patch.y):
            parts.append(jump(patch.x, patch.y))
        if patch.style != style and not (patch.is_blank and _suits_blanks(style, patch.style)):
            parts.append(transition(style[0], patch.style[0]))
            if patch.style[1] != style[1]:
                parts.append(f"\x1b]8;;{patch.style[1]}\x1b\\")
            style = patch.style
        parts.append(patch.text)
        at = _after(patch, columns)
    return Sent("".join(parts), at, style)


def _after(patch: Patch, columns: int) -> tuple[int, int] | None:
    """Return where the terminal's cursor is after a patch, None where it is at the edge or terminals disagree."""
    return (patch.end, patch.y) if patch.end < columns and is_sure(patch.text) else None


def _suits_blanks(style: CellStyle, wanted: CellStyle) -> bool:
    """Tell whether blanks written in a style look as in the wanted one."""
    blank = style[0].of_blank
    return blank is not None and blank == wanted[0].of_blank and not (style[1] or wanted[1])
