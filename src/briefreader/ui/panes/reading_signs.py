"""The signs of rows in the list: starred, new since the last visit, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.ui.panes.hit_rows import briefs_of
from briefreader.ui.panes.list_rows import GroupRow, MeetingRow, Row

if TYPE_CHECKING:
    from briefreader.library import Reading

STARRED, NEW, READ = "★", "+", "·"
"""A row of a brief that was never opened has none of these signs, so that a new library looks calm."""


class ReadingSigns:
    """Tells the sign of a row from the marks of its briefs; before they are read from the disk, no row has a sign."""

    def __init__(self, reading: Reading | None = None) -> None:
        self._reading = reading

    @property
    def are_known(self) -> bool:
        """Whether the marks were read from the disk."""
        return self._reading is not None

    def of(self, row: Row) -> str:
        """Return the sign of a row, a space where it has none.

        A folded meeting is starred or new if one of its briefs is, and read if the brief that stands for it is.
        """
        if self._reading is None or isinstance(row, GroupRow):
            return " "
        briefs = (row.id,) if isinstance(row, MeetingRow) and row.is_open else briefs_of(row)
        if any(map(self._reading.is_starred, briefs)):
            return STARRED
        if any(map(self._reading.is_new, briefs)):
            return NEW
        return READ if self._reading.is_read(row.id) else " "

    def is_read(self, row: Row) -> bool:
        """Return whether the brief that stands for a row was read."""
        return self._reading is not None and not isinstance(row, GroupRow) and self._reading.is_read(row.id)
