"""The pane in which a brief is read: its header, its text, names and matches in colour."""

from bisect import bisect_left, bisect_right
from functools import partial
from operator import attrgetter
from typing import ClassVar

from textual import work
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from briefreader.library import Library, Overview
from briefreader.model import BriefreaderError, Mention
from briefreader.text import Span
from briefreader.ui.background import Notice, read_in_thread
from briefreader.ui.palette import MARKINGS
from briefreader.ui.panes.article_lines import styled_pieces
from briefreader.ui.panes.article_marks import ArticleMarks
from briefreader.ui.panes.article_place import ArticlePlace
from briefreader.ui.panes.match_view import MatchView
from briefreader.ui.panes.opened_brief import OpenedBrief
from briefreader.ui.panes.outline import headings
from briefreader.ui.themes import ENTITY_STYLES
from briefreader.ui.widgets.line_view import strip_of

_START, _END = attrgetter("start"), attrgetter("end")


class ArticleView(MatchView):
    """The open brief, of which only lines in sight are drawn. Posts `Moved` and `Opened`."""

    REPAINT_ON: ClassVar[tuple[str, ...]] = ("marking", "passage", "noted", *MatchView.REPAINT_ON)

    noted: var[tuple[Span, ...]] = var(())
    """The passages with notes, which a sign in the margin tells."""

    marking: var[str] = var(MARKINGS[0])
    """The way names are marked, one of MARKINGS."""

    class Opened(Message):
        """A brief was read and is shown."""

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._next_highlight: Span | None = None
        self._query = ""
        self._left: dict[str, ArticlePlace] = {}
        """The places in the briefs that were opened with the present query, by ID."""
        self._next_place: tuple[str, ArticlePlace] | None = None
        self._outdated = False

    @work(exclusive=True, group="brief")
    async def open(self, brief_id: str | None, query: str, overview: Overview) -> None:
        """Read a brief in a thread and show it at the first match of a query; a brief asked for later replaces it."""
        if brief_id is None:
            self._clear("")
            return
        known = self.brief if self.brief and self.brief.entry.id == brief_id and not self._outdated else None
        width = self._line_width
        try:
            read = partial(OpenedBrief.read, self._library, known or brief_id, query, overview, width)
            opened = await read_in_thread(read)
        except BriefreaderError as error:
            self._clear(str(error))
        else:
            self._leave(query)
            self._show(opened, width)

    def _leave(self, query: str) -> None:
        """Take note of the place in the open brief, to which its next opening comes back until another query."""
        if query != self._query:
            self._left.clear()
            self._query = query
        elif self.brief is not None:
            self._left[self.brief.entry.id] = self.place

    def _show(self, opened: OpenedBrief, width: int) -> None:
        """Show a brief whose lines were wrapped to a width, which may have changed since.

        It is shown at the place that was asked for, else where it was left, else at its first match; the open brief
        stays where it is unless its matches are others.
        """
        brief, matches = opened.brief, opened.matches
        same = self.brief is not None and self.brief.entry.id == brief.entry.id
        if not same and matches and self._next_place is None and (left := self._left.get(brief.entry.id)):
            self._next_place = brief.entry.id, left
        stays = same and (not matches or matches == self.matches)
        (asked_for, place), self._next_place = self._next_place or ("", ArticlePlace()), None
        match = place.match if asked_for == brief.entry.id else self.match if stays else 0
        if not same or (self.brief and self.brief.text != brief.text):
            self._unmark()
        self._series_position, self._error, self._outdated = opened.series_position, "", False
        self.highlight = self.highlight if same else None
        self.brief, self.matches, self.match = brief, matches, min(max(match, 0), len(matches) - 1)
        self._headings = [Span(block.start, block.end) for block in headings(brief)]
        self._wrapped = opened.lines
        if width != self._line_width:
            self._wrap()
        if asked_for == brief.entry.id:
            self._go_to(place.offset)
        elif matches and not stays:
            self.top = self._top_for(self._wrapped.line_of(matches[0].start))
        elif not stays:
            self._go_to(opened.left_at or 0)
        self.find_again()
        self.repaint()
        self.post_message(self.Moved())
        self.post_message(self.Opened())
        if self._next_highlight is not None:
            self.highlight, self._next_highlight = self._next_highlight, None

    def _clear(self, error: str) -> None:
        """Show no brief, but the error that prevents it."""
        self.brief, self.matches, self.match, self._error, self.top = None, (), -1, error, 0
        self._headings = []
        self._unmark()
        self._wrap()
        self.repaint()
        self.post_message(self.Moved())

    def _unmark(self) -> None:
        """Drop the places that are marked in the text shown before."""
        self.drop_passage()
        self.noted, self.found, self.found_at = (), (), -1

    def outdate(self) -> None:
        """Make the next opening of the brief read its file again."""
        self._outdated = True

    def highlight_next(self, span: Span | None) -> None:
        """Highlight a place in the brief that is opened next."""
        self._next_highlight = span

    def open_next_at(self, brief_id: str, place: ArticlePlace) -> None:
        """Show a brief at a place if it is the one that is opened next."""
        self._next_place = brief_id, place

    @property
    def place(self) -> ArticlePlace:
        """The place at which the open brief is read."""
        return ArticlePlace(self._wrapped.offset_of(self._first_in_sight) or 0, self.match)

    @property
    def position(self) -> str:
        """The current match, and how much of the brief has been seen when read from its start."""
        if self.brief is None:
            return ""
        percent = 100 if not self.last_top else round(100 * self.top / self.last_top)
        return " · ".join(part for part in (self.match_position, f"{percent} %") if part)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names in the brief, in order."""
        return self.brief.annotation.mentions if self.brief else ()

    @property
    def selected_name(self) -> Mention | None:
        """The highlighted name."""
        return next((mention for mention in self.mentions if (mention.start, mention.end) == self.highlight), None)

    @property
    def place_of_interest(self) -> Span | None:
        """The selected name, the found place, or the current match."""
        if self.highlight is not None:
            return self.highlight
        if 0 <= self.found_at < len(self.found):
            return self.found[self.found_at]
        return self.matches[self.match] if self.matches else None

    @property
    def places(self) -> tuple[Span, ...]:
        """The passage and the place of interest."""
        return tuple(place for place in (self.passage, self.place_of_interest) if place is not None)

    def action_marking(self) -> None:
        """Mark the names another way: by colour, by text style, not at all."""
        self.marking = MARKINGS[(MARKINGS.index(self.marking) + 1) % len(MARKINGS)]

    def action_name(self, step: int) -> None:
        """Select the next name, or the previous one; without a selection, count from the top of the window."""
        if not self.mentions:
            self.post_message(Notice("no name was found in this brief"))
            return
        if self.highlight is None:
            offset = self._wrapped.offset_of(self._first_in_sight) or 0
            number = bisect_left(self.mentions, offset, key=_END) + step - (step > 0)
        elif step > 0:
            number = bisect_right(self.mentions, self.highlight.start, key=_START) + step - 1
        else:
            number = bisect_left(self.mentions, self.highlight.start, key=_START) + step
        mention = self.mentions[number % len(self.mentions)]
        self.highlight = Span(mention.start, mention.end)
        self.post_message(Notice(f"{ENTITY_STYLES[mention.type].name}: {mention.canonical}"))

    def go_to_mention(self, name: str, step: int) -> None:
        """Select the next mention of a name, or the previous one."""
        spans = [Span(mention.start, mention.end) for mention in self.mentions if mention.canonical == name]
        if spans:
            number = (spans.index(self.highlight) + step if self.highlight in spans else 0) % len(spans)
            self.highlight = spans[number]
            self.post_message(Notice(f"{name}: mention {number + 1} of {len(spans)}"))

    def watch_passage(self, passage: Span | None) -> None:
        """Take the highlight of a sentence away from a passage, which it would hide."""
        if passage is not None and self.selected_name is None:
            self.highlight = None

    def watch_marking(self) -> None:
        """Report the change."""
        self.post_message(self.Moved())

    def focus_on_click(self) -> bool:
        """Take the focus on a click, but not where the line between the panes is taken hold of."""
        return not (self.edge and self.app.mouse_position.x == self.region.x)

    def draw(self, number: int, width: int) -> Strip:
        """Return a line of the title, the header or the text."""
        line, marks = self._wrapped.lines[number], self._marks
        sign = marks.margin_sign([piece for piece in line.pieces if isinstance(piece, Span)]) if marks.noted else ""
        pieces = [(sign, self.palette["noted"]), (" " * (self._margin - len(sign)), self.palette["text"])]
        base = self.palette[line.style]
        text = self.brief.text if self.brief else ""
        for piece in line.pieces:
            if isinstance(piece, Span):
                pieces += styled_pieces(text, piece, base, marks.layers(piece, line.style, self.palette))
            else:
                pieces.append((piece[1], self.palette[piece[0]]))
        return strip_of(pieces)

    @property
    def _marks(self) -> ArticleMarks:
        return ArticleMarks(
            mentions=self.mentions,
            marking=self.marking,
            names_from=self.brief.body_start if self.brief else 0,
            passage=self.passage,
            matches=self.matches,
            match=self.match,
            found=self.found,
            found_at=self.found_at,
            highlight=self.highlight,
            noted=self.noted,
        )
