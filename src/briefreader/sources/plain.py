"""Reads plain text files: header lines, and paragraphs that are wrapped or stand on one line each."""

import re
from typing import NamedTuple

from briefreader.model import Document
from briefreader.sentences import sentences
from briefreader.sources import cleaning, frontmatter, line_wraps, page_furniture
from briefreader.sources.assembly import MAX_TITLE_PARAGRAPH, Draft
from briefreader.sources.paragraph import Paragraph


class Content(NamedTuple):
    """The header lines (keys in lower case), the title and the paragraphs of a plain text.

    `removed` are sentences about the page numbers and running heads that were taken out.
    """

    header: dict[str, str]
    title: str
    paragraphs: list[Paragraph]
    removed: list[str]


_HEADER = re.compile(
    r"(title|subject|headline|date|published|source|publisher|author|url|link|source url)\s*:\s+(\S.*)", re.IGNORECASE
)
# Lines above the title of a release.
_ABOVE_TITLE = re.compile(
    r"(?:for )?immediate release\W*|(?:press|news|media) (?:release|note|statement)\W*"
    r"|(?:\w+day,? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? (?:19|20)\d\d",
    re.IGNORECASE,
)
_LINES_ABOVE = 4


def read(text: str, name: str) -> Document:
    """Return the document of a cleaned plain text; header lines count as front matter, which outranks them."""
    front = frontmatter.read(text)
    found = content(front.body, titled=bool(front.values.get("title")))
    draft = Draft(name, title=found.title, paragraphs=found.paragraphs)
    draft.removed += found.removed
    draft.unsure += front.unsure
    draft.state({**found.header, **front.values})
    return draft.document()


def content(text: str, titled: bool = False) -> Content:
    """Return the content of a cleaned plain text; the title of a text that is `titled` stands in its front matter.

    A line ends a paragraph if the first word of the next line would have fitted into it.
    """
    lines = text.split("\n")
    header, start = _header(lines)
    freed = page_furniture.without(line_wraps.single_spaced(line_wraps.lines(lines[start:])))
    paragraphs = line_wraps.paragraphs(freed.lines)
    title = header.get("title") or header.get("subject") or header.get("headline") or ""
    title = title or ("" if titled else _title(paragraphs))
    told = (("page number", freed.numbers), ("running head", freed.heads))
    return Content(header, title, paragraphs, [cleaning.sentence(kind, texts) for kind, texts in told if texts])


def _title(paragraphs: list[Paragraph]) -> str:
    """Return the title, the first short paragraph below the lines about the release, and remove it from the paragraphs.

    A paragraph of several sentences stays in the text, and its first sentence is the title.
    """
    heads = (at for at, each in enumerate(paragraphs[:_LINES_ABOVE]) if not _ABOVE_TITLE.fullmatch(each.text))
    at = next(heads, None)
    if at is None or len(paragraphs[at].text) > MAX_TITLE_PARAGRAPH:
        return ""
    text = paragraphs[at].text
    first, *more = (text[start:end] for start, end in sentences(text))
    return first.removesuffix(".") if more else paragraphs.pop(at).text


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
