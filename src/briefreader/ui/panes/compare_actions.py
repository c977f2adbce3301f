"""The command that compares the open brief with the meeting before it, or two marked briefs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefreader.library import Library, Overview
from briefreader.meetings import Item
from briefreader.model import Entry
from briefreader.ui.background import Notice
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.history import RedlinePlace
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.on_top import ActionsOnTop

if TYPE_CHECKING:
    from briefreader.ui.screens.brief_choice import BriefChoice
    from briefreader.ui.screens.redline_screen import Pair

NO_BRIEF = "open a brief first: {read} reads the one under the cursor"
NO_SERIES = "of no series; compare with"
IS_FIRST = "the first meeting here; compare with"
NO_OTHER = "there is no other brief to compare with"
NOT_TWO = "two rows can be compared, and {count} are marked; {{mark}} takes a mark away"


class CompareActions(ActionsOnTop):
    """An invisible widget that opens comparisons."""

    def __init__(self, library: Library, brief_list: BriefList, marked: MarkedBriefs, article: ArticleView) -> None:
        super().__init__()
        self._library = library
        self._list = brief_list
        self._marked = marked
        self._article = article

    @property
    def _overview(self) -> Overview:
        return self._list.overview

    def action_compare(self) -> None:
        """Compare two marked briefs, else the open brief with the face of the meeting before it in its series."""
        ids = self._marked.faces() if self._marked.are_marked else ()
        brief = self._article.brief
        if len(ids) == 2:
            self.show(RedlinePlace(*self.in_order(*ids)))
        elif ids:
            self.post_message(Notice(with_keys(NOT_TWO.format(count=len(ids)))))
        elif brief is None:
            self.post_message(Notice(with_keys(NO_BRIEF)))
        else:
            self.compare_with_former(brief.entry.id)

    def compare_with_former(self, brief_id: str) -> None:
        """Compare a brief with the face of the meeting before it; where there is none, ask for any other brief."""
        position, series = self._overview.position(brief_id), self._overview.series(brief_id)
        if position is not None and position[0] > 1:
            self.show(RedlinePlace(series[position[0] - 2].briefs[0].id, brief_id))
            return
        choices = self.others(brief_id)
        if not choices:
            self.post_message(Notice(NO_OTHER))
            return
        from briefreader.ui.screens.brief_choice import BriefChoiceScreen

        def compare(chosen: str | None) -> None:
            if chosen is not None:
                self.show(RedlinePlace(*self.in_order(chosen, brief_id)))

        why = NO_SERIES if position is None else IS_FIRST
        self.app.push_screen(BriefChoiceScreen(why, choices), compare)

    def show(self, place: RedlinePlace) -> None:
        """Open the redline of a place."""
        from briefreader.ui.screens.redline_screen import RedlineScreen  # the first paint needs none

        self.put_on_top(RedlineScreen(self._library, place, self.others, self.in_order))

    def in_order(self, one: str, other: str) -> Pair:
        """Return two briefs in the order of their dates; an undated one is the newer."""
        entries = {entry.id: entry for entry in self._overview.entries if entry.id in (one, other)}

        def date(id: str) -> tuple[bool, str]:
            found = entries[id].date if id in entries else None
            return found is None, found or ""

        return (one, other) if date(one) <= date(other) else (other, one)

    def others(self, brief_id: str) -> Sequence[BriefChoice]:
        """Return the other briefs of its meeting, then the meetings of its series, then all others, newest first."""
        item = self._overview.item(brief_id)
        meetings = [each for each in reversed(self._overview.series(brief_id)) if each != item]
        own = [_choice(entry, "the same meeting") for entry in (item.briefs if item else ()) if entry.id != brief_id]
        near = [*own, *(_choice(each.briefs[0], _number(each)) for each in meetings)]
        known = {brief_id, *(each.id for each in near)}
        others = sorted((each for each in self._overview.entries if each.id not in known), key=_date, reverse=True)
        return [*near, *(_choice(each, each.series or "") for each in others)]


def _date(entry: Entry) -> str:
    return entry.date or ""


def _choice(entry: Entry, remark: str) -> BriefChoice:
    from briefreader.ui.screens.brief_choice import BriefChoice

    return BriefChoice(entry.id, f"{entry.date or 'undated'}  {entry.title}", remark)


def _number(item: Item) -> str:
    meeting = item.meeting
    return f"no. {meeting.ordinal}" if meeting and meeting.ordinal else ""
