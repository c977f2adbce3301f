"""Lays out text in terminal cells: cuts or pads it to a width, and wraps it into lines."""

from briefreader.text import Span
from briefreader.ui.terminal.clusters import cells, is_narrow, runs


def fit(text: str, width: int) -> str:
    """Return text in exactly `width` cells: padded with spaces, or cut with an ellipsis."""
    length = cells(text)
    if length <= width:
        return text + " " * (width - length)
    if width <= 1:
        return "…"[:width]
    kept = text[: _reach(text, 0, len(text), width - 1)]
    used = cells(kept)
    if used >= width:
        kept, used = "", 0
    return kept + "…" + " " * (width - 1 - used)


def shortened(text: str, width: int) -> str:
    """Return text in at most `width` cells, cut with an ellipsis where it is longer."""
    return text if cells(text) <= width else fit(text, width).rstrip()


def wrapped(text: str, width: int) -> list[str]:
    """Return the lines of one paragraph, each at most `width` cells wide."""
    return [text[line.start : line.end] for line in wrap_paragraph(text, 0, len(text), width)]


def wrap_paragraph(text: str, start: int, end: int, width: int) -> list[Span]:
    """Return the spans of the lines of the paragraph from `start` to `end`, each at most `width` cells wide.

    A longer word is cut. Spaces at a line break belong to no line.
    """
    narrow = is_narrow(text[start:end])
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


def character_at(text: str, place: Span, column: int) -> int:
    """Return the offset of the character of a place in a text that covers a column, counted in cells from its start."""
    for run in runs(text, place.start, place.end):
        size = run.size if run.is_cluster else run.size * (run.end - run.start)
        if column < size:
            return run.start if run.is_cluster else run.start + column // run.size
        column -= size
    return place.end


def _reach(text: str, start: int, end: int, width: int) -> int:
    """Return the end of the clusters from `start` on that fit in `width` cells, at least one of them."""
    left = width
    for run in runs(text, start, end):
        if run.is_cluster:
            if run.size > left:
                return run.start if run.start > start else run.end
            left -= run.size
        elif run.size * (run.end - run.start) > left:
            return max(run.start + left // run.size, start + 1)
        else:
            left -= run.size * (run.end - run.start)
    return end
