"""A brief with the matches of the query, and with the places of words that a person looks for in it."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import ClassVar

from textual.reactive import var

from briefreader.text import Span
from briefreader.ui.background import Notice
from briefreader.ui.panes.heading_view import HeadingView
from briefreader.ui.widgets.text_layout import shortened

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

    _is_missing = False
    """Whether the words, as they are typed, are not in the text; the places of their beginning stay marked."""

    @property
    def match_position(self) -> str:
        """The number of the found place, or of the match, and how many there are; empty without any."""
        if self.sought:
            return f"{shortened(self.sought, LONGEST_SOUGHT)}: {self.found_count}"
        return f"match {self.match + 1} of {len(self.matches)}" if self.matches else ""

    @property
    def found_count(self) -> str:
        """The number of the found place, and how many there are."""
        if not self.found or self._is_missing:
            return "not found"
        return f"{self.found_at + 1} of {len(self.found)}"

    def find(self, sought: str, start: int) -> None:
        """Look for words, and show the first place of them at or after an offset, or else the first of all.

        Where they are missing, the places of the words before stay marked: they are those of a beginning.
        """
        self.sought = sought.strip()
        found = self._places_of_words()
        self._is_missing = bool(self.sought) and not found
        if not self._is_missing:
            self.found, self.found_at = found, self._first_found(found, start)
        if found:
            self._reveal(found[self.found_at].start)
        self.post_message(self.Moved())

    def find_again(self) -> None:
        """Look for the same words in the brief as it is now, which stays where it is."""
        found = self._places_of_words()
        self._is_missing = False
        if found != self.found or not found:
            self.found, self.found_at = found, self._first_found(found, self.first_offset)

    def _places_of_words(self) -> tuple[Span, ...]:
        if not self.sought or self.brief is None:
            return ()
        from briefreader.ui.panes.find_in_text import places  # the first paint looks for no words

        return places(self.sought, self.brief.text)

    @staticmethod
    def _first_found(found: Sequence[Span], start: int) -> int:
        """Return the number of the first place at or after an offset, else 0; -1 without any."""
        return bisect_left(found, start, key=lambda place: place.start) % len(found) if found else -1

    def go_to_found(self, step: int) -> None:
        """Show the next found place, or the previous one, and say where this begins anew at the other end."""
        if not self.found or self._is_missing:
            self.post_message(Notice(f"{self.sought} is not in this brief"))
            return
        self.leave_passage()
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
        self.leave_passage()
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
