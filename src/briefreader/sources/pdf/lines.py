"""Puts the glyphs of a page together to pieces of lines, whatever the order in which they were drawn."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from briefreader.sources.pdf.glyphs import Glyph, Rule

_SPACE = 0.1
"""The gap between two letters that parts words, in sizes of the type; kerning is below it, the least space is 0.2."""
GAP = 0.9
"""The gap that parts two pieces of a line, in sizes of the type."""
_LEVEL = 0.3  # sizes of the type; the difference of baselines in one line
_RAISED = 0.7  # sizes of the type; the greatest rise of a raised or lowered sign
_SMALL = 0.85  # part of the size of the line, below which a raised sign is small
_TRACKED = 5  # the least number of letters of a word whose letters are set apart
MARKER = re.compile(
    r"[•‣▪◦●○■□◆➢➤✓·–—*-]"
    r"|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)]|\((?:\d{1,3}|[A-Z]|[IVXL]{1,6})\)|[A-Z][.)]|[IVXL]{2,6}[.)]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\.?"
)
"""The sign or number of a list item."""
BARE = re.compile(r"\d{1,2}|[a-z]|[ivx]{1,4}")
"""A number of a list item without a dot; a wide gap follows it."""
WIDE = "\u2003"
"""The space after such a number, which no other text has."""
_WIDEST = 2.2  # sizes of the type; the greatest gap after such a number
_LEAST_WIDE = 0.6  # sizes of the type
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


class Piece(NamedTuple):
    """A part of a line without wide gaps; `glyphs` include spaces. `size` is that of most letters."""

    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    base: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """The text with its spaces."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def is_right_to_left(self) -> bool:
        """Tell whether most letters are Arabic or Hebrew."""
        text = self.text
        return len(_RIGHT_TO_LEFT.findall(text)) * 2 > len(_LETTER.findall(text))


def pieces(glyphs: Sequence[Glyph], rules: Iterable[Rule]) -> list[Piece]:
    """Return the pieces of the lines of a page from top to bottom and left to right.

    A vertical rule between two letters parts them. A list item's sign is one piece with the text after it.
    """
    walls = sorted(
        (rule for rule in rules if rule.right - rule.left < rule.top - rule.bottom), key=lambda each: each.left
    )
    runs = sorted(_runs(glyphs), key=lambda run: (-run.base, run.left))
    parts = [piece for line in _levels(runs) for piece in _joined(line, walls)]
    return sorted(parts, key=lambda piece: (-piece.base, piece.left))


def piece(glyphs: Sequence[Glyph]) -> Piece:
    """Return the piece of glyphs in reading order."""
    marks = [glyph for glyph in glyphs if not glyph.text.isspace()] or list(glyphs)
    weights: dict[float, int] = {}
    for glyph in marks:
        weights[glyph.font.size] = weights.get(glyph.font.size, 0) + 1
    size = max(weights, key=lambda each: (weights[each], each))
    letters = [glyph for glyph in marks if glyph.text.isalnum()] or marks
    base = median(glyph.base for glyph in marks if glyph.font.size == size)
    bold = all(glyph.font.bold for glyph in letters)
    left, right = min(glyph.left for glyph in marks), max(glyph.right for glyph in marks)
    return Piece(tuple(glyphs), left, right, base, size, bold)


def merged(parts: Sequence[Piece]) -> Piece:
    """Return one piece of the pieces of a line, in the direction of their script."""
    if len(parts) == 1:
        return parts[0]
    backwards = sum(part.is_right_to_left for part in parts) * 2 > len(parts)
    glyphs: list[Glyph] = []
    for part in sorted(parts, key=lambda each: each.left, reverse=backwards):
        if glyphs:
            glyphs.append(_blank(glyphs[-1]))
        glyphs += part.glyphs
    return piece(glyphs)


