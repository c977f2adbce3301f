"""The paragraphs, sentences and words of a brief, by which a person selects a passage of it."""

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import Literal

from briefreader.model import Brief
from briefreader.sentences import sentences
from briefreader.text import WORD, Span, paragraphs
from briefreader.ui.panes.block_lines import is_heading

Unit = Literal["sentence", "paragraph"]

_START, _END = itemgetter(0), itemgetter(1)


class PassageUnits:
    """The paragraphs in the body of a brief, without its headings, and their sentences, as places in the text.

    A brief whose body has no paragraphs gives all that it has: its headings, else its title.
    """

    def __init__(self, brief: Brief) -> None:
        self._text = brief.text
        blocks = [block for block in brief.blocks if block.start >= brief.body_start]
        found = [Span(block.start, block.end) for block in blocks if not is_heading(block, brief.text)]
        found = found or [Span(block.start, block.end) for block in blocks]
        if not found:
            body = paragraphs(brief.text[brief.body_start :])
            found = [Span(brief.body_start + start, brief.body_start + end) for start, end in body]
        self.paragraphs = found or [Span(0, len(brief.text))]
        self._parted: dict[int, list[Span]] = {}

    def at(self, unit: Unit, offset: int) -> Span:
        """Return the sentence or paragraph that holds a character, else the next one; at the end the last one."""
        number = min(bisect_right(self.paragraphs, offset, key=_END), len(self.paragraphs) - 1)
        if unit == "paragraph":
            return self.paragraphs[number]
        found = self._sentences(number)
        return found[min(bisect_right(found, offset, key=_END), len(found) - 1)]

    def beside(self, unit: Unit, place: Span, step: int) -> Span | None:
        """Return the next unit that begins after the start of a place, or the last one that begins before it.

        `step` is 1 or -1. Returns None where there is none.
        """
        if unit == "paragraph":
            if step > 0:
                number = bisect_right(self.paragraphs, place.start, key=_START)
            else:
                number = bisect_left(self.paragraphs, place.start, key=_START) - 1
            return self.paragraphs[number] if 0 <= number < len(self.paragraphs) else None
        number = min(bisect_right(self.paragraphs, place.start, key=_END), len(self.paragraphs) - 1)
        found = self._sentences(number)
        if step > 0:
            at = bisect_right(found, place.start, key=_START)
            if at < len(found):
                return found[at]
            return self._sentences(number + 1)[0] if number + 1 < len(self.paragraphs) else None
        at = bisect_left(found, place.start, key=_START) - 1
        if at >= 0:
            return found[at]
        return self._sentences(number - 1)[-1] if number else None

    def inside(self, place: Span) -> list[Span]:
        """Return the sentences that lie in a place as a whole."""
        found: list[Span] = []
        for number in range(bisect_right(self.paragraphs, place.start, key=_END), len(self.paragraphs)):
            if self.paragraphs[number].start >= place.end:
                break
            found += (each for each in self._sentences(number) if place.start <= each.start and each.end <= place.end)
        return found

    def _sentences(self, number: int) -> list[Span]:
        if number not in self._parted:
            start, end = self.paragraphs[number]
            found = [Span(start + each.start, start + each.end) for each in sentences(self._text[start:end])]
            self._parted[number] = found or [self.paragraphs[number]]
        return self._parted[number]


def word_at(text: str, offset: int) -> Span:
    """Return the word that holds a character of a text; the character itself where that belongs to no word."""
    start = max(text.rfind(space, 0, offset) for space in (" ", "\n")) + 1
    ends = [end for space in (" ", "\n") if (end := text.find(space, offset)) >= 0]
    for match in WORD.finditer(text, start, min(ends, default=len(text))):
        if match.start() <= offset < match.end():
            return Span(*match.span())
    return Span(offset, min(offset + 1, len(text)))


def stripped(text: str, place: Span) -> Span | None:
    """Return a place without white space at its ends; None where nothing else is in it."""
    inside = text[place.start : place.end]
    start = place.start + len(inside) - len(inside.lstrip())
    return Span(start, start + len(inside.strip())) if inside.strip() else None


class PassageSelection:
    """A passage as a person makes it longer and shorter: it reaches from `anchor`, which stays, to `head`, which moves.

    Both are units of the text, or the place that the mouse has selected.
    """

    def __init__(self, units: PassageUnits, anchor: Span, head: Span | None = None) -> None:
        self._units = units
        self.anchor, self.head = anchor, head or anchor

    @property
    def passage(self) -> Span:
        """The text from the anchor to the head, with both."""
        return Span(min(self.anchor.start, self.head.start), max(self.anchor.end, self.head.end))

    def extended(self, unit: Unit, step: int) -> "PassageSelection | None":
        """Return the passage with its head one sentence on, or at the last sentence (first, for -1) of a paragraph.

        That is the paragraph of the head, or the next one where the head stands at its end. Returns None at the end of
        the text.
        """
        edge = Span(self.head.end - 1, self.head.end) if step > 0 else Span(self.head.start, self.head.start + 1)
        here: Span | None = self._units.at(unit, edge.start)
        if here is not None and (here.end <= edge.end if step > 0 else here.start >= edge.start):
            here = self._units.beside(unit, here, step)
        if here is None:
            return None
        return self.with_head(self._units.at("sentence", here.end - 1 if step > 0 else here.start))

    def with_head(self, head: Span) -> "PassageSelection":
        """Return the passage with another head; one inside of the anchor is the anchor itself."""
        inside = self.anchor.start <= head.start and head.end <= self.anchor.end
        return PassageSelection(self._units, self.anchor, self.anchor if inside else head)
