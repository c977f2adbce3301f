"""A brief wrapped into lines of a width: title, header and text, with the character offsets of each line."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from operator import itemgetter

from rich.style import Style

from briefreader.model import Brief
from briefreader.text import Span
from briefreader.ui.panes.article_header import header_lines
from briefreader.ui.panes.block_lines import TextLine, block_lines
from briefreader.ui.terminal.clusters import cells
from briefreader.ui.widgets.text_layout import character_at, wrap_paragraph, wrapped


class ArticleLines:
    """The lines of a brief; `lines` holds them in order."""

    def __init__(self, lines: Iterable[TextLine] = ()) -> None:
        self.lines = list(lines)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """The offset of each part of the text with the number of its line, in the order of the text.

        The cells of a row of a table stand side by side: a later line may hold earlier text.
        """
        numbered = enumerate(self.lines)
        return sorted(
            (each.start, number) for number, line in numbered for each in line.pieces if isinstance(each, Span)
        )

    @classmethod
    def of_brief(cls, brief: Brief, series_position: tuple[int, int] | None, width: int) -> "ArticleLines":
        """Wrap a brief."""
        title_end = len(brief.text[: brief.body_start].rstrip())
        title = wrap_paragraph(brief.text, 0, title_end, width)
        return cls(
            [
                *(TextLine((span,), "title", span.start) for span in title),
                *(TextLine(tuple(pieces)) for pieces in header_lines(brief, series_position, width)),
                *block_lines(brief, width),
            ]
        )

    @classmethod
    def of_notice(cls, text: str, width: int) -> "ArticleLines":
        """Wrap a sentence shown instead of a brief."""
        return cls([TextLine((("notice", line),)) for line in wrapped(text, width)])

    def line_of(self, offset: int) -> int:
        """Return the number of the line that holds a character of the text."""
        at = bisect_right(self._spans, offset, key=itemgetter(0))
        return self._spans[max(0, at - 1)][1] if self._spans else 0

    def column_of(self, offset: int, text: str) -> int:
        """Return the number of cells before a character of the text in its line."""
        column = 0
        for piece in self.lines[self.line_of(offset)].pieces:
            if isinstance(piece, Span) and piece.start <= offset < piece.end:
                return column + cells(text[piece.start : offset])
            column += cells(text[slice(*piece)] if isinstance(piece, Span) else piece[1])
        return 0

    def offset_of(self, number: int) -> int | None:
        """Return the offset of the first character of a line; None for a line of the header and after the end."""
        return self.lines[number].start if number < len(self.lines) else None

    def has_text(self, number: int) -> bool:
        """Tell whether a line shows a part of the text."""
        return any(isinstance(piece, Span) for piece in self.lines[number].pieces)

    def offset_at(self, text: str, number: int, column: int) -> int | None:
        """Return the offset of the character in a column of a line; right of the line, of the one behind the line.

        What is drawn and stands in no text counts for the character behind it. Returns None in a line without text.
        """
        reached = None
        for piece in self.lines[number].pieces:
            if not isinstance(piece, Span):
                column -= cells(piece[1])
                continue
            width = cells(text[piece.start : piece.end])
            if column < width:
                return character_at(text, piece, max(0, column))
            column -= width
            reached = piece.end
        return reached

    def printed(self, text: str) -> str:
        """Return the lines of a text as they are printed, without styles."""
        parts = (
            "".join(text[piece.start : piece.end] if isinstance(piece, Span) else piece[1] for piece in line.pieces)
            for line in self.lines
        )
        return "".join(f"{part.rstrip()}\n" for part in parts)


def styled_pieces(text: str, line: Span, base: Style, layers: list[tuple[int, int, Style]]) -> list[tuple[str, Style]]:
    """Return the characters of a line in runs of one style; a later layer (start, end, style) covers an earlier one."""
    edges = {line.start, line.end, *(edge for start, end, _ in layers for edge in (start, end))}
    cuts = sorted(edge for edge in edges if line.start <= edge <= line.end)
    pieces = []
    for start, end in pairwise(cuts):
        style = next((s for a, b, s in reversed(layers) if a <= start and end <= b), base)
        pieces.append((text[start:end], style))
    return pieces
