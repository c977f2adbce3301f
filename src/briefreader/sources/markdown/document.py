"""Reduces Markdown, as people and converters write it, to paragraphs of plain text.

The rules follow CommonMark 0.31 where the words of a text depend on them; layout is dropped. markdown-it-py takes five
times as long, needs 8 s and 1 GB for 10 MB of line breaks, and keeps the broken marks that converters leave.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from briefreader.model import Document
from briefreader.sources.brief import frontmatter
from briefreader.sources.document import page_kind
from briefreader.sources.document.assembly import Draft, stated_address
from briefreader.sources.markdown import inline, visible_text
from briefreader.sources.markdown.markdown_blocks import CELL_MARK, MarkdownBlocks, RawBlock
from briefreader.sources.structure.paragraph import Paragraph, cells


class Content(NamedTuple):
    """The paragraphs of a Markdown text, and the number of the paragraph that is its main heading, None without one."""

    paragraphs: list[Paragraph]
    heading: int | None


_HEADER = re.compile(r"\s*(?:title|date|author|source|url)\s*:\s", re.I)
_EMPTY_LINES = re.compile(r"\n{3,}")
_BLOCK_TAG = re.compile(
    r"(?<!\\)<(/?)(address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]"
    r"|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)(?:\s[^<>]*)?/?>",
    re.I,
)
_MARKS = {"li": "-", **{f"h{level}": "#" * level for level in range(1, 7)}}
_STRONG = re.compile(r"\s*(?:\*\*(?:[^*\\]|\\.|\*(?!\*))+\*\*\s*|__(?:[^_\\]|\\.|_(?!_))+__)\s*")
_CELL_TAG = re.compile(r"</t[dh]\s*>\s*<t[dh](?:\s[^<>]*)?>", re.I)


def read(text: str, name: str) -> Document:
    """Return the document of a cleaned Markdown text with or without front matter.

    Raises SourceError where it is an error page or the like in place of an article.
    """
    front = head(text)
    body = shown(front.body)
    found = content(body, stated_address(front.values))
    named = "" if front.values.get("title") else title(found)
    draft = Draft(name, named, found.paragraphs, unsure=list(front.unsure))
    draft.state(front.values)
    if front.values and _HEADER.match(text):
        from briefreader.sources.document import header_lines

        draft.removed += header_lines.unused(front.values, draft)
    draft.seen = visible_text.read(body)
    page_kind.refuse(name, [draft.title], found.paragraphs)
    return draft.document()


def head(text: str) -> frontmatter.FrontMatter:
    """Return the front matter of a cleaned text; header lines ("Title: Talks") count as such where it has none."""
    front = frontmatter.read(text)
    if front.values or not _HEADER.match(text):
        return front
    from briefreader.sources.document import header_lines  # few Markdown files have such lines

    lines = text.split("\n")
    header, start = header_lines.read(lines)
    return frontmatter.FrontMatter(header, "\n".join(lines[start:]), front.unsure)


def title(found: Content) -> str:
    """Return the main heading if it is no masthead, else the title chosen among the first paragraphs, else nothing."""
    from briefreader.sources.titles import mastheads  # its expressions take a while to compile
    from briefreader.sources.titles import title as titles

    heading = found.paragraphs[found.heading].text if found.heading is not None else ""
    if heading and mastheads.masthead(heading) in (None, "kind"):
        return heading
    return titles.choose(found.paragraphs, headed=True).title


def shown(body: str) -> str:
    """Return a Markdown text without comments, scripts and styles."""
    if "<" in body:
        body = _without_enclosed(body, "<!--", "-->")
        for name in ("script", "style"):
            body = _without_enclosed(body, f"<{name}", f"</{name}>")
    return body


def content(body: str, base: str | None = None) -> Content:
    """Return the content of a Markdown text that is `shown`, without front matter; `base` is the address of the text.

    Wrapped lines are joined. Marks, tags and bullets are dropped; the text of links and the numbers of lists stay. The
    row of a table is a paragraph with ` | ` between its cells.
    """
    if "<" in body:
        body = _BLOCK_TAG.sub(_mark, _CELL_TAG.sub(CELL_MARK, body))
    blocks = MarkdownBlocks()
    body = _EMPTY_LINES.sub("\n\n", body)
    for line in body.split("\n"):
        blocks.take(line)
    blocks.end()
    paragraphs: list[Paragraph] = []
    heading: int | None = None
    for block in blocks.found:
        paragraph = _paragraph(block, blocks.addresses, base)
        if paragraph.text:
            if heading is None and paragraph.kind == "heading" and paragraph.level == 1:
                heading = len(paragraphs)
            paragraphs.append(paragraph)
    return Content(paragraphs, heading)


def _mark(tag: re.Match[str]) -> str:
    """Return the mark of Markdown for a tag that starts a heading or a list item, else the end of a paragraph."""
    name = tag[2].lower()
    if tag[1] or name not in _MARKS:
        return "\n\n"
    return f"\n\n{_MARKS[name]} "


def _paragraph(block: RawBlock, addresses: Mapping[str, str], base: str | None) -> Paragraph:
    """Return a block without its inline marks."""
    if block.verbatim:
        return Paragraph(" ".join(block.raw.split()))
    if block.kind == "row" or CELL_MARK in block.raw:
        parts = [inline.plain(cell, addresses, base) for cell in block.raw.split(CELL_MARK)]
        return cells(parts, range(len(parts)))
    text, links = inline.plain(block.raw, addresses, base)
    strong = block.kind == "paragraph" and bool(_STRONG.fullmatch(block.raw))
    return Paragraph(text, block.kind, block.level, links, strong=strong)


def _without_enclosed(text: str, opening: str, closing: str) -> str:
    """Return the text without its parts from `opening` to `closing`; a part that is not closed stays."""
    folded = text.lower()
    if len(folded) != len(text):  # the lower case of a few capitals has two characters
        folded = text
    kept: list[str] = []
    at = seen = 0
    while (start := folded.find(opening, seen)) >= 0 and (end := folded.find(closing, start + len(opening))) >= 0:
        if start and text[start - 1] == "\\":
            seen = start + 1
            continue
        kept += text[at:start], "\n" if "\n" in text[start:end] else ""
        at = seen = end + len(closing)
    return "".join((*kept, text[at:]))
