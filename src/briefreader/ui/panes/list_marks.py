"""The marks of rows in the list, which a command then acts on together."""

from typing import NamedTuple

from briefreader.meetings import SERIES, Group
from briefreader.ui.panes.list_rows import BriefRow, GroupRow, Row


class Mark(NamedTuple):
    """A series by the key of its group, or a brief: it stands for its whole meeting unless it is `alone`."""

    brief: str = ""
    alone: bool = False
    series: str = ""


def mark_of(row: Row | None) -> Mark | None:
    """Return the mark that a row can have, None for a group that is no series."""
    if isinstance(row, GroupRow):
        return Mark(series=row.group.key) if is_series(row.group) else None
    return Mark(row.id, alone=isinstance(row, BriefRow)) if row is not None else None


def is_series(group: Group) -> bool:
    """Return whether a group of the list is a series."""
    return group.key.startswith(f"{SERIES}/") and bool(group.items)
