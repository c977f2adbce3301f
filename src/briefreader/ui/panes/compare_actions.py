"""The command that compares the open brief with the meeting before it, or two marked briefs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from briefreader.library import Library, Overview
from briefreader.meetings import Item
from briefreader.model import Entry
from briefreader.ui.background import Notice
from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.history import RedlinePlace
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.name_actions import NameActions

if TYPE_CHECKING:
    from briefreader.ui.screens.brief_choice import BriefChoice
    from briefreader.ui.screens.redline_screen import Pair, Visit

NO_BRIEF = "open a brief first: {read} reads the one under the cursor"
NO_SERIES = "this brief belongs to no series; {mark} marks two briefs, which {compare} then compares"
IS_FIRST = "this is the first meeting of {series} here; {{mark}} marks two briefs, which {{compare}} then compares"
NOT_TWO = "two rows can be compared, and {count} are marked; {{mark}} takes a mark away"


class CompareActions(Widget):
    """An invisible widget that opens comparisons."""

    def __init__(self, library: Library, brief_list: BriefList, marked: MarkedBriefs, article: ArticleView) -> None:
        super().__init__()
        self.display = False
        self._library = library
        self._list = brief_list
        self._marked = marked
        self._article = article

    @property
    def _overview(self) -> Overview:
        return self._list.overview

    def action_compare(self) -> None:
        """Compare two marked briefs, else the open brief with the face of the meeting before it in its series."""
        if pair := self._pair():
            self.show(RedlinePlace(*pair))

    def show(self, place: RedlinePlace) -> None:
        """Open the redline of a place."""
        from briefreader.ui.screens.redline_screen import RedlineScreen  # the first paint needs none

        self.app.push_screen(RedlineScreen(self._library, place, self.others, self.in_order), self._visit)

    @property
    def place(self) -> RedlinePlace | None:
        """The place in the redline that is shown, None without one."""
        from briefreader.ui.screens.redline_screen import RedlineScreen

        return next((each.place for each in self.app.screen_stack if isinstance(each, RedlineScreen)), None)

    def close(self) -> None:
        """Close the redline, which is on top."""
        self.app.pop_screen()

    def _visit(self, visit: Visit | None) -> None:
        if visit is not None:
            self.post_message(NameActions.BriefPicked(*visit))

    def _pair(self) -> Pair | None:
        """Return the older brief and the newer one; where there are none, say why and return None."""
        if self._marked.are_marked:
            ids = self._marked.faces()
            if len(ids) == 2:
                return self.in_order(*ids)
            self.post_message(Notice(with_keys(NOT_TWO.format(count=len(ids)))))
            return None
        if self._article.brief is None:
            self.post_message(Notice(with_keys(NO_BRIEF)))
            return None
        brief_id = self._article.brief.entry.id
        position, series = self._overview.position(brief_id), self._overview.series(brief_id)
        if position is None:
            self.post_message(Notice(with_keys(NO_SERIES)))
        elif position[0] == 1:
            name = (self._article.brief.entry.series or "this series").replace("{", "").replace("}", "")
            self.post_message(Notice(with_keys(IS_FIRST.format(series=name))))
        else:
            return series[position[0] - 2].briefs[0].id, brief_id
        return None

    def in_order(self, one: str, other: str) -> Pair:
        """Return two briefs in the order of their dates; an undated one is the newer."""
        entries = {entry.id: entry for entry in self._overview.entries if entry.id in (one, other)}

        def date(id: str) -> tuple[bool, str]:
            found = entries[id].date if id in entries else None
            return found is None, found or ""

        return (one, other) if date(one) <= date(other) else (other, one)

    def others(self, brief_id: str) -> Sequence[BriefChoice]:
        """Return the other briefs of the meeting of a brief, then the meetings of its series, newest first."""
        item = self._overview.item(brief_id)
        meetings = [each for each in reversed(self._overview.series(brief_id)) if each != item]
        own = [_choice(entry, "the same meeting") for entry in (item.briefs if item else ()) if entry.id != brief_id]
        return [*own, *(_choice(each.briefs[0], _number(each)) for each in meetings)]


def _choice(entry: Entry, remark: str) -> BriefChoice:
    from briefreader.ui.screens.brief_choice import BriefChoice

    return BriefChoice(entry.id, f"{entry.date or 'undated'}  {entry.title}", remark)


def _number(item: Item) -> str:
    meeting = item.meeting
    return f"no. {meeting.ordinal}" if meeting and meeting.ordinal else ""
