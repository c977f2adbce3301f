"""Finds the paragraphs of plain text in its lines, whatever the width at which the lines were wrapped.

Two lines belong to one paragraph if the first word of the second one would not have fitted into the first one, or if a
sentence runs on. The width of a text is that of the lines in which sentences run on.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefreader.sources.plain import hyphenation, text_tables
from briefreader.sources.plain.text_lines import ENDED, FULL, UNSPACED, Line, measured, room, runs_on
from briefreader.sources.structure import list_marks
from briefreader.sources.structure.list_marks import Mark
from briefreader.sources.structure.paragraph import Paragraph

_NARROW, _WIDE = 50, 110  # characters; a text of which no sentence runs on is wrapped at a width between these
_RUNNING = 0.6  # of the width: the line may be full where the sentence runs on
_UNSPACED_WIDTH = 20  # characters; Chinese and Japanese lines are wrapped at more
_HEADING = re.compile(r"(#{1,6})\s+(?=.{0,160}[^\W\d_])([^#].*?)(?:\s+#+)?$")
_UNDERLINE = re.compile(r"(={3,}|-{3,})")
_KOREAN = re.compile("[가-힣]")
_RANGE = re.compile(r"[-–—]\s?\d")
_CUT_RANGE = re.compile(r"\d\s?[-‐‑–]$")
_HYPHENATED = re.compile(r"\w\.?[-‐‑]$")
_LONGEST_HEADING = 160
_RUNNING_WORDS = 4  # spaces of a line after which a small letter continues the sentence, whatever the width
_LISTED = 3  # so many lines and more that all begin with capitals are a list, no sentences


def paragraphs(found: list[Line]) -> list[Paragraph]:
    """Return the paragraphs of the lines of a text, with bullets and the signs of headings and quotations taken off."""
    if not found:
        return []
    wraps = _Wraps(found)
    levels = list_marks.Levels()
    made: list[Paragraph] = []
    for block in wraps.blocks():
        if table := text_tables.rows([f"{' ' * line.indent}{line.text}" for line in block]):
            levels = list_marks.Levels()
            made += table
            continue
        made += (_paragraph(gathered, underline, wraps, levels) for gathered, underline in wraps.unwrapped(block))
    return _headed([paragraph for paragraph in _numbered(made) if paragraph.text])


def _paragraph(block: list[Line], underline: str, wraps: "_Wraps", levels: list_marks.Levels) -> Paragraph:
    first = block[0]
    if underline:
        return Paragraph(wraps.joined(block), "heading", 1 if underline == "=" else 2)
    if len(block) == 1 and (heading := _HEADING.match(first.text)):
        return Paragraph(" ".join(heading[2].split()), "heading", len(heading[1]))
    if first.quoted:
        return Paragraph(wraps.joined(block), "quote", first.quoted)
    if mark := wraps.mark(first):
        rest = first._replace(text=first.text[mark.length :] if mark.bullet else first.text)
        return Paragraph(wraps.joined([rest, *block[1:]]), "item", levels.level(first.indent, mark))
    continued = levels.continued(min(line.indent for line in block))
    return Paragraph(wraps.joined(block), "paragraph", continued)


class _Wraps:
    """Knows how the lines of one text are wrapped, and joins them."""

    def __init__(self, found: Sequence[Line]) -> None:
        self._lines = found
        self._vocabulary: hyphenation.Vocabulary | None = None
        self._counted = list_marks.counted([line.text for line in found])
        self._dashes = self._listed_dashes()
        marks = (list_marks.find(line.text, self._counted) for line in found)
        self._numbers = {(mark.style, mark.number) for mark in marks if mark}
        running = [
            (one, two)
            for one, two in pairwise(found)
            if not two.gap and one.quoted == two.quoted and runs_on(one.text, two.text) and not self.mark(two)
        ]
        self._width, self._slack = measured(running)
        self._indented = self._has_indented_paragraphs()

    def blocks(self) -> Iterator[list[Line]]:
        """Yield the lines between blank lines; a full line with a blank line inside its sentence ends no block."""
        block: list[Line] = []
        for line in self._lines:
            if block and line.gap and not line.runs_on and not self._broken_by_a_page(block, line):
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _broken_by_a_page(self, block: list[Line], line: Line) -> bool:
        """Tell whether a block ends with a full line in the middle of a sentence that a line continues."""
        last = block[-1]
        if _HYPHENATED.search(last.text) and line.text[0].islower():
            return True
        if not 0 < last.width <= self._width or room(last, line) <= self._width or line.indent > last.indent:
            return False
        if self.mark(line) or line.text.isupper():
            return False
        ends = last.text[-1].isalnum() or last.text[-1] == ","
        return runs_on(last.text, line.text) or (
            self._slack == 1 and len(block) > 2 and ends and line.text[0].isalpha()
        )

    def mark(self, line: Line) -> Mark | None:
        """Return the mark of a list item at the head of a line."""
        mark = list_marks.find(line.text, self._counted)
        if mark and mark.style in "–—" and line not in self._dashes:
            return None
        return mark

    def _listed_dashes(self) -> frozenset[Line]:
        """Return the lines whose first dash is a bullet: one of several in a row, or the first after a colon."""
        listed: set[Line] = set()
        before: Line | None = None
        for line in self._lines:
            if line.text[:1] in "–—" and line.text[1:2].isspace():
                if before and (before.text[:1] == line.text[:1] or before.text.endswith(":")):
                    listed.update((before, line) if before.text[:1] == line.text[:1] else (line,))
                before = line
            elif line.gap or not before or before.text[:1] not in "–—":
                before = line
        return frozenset(listed)

    def _has_indented_paragraphs(self) -> bool:
        """Tell whether the first line of each paragraph is indented; in a list it is the other way round."""
        indented = [
            (one, two)
            for one, two in pairwise(self._lines)
            if not two.gap and two.indent >= one.indent + 2 and not self.mark(one)
        ]
        return sum(runs_on(one.text, two.text) for one, two in indented) * 10 <= len(indented) > 0

    def joined(self, block: Sequence[Line]) -> str:
        """Return the lines of a paragraph as one line."""
        if len(block) == 1:
            return " ".join(block[0].text.split())
        if self._vocabulary is None:
            self._vocabulary = hyphenation.vocabulary([line.text for line in self._lines])
        return hyphenation.joined([line.text for line in block], self._vocabulary)

    def unwrapped(self, block: list[Line]) -> Iterator[tuple[list[Line], str]]:
        """Yield the lines of each paragraph of a block, and the sign by which it is underlined as a heading."""
        width = self._width_of(block)
        margin = min(line.indent for line in block)
        gathered: list[Line] = []
        numbers: dict[str, int] = {}
        for at, line in enumerate(block):
            if gathered and (underline := _UNDERLINE.fullmatch(line.text)) and _is_heading(gathered, underline[0]):
                yield gathered, underline[0][0]
                gathered = []
                continue
            mark = self.mark(line)
            near = block[max(0, at - 3) : at] + block[at + 1 : at + 4] if mark or line.text[0] in "–—" else []
            if gathered and self._parts(gathered, line, mark, near, width, margin, numbers):
                yield gathered, ""
                gathered = []
            if mark and not gathered:
                numbers[mark.style] = mark.number
            gathered.append(line)
        if gathered:
            yield gathered, ""

    def _width_of(self, block: list[Line]) -> int:
        """Return the width at which a block is wrapped, 0 where each of its lines is a paragraph."""
        widest = max(line.width for line in block)
        if self._width and widest <= 1.1 * self._width:
            return self._width
        if len(block) > 1 and all(UNSPACED.match(line.text[-1]) for line in block[:-1]):
            return widest if widest >= _UNSPACED_WIDTH else 0
        if len(block) > _LISTED and all(_opens(line.text) for line in block[1:]):
            return 0
        narrow = _NARROW // 2 if _KOREAN.search(block[0].text) else _NARROW  # its letters are as wide as two
        return widest if narrow <= widest <= _WIDE else 0

    def _parts(
        self,
        gathered: list[Line],
        line: Line,
        mark: Mark | None,
        near: list[Line],
        width: int,
        margin: int,
        numbers: dict[str, int],
    ) -> bool:
        """Tell whether a line begins a new paragraph after the lines gathered; `near` are the lines around it."""
        before = gathered[-1]
        if line.runs_on:
            return False
        if line.quoted != before.quoted or _HEADING.match(line.text) or _HEADING.match(before.text):
            return True
        if _UNDERLINE.fullmatch(line.text) or _UNDERLINE.fullmatch(before.text):
            return True
        ended = ENDED.search(before.text) is not None
        length = room(before, line)
        full = width > 0 and (length > width if width == self._width and self._slack == 1 else length >= FULL * width)
        item = self.mark(gathered[0])
        if _is_range(before.text, line.text) and not any(other.text[:2] == line.text[:2] for other in near):
            return False
        if mark:
            return not (full and not ended and self._is_inside(gathered, line, mark, near, numbers))
        if item and line.indent > gathered[0].indent and line.text[0].islower() and before.text[-1] in ",;":
            return False  # it hangs below the text of its item
        if item and len(gathered) == 1 and len(before.text) == item.length:
            return False  # the mark stands on a line of its own
        if (line.quoted and runs_on(before.text, line.text)) or (
            _HYPHENATED.search(before.text) and line.text[0].isalnum()
        ):
            return False
        single = len(gathered) == 1
        if line.indent > margin and self._indented and not (item and single) and before.indent < line.indent + single:
            return True
        if full and not (self._slack == 1 and before.width > 1.05 * width):
            return False
        if not runs_on(before.text, line.text):
            return True
        return length < _RUNNING * width if width else before.text.count(" ") < _RUNNING_WORDS

    def _is_inside(
        self, gathered: list[Line], line: Line, mark: Mark, near: list[Line], numbers: dict[str, int]
    ) -> bool:
        """Tell whether the mark at the head of a line is a word or a dash of the sentence that the line continues."""
        item = self.mark(gathered[0])
        if item and item.style == mark.style:
            return False
        if not mark.bullet:
            first = mark.number == 1 and (mark.style, 2) not in self._numbers
            return first or mark.number != numbers.get(mark.style, 0) + 1
        following = line.text[mark.length :]
        if mark.style not in "-–—" or not following:
            return False
        if gathered[-1].text[-1].isdigit():
            return following[0].isdigit()
        return line.indent <= gathered[-1].indent and not any(other.text.startswith(f"{mark.style} ") for other in near)


def _opens(text: str) -> bool:
    """Tell whether a line begins with a capital or a number."""
    return text[0].isupper() or text[0].isdigit()


def _is_range(before: str, after: str) -> bool:
    """Tell whether a line break stands beside the dash between two numbers: "6" and "- 8 May", "2024-" and "25"."""
    if _CUT_RANGE.search(before):
        return after[0].isdigit()
    return before[-1].isdigit() and not before.isdigit() and _RANGE.match(after) is not None


def _is_heading(gathered: list[Line], underline: str) -> bool:
    length = max(len(line.text) for line in gathered)
    return len(gathered) <= 2 and length <= _LONGEST_HEADING and (underline[0] == "=" or len(underline) >= length // 2)


def _numbered(made: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs, with a number that stands alone joined to the paragraph after it."""
    number: Paragraph | None = None
    for paragraph in made:
        if number is not None:
            if paragraph.kind == "paragraph":
                paragraph = number._replace(text=f"{number.text} {paragraph.text}".strip())
            else:
                yield number
        number = None
        mark = list_marks.find(paragraph.text) if paragraph.kind == "item" else None
        if paragraph.kind == "item" and (not paragraph.text or (mark and mark.length == len(paragraph.text))):
            number = paragraph
        else:
            yield paragraph
    if number is not None:
        yield number


def _headed(made: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs, with a line in capitals between two paragraphs of prose as a heading."""
    for at in range(1, len(made) - 1):
        paragraph = made[at]
        if paragraph.kind == "paragraph" and _is_prose(made[at - 1]) and _is_prose(made[at + 1]):
            letters = [sign for sign in paragraph.text if sign.isalpha()]
            short = len(letters) >= 4 and len(paragraph.text) <= 80 and not ENDED.search(paragraph.text)
            if short and all(sign.isupper() for sign in letters):
                made[at] = paragraph._replace(kind="heading", level=2)
    return made


def _is_prose(paragraph: Paragraph) -> bool:
    return paragraph.kind in ("paragraph", "item") and len(paragraph.text) > 80 and bool(ENDED.search(paragraph.text))
