"""A numbered list that is read in pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from briefreader.cli.line_mode.paging import PAGE
from briefreader.cli.printing import Output

T = TypeVar("T")


class Listing(Generic[T]):
    """Numbered rows: `told` words one, `opened` acts on one that a person chooses, `unit` names them: brief, briefs."""

    def __init__(
        self,
        heading: str,
        rows: Sequence[T],
        told: Callable[[T], str],
        opened: Callable[[int], None],
        unit: tuple[str, str],
    ) -> None:
        self.heading = heading
        self.rows = rows
        self._told = told
        self.opened = opened
        self.unit = unit
        self.first = 0
        self._end = 0

    def print(self, out: Output) -> None:
        """Print the page that begins at `first`, with the place of the page in the list below it."""
        if self.first == 0:
            out.paragraph(self.heading)
        lines = 0
        for at in range(self.first, len(self.rows)):
            row = self._lines(out, at)
            if lines and lines + len(row) > PAGE:
                break
            lines += len(row)
            self._end = at + 1
            for line in row:
                out.line(line)
        if self.first or self._end < len(self.rows):
            more = "; next for more." if self._end < len(self.rows) else ", the end."
            out.paragraph(f"{self.first + 1} to {self._end} of {len(self.rows):,} {self.unit[1]}{more}")

    def _lines(self, out: Output, at: int) -> list[str]:
        return list(out.paragraph_lines(self._told(self.rows[at]), f"{at + 1}. "))

    def turn(self, step: int, out: Output) -> bool:
        """Go a page on, with -1 a page back; return whether there was one."""
        if step > 0:
            if self._end >= len(self.rows):
                return False
            self.first = self._end
            return True
        end = self.first
        if end == 0:
            return False
        lines = 0
        while self.first > 0:
            lines += len(self._lines(out, self.first - 1))
            if lines > PAGE and self.first < end:
                break
            self.first -= 1
        return True

    def show(self, at: int) -> None:
        """Go to a page that holds a row."""
        if not self.first <= at < self._end:
            self.first = at
