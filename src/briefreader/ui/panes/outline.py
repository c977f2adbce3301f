"""The outline of a brief: its headings, indented by their levels."""

from briefreader.model import Block, Brief
from briefreader.text import Span
from briefreader.ui.panes.block_lines import is_heading
from briefreader.ui.widgets.pick_list import PickLine

INDENT = 2


def headings(brief: Brief) -> tuple[Block, ...]:
    """Return the headings in the body of a brief, in order; a bold paragraph is one level below the last heading."""
    found: list[Block] = []
    level = 0
    for block in brief.blocks:
        if block.start >= brief.body_start and is_heading(block, brief.text):
            if block.kind == "heading":
                level = block.level or 1
            found.append(block if block.kind == "heading" else block._replace(level=level + 1))
    return tuple(found)


def outline_lines(brief: Brief, width: int) -> tuple[PickLine, ...]:
    """Return a line for each heading, whatever the `width`, the highest level of the brief at the margin."""
    found = headings(brief)
    highest = min((block.level or 1 for block in found), default=1)
    lines = (
        PickLine(
            " " * (INDENT * ((block.level or 1) - highest)) + brief.text[block.start : block.end],
            "text",
            span=Span(block.start, block.end),
        )
        for block in found
    )
    return tuple(lines) or (PickLine("This brief has no headings.", "quiet"),)
