"""Parts a block of a web page at those line breaks that part paragraphs and items of lists."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from briefreader.sources.structure import list_marks
from briefreader.sources.structure.paragraph import Paragraph, Piece, joined

LINE: Piece = (" ", None)
"""A piece that marks the next line; it is told by identity."""
_LONGEST_NUMBER = 6
BULLET = re.compile(r"[•‣▪◦●○■□▸►⁃](?=[\s\w“\"'(])\s*|·\s+")


def split(pieces: list[Piece], mark: Piece) -> Iterator[list[Piece]]:
    """Yield the pieces between marks."""
    part: list[Piece] = []
    for piece in pieces:
        if piece is mark:
            yield part
            part = []
        else:
            part.append(piece)
    yield part


def parts(pieces: list[Piece], items: frozenset[str]) -> Iterator[list[Piece]]:
    """Yield the pieces of each part between empty lines, of each line that begins with a bullet or is in `items`."""
    part: list[Piece] = []
    breaks = 0
    rest = iter(_texts(pieces)[1:] if items else ())
    line = ""
    for piece in pieces:
        if piece is LINE:
            breaks += 1
            line = next(rest, "")
        elif piece[0] and not piece[0].isspace():
            if breaks > 1 or (breaks and (line in items or BULLET.match(piece[0].lstrip()))):
                yield part
                part = []
            breaks = 0
        part.append(piece)
    yield part


def _texts(pieces: list[Piece]) -> list[str]:
    """Return the texts of the lines of a block."""
    return [joined(line)[0] for line in split(pieces, LINE)]


def listed(pieces: list[Piece]) -> frozenset[str]:
    """Return the lines of a block that are items of a list: several with dashes, or with numbers that count on."""
    if not any(piece is LINE for piece in pieces):
        return frozenset()
    marks = {line: mark for line in _texts(pieces) if (mark := list_marks.find(line))}
    known = Counter(mark.style for mark in marks.values() if mark.bullet)
    numbers = {(mark.style, mark.number) for mark in marks.values()}
    return frozenset(
        line
        for line, mark in marks.items()
        if mark.length < len(line)
        and (known[mark.style] > 1 if mark.bullet else {(mark.style, mark.number + step) for step in (-1, 1)} & numbers)
    )


def with_numbers(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs, with a number that stands alone ("1.") put before the paragraph after it as an item."""
    number: Paragraph | None = None
    for paragraph in paragraphs:
        if number is not None and paragraph.kind == "paragraph" and not _is_number(paragraph.text):
            paragraph = paragraph.after(f"{number.text} ")._replace(kind="item", level=paragraph.level or 1)
        elif number is not None:
            yield number
        number = None
        if paragraph.kind == "paragraph" and _is_number(paragraph.text):
            number = paragraph
        else:
            yield paragraph
    if number is not None:
        yield number


def _is_number(text: str) -> bool:
    return (
        len(text) <= _LONGEST_NUMBER
        and (mark := list_marks.find(text)) is not None
        and not mark.bullet
        and mark.length == len(text)
    )
