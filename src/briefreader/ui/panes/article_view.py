"""The pane in which a brief is read: its head, its text, entities and matches in colour."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefreader.model import Brief, Mention
from briefreader.text import Span
from briefreader.ui.palette import MARKINGS
from briefreader.ui.panes.article_header import HeadLine, head_lines
from briefreader.ui.themes import ENTITY_NAMES
from briefreader.ui.widgets.line_view import LineView, strip_of
from briefreader.ui.widgets.text_layout import wrap_paragraph, wrap_text

MARGIN = 2
NARROW_MARGIN = 1
NARROW_BELOW = 60
MEASURE = 92
LINES_ABOVE = 3
LINES_KEPT_WHEN_PAGING = 2


class Article(LineView):
    """A brief wrapped once for each width; only lines in sight are drawn. Posts `Moved` when its place changes."""

    brief: reactive[Brief | None] = reactive(None, repaint=False)
    matches: reactive[tuple[Span, ...]] = reactive((), repaint=False)
    match: reactive[int] = reactive(-1, repaint=False)
    spot: reactive[Span | None] = reactive(None, repaint=False)
    """The name or sentence that is pointed at."""

    marking: reactive[str] = reactive(MARKINGS[0], repaint=False)
    """How names are marked, one of MARKINGS."""

    notice: reactive[str] = reactive("", repaint=False)

    class Moved(Message):
        """The window, the current match or what is marked has changed."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._series_place: tuple[int, int] | None = None
        self._lines: list[Span | HeadLine] = []
        self._starts: list[int] = []
        self._numbers: list[int] = []
        self._mention_ends: list[int] = []
        self._match_ends: list[int] = []
        self._wrapped_width = 0

    def show(self, brief: Brief, matches: tuple[Span, ...], series_place: tuple[int, int] | None) -> None:
        """Open a brief at its first match; `series_place` is its number in the series and the series' length."""
        same = self.brief is not None and self.brief.entry.id == brief.entry.id
        self._series_place = series_place
        self.notice = ""
        self.spot = self.spot if same else None
        self.brief = brief
        self.matches = matches
        self._mention_ends = [mention.end for mention in brief.annotation.mentions]
        self._wrap()
        self.match = 0 if matches else -1
        if not same or matches:
            self.top = self._top_for(self._line_of(matches[0].start)) if matches else 0
        self.repaint()
        self.post_message(self.Moved())

    def clear(self, notice: str) -> None:
        """Show no brief, but say why."""
        self.brief, self.matches, self.match, self.notice, self.top = None, (), -1, notice, 0
        self._wrap()
        self.repaint()
        self.post_message(self.Moved())

    @property
    def line_count(self) -> int:
        """How many lines title, head and text take at this width."""
        return len(self._lines)

    @property
    def percent(self) -> int:
        """How much of the brief has been seen when read from its start."""
        return 100 if not self.last_top else round(100 * self.top / self.last_top)

    def turn_page(self, pages: float) -> None:
        """Move by so many pages; a whole page keeps two lines of the last in sight."""
        lines = self.page - LINES_KEPT_WHEN_PAGING if abs(pages) == 1 else self.page * abs(pages)
        self.scroll_lines(int(max(1, lines)) * (1 if pages > 0 else -1))

    def go_to_match(self, step: int) -> bool:
        """Show the next match, or the one before; return whether there is any.

        Where the current one is out of sight, the next is counted from the window.
        """
        if not self.matches:
            return False
        lines = [self._line_of(match.start) for match in self.matches]
        if self.top <= lines[self.match] < self.top + self.page:
            self.match = (self.match + step) % len(self.matches)
        else:
            before = bisect_left(lines, self.top)
            self.match = (before if step > 0 else before - 1) % len(self.matches)
        self._reveal(self.matches[self.match].start)
        self.repaint()
        self.post_message(self.Moved())
        return True

    def go_to_entity(self, step: int) -> Mention | None:
        """Point at the next name after the one pointed at, or after the top of the window; return it."""
        mentions = self.brief.annotation.mentions if self.brief else ()
        if not mentions:
            return None
        if self.spot is None:
            number = bisect_left(self._mention_ends, self._offset_at_top or 0) - (step < 0)
        else:
            starts = [mention.start for mention in mentions]
            number = bisect_right(starts, self.spot.start) if step > 0 else bisect_left(starts, self.spot.start) - 1
        mention = mentions[number % len(mentions)]
        self.spot = Span(mention.start, mention.end)
        return mention

    def go_to_mention(self, name: str, step: int) -> tuple[int, int] | None:
        """Point at the next mention of a name, or the one before; return its number from 1 and how many there are."""
        mentions = self.brief.annotation.mentions if self.brief else ()
        spots = [Span(mention.start, mention.end) for mention in mentions if mention.canonical == name]
        if not spots:
            return None
        at = spots.index(self.spot) + step if self.spot in spots else 0
        self.spot = spots[at % len(spots)]
        return at % len(spots) + 1, len(spots)

    @property
    def pointed_at(self) -> Mention | None:
        """The name that is pointed at."""
        mentions = self.brief.annotation.mentions if self.brief else ()
        return next((mention for mention in mentions if (mention.start, mention.end) == self.spot), None)

    def watch_spot(self, spot: Span | None) -> None:
        """Bring what is pointed at into sight."""
        if spot is not None:
            self._reveal(spot.start)
        self.repaint()

    def _reveal(self, offset: int) -> None:
        """Bring a character of the text into sight, some lines below the top where it was not."""
        line = self._line_of(offset)
        if not self.top <= line < self.top + self.page:
            self.top = self._top_for(line)

    def watch_top(self) -> None:
        """Show the lines in sight and say that the place has changed."""
        super().watch_top()
        self.post_message(self.Moved())

    def watch_marking(self) -> None:
        """Mark the names by hue, by shape or not at all."""
        self.repaint()
        self.post_message(self.Moved())

    def watch_matches(self, matches: tuple[Span, ...]) -> None:
        """Keep the ends of the matches for drawing."""
        self._match_ends = [match.end for match in matches]

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width."""
        self._rewrap()

    def watch_edge(self) -> None:
        """Wrap for the width that the edge leaves."""
        self._rewrap()

    def _rewrap(self) -> None:
        """Wrap head and text anew and keep the same text at the top."""
        offset = self._offset_at_top
        self._wrap()
        if offset is not None:
            self.top = self._line_of(offset)

    @property
    def _offset_at_top(self) -> int | None:
        """Where the text at the top of the window begins; None where nothing or the head stands there."""
        line = self._lines[self.top] if self.top < len(self._lines) else None
        return line.start if isinstance(line, Span) else None

    def _wrap(self) -> None:
        """Break title, head and text into lines for the present width."""
        self._lines = []
        width = self._text_width
        if self.brief is not None:
            text, start = self.brief.text, self.brief.body_start
            title = wrap_paragraph(text, 0, len(text[:start].rstrip()), width)
            head = head_lines(self.brief, self._series_place, width)
            self._lines = [*title, *head, *wrap_text(text, start, width)]
        elif self.notice:
            self._lines = [[("notice", self.notice[start:end])] for start, end in wrap_text(self.notice, 0, width)]
        self._numbers = [number for number, line in enumerate(self._lines) if isinstance(line, Span)]
        self._starts = [line.start for line in self._lines if isinstance(line, Span)]

    @property
    def _margin(self) -> int:
        return NARROW_MARGIN if self.inner_width < NARROW_BELOW else MARGIN

    @property
    def _text_width(self) -> int:
        return max(1, min(MEASURE, self.inner_width - 2 * self._margin))

    def _line_of(self, offset: int) -> int:
        """Return the line on which a character of the text stands."""
        return self._numbers[max(0, bisect_right(self._starts, offset) - 1)] if self._numbers else 0

    def _top_for(self, line: int) -> int:
        return 0 if line < self.page - 1 else line - LINES_ABOVE

    def draw(self, number: int, width: int) -> Strip:
        """Return a line of the title, the head or the text."""
        margin = (" " * self._margin, self.palette["text"])
        line = self._lines[number]
        if isinstance(line, Span):
            return strip_of([margin, *self._text_pieces(line)])
        return strip_of([margin, *((text, self.palette[name]) for name, text in line)])

    def _text_pieces(self, line: Span) -> list[tuple[str, Style]]:
        """Return the characters of a line in runs of one style: a match lies over a name; none is marked in a title."""
        brief = self.brief
        assert brief is not None
        in_title = line.start < brief.body_start
        base = self.palette["title" if in_title else "text"]
        layers: list[tuple[int, int, Style]] = []
        if self.marking and not in_title:
            for mention in _within(brief.annotation.mentions, self._mention_ends, line):
                style = self.palette[f"{self.marking} {ENTITY_NAMES[mention.type]}"]
                layers.append((mention.start, mention.end, style))
        first = bisect_right(self._match_ends, line.start)
        for at in range(first, len(self.matches)):
            if self.matches[at].start >= line.end:
                break
            name = "match here" if at == self.match else "match"
            layers.append((*self.matches[at], self.palette[name]))
        if self.spot is not None:
            layers.append((*self.spot, self.palette["spot"]))
        edges = {line.start, line.end, *(edge for start, end, _ in layers for edge in (start, end))}
        cuts = sorted(edge for edge in edges if line.start <= edge <= line.end)
        pieces = []
        for start, end in pairwise(cuts):
            style = next((s for a, b, s in reversed(layers) if a <= start and end <= b), base)
            pieces.append((brief.text[start:end], style))
        return pieces


def _within(mentions: tuple[Mention, ...], ends: list[int], line: Span) -> tuple[Mention, ...]:
    first = bisect_right(ends, line.start)
    last = first
    while last < len(mentions) and mentions[last].start < line.end:
        last += 1
    return mentions[first:last]
