"""Finds the headers, footers and page numbers that repeat on the pages of a document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from briefreader.sources.pdf.lines import Piece, merged
from briefreader.text import clean_line

_EDGE = 4  # lines at the top and at the bottom of a page that may be furniture
_SAME = 3.0  # points; a header stands at the same height on all pages
_FEW = 6  # pages; in a document of more a header stands on three pages at least, else on two
_NUMBER = re.compile(
    r"[-–—\s|]*(?:(?:page|seite|p\.|стр\.)\s*)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:/|of|von|sur|de|из)\s*\d{1,4})?[-–—\s|]*",
    re.I,
)
_SENTENCE = re.compile(r"[a-z].*|.*[.;:,]")  # such a line is a header only if it is on half of the pages
_BIG = 1.1  # sizes of the text; type of this size is that of a heading
_APART = 1.3  # sizes of the type; the least distance of a lone page number from the text


class Furniture(NamedTuple):
    """The pieces of each page without furniture, and the headers, footers and page numbers that were taken out."""

    pages: list[list[Piece]]
    headers: list[str]
    numbers: list[str]


class _Line(NamedTuple):
    parts: tuple[Piece, ...]
    text: str
    base: float
    key: str


def separate(pages: Sequence[list[Piece]]) -> Furniture:
    """Return the pages without furniture; a line goes only if all lines between it and the edge go too."""
    edges = [(list(_edge(page)), list(_edge(page[::-1]))) for page in pages]
    repeated = Counter(
        key
        for tops, bottoms in edges
        for key in {(line.key, side) for side, lines in enumerate((tops, bottoms)) for line in lines}
    )
    heights: dict[tuple[str, int], list[float]] = {}
    for both in edges:
        for side, lines in enumerate(both):
            for line in lines:
                heights.setdefault((line.key, side), []).append(line.base)
    least = 2 if len(pages) <= _FEW else 3
    offset = _offset(edges)
    size = median(part.size for page in pages for part in page) if any(pages) else 0.0
    headers: list[str] = []
    numbers: list[str] = []
    kept: list[list[Piece]] = []
    for index, (page, both) in enumerate(zip(pages, edges, strict=True)):
        gone: set[int] = set()
        for side, lines in enumerate(both):
            before = 0  # the number of pages that have the header above
            for at, line in enumerate(lines):
                count = repeated[line.key, side]
                if _is_number(line, lines, at, index, offset):
                    numbers.append(line.text)
                elif (line.parts[0].size < _BIG * size and _counts(line, index, offset)) or (
                    count >= max(least, before / 2)
                    and any(character.isalpha() for character in line.key)
                    and (not _SENTENCE.fullmatch(line.text) or count * 2 > len(pages))
                    and _steady(line, heights[line.key, side], least)
                ):
                    headers.append(line.text)
                    before = count
                else:
                    break
                gone.update(map(id, line.parts))
        kept.append([part for part in page if id(part) not in gone])
    if not any(kept):  # all pages are the same, and nothing else tells the text from a header
        return Furniture(list(pages), [], [])
    return Furniture(kept, headers, numbers)


def _edge(page: list[Piece]) -> Iterator[_Line]:
    """Yield the first lines of a page that is sorted by height."""
    lines: list[list[Piece]] = []
    for part in page:
        if lines and abs(lines[-1][0].base - part.base) <= 0.3 * part.size:
            lines[-1].append(part)
        elif len(lines) > _EDGE:
            break
        else:
            lines.append([part])
    for line in lines[:_EDGE]:
        text = clean_line(merged(line).text)
        yield _Line(tuple(line), text, line[0].base, re.sub(r"\d+", "#", text).casefold())


def _steady(line: _Line, heights: list[float], least: int) -> bool:
    return sum(abs(height - line.base) <= _SAME for height in heights) >= least


def _counts(line: _Line, index: int, offset: int | None) -> bool:
    """Tell whether the first or the last word of a short line is the number of its page."""
    words = line.text.split()
    if offset is None or not 1 < len(words) <= 16 or line.text.endswith((".", ",", ";", ":")):
        return False
    begins = words[0] == str(index + offset) and line.parts[0].glyphs[0].font.size == line.parts[0].size
    return begins or words[-1] == str(index + offset)


def _offset(edges: Sequence[tuple[list[_Line], list[_Line]]]) -> int | None:
    """Return the difference between most page numbers and the index of their page, None where no two pages agree."""
    found: Counter[int] = Counter()
    for index, both in enumerate(edges):
        found.update({number - index for lines in both for number in _numbers(lines)})
    best = found.most_common(1)
    return best[0][0] if best and (best[0][1] > 1 or len(edges) == 1 or best[0][0] == 1) else None


def _numbers(lines: list[_Line]) -> Iterator[int]:
    """Yield the numbers that may be that of the page: those that are a line, or end or begin the outermost line."""
    for line in lines:
        if (match := _NUMBER.fullmatch(line.text)) and match[1].isdigit():
            yield int(match[1])
    words = lines[0].text.split() if lines else []
    yield from {int(word) for word in (words[:1] + words[-1:]) if len(words) > 1 and word.isdigit() and len(word) <= 4}


def _is_number(line: _Line, lines: list[_Line], at: int, index: int, offset: int | None) -> bool:
    """Tell whether a line is the number of its page: it counts with the pages and stands apart from the text."""
    match = _NUMBER.fullmatch(line.text)
    if not match:
        return False
    if match[1].isdigit() and (offset is None or int(match[1]) - index != offset):
        return False
    if not match[1].isdigit() and not (len(line.text) <= 6 and at == 0):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    return below is None or abs(below.base - line.base) >= _APART * line.parts[0].size
