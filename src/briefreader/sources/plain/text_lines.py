"""Reads the lines of plain text, and measures the width at which they were wrapped."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

_WIDEST = 200  # characters; lines with a blank line after each are wrapped at less
FULL = 0.8
"""The share of the width of a text that a full line has at least, with the first word of the next line."""
_MACHINE = 4  # pairs of lines by which a text is known to be wrapped by a machine
_MOST_FULL = 0.6  # share of the lines with running sentences that are full in a text of one width
_SINGLE_LINES = 0.7  # share of the lines that are full in a text with a blank line after each line
_QUOTE = re.compile(r"(?:>\s?)+(?=[^\W\d_]|[\"'“‘(\[]|$)")
ENDED = re.compile(r"[.!?:;。！？：；…][\"'”’)\]»」』]*$")
"""The end of a sentence or of a clause before a list."""
UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]")
"""A sign of Chinese or Japanese, which are written without spaces."""


class Line(NamedTuple):
    """A line without the spaces around it.

    `indent` counts the spaces before it, `gap` the blank lines before it, `quoted` the marks of a quotation before it.
    `runs_on` tells that it continues the sentence of the line before, although a page ended between them.
    """

    text: str
    indent: int = 0
    gap: int = 0
    quoted: int = 0
    runs_on: bool = False

    @property
    def width(self) -> int:
        """The number of characters from the margin to the end."""
        return self.indent + len(self.text)


def lines(raw: Iterable[str]) -> list[Line]:
    """Return the lines of a text that hold something."""
    found: list[Line] = []
    gap = 0
    for line in raw:
        text = line.strip()
        quoted = 0
        if text[:1] == ">" and (quote := _QUOTE.match(text)):
            quoted = quote[0].count(">")
            text = text[quote.end() :].strip()
        if text:
            found.append(Line(text, len(line) - len(line.lstrip()), gap, quoted))
            gap = 0
        else:
            gap += 1
    return found


def runs_on(before: str, after: str) -> bool:
    """Tell whether a sentence runs on from the end of a line to the next line, which begins with a small letter."""
    return after[:1].islower() and not ENDED.search(before)


def single_spaced(found: list[Line]) -> list[Line]:
    """Return the lines of a text that has a blank line after each line without those blank lines."""
    pairs = [(one, two) for one, two in pairwise(found) if two.gap == 1]
    tight = sum(not line.gap for line in found[1:])
    running = [(one, two) for one, two in pairs if runs_on(one.text, two.text)]
    width, _ = measured(running)
    if not width or len(running) < max(2, 0.25 * len(pairs)) or width > _WIDEST or tight > 0.1 * len(found):
        return found
    open_pairs = [(one, two) for one, two in pairs if one is not found[0] and not ENDED.search(one.text)]
    if any(_full(some, width) < _SINGLE_LINES * len(some) for some in (running, open_pairs)):
        return found
    titled = not runs_on(found[0].text, found[1].text)
    return [
        line._replace(gap=1 if number == 1 and titled and line.gap else max(0, line.gap - 1))
        for number, line in enumerate(found)
    ]


def measured(running: list[tuple[Line, Line]]) -> tuple[int, float]:
    """Return the width of a text and the share of it that a full line has, by the pairs of lines of one sentence.

    The width is 0 where the lines have none in common. A machine fills each line; a person may not.
    """
    widths = sorted(one.width for one, _ in running)
    for width in dict.fromkeys(widths[int(len(widths) * share)] for share in (0.999, 0.97) if widths):
        fitting = [pair for pair in running if pair[0].width <= width]
        if len(fitting) >= _MACHINE and sum(room(*pair) > width for pair in fitting) >= 0.95 * len(fitting):
            return width, 1.0
    width = widths[-1] if widths else 0
    return (width if _full(running, width) >= _MOST_FULL * len(running) else 0), FULL


def _full(pairs: list[tuple[Line, Line]], width: int) -> int:
    """Return the number of pairs of which the first line has no room for the first word of the second one."""
    return sum(room(*pair) >= FULL * width for pair in pairs)


def room(one: Line, two: Line) -> int:
    """Return the width that a line would have had with the first word of the next one."""
    word = two.text.split(" ", 1)[0]
    return one.width + (1 if UNSPACED.match(word) else 1 + len(word))
