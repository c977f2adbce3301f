"""A brief with the matches of the query, and with the places of words that a person looks for in it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar

from textual.reactive import var

from briefreader.text import Span
from briefreader.ui.background import Notice
from briefreader.ui.panes.find_in_text import places
from briefreader.ui.panes.heading_view import HeadingView
from briefreader.ui.widgets.text_layout import fit

LONGEST_SOUGHT = 24
"""Cells of the words that are looked for, in the status line."""


class MatchView(HeadingView):
    """A brief in which a person goes from match to match, or from one found place to the next.

    Words that are looked for are looked for in every brief that is opened, until they are dropped.
    """

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("found", "found_at", *HeadingView.REPAINT_ON)

    matches: tuple[Span, ...] = ()
    match = -1
    """The number of the current match, -1 without matches."""

    found: var[tuple[Span, ...]] = var(())
    """The places of the words that a person looks for in the article, in order."""

    found_at: var[int] = var(-1)
    """The number of the current one of the found places, -1 without them."""

    sought = ""
    """The words that are looked for."""

    @property
    def match_position(self) -> str:
        """The number of the found place, or of the match, and how many there are; empty without any."""
        if self.sought:
            return f"{fit(self.sought, min(LONGEST_SOUGHT, len(self.sought))).rstrip()}: {self.found_count}"
        return f"match {self.match + 1} of {len(self.matches)}" if self.matches else ""

    @property
    def found_count(self) -> str:
        """The number of the found place, and how many there are."""
        return f"{self.found_at + 1} of {len(self.found)}" if self.found else "not found"

    def find(self, sought: str, start: int) -> None:
        """Look for words, and show the first place of them at or after an offset, or else the first of all."""
        self.sought = sought.strip()
        self.found = places(self.sought, self.brief.text) if self.brief else ()
        self.found_at = self._first_found(start)
        if self.found:
            self._reveal(self.found[self.found_at].start)
        self.post_message(self.Moved())

    def find_again(self) -> None:
        """Look for the same words in the brief as it is now, which stays where it is."""
        found = places(self.sought, self.brief.text) if self.brief else ()
        if found != self.found or not found:
            self.found = found
            self.found_at = self._first_found(self.first_offset)

    def _first_found(self, start: int) -> int:
        """Return the number of the first found place at or after an offset, else 0; -1 without any."""
        if not self.found:
            return -1
        return bisect_left(self.found, start, key=lambda place: place.start) % len(self.found)

    def go_to_found(self, step: int) -> None:
        """Show the next found place, or the previous one, and say where this begins anew at the other end."""
        if not self.found:
            self.post_message(Notice(f"{self.sought} is not in this brief"))
            return
        before, number = self.found_at, self._next_number(self.found, self.found_at, step)
        self.found_at = number % len(self.found)
        self._reveal(self.found[self.found_at].start)
        if number != self.found_at:
            self.post_message(Notice(f"wrapped to the {'first' if step > 0 else 'last'} place"))
        if before == self.found_at:
            self.post_message(self.Moved())

    def watch_found_at(self) -> None:
        """Report the move."""
        self.post_message(self.Moved())

    def go_to_match(self, step: int) -> None:
        """Show the next match, or the previous one; where the current one is out of sight, count from the window."""
        if not self.matches:
            self.post_message(Notice("no match in this brief"))
            return
        self.match = self._next_number(self.matches, self.match, step) % len(self.matches)
        self._reveal(self.matches[self.match].start)
        self.repaint()
        self.post_message(self.Moved())

    def _next_number(self, spans: Sequence[Span], current: int, step: int) -> int:
        """Return the number of the place `step` places on, from the current one if it is in sight, else the window."""
        lines = [self._wrapped.line_of(place.start) for place in spans]
        if self._in_sight(lines[current]):
            return current + step
        return bisect_left(lines, self._first_in_sight) + step - (step > 0)
