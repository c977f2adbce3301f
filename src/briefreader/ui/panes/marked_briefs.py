"""The briefs that a command concerns: those of the marked rows, else of the row under the cursor, else the open one."""

from collections.abc import Callable, Iterable, Sequence

from briefreader.counts import counted
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.hit_rows import briefs_of
from briefreader.ui.panes.list_marks import Mark, mark_of
from briefreader.ui.panes.list_rows import GroupRow, Row
from briefreader.ui.widgets.text_layout import shortened

NO_BRIEF = "choose a brief or a meeting, or mark rows with {mark}"
"""The answer to a command for briefs where there are none."""

_LONGEST_TITLE = 40


class MarkedBriefs:
    """Tells the briefs that a command concerns, and marks rows.

    `read_brief` returns the ID of the brief that is read, None while the list has the focus.
    """

    def __init__(self, brief_list: BriefList, read_brief: Callable[[], str | None]) -> None:
        self._list = brief_list
        self.read_brief = read_brief
        self._shown: dict[Mark, tuple[str, ...]] = {}

    @property
    def are_marked(self) -> bool:
        """Whether rows are marked in sight."""
        return bool(self._list.marks) and self._list.display

    def faces(self) -> tuple[str, ...]:
        """Return the IDs of one brief for each row: of a meeting its face, of a series the face of each meeting."""
        if self.are_marked:
            return self._known(self._marked(whole=False))
        return self._known([self.read_brief() or self._list.brief_id or ""])

    def all(self) -> tuple[str, ...]:
        """Return the IDs of every brief of the rows; none where the cursor is on a group that is not marked."""
        if self.are_marked:
            return self._known(self._marked(whole=True))
        if read := self.read_brief():
            return self._known([read])
        row = self._list.selected_row
        return self._known([] if row is None or isinstance(row, GroupRow) else briefs_of(row))

    def named(self, ids: Sequence[str]) -> str:
        """Return the title of a brief, shortened, or the number of several."""
        return (
            shortened(self._list.overview.title(ids[0]), _LONGEST_TITLE)
            if len(ids) == 1
            else counted(len(ids), "brief")
        )

    def _known(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return IDs once each, without those that the library no longer has."""
        known = {entry.id for entry in self._list.overview.entries}
        return tuple(dict.fromkeys(id for id in ids if id in known))

    def _marked(self, *, whole: bool) -> list[str]:
        found: list[str] = []
        for mark in self._list.marks:
            if mark.series:
                group = self._list.overview.series_groups.get(mark.series)
                items = [item.briefs for item in group.items] if group else []
                found += [entry.id for briefs in items for entry in (briefs if whole else briefs[:1])]
            elif whole and mark in self._shown:
                found += self._shown[mark]
            else:
                found.append(mark.brief)
        return found

    def turn_mark(self, row: Row) -> bool:
        """Mark a row, or take its mark away, and return whether it is one that can be marked."""
        mark = mark_of(row)
        if mark is None:
            return False
        marks = self._list.marks
        if mark in marks:
            self._list.marks = tuple(each for each in marks if each != mark)
        else:
            self._list.marks = (*marks, mark)
            self._shown[mark] = tuple(briefs_of(row))
        return True

    def unmark(self) -> None:
        """Take all marks away."""
        self._list.marks = ()
