"""Paragraphs broken into lines that fit a width, by character offsets into the text."""

from rich.cells import cell_len, get_character_cell_size

from briefreader.text import Span, paragraphs


def wrap_text(text: str, start: int, width: int) -> list[Span]:
    """Return the span of every line of `text` from `start` on; an empty span parts two paragraphs.

    A line is at most `width` cells; a word longer than that is cut. Spaces at a break belong to no line.
    """
    lines: list[Span] = []
    for paragraph in paragraphs(text[start:]):
        if lines:
            lines.append(Span(start + paragraph.start, start + paragraph.start))
        lines.extend(wrap_paragraph(text, start + paragraph.start, start + paragraph.end, max(1, width)))
    return lines


def wrap_paragraph(text: str, start: int, end: int, width: int) -> list[Span]:
    """Return the spans of the lines of one paragraph."""
    narrow = text.isascii() or cell_len(text[start:end]) == end - start
    lines: list[Span] = []
    while start < end:
        limit = min(end, start + width) if narrow else _reach(text, start, end, width)
        if limit >= end:
            lines.append(Span(start, end))
            break
        at = limit if text[limit] == " " else text.rfind(" ", start + 1, limit)
        if at < 0 and not narrow:
            at = limit  # Chinese and Japanese run without spaces
        stop = at if at > start else limit
        lines.append(Span(start, stop))
        start = stop
        while start < end and text[start] == " ":
            start += 1
    return lines


def _reach(text: str, start: int, end: int, width: int) -> int:
    """Return the offset up to which the text from `start` on fits in `width` cells, one character at least."""
    cells = 0
    for at in range(start, end):
        cells += get_character_cell_size(text[at])
        if cells > width:
            return max(at, start + 1)
    return end
