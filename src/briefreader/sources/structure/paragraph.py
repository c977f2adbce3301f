"""Defines a paragraph of a text with its kind and its links, and builds its text from pieces."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefreader.model import Block, BlockKind, Link
from briefreader.text import clean

BETWEEN_CELLS = " | "
MOST_COLUMNS = 200
"""The largest number of columns of a table; a row of Markdown has a sign for each, however many are empty."""
Piece = tuple[str, str | None]
"""A piece of a text and the address to which it leads."""


class Paragraph(NamedTuple):
    """A paragraph of cleaned text on one line; the offsets of `links` count in its text.

    Kind, level, columns and strong are those of `model.Block`.
    """

    text: str
    kind: BlockKind = "paragraph"
    level: int | None = None
    links: tuple[Link, ...] = ()
    columns: tuple[int, ...] = ()
    strong: bool = False

    def part(self, start: int, end: int) -> "Paragraph":
        """Return the paragraph of a part of the text, with the links inside the part."""
        links = tuple(
            Link(max(link.start, start) - start, min(link.end, end) - start, link.url)
            for link in self.links
            if link.start < end and link.end > start
        )
        return self._replace(text=self.text[start:end], links=links)

    def after(self, beginning: str) -> "Paragraph":
        """Return the paragraph with a text put before its own."""
        shift = len(beginning)
        links = tuple(Link(link.start + shift, link.end + shift, link.url) for link in self.links)
        return self._replace(text=beginning + self.text, links=links)

    def block(self, start: int) -> Block:
        """Return the block of the paragraph at an offset of the whole text."""
        return Block(start, start + len(self.text), self.kind, self.level, self.columns, self.strong)


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[Link, ...]]:
    """Return the text of pieces on one line, cleaned, and the links of the pieces that have an address.

    A run of white space is one space, also across pieces; neighbouring pieces with the same address are one link.
    """
    parts: list[str] = []
    links: list[Link] = []
    length = 0
    spaced = True
    for raw, url in pieces:
        piece = clean(raw)
        words = piece.split()
        if not words:
            if piece and not spaced:
                parts.append(" ")
                length += 1
                spaced = True
            continue
        if piece[0].isspace() and not spaced:
            parts.append(" ")
            length += 1
        text = " ".join(words)
        parts.append(text)
        if url:
            start = length
            if links and links[-1].url == url and start - links[-1].end <= 1:
                start = links.pop().start
            links.append(Link(start, length + len(text), url))
        length += len(text)
        spaced = piece[-1].isspace()
        if spaced:
            parts.append(" ")
            length += 1
    text = "".join(parts).rstrip(" ")
    # A mark at the beginning of a piece may combine with the letter before it.
    return (text, tuple(links)) if clean(text) == text else (" ".join(clean(text).split()), ())


def cells(parts: Iterable[tuple[str, tuple[Link, ...]]], columns: Iterable[int]) -> Paragraph:
    """Return the row of a table from the text and the links of its cells and their columns; empty cells are left out.

    The row is a plain paragraph where a cell has the sign between cells in its own text, or there are too many columns.
    """
    texts: list[str] = []
    links: list[Link] = []
    kept: list[int] = []
    length = 0
    for (text, found), column in zip(parts, columns, strict=True):
        if text:
            links += (Link(link.start + length, link.end + length, link.url) for link in found)
            texts.append(text)
            kept.append(column)
            length += len(text) + len(BETWEEN_CELLS)
    row = BETWEEN_CELLS.join(texts)
    if row.count(BETWEEN_CELLS) >= len(texts) or (kept and kept[-1] >= MOST_COLUMNS):
        return Paragraph(row, links=tuple(links))
    return Paragraph(row, "row", None, tuple(links), tuple(kept))


def nested(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs with no item deeper than one level below the item before it, as lists are written.

    A paragraph continues an item only if it follows one.
    """
    depth = 0
    for paragraph in paragraphs:
        level = paragraph.level
        if paragraph.kind == "item":
            depth = min(level or 1, depth + 1)
            yield paragraph if level == depth else paragraph._replace(level=depth)
        elif paragraph.kind == "paragraph" and level is not None:
            depth = min(level, depth)
            yield paragraph if level == depth else paragraph._replace(level=depth or None)
        else:
            depth = 0
            yield paragraph
