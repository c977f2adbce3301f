"""A numbered list that is read in pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from briefreader.cli.printing import Output

PAGE = 20
"""Lines of a page, which fit on every terminal."""

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

    def print(self, out: Output) -> None:
        """Print the page that begins at `first`, with the place of the page in the list below it."""
        end = min(self.first + PAGE, len(self.rows))
        if self.first == 0:
            out.paragraph(self.heading)
        for at in range(self.first, end):
            out.paragraph(self._told(self.rows[at]), indent=f"{at + 1}. ")
        if len(self.rows) > PAGE:
            more = "; next for more." if end < len(self.rows) else ", the end."
            out.paragraph(f"{self.first + 1} to {end} of {len(self.rows):,} {self.unit[1]}{more}")

    def turn(self, pages: int) -> bool:
        """Go some pages on, or back; return whether there was one."""
        first = self.first + pages * PAGE
        if not 0 <= first < len(self.rows):
            return False
        self.first = first
        return True

    def show(self, at: int) -> None:
        """Go to the page that holds a row."""
        self.first = at // PAGE * PAGE
