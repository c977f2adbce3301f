"""A brief wrapped into lines of a width: title, header and text, with the character offsets of each line."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from rich.style import Style

from briefreader.model import Brief
from briefreader.text import Span
from briefreader.ui.panes.article_header import HeaderLine, header_lines
from briefreader.ui.widgets.text_layout import wrap_paragraph, wrap_text

Line = Span | HeaderLine
"""A part of the brief's text, or a line of other text with its styles."""


class ArticleLines:
    """The lines of a brief; `lines` holds them in order."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        self.lines = list(lines)
        self._numbers = [number for number, line in enumerate(self.lines) if isinstance(line, Span)]
        self._starts = [line.start for line in self.lines if isinstance(line, Span)]

    @classmethod
    def of_brief(cls, brief: Brief, series_position: tuple[int, int] | None, width: int) -> "ArticleLines":
        """Wrap a brief."""
        text, start = brief.text, brief.body_start
        title = wrap_paragraph(text, 0, len(text[:start].rstrip()), width)
        return cls([*title, *header_lines(brief, series_position, width), *wrap_text(text, start, width)])

    @classmethod
    def of_notice(cls, text: str, width: int) -> "ArticleLines":
        """Wrap a sentence shown instead of a brief."""
        return cls([[("notice", text[start:end])] for start, end in wrap_text(text, 0, width)])

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds a character of the text."""
        return self._numbers[max(0, bisect_right(self._starts, offset) - 1)] if self._numbers else 0

    def offset_of(self, number: int) -> int | None:
        """Return the offset of the first character of a line; None for a line of the header and after the end."""
        line = self.lines[number] if number < len(self.lines) else None
        return line.start if isinstance(line, Span) else None


def styled_pieces(text: str, line: Span, base: Style, layers: list[tuple[int, int, Style]]) -> list[tuple[str, Style]]:
    """Return the characters of a line in runs of one style; a later layer (start, end, style) covers an earlier one."""
    edges = {line.start, line.end, *(edge for start, end, _ in layers for edge in (start, end))}
    cuts = sorted(edge for edge in edges if line.start <= edge <= line.end)
    pieces = []
    for start, end in pairwise(cuts):
        style = next((s for a, b, s in reversed(layers) if a <= start and end <= b), base)
        pieces.append((text[start:end], style))
    return pieces
