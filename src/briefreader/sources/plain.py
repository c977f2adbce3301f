"""Reads plain text files: header lines, and paragraphs that are wrapped or stand on one line each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.model import Document
from briefreader.sentences import sentences
from briefreader.sources import frontmatter
from briefreader.sources.assembly import MAX_TITLE_PARAGRAPH, Draft
from briefreader.sources.paragraph import Paragraph
from briefreader.text import clean_line


class Content(NamedTuple):
    """The header lines (keys in lower case), the title and the paragraphs of a plain text."""

    header: dict[str, str]
    title: str
    paragraphs: list[Paragraph]


_HEADER = re.compile(
    r"(title|subject|headline|date|published|source|publisher|author|url|link|source url)\s*:\s+(\S.*)", re.IGNORECASE
)
_EMPTY_LINES = re.compile(r"\n{3,}")
_ITEM = re.compile(r"(?:[-*•‣▪◦·–]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+", re.IGNORECASE)
_BULLET = re.compile(r"[-*•‣▪◦·]\s+")
# Lines above the title of a release.
_ABOVE_TITLE = re.compile(
    r"(?:for )?immediate release\W*|(?:press|news|media) (?:release|note|statement)\W*"
    r"|(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? (?:19|20)\d\d",
    re.IGNORECASE,
)
_LINES_ABOVE = 4
_NARROW, _WIDE = 50, 110  # characters; text is wrapped at a width between these


def read(text: str, name: str) -> Document:
    """Return the document of a cleaned plain text; header lines count as front matter, which outranks them."""
    front = frontmatter.read(text)
    found = content(front.body)
    draft = Draft(name, title=found.title, paragraphs=found.paragraphs, unsure=list(front.unsure))
    draft.state({**found.header, **front.values})
    return draft.document()


def content(text: str) -> Content:
    """Return the content of a cleaned plain text.

    A block between blank lines is one paragraph if its lines are wrapped. A line ends a paragraph if the first word of
    the next line would have fitted into it.
    """
    lines = _EMPTY_LINES.sub("\n\n", text).split("\n")
    header, start = _header(lines)
    paragraphs = [line for block in _blocks(lines[start:]) for line in _unwrapped(block)]
    title = header.get("title") or header.get("subject") or header.get("headline") or ""
    title = title or _title(paragraphs)
    return Content(header, title, [Paragraph(clean_line(text)) for text in paragraphs])


def _title(paragraphs: list[str]) -> str:
    """Return the title, the first short paragraph below the lines about the release, and remove it from the paragraphs.

    A paragraph of several sentences stays in the text, and its first sentence is the title.
    """
    at = next((at for at, text in enumerate(paragraphs[:_LINES_ABOVE]) if not _ABOVE_TITLE.fullmatch(text)), None)
    if at is None or len(paragraphs[at]) > MAX_TITLE_PARAGRAPH:
        return ""
    first, *more = (paragraphs[at][start:end] for start, end in sentences(paragraphs[at]))
    return first.removesuffix(".") if more else paragraphs.pop(at)


def _header(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the header lines and the number of the first line below them; a single header line must hold the title."""
    header: dict[str, str] = {}
    at = 0
    while at < len(lines) and not lines[at].strip():
        at += 1
    start = at
    while at < len(lines) and (match := _HEADER.fullmatch(lines[at].strip())):
        header.setdefault(match[1].lower().replace(" ", "_"), match[2])
        at += 1
    titled = not header.keys().isdisjoint(("title", "subject", "headline"))
    return (header, at) if titled or len(header) > 1 else ({}, start)


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for raw in lines:
        line = raw.strip()
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _unwrapped(block: list[str]) -> Iterator[str]:
    if len(block) == 1:
        yield _BULLET.sub("", block[0], count=1)
        return
    width = max(map(len, block))
    wrapped = _NARROW <= width <= _WIDE
    gathered: list[str] = []
    before = ""
    for line in block:
        room = len(before) + 1 + len(line.split(" ", 1)[0])
        if gathered and (not wrapped or room < 0.8 * width or _ITEM.match(line)):
            yield " ".join(gathered)
            gathered = []
        gathered.append(line if gathered else _BULLET.sub("", line, count=1))
        before = line
    yield " ".join(gathered)
