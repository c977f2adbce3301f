"""Answers the terms of a query that ask for the marks of a person: `is:read`, `is:noted`, `note:` and others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.library.remembering.reading import Reading

if TYPE_CHECKING:
    from briefreader.library.notes import Notes
    from briefreader.search import MarkTerm


def marked_briefs(term: MarkTerm, reading: Reading, notes: Callable[[], Notes]) -> frozenset[str]:
    """Return the briefs that have a mark at this moment. Raises LibraryError."""
    match term.mark:
        case "read":
            return reading.read_briefs()
        case "unread":
            return reading.unread_briefs()
        case "new":
            return reading.new_briefs()
        case "starred":
            return reading.starred_briefs()
        case "noted":
            return notes().briefs_noted()
        case "note" | "label":
            return notes().briefs_with(term)
    return frozenset()
