"""Writes the body of a document as Markdown with its headings, list items, quotations, tables and links.

Reading it gives the same paragraphs, kinds and links again.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from briefreader.model import Document
from briefreader.sources.structure.paragraph import BETWEEN_CELLS, Paragraph

_INLINE = re.compile(
    r"[\\*`]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|(?<=~)~|~(?=~)"
    r"|&(?=#?\w+;?)"
    r"|\](?=[(\[:])|\[(?=\^)|!(?=\[)"
)
_IN_LINK = re.compile(r"[\[\]]")
_BRACKET = re.compile(r"[()\[\]]")
_TAG = re.compile(r"<(?=[A-Za-z/!])")
_FIRST = re.compile(r"[#>|=+~:-]")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_ITEM_NUMBER = re.compile(r"\d{1,4}[.)] ")
_LAST_SIGNS = re.compile(r"#+$")
_BAR = re.compile(r"(?<!\\)\|")
_INDENT = 4  # columns for each level of a list: inside `- ` and `10. `, and never the code block of CommonMark


def write(document: Document) -> str:
    """Return the body of a document as Markdown."""
    parts: list[str] = []
    for kind, group in groupby(_paragraphs(document), lambda paragraph: paragraph.kind):
        if kind == "row":
            parts.append("\n".join(_table(list(group))))
            continue
        for text in map(_written, group):
            if parts and _is_bullet(text) and _is_bullet(parts[-1]):
                parts[-1] = f"{parts[-1]}\n{text}"
            else:
                parts.append(text)
    return "\n\n".join(parts)


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    """Yield the paragraphs of the body with their links; without blocks all are plain."""
    if not document.blocks:
        yield from (Paragraph(text) for text in document.body.split("\n\n") if text)
        return
    text = document.text
    links = iter(document.links)
    link = next(links, None)
    for start, end, kind, level, columns, strong in document.blocks[1:]:
        found = []
        while link and link.start < end:
            found.append(link._replace(start=link.start - start, end=link.end - start))
            link = next(links, None)
        yield Paragraph(text[start:end], kind, level, tuple(found), columns, strong)


def _is_bullet(text: str) -> bool:
    return text.lstrip(" ").startswith("- ")


def _written(paragraph: Paragraph) -> str:
    """Return a paragraph that is no table row as Markdown."""
    text, level = _inline(paragraph), paragraph.level or 1
    if paragraph.kind == "heading":
        return "#" * level + " " + _LAST_SIGNS.sub(r"\\\g<0>", text)
    if paragraph.kind == "quote":
        return f"{'>' * level} {_unmarked(text)}"
    if paragraph.kind == "item":
        mark = "" if _ITEM_NUMBER.match(text) else "- "
        return f"{' ' * (_INDENT * (level - 1))}{mark}{_unmarked(text) if mark else text}"
    indent = " " * (_INDENT * level) if paragraph.level else ""
    return f"{indent}**{text}**" if paragraph.strong else indent + _unmarked(text)


def _table(rows: Sequence[Paragraph]) -> Iterator[str]:
    width = max(row.columns[-1] for row in rows) + 1
    for number, row in enumerate(rows):
        filled = dict(zip(row.columns, _cells(row), strict=True))
        yield f"| {' | '.join(filled.get(column, '') for column in range(width))} |"
        if number == 0:
            yield f"| {' | '.join(['---'] * width)} |"


def _cells(row: Paragraph) -> Iterator[str]:
    """Yield the written cells of a row."""
    start = 0
    for cell in row.text.split(BETWEEN_CELLS):
        end = start + len(cell)
        yield _BAR.sub(r"\\|", _unmarked(_inline(row.part(start, end))))
        start = end + len(BETWEEN_CELLS)


def _inline(paragraph: Paragraph) -> str:
    """Return the text of a paragraph with its links, and with each sign escaped that Markdown would take for a mark."""
    if not paragraph.links:
        return _escaped(paragraph.text)
    parts: list[str] = []
    at = 0
    for start, end, url in paragraph.links:
        before = _after_link(_escaped(paragraph.text[at:start]), at)
        parts.append(f"{before[:-1]}\\!" if before.endswith("!") else before)
        shown = _IN_LINK.sub(r"\\\g<0>", _escaped(paragraph.text[start:end]).replace("\\]", "]").replace("\\[", "["))
        target = f"<{url}>" if _BRACKET.search(url) else url
        parts.append(f"[{shown}]({target})")
        at = end
    return "".join((*parts, _after_link(_escaped(paragraph.text[at:]), at)))


def _after_link(text: str, at: int) -> str:
    """Return an escaped text at an offset, whose brace Markdown takes for no attribute of a link before it."""
    return f"\\{text}" if at and text.startswith("{") else text


def _escaped(text: str) -> str:
    return _TAG.sub("&lt;", _INLINE.sub(r"\\\g<0>", text))  # the reader removes tags before it resolves escapes


def _unmarked(text: str) -> str:
    """Return an escaped text whose beginning Markdown takes for no mark."""
    if number := _NUMBER.match(text):
        return f"{number[1]}\\{number[2]}{text[number.end() :]}"
    if text.startswith("•"):  # a backslash escapes ASCII signs only
        return f"&bull;{text[1:]}"
    return f"\\{text}" if _FIRST.match(text) else text
