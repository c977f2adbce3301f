"""Lays out text in terminal cells: cuts or pads it to a width, and wraps it into lines."""

from rich.cells import cell_len, get_character_cell_size

from briefreader.text import Span, paragraphs


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, as in `1 brief` or `1,200 briefs`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def fit(text: str, width: int) -> str:
    """Return text in exactly `width` cells: padded with spaces, or cut with an ellipsis."""
    length = len(text) if text.isascii() else cell_len(text)
    if length <= width:
        return text + " " * (width - length)
    if width <= 1:
        return "…"[:width]
    kept = text[: width - 1] if text.isascii() else text[: _reach(text, 0, len(text), width - 1)]
    cells = cell_len(kept)
    if cells >= width:
        kept, cells = "", 0
    return kept + "…" + " " * (width - 1 - cells)


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of one paragraph, each at most `width` cells wide."""
    return [text[line.start : line.end] for line in wrap_paragraph(text, 0, len(text), width)]


def wrap_text(text: str, start: int, width: int) -> list[Span]:
    """Return the span of every line of `text` from `start` on; an empty span separates two paragraphs.

    A line is at most `width` cells wide; a longer word is cut. Spaces at a line break belong to no line.
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
            at = limit  # Chinese and Japanese have no spaces
        stop = at if at > start else limit
        lines.append(Span(start, stop))
        start = stop
        while start < end and text[start] == " ":
            start += 1
    return lines


def _reach(text: str, start: int, end: int, width: int) -> int:
    """Return the end of the text from `start` on that fits in `width` cells, at least one character long."""
    cells = 0
    for at in range(start, end):
        cells += get_character_cell_size(text[at])
        if cells > width:
            return max(at, start + 1)
    return end
