"""The briefs of a library by series: what is asked of all of them is found out once, for there may be 100,000."""

from collections.abc import Sequence
from functools import cached_property

from briefreader.model import Entry
from briefreader.ui.panes.brief_list import Row, grouped


class Meetings:
    """The series that some briefs make up."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The briefs, newest first, under a heading for each series."""
        return grouped(self._entries)

    @cached_property
    def _by_series(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self._entries:
            if entry.series:
                found.setdefault(entry.series, []).append(entry)
        for members in found.values():
            members.sort(key=lambda entry: (entry.date or "", entry.ordinal or 0, entry.id))
        return found

    def series(self, entry: Entry) -> Sequence[Entry]:
        """Return the meetings of an entry's series, the first one first; none where it belongs to no series."""
        return self._by_series.get(entry.series or "", ())
