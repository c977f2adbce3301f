"""Reads the structure of pages and of Markdown a second time, by other means than the program, to score it by.

Pages are read from the tree of lxml alone, Markdown by markdown-it-py. Texts are compared by their words.
"""

import re
from collections import Counter
from typing import Any, NamedTuple

from lxml import html as lxml_html
from markdown_it import MarkdownIt

from briefreader.model import Document


class Told(NamedTuple):
    """A heading, item, quotation or row: its kind, its level (0 for rows) and its words."""

    kind: str
    level: int
    words: str


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))


def item_words(text: str) -> str:
    """Return the words of a list item without its number."""
    return words(re.sub(r"^\s*\(?(?:\d{1,4}|[a-z]|[ivxlc]{1,7})[.)]\s", "", text, flags=re.IGNORECASE))


def of_document(document: Document) -> Counter[Told]:
    """Return the structure that the program tells, without the title."""
    told: Counter[Told] = Counter()
    for block in document.blocks[1:]:
        if block.kind != "paragraph":
            text = document.text[block.start : block.end]
            level = 0 if block.kind == "row" else block.level or 0
            told[Told(block.kind, level, item_words(text) if block.kind == "item" else words(text))] += 1
    return told


def of_page(data: bytes, kept: Document) -> Counter[Told]:
    """Return the structure of the part of a page that the program kept."""
    body = {each(text) for text in kept.body.split("\n\n") for each in (words, item_words)}
    told: Counter[Told] = Counter()
    for element in lxml_html.fromstring(data).iter():
        entry = _element(element)
        if entry and entry.words and entry.words in body and entry.words != words(kept.title):
            told[entry] += 1
    return told


def _element(element: Any) -> Told | None:
    tag = element.tag
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Told("heading", int(tag[1]), words(element.text_content()))
    if tag == "li":
        depth = 1 + sum(1 for each in element.iterancestors("li"))
        return Told("item", depth, item_words(_first_text(element)))
    if tag == "tr" and len(element.xpath("./td|./th")) > 1 and not element.xpath(".//p|.//div|.//table"):
        return Told("row", 0, words(" ".join(cell.text_content() for cell in element.xpath("./td|./th"))))
    if tag == "p" and element.xpath("ancestor::blockquote") and not element.xpath("ancestor::li"):
        return Told("quote", len(element.xpath("ancestor::blockquote")), words(element.text_content()))
    return None


def _first_text(item: Any) -> str:
    """Return the text of an item up to the first list or the end of the first paragraph in it."""
    paragraphs = item.xpath("./p")
    if paragraphs and not (item.text or "").strip():
        return str(paragraphs[0].text_content())
    parts = [item.text or ""]
    for child in item:
        if child.tag in ("ul", "ol", "p", "div", "table"):
            break
        parts += child.text_content() if isinstance(child.tag, str) else "", child.tail or ""
    return "".join(parts)


def of_markdown(body: str, title: str) -> Counter[Told]:
    """Return the structure of Markdown without front matter."""
    told: Counter[Told] = Counter()
    lists = quotes = 0
    heading = 0
    first = in_cell = False
    cells: list[str] = []
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        if token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "list_item_open":
            lists, first = lists + 1, True
        elif token.type == "list_item_close":
            lists -= 1
        elif token.type == "blockquote_open":
            quotes += 1
        elif token.type == "blockquote_close":
            quotes -= 1
        elif token.type == "tr_open":
            cells, in_cell = [], True
        elif token.type == "tr_close":
            in_cell = False
            told[Told("row", 0, words(" ".join(cells)))] += 1
        elif token.type == "inline":
            joined = "".join(
                " " if child.type in ("softbreak", "hardbreak") else child.content
                for child in token.children or ()
                if child.type in ("text", "code_inline", "softbreak", "hardbreak", "text_special")
            )
            entry = words(joined)
            if in_cell:
                cells.append(joined)
            elif heading:
                told[Told("heading", heading, entry)] += 1
            elif lists and first:
                told[Told("item", lists, item_words(joined))] += 1
                first = False
            elif joined.lstrip().startswith("•"):
                told[Told("item", lists + 1, item_words(joined))] += 1
            elif quotes and not lists:
                told[Told("quote", quotes, entry)] += 1
            heading = 0
    return Counter({each: count for each, count in told.items() if each.words and each.words != words(title)})
