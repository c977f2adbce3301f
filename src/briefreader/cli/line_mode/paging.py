"""Parts printed lines into pages that fit on every terminal."""

from __future__ import annotations

from collections.abc import Sequence

PAGE = 20
"""Lines of a page."""


def pages(lines: Sequence[str]) -> list[list[str]]:
    """Return lines in pages without blank lines at their ends; a page ends at a blank line in its second half."""
    found: list[list[str]] = []
    start = 0
    while start < len(lines):
        if not lines[start]:
            start += 1
            continue
        end = min(start + PAGE, len(lines))
        if end < len(lines):
            end = next((at for at in range(end, start + PAGE // 2, -1) if not lines[at]), end)
        page = list(lines[start:end])
        while page and not page[-1]:
            page.pop()
        found.append(page)
        start = end
    return found
