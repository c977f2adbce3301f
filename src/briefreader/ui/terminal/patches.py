"""Sends the cells of a screen that change, in the order that takes the fewest bytes."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from briefreader.ui.terminal.clusters import is_sure
from briefreader.ui.terminal.sgr import Graphics, transition

CellStyle = tuple[Graphics, str]
"""A rendition and the address of a link, empty for none."""


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
    """Return the output that sends patches in the cheaper of two orders: as they came, or each colour together.

    A jump costs less than a change between colours of three components, and more than one between others.
    """
    by_color: dict[str, dict[tuple[str, str], list[Patch]]] = {}
    for patch in patches:
        graphics, link = patch.style
        colors = by_color.setdefault(graphics.background, {})
        colors.setdefault((graphics.foreground, link), []).append(patch)
    grouped = [*chain.from_iterable(chain.from_iterable(colors.values()) for colors in by_color.values())]
    ways = [_sent(patches, before, columns), _sent(grouped, before, columns)]
    return min(ways, key=lambda each: len(each.output))


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


def jump(x: int, y: int) -> str:
    """Return the sequence that places the cursor in a cell (CUP, ECMA-48, 8.3.21), without parameters that are 1."""
    return f"\x1b[{y + 1 if y else ''}{f';{x + 1}' if x else ''}H"
