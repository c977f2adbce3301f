"""The hits of a query as rows, one a meeting: the hits of a meeting stand behind the row of the first of them.

Of many hits only the first screens are put together; the others follow when one goes there.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import count
from typing import Final, overload

from briefreader.meetings import Item
from briefreader.model import Hit, HitList
from briefreader.ui.panes.list_rows import BriefRow, MeetingRow, Row, item_rows

_AT_ONCE: Final = 512  # hits, several screens


class HitRows(Sequence[Row]):
    """Lists the rows of hits in their order; `changed` holds the keys of the meetings that are open.

    `item` returns the meeting of a brief with all its briefs. The length is exact after `complete`; before, and only of
    more than 512 hits, it counts every hit that was not looked at as a row.
    """

    def __init__(
        self, hits: Sequence[Hit], item: Callable[[str], Item | None] = lambda id: None, changed: Collection[str] = ()
    ) -> None:
        self._hits = hits
        self._item = item
        self._changed = changed
        self._rows: list[int | BriefRow] = []  # the hit of a row, by its number, or a further brief of an open meeting
        self._made: dict[int, Row] = {}
        self._row_of: dict[str, int] = {}
        self._row_of_meeting: dict[str, int] = {}
        self._looked_at = 0
        self._place: Callable[[str], int | None]
        if isinstance(hits, HitList):
            self._place = hits.place
            self._holds: Callable[[str], bool] = hits.holds
        else:
            places = dict(zip((hit.id for hit in hits), count()))
            self._place, self._holds = places.get, places.__contains__
        self._look_at(_AT_ONCE)

    def complete(self) -> None:
        """Look at all hits."""
        self._look_at(len(self._hits))

    def seems_to_reach(self, number: int) -> bool:
        """Tell whether a row may be among the hits that were not looked at."""
        return self._looked_at < len(self._hits) and number >= len(self._rows)

    def _look_at(self, end: int) -> None:
        """Make the rows of the hits before one."""
        start, self._looked_at = self._looked_at, max(self._looked_at, min(end, len(self._hits)))
        for at, id in enumerate(self._ids(start, self._looked_at), start):
            item = self._item(id)
            if item is None or item.meeting is None or len(item.briefs) == 1:
                self._row_of[id] = len(self._rows)
                self._rows.append(at)
            elif item.meeting.id not in self._row_of_meeting:
                self._row_of_meeting[item.meeting.id] = len(self._rows)
                self._row_of[id] = len(self._rows)
                self._rows.append(at)
                for row in self._meeting_rows(item, id)[1:]:
                    if isinstance(row, BriefRow):
                        self._row_of[row.id] = len(self._rows)
                        self._rows.append(row)

    def _ids(self, start: int, end: int) -> Sequence[str]:
        return (
            self._hits.ids(start, end) if isinstance(self._hits, HitList) else [hit.id for hit in self._hits[start:end]]
        )

    def _meeting_rows(self, item: Item, first: str) -> Sequence[Row]:
        """Return the row of a meeting whose first hit is given, with a row for each further one if it is open."""
        found = [entry for entry in item.briefs if entry.id != first and self._holds(entry.id)]
        if not found:
            return ()
        faced = next(entry for entry in item.briefs if entry.id == first)
        return [*item_rows([item._replace(briefs=(faced, *found))], 0, self._changed)]

    def number_of(self, brief_id: str) -> int | None:
        """Return the number of the row of a brief, else of its meeting; None where it is not among the hits."""
        place = self._place(brief_id)
        if place is None:
            return None
        self._look_at(place + 1)
        if brief_id in self._row_of:
            return self._row_of[brief_id]
        item = self._item(brief_id)
        return self._row_of_meeting[item.meeting.id] if item and item.meeting else None

    def __len__(self) -> int:
        return len(self._rows) + len(self._hits) - self._looked_at

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...

    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, slice):
            self.complete()
            return [self[number] for number in range(*at.indices(len(self)))]
        if at < 0 or self.seems_to_reach(at):
            self.complete()
        if at not in self._made:
            self._made[at] = self._make(self._rows[at])
        return self._made[at]

    def _make(self, row: int | BriefRow) -> Row:
        if isinstance(row, BriefRow):
            return row
        hit = self._hits[row]
        item = self._item(hit.id)
        rows = self._meeting_rows(item, hit.id) if item and item.meeting and len(item.briefs) > 1 else ()
        return rows[0] if rows else hit

    def __iter__(self) -> Iterator[Row]:
        self.complete()
        return map(self.__getitem__, range(len(self)))


def briefs_of(row: Row) -> Sequence[str]:
    """Return the briefs that a row stands for."""
    return [entry.id for entry in row.item.briefs] if isinstance(row, MeetingRow) else [row.id]
