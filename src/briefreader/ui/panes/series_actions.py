"""The commands that compare meetings: promised meetings, a wording from meeting to meeting, and the view of a series.

The screens that a command opens are imported by it: the first paint does not wait for them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import work

from briefreader.library import Library
from briefreader.text import words
from briefreader.ui.background import Notice, errors_noticed, read_in_thread
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.brief_list import BriefList
from briefreader.ui.panes.history import AgendaPlace, ComparingPlace, PhrasesPlace, SeriesPlace, TracePlace
from briefreader.ui.panes.marked_briefs import MarkedBriefs
from briefreader.ui.panes.on_top import ActionsOnTop

if TYPE_CHECKING:
    from briefreader.ui.screens.series_view import SeriesScreen

MOST_WORDS = 12
"""Words of a passage that are traced without asking; a longer one hardly stands in two texts, and is offered."""

NO_SERIES = "this brief belongs to no series of meetings"
NOTHING_OPEN = "open a brief of a series first"


class SeriesActions(ActionsOnTop):
    """An invisible widget that opens the screens, and the briefs that are picked there."""

    def __init__(self, library: Library, article: ArticleView, brief_list: BriefList, marked: MarkedBriefs) -> None:
        super().__init__()
        self._library = library
        self._article = article
        self._list = brief_list
        self._marked = marked
        self._traced = ""
        self._last_series: SeriesScreen | None = None

    def action_agenda(self) -> None:
        """Show the promised meetings."""
        self.show(AgendaPlace())

    def show(self, place: ComparingPlace) -> None:
        """Show the agenda, the trace or the series of a place."""
        if isinstance(place, TracePlace):
            self._show_trace(place)
        elif isinstance(place, SeriesPlace):
            self._show_series(place)
        elif isinstance(place, PhrasesPlace):
            self._show_phrases(place)
        else:
            self._show_agenda(place)

    def _show_phrases(self, at: PhrasesPlace) -> None:
        from briefreader.ui.screens.phrases_view import PhrasesScreen

        self.put_on_top(PhrasesScreen(self._library, at))

    def _show_agenda(self, at: AgendaPlace) -> None:
        from briefreader.ui.screens.agenda_view import AgendaScreen

        self.put_on_top(AgendaScreen(self._library, date.today(), at))

    def action_trace(self) -> None:
        """Trace the passage or the selected name; ask for words where there is neither, or a long passage."""
        selected = self._selected
        if selected and sum(1 for _ in words(selected)) <= MOST_WORDS:
            self._trace(selected)
            return
        from briefreader.ui.screens.command_prompt import CommandPromptScreen
        from briefreader.ui.screens.trace_view import ASK_HINT

        self.app.push_screen(CommandPromptScreen(ASK_HINT, (), "T", selected or self._traced), self._trace)

    @property
    def _selected(self) -> str:
        """The words of the passage, else of the selected name, in one line."""
        name = self._article.selected_name
        return " ".join((self._article.passage_text or (name.text if name else "")).split())

    def _trace(self, phrase: str | None) -> None:
        if phrase:
            self._traced = phrase
            brief = self._article.brief
            self.show(TracePlace(phrase, brief.entry.id if brief else None))

    def _show_trace(self, at: TracePlace) -> None:
        from briefreader.ui.screens.trace_view import TraceScreen

        self.put_on_top(TraceScreen(self._library, at))

    def action_series(self) -> None:
        """Show the series of the brief that is read or under the cursor."""
        id = self._marked.read_brief() or self._list.brief_id
        if id is None:
            self.post_message(Notice(NOTHING_OPEN))
        elif self._list.overview.series(id):
            self._show_series_of(id)
        else:
            self._seek_series_of(id)

    @work(exclusive=True)
    async def _seek_series_of(self, id: str) -> None:
        """Show the series of a brief that tells of no meeting: of an announcement or a statement."""
        with errors_noticed(self):
            if await read_in_thread(lambda: self._library.comparing.series_of(id)):
                self._show_series_of(id)
            else:
                self.post_message(Notice(NO_SERIES))

    def _show_series_of(self, id: str) -> None:
        last = self._last_series
        self.show(SeriesPlace(id, last.place.tab if last else 0))

    def _show_series(self, at: SeriesPlace) -> None:
        from briefreader.ui.screens.series_view import SeriesScreen

        self._last_series = SeriesScreen(self._library, at)
        self.put_on_top(self._last_series)