def _blank(before: Glyph) -> Glyph:
    return before._replace(text=" ", left=before.right, url=None)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[Piece]:
    """Yield runs of glyphs that follow one another on one baseline, as the file has them."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            if any(not each.text.isspace() for each in run):
                yield piece(run)
            run = []
        if run and glyph.text == run[-1].text and abs(glyph.left - run[-1].left) < 0.15 * glyph.font.size:
            continue  # the letter again, a little aside: a way to print bold
        run.append(glyph)
    if any(not each.text.isspace() for each in run):
        yield piece(run)


def _follows(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.font.size, glyph.font.size)
    if abs(before.base - glyph.base) > 0.1 * size or before.font.size != glyph.font.size:
        return False
    if _RIGHT_TO_LEFT.search(glyph.text) or (_RIGHT_TO_LEFT.search(before.text) and not glyph.text.isalnum()):
        return -0.3 * size <= before.left - glyph.right <= 0.6 * size
    return -0.3 * size <= glyph.left - before.right <= 0.6 * size


def _levels(runs: list[Piece]) -> Iterator[list[Piece]]:
    """Yield the runs of each line; small signs that are raised or lowered belong to the line beside them."""
    lines: list[list[Piece]] = []
    small: list[Piece] = []
    for run in runs:
        near = next(
            (
                line
                for line in reversed(lines[-3:])
                if abs(line[0].base - run.base) <= _LEVEL * min(line[0].size, run.size)
            ),
            None,
        )
        if near is not None and near[0].size * _SMALL <= run.size <= near[0].size / _SMALL:
            near.append(run)
        elif len(run.text) <= 6:
            small.append(run)
        else:
            lines.append([run])
    lines.sort(key=lambda line: -line[0].base)
    heights = [-line[0].base for line in lines]  # of the run that each line began with
    for line in lines:
        line.sort(key=lambda run: run.left)
    lefts = [[run.left for run in line] for line in lines]
    added: list[list[Piece]] = [[] for _ in lines]
    alone: list[Piece] = []
    for run in small:
        at = bisect_right(heights, -run.base)
        near_by = range(max(0, at - 3), min(len(lines), at + 3))
        found = next((number for number in near_by if _is_beside(run, lines[number], lefts[number])), None)
        if found is None:
            found = next((each for each in near_by if abs(heights[each] + run.base) < _LEVEL * run.size), None)
        if found is None:
            alone.append(run)
        else:
            added[found].append(run)
    yield from (line + more for line, more in zip(lines, added, strict=True))
    together: list[Piece] = []
    for run in alone:  # from top to bottom
        if together and abs(together[0].base - run.base) >= _LEVEL * run.size:
            yield together
            together = []
        together.append(run)
    if together:
        yield together


def _is_beside(run: Piece, line: list[Piece], lefts: list[float]) -> bool:
    """Tell whether a short run touches a run of a line and is a little above or below its baseline.

    The line is sorted by left edges, which are `lefts`.
    """
    at = bisect_right(lefts, run.left)
    return any(
        abs(each.base - run.base) <= _RAISED * each.size
        and run.size <= each.size * 1.05
        and (
            -0.4 * each.size <= run.left - each.right <= GAP * each.size
            or -0.4 * each.size <= each.left - run.right <= GAP * each.size
        )
        for each in line[max(0, at - 2) : at + 2]
    )


def _joined(line: list[Piece], walls: list[Rule]) -> Iterator[Piece]:
    """Yield the pieces of a line, the runs between two wide gaps, with a space between words."""
    line.sort(key=lambda run: run.left)
    size = max(run.size for run in line)
    groups: list[list[Piece]] = []
    right = 0.0  # of the last group
    for run in line:
        gap = run.left - right if groups else 0.0
        marker = bool(groups) and len(groups[-1]) == 1 and MARKER.fullmatch(groups[-1][0].text.strip())
        limit = 4 * size if marker else GAP * size
        if groups and gap <= limit and not _walled(groups[-1][-1].right, run.left, run.base + size / 4, walls):
            groups[-1].append(run)
            right = max(right, run.right)
        else:
            groups.append([run])
            right = run.right
    if len(groups) == 2 and _is_bare_number(*groups):
        number, text = (piece(_glyphs(group, False)) for group in groups)
        blank = _blank(number.glyphs[-1])._replace(text=WIDE)
        yield text._replace(glyphs=(*number.glyphs, blank, *text.glyphs), left=number.left)
        return
    for group in groups:
        backwards = sum(run.is_right_to_left for run in group) * 2 >= len(group)
        whole = piece(_glyphs(group, backwards))
        if len(group) > 1 and MARKER.fullmatch(group[0].text.strip()):  # its type may differ from that of the item
            text = piece(_glyphs(group[1:], backwards))
            whole = whole._replace(size=text.size, bold=text.bold, base=text.base)
        yield whole


def _is_bare_number(first: list[Piece], second: list[Piece]) -> bool:
    """Tell whether the first of the two parts of a line is the number of an item."""
    gap = (min(run.left for run in second) - first[0].right) / second[0].size
    return len(first) == 1 and BARE.fullmatch(first[0].text.strip()) is not None and _LEAST_WIDE <= gap <= _WIDEST


def _glyphs(group: list[Piece], backwards: bool) -> list[Glyph]:
    """Return the glyphs of neighbouring runs with a space between words."""
    glyphs: list[Glyph] = []
    for run in reversed(group) if backwards else group:
        if glyphs and _are_words(glyphs[-1], run.glyphs[0], backwards):
            glyphs.append(_blank(glyphs[-1]))
        glyphs += run.glyphs
    return _respaced(glyphs, backwards)


def _are_words(before: Glyph, glyph: Glyph, backwards: bool) -> bool:
    """Tell whether the gap between two glyphs of a line parts words."""
    if before.text.isspace() or glyph.text.isspace():
        return False
    gap = before.left - glyph.right if backwards else glyph.left - before.right
    unspaced = _UNSPACED.match(before.text) and _UNSPACED.match(glyph.text)
    return gap > (0.6 if unspaced else _SPACE) * max(before.font.size, glyph.font.size)


def _respaced(glyphs: list[Glyph], backwards: bool) -> list[Glyph]:
    """Return glyphs with a space in each gap between words; letters set apart (J O I N T) come together."""
    marks = [glyph for glyph in glyphs if not glyph.text.isspace()]
    gaps = [
        before.left - after.right if backwards else after.left - before.right
        for before, after in pairwise(marks)
        if before.text.isalnum() and after.text.isalnum()
    ]
    limit = 0.0
    words = "".join(glyph.text for glyph in glyphs).split()
    if not backwards and len(gaps) >= _TRACKED - 1 and median(gaps) > _SPACE * marks[0].font.size:
        lone = sum(len(word) == 1 for word in words)
        spaced = any(glyph.text.isspace() for glyph in glyphs)
        if not spaced or lone * 10 >= len(words) * 8:  # else the spaces in the text tell the words
            limit = 1.5 * median(gaps) + 0.1 * marks[0].font.size
    wide = max(0.0, median(gaps)) if gaps else 0.0
    result: list[Glyph] = []
    for glyph in glyphs:
        if limit and glyph.text.isspace():
            continue
        if result and not glyph.text.isspace():
            before = result[-1]
            apart = glyph.left - before.right > limit if limit else _parted(before, glyph, backwards, wide)
            if apart:
                result.append(_blank(before))
        result.append(glyph)
    return result


def _parted(before: Glyph, glyph: Glyph, backwards: bool, wide: float) -> bool:
    """Tell whether two glyphs inside a run are of two words, where `wide` is the usual gap between its letters."""
    gap = before.left - glyph.right if backwards else glyph.left - before.right
    return _are_words(before, glyph, backwards) and gap > 1.5 * wide


def _walled(left: float, right: float, height: float, walls: list[Rule]) -> bool:
    return any(
        left - 1 <= (wall.left + wall.right) / 2 <= right + 1 and wall.bottom <= height <= wall.top for wall in walls
    )
