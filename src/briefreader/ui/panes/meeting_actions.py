"""The commands for meetings and series: mark, join, part and correct them."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.widget import Widget

from briefreader.library import Corrected, Library, Marked
from briefreader.meetings import Facts, Group, HeldMeeting
from briefreader.model import IndexLostError
from briefreader.ui.background import Notice, errors_noticed, read_in_thread
from briefreader.ui.key_table import key_of, with_keys
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.list_marks import Mark, is_series, mark_of
from briefreader.ui.panes.list_rows import BriefRow, GroupRow
from briefreader.ui.panes.marked_briefs import MarkedBriefs

ONE_BRIEF = "mark this brief with {mark}, then go to the meeting that it belongs to and press {join}"
NOTHING_ABOVE = "there is nothing above to join it with"
NO_MEETING = "choose a meeting, a brief or a series"
OUT_OF_SIGHT = "rows are marked and joined in the list; {back} goes there"
FOR_MARKED = "{back} unmarks, {cite} cites, {note} notes, {export} exports, {remove} removes, {join} joins"
FOR_TWO = "{back} unmarks, {compare} compares, {cite} cites, {note} notes, {export} exports, {join} joins"
MIXED = "series and meetings are marked; mark either the one or the other"


class MeetingActions(Widget):
    """An invisible widget that acts on the marked rows of the list, else on the row under the cursor."""

    @dataclass(eq=False, repr=False)
    class MeetingsChanged(Message):
        """Meetings or series were corrected; `text` describes the change."""

        text: str

    def __init__(self, library: Library, brief_list: BriefList, marked: MarkedBriefs) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._list = brief_list
        self._marked = marked

    def action_mark(self) -> None:
        """Mark the row under the cursor, or take its mark away, and go to the next row."""
        row = self._list.selected_row
        if not self._list.display:
            self.post_message(Notice(with_keys(OUT_OF_SIGHT)))
        elif row is None or not self._marked.turn_mark(row):
            self.post_message(Notice(NO_MEETING))
        else:
            self._list.move(1)
            self.post_message(Notice(self._what_marks_are_for()))

    def _what_marks_are_for(self) -> str:
        marks = self._list.marks
        if not marks:
            return "no row is marked"
        are_two_briefs = len(marks) == 2 and not any(mark.series for mark in marks)
        return f"{len(marks):,} marked: {with_keys(FOR_TWO if are_two_briefs else FOR_MARKED)}"

    def action_join(self) -> None:
        """Join the marked rows; one marked row with that under the cursor; without marks, this with the row above."""
        if not self._list.display:
            self.post_message(Notice(with_keys(OUT_OF_SIGHT)))
            return
        here = mark_of(self._list.selected_row)
        marks = self._list.marks
        if len(marks) < 2 and here is not None and here not in marks:
            marks = (*marks, here)
        if len(marks) == 1 and marks[0] == here:
            if here.alone:
                self.post_message(Notice(with_keys(ONE_BRIEF)))
                return
            above = self._above(here)
            marks = (above, here) if above else ()
        if len({bool(mark.series) for mark in marks}) > 1:
            self.post_message(Notice(MIXED))
        elif not marks:
            self.post_message(Notice(NOTHING_ABOVE if here else NO_MEETING))
        elif marks[0].series:
            self._merge([mark.series for mark in marks])
        else:
            marked = [Marked(mark.brief, mark.alone) for mark in marks]
            self._change(lambda: self._library.own_meetings.join(marked))

    def _above(self, here: Mark) -> Mark | None:
        """Return the mark of the next row above that is a meeting or brief, or a series for a series."""
        for row in reversed(self._list.rows[: self._list.cursor]):
            mark = mark_of(row)
            if here.series:
                if mark is not None and mark.series:
                    return mark
            elif isinstance(row, GroupRow):
                return None
            elif not isinstance(row, BriefRow):
                return mark
        return None

    def _merge(self, keys: Sequence[str]) -> None:
        """Join series under the name of the one with the most meetings."""
        known = self._list.overview.series_groups
        groups = [known[key] for key in keys if key in known]
        if len(groups) > 1:
            largest = max(groups, key=lambda group: group.size)
            others = [name for group in groups if group is not largest for name in _names(group)]
            names = [*others, *_names(largest)]
            self._change(lambda: self._library.own_meetings.name_series(names, largest.name))

    def action_part(self) -> None:
        """Part the briefs marked in sight from their meeting, else the brief that is read or under the cursor."""
        briefs = [mark.brief for mark in self._list.marks if mark.brief and self._list.display]
        if not briefs:
            here = mark_of(self._list.selected_row)
            brief = self._marked.read_brief() or (here.brief if here else "")
            briefs = [brief] if brief else []
        if briefs:
            self._change(lambda: self._library.own_meetings.part(briefs))
        else:
            self.post_message(Notice(NO_MEETING))

    def action_correct(self) -> None:
        """Ask for the facts of the meeting that is read or under the cursor, or for the name of the series there."""
        brief, row = self._marked.read_brief(), self._list.selected_row
        if brief is None and isinstance(row, GroupRow):
            if is_series(row.group):
                self._ask_name(row.group)
            else:
                self.post_message(Notice(NO_MEETING))
        elif brief is not None or row is not None:
            self._ask_facts(brief or (row.id if row is not None else ""))

    def _ask_name(self, group: Group) -> None:
        from briefreader.ui.screens.meeting_editor import SeriesEditorScreen

        known = {each.name for each in self._list.overview.series_groups.values()}
        self.app.push_screen(SeriesEditorScreen(group.name, known), lambda name: self._rename(group, name))

    def _rename(self, group: Group, name: str | None) -> None:
        if name:
            self._change(lambda: self._library.own_meetings.name_series(_names(group), name))

    @work(exclusive=True, group="meetings")
    async def _ask_facts(self, brief: str) -> None:
        from briefreader.ui.screens.meeting_editor import MeetingEditorScreen  # its classes take a millisecond to make

        with errors_noticed(self):
            inferred, stated = await read_in_thread(lambda: self._facts(brief))
            asked = MeetingEditorScreen(self._list.overview.title(brief), stated, inferred)
            self.app.push_screen(asked, lambda facts: self._state(brief, facts))

    def _facts(self, brief: str) -> tuple[HeldMeeting | None, Facts]:
        """Return the meeting of a brief with inferred facts, and the stated ones."""
        with suppress(IndexLostError):
            inferred = self._library.inferred_meeting(brief)
            return inferred, self._library.own_meetings.facts_of(brief)
        return None, {}

    def _state(self, brief: str, facts: Facts | None) -> None:
        if facts is not None:
            self._change(lambda: self._library.own_meetings.state(brief, facts))

    @work(exclusive=True, group="meetings")
    async def _change(self, change: Callable[[], Corrected]) -> None:
        """Write a change to meetings.yaml in a thread."""
        with errors_noticed(self):
            made = await asyncio.to_thread(change)
            self._marked.unmark()
            self.post_message(self.MeetingsChanged(f"{made.what}; {key_of('undo')} undoes it"))


def _names(group: Group) -> list[str]:
    """Return the name of a series as it is shown, and those under which its meetings have it."""
    named = (item.meeting.series for item in group.items if item.meeting and item.meeting.series)
    return list(dict.fromkeys((group.name, *named)))
