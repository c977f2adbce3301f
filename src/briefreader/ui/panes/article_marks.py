"""The marked places of a brief: names, the passage, matches, found words, the highlight, and the signs of notes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from rich.style import Style

from briefreader.model import Mention
from briefreader.text import Span
from briefreader.ui.palette import Palette
from briefreader.ui.themes import ENTITY_STYLES

BOLD = Style(bold=True)
NOTE_BEGINS, NOTE_GOES_ON = "+", "┆"
"""The signs in the margin beside a passage with a note: at its first line, and at its other lines."""

_START, _END = itemgetter(0), itemgetter(1)

Layer = tuple[int, int, Style]
"""A styled place: its start and end in the text, and its style."""


class ArticleMarks(NamedTuple):
    """The marked places of a text; those of one kind are in order and never overlap, except `noted`.

    `marking` is the way names are marked, one of MARKINGS; those before `names_from` are not. `match` and `found_at`
    are the numbers of the current match and the current found place, -1 without one.
    """

    mentions: Sequence[Mention] = ()
    marking: str = ""
    names_from: int = 0
    passage: Span | None = None
    matches: Sequence[Span] = ()
    match: int = -1
    found: Sequence[Span] = ()
    found_at: int = -1
    highlight: Span | None = None
    noted: Sequence[Span] = ()

    def layers(self, line: Span, line_style: str, palette: Palette) -> list[Layer]:
        """Return the styled places in a line of the text, whose own style is `line_style`; a later one covers others.

        A place may begin before the line and end after it.
        """
        styled: list[Layer] = []
        if self.marking and line.start >= self.names_from:
            for number in _within(self.mentions, line):
                mention = self.mentions[number]
                style = palette[f"{self.marking} {ENTITY_STYLES[mention.type].name}"]
                styled.append((mention.start, mention.end, style if line_style == "text" else style + BOLD))
        if self.passage is not None:
            styled.append((*self.passage, palette["passage"]))
        for places, here, name in ((self.matches, self.match, "match"), (self.found, self.found_at, "found")):
            for number in _within(places, line):
                styled.append((*places[number], palette[f"{name} here" if number == here else name]))
        if self.highlight is not None:
            styled.append((*self.highlight, palette["highlight"]))
        return styled

    def margin_sign(self, spans: Sequence[Span]) -> str:
        """Return the sign of the passages with notes that stand in the parts of a line; empty without one."""
        sign = ""
        for note in self.noted:
            for span in spans:
                if span.start <= note.start < span.end:
                    return NOTE_BEGINS
                if note.start < span.end and span.start < note.end:
                    sign = NOTE_GOES_ON
        return sign


def _within(places: Sequence[tuple[int, int]] | Sequence[Mention], line: Span) -> Iterator[int]:
    """Yield the numbers of the places that have a character in a line."""
    yield from range(bisect_right(places, line.start, key=_END), bisect_left(places, line.end, key=_START))
