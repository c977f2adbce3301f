"""Parts the lines of a PDF file into paragraphs with their kinds, by gaps, indents, sizes and signs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from briefreader.model import BlockKind
from briefreader.sources.pdf import typography
from briefreader.sources.pdf.layout import Flow
from briefreader.sources.pdf.lines import Piece
from briefreader.sources.pdf.signs import Sign, Signs
from briefreader.sources.pdf.tables import Row
from briefreader.sources.pdf.typography import ALIKE, Style
from briefreader.sources.pdf.wording import Wording, is_raised
from briefreader.sources.structure.paragraph import Paragraph, cells

_BIG = 1.1  # sizes of the body; the least size of a heading in regular type
_NOTE = 0.93  # sizes of the body; the greatest size of a note
_PARTED = 1.2  # distances of lines, from which on a gap parts paragraphs
_INDENT = 0.6  # sizes of the type
_RAGGED = 2.5  # sizes of the type; how far from the right edge the lines of running text end
_INSET = 1.4  # sizes of the type; the least indent of a quotation on both sides
_LOOSE = 0.2  # part of the width; a line that is shorter by this and by a word ends its paragraph
_WIDTH = 0.4  # part of the width of the text; the least width of a quotation
_FAR_RIGHT = 0.35  # part of the width; text that begins further right is of single lines
_NARROW = 0.25  # part of the width of the text; the least width of running text that is narrower
_NARROW_LINES = 4
_LONGEST_HEADING = 250  # characters
_TERMINAL = re.compile(r"[.!?…:;。！？][\"”’')\]»]*(?:\[?\d{1,3}\]?)?$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Amb|Gen|Lt|Col|Sen|Rep|Gov|St|No|Art|vs)\.$")
_LEADERS = re.compile(r"(?:\.\s?){5,}")
_NOTE_SIGN = re.compile(r"\s*\[?(\d{1,3}|\*{1,3}|[†‡§])\]?[.)]?\s*(?=\S)")


class Found(NamedTuple):
    """The paragraphs of a document, and the style of each that is a heading."""

    paragraphs: list[Paragraph]
    styles: list[Style | None]


class _Block(NamedTuple):
    """The left and the right edge of lines that stand close together, and their number."""

    left: float
    right: float
    lines: int
    full: int  # the number of lines that reach the right edge

    def is_narrow_text(self, edges: tuple[float, float]) -> bool:
        """Tell whether the lines are running text that is narrower than the other text, such as a lone column."""
        wide = self.right - self.left >= _NARROW * (edges[1] - edges[0])
        return wide and self.lines >= _NARROW_LINES and self.full * 5 >= self.lines * 3

    def is_inset(self, edges: tuple[float, float], size: float) -> bool:
        """Tell whether the lines are set in on both sides of the text, as those of a quotation are."""
        wide = self.right - self.left >= _WIDTH * (edges[1] - edges[0])
        inset = _INSET * size
        return wide and self.lines > 1 and self.left >= edges[0] + inset and self.right <= edges[1] - inset


@dataclass
class _Open:
    """A paragraph that may still grow."""

    lines: list[Piece]
    kind: BlockKind
    edges: tuple[float, float]  # left and right edge of its flow
    level: int | None = None
    skip: int = 0  # characters of the sign of an item
    sign: str = ""  # the number that stands for the characters left out
    note: bool = False
    style: Style | None = None
    lefts: list[float] = field(default_factory=list)

    @property
    def last(self) -> Piece:
        return self.lines[-1]


class Structure:
    """Takes the flows of a document in order, and gives its paragraphs."""

    def __init__(self, form: typography.Shape, wording: Wording, texts: Sequence[str]) -> None:
        """Take the usual type, the words, and the texts of all lines."""
        self._form = form
        self._wording = wording
        self._signs = Signs(texts)
        self._done: list[tuple[Paragraph, Style | None]] = []
        self._notes: list[Paragraph] = []
        self._open: _Open | None = None
        self._indents: list[float] = []

    def add(self, flow: Flow) -> None:
        """Take the next flow; a paragraph that its first line continues goes on."""
        lines = [part for part in flow.parts if isinstance(part, Piece)]
        notes = self._note_lines(flow)
        edges = (self._form.left, self._form.right)
        if flow.column and lines:
            edges = (min(line.left for line in lines), max(line.right for line in lines))
        kept = flow.parts[: len(flow.parts) - len(notes)]
        first = True
        for number, part in enumerate(kept):
            if isinstance(part, Row):
                self._close()
                self._row(part)
            else:
                block = _block(kept, number, self._form.pitch)
                self._line(part, edges, block, first)
            first = False
        if notes:
            self._add_notes(notes)

    def finish(self) -> Found:
        """Return all paragraphs, the notes at the end."""
        self._close()
        paragraphs = [paragraph for paragraph, _ in self._done]
        styles = [style for _, style in self._done]
        ranks = typography.ranks(style for style in styles if style)
        paragraphs = [
            paragraph._replace(level=ranks[style]) if style else paragraph
            for paragraph, style in zip(paragraphs, styles, strict=True)
        ]
        return Found([*paragraphs, *self._notes], [*styles, *(None for _ in self._notes)])

    def _line(self, line: Piece, edges: tuple[float, float], block: _Block, first: bool) -> None:
        before = self._open
        sign = self._signs.find(line.text)
        style = self._display(line)
        if before is not None and self._continues(before, line, sign, style, edges, block, first):
            before.lines.append(line)
            before.lefts.append(line.left)
            return
        level = self._continued_level(before, line) if sign is None and style is None and not first else None
        self._close()
        if style is not None and not (sign and sign.bullet):
            self._open = _Open([line], "heading", edges, style=style)
            self._indents = []
        elif sign:
            skip = sign.length if sign.bullet or sign.bare else 0
            level = self._level(line.left - edges[0])
            self._open = _Open([line], "item", edges, level, skip, f"{sign.label}. " if sign.bare else "")
        else:
            quote = level is None and block.is_inset(edges, line.size)
            self._open = _Open([line], "quote" if quote else "paragraph", edges, 1 if quote else level)
            if level is None:
                self._indents = []
        self._open.lefts.append(line.left)

    def _continues(
        self,
        before: _Open,
        line: Piece,
        sign: Sign | None,
        style: Style | None,
        edges: tuple[float, float],
        block: _Block,
        first: bool,
    ) -> bool:
        """Tell whether a line goes on with the open paragraph."""
        last = before.last
        text = last.text.rstrip()
        if abs(last.size - line.size) > ALIKE * last.size:
            return False
        gap = last.base - line.base
        ended = _TERMINAL.search(text) is not None and not _ABBREVIATION.search(text)
        if first and not 0 < gap <= _PARTED * self._form.pitch * line.size:  # the line begins a page or a column
            if style != before.style or (sign and _parts(sign, ended, before)):
                return False
            if text.endswith("-"):
                return True
            full = last.right >= before.edges[1] - 4 * last.size
            return not ended and style is None and (full or line.text.lstrip()[:1].islower())
        if _LEADERS.search(text) or gap <= 0 or gap > _PARTED * max(self._form.pitch, 1.0) * line.size:
            return False
        if style is not None or before.style is not None:
            return style == before.style and not sign
        if sign and _parts(sign, ended, before):
            return False
        if line.bold != last.bold and ended:
            return False
        local = block.is_inset(edges, line.size) or block.is_narrow_text(edges)
        right = block.right if local else edges[1]
        free = last.left - edges[0] if line.is_right_to_left or last.is_right_to_left else right - last.right
        if free > _first_word(line) + (0.75 * line.size if ended else _LOOSE * (right - last.left)):
            return False
        if line.left - edges[0] > _FAR_RIGHT * (edges[1] - edges[0]) and not line.text.lstrip()[:1].islower():
            return False  # an address or a signature
        step = _INDENT * line.size
        if line.is_right_to_left:
            return True
        if len(before.lines) > 1:
            return abs(line.left - before.lefts[-1]) <= step
        if before.kind == "item":
            return line.left >= last.left - step / 2
        return line.left <= last.left + step

    def _display(self, line: Piece) -> Style | None:
        """Return the style of a line that may be a heading: large, bold or in capitals."""
        text = line.text.strip()
        letters = [character for character in text if character.isalpha()]
        if len(letters) < 2 or _LEADERS.search(text):
            return None
        capitals = (
            len(letters) >= 6 and all(character.isupper() for character in letters) and letters[0].lower() != letters[0]
        )
        big = line.size >= _BIG * self._form.size
        bold = line.bold and not self._form.bold and line.size >= _NOTE * self._form.size
        capitals = capitals and line.size >= _NOTE * self._form.size and not text.endswith((",", ";"))
        if not (big or bold or capitals):
            return None
        size = line.size if big else self._form.size
        return Style(round(size * 2) / 2, line.bold, capitals and not big)

    def _level(self, indent: float) -> int:
        """Return the level of an item by its indent among the items before it."""
        step = _INDENT * self._form.size
        while self._indents and self._indents[-1] > indent + step:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent - step:
            self._indents.append(indent)
        return len(self._indents)

    def _continued_level(self, before: _Open | None, line: Piece) -> int | None:
        """Return the level of the item that a new paragraph goes on with, by its indent."""
        if before is None or before.level is None or before.kind not in ("item", "paragraph"):
            return None
        edge = max(before.lefts) if before.kind == "item" else before.lefts[0]
        sign = before.edges[0] + (self._indents[-1] if self._indents else 0.0)
        return (
            before.level if line.left > sign + _INDENT * line.size and abs(line.left - edge) <= 2 * line.size else None
        )

    def _close(self) -> None:
        done, self._open = self._open, None
        if done is None:
            return
        text, links = self._wording.text(done.lines, done.skip)
        if not text:
            return
        kind, level, style = done.kind, done.level, done.style
        if kind == "heading" and (
            len(text) > _LONGEST_HEADING or (text.endswith((".", ";", ",")) and done.last.size < _BIG * self._form.size)
        ):
            item = self._signs.find(text)
            kind, style = ("item" if item else "paragraph"), None
            level = self._level(done.lines[0].left - done.edges[0]) if item else None
        paragraph = Paragraph(text, kind, level, links)
        self._done.append((paragraph.after(done.sign) if done.sign else paragraph, style))

    def _row(self, row: Row) -> None:
        parts = [self._wording.text(lines) for _, lines in row.cells]
        paragraph = cells(parts, (column for column, _ in row.cells))
        if paragraph.text:
            self._done.append((paragraph, None))
        self._indents = []

    def _note_lines(self, flow: Flow) -> list[Piece]:
        """Return the lines of the notes at the foot of a flow: smaller than the text, the first one with a sign."""
        tail: list[Piece] = []
        for part in reversed(flow.parts):
            if not isinstance(part, Piece) or part.size > _NOTE * self._form.size:
                break
            tail.insert(0, part)
        for number, line in enumerate(tail):
            if _NOTE_SIGN.match(line.text) and (is_raised(line, _first(line)) or _NOTE_SIGN.match(line.text)):
                return tail[number:]
        return []

    def _add_notes(self, lines: list[Piece]) -> None:
        groups: list[list[Piece]] = []
        for line in lines:
            if not groups or (_NOTE_SIGN.match(line.text) and _TERMINAL.search(groups[-1][-1].text.rstrip())):
                groups.append([])
            groups[-1].append(line)
        for group in groups:
            text, links = self._wording.text(group)
            note = Paragraph(text, links=links)
            if sign := _NOTE_SIGN.match(note.text):
                self._notes.append(note.part(sign.end(), len(note.text)).after(f"[{sign[1]}] "))
            else:
                self._notes.append(note)


def _first_word(line: Piece) -> float:
    """Return the width of the first word of a line."""
    first = _first(line)
    end = next((at for at in range(first, len(line.glyphs)) if line.glyphs[at].text.isspace()), len(line.glyphs))
    word = line.glyphs[first:end]
    return max(glyph.right for glyph in word) - min(glyph.left for glyph in word) if word else 0.0


def _first(line: Piece) -> int:
    return next((number for number, glyph in enumerate(line.glyphs) if not glyph.text.isspace()), 0)


def _parts(sign: Sign, ended: bool, before: _Open) -> bool:
    """Tell whether the sign of an item begins a paragraph: a bullet does, a number or dash only after an end."""
    if sign.bullet and sign.label not in "–—-*":
        return True
    return ended or before.kind == "item" or before.last.text.rstrip().endswith((",", " and", " or"))


def _block(parts: Sequence[Piece | Row], number: int, pitch: float) -> _Block:
    """Return the lines around one that stand close together and begin at the same place."""
    line = parts[number]
    assert isinstance(line, Piece)
    left, rights = line.left, [line.right]
    for step in (-1, 1):
        at, near = number + step, line
        while 0 <= at < len(parts):
            other = parts[at]
            if (
                not isinstance(other, Piece)
                or abs(other.size - line.size) > ALIKE * line.size
                or abs(other.left - line.left) > _INDENT * line.size
            ):
                break
            if not 0 < (near.base - other.base) * step <= _PARTED * pitch * line.size:
                break
            left = min(left, other.left)
            rights.append(other.right)
            near = other
            at += step
    right = max(rights)
    return _Block(left, right, len(rights), sum(each >= right - _RAGGED * line.size for each in rights))
