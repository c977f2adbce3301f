"""Reads saved web pages, fragments and feed items: finds the article and returns its paragraphs as plain text."""

import re
from typing import Any
from urllib.parse import urlsplit

from briefreader.model import Document, SourceError
from briefreader.sources.dates import dateline
from briefreader.sources.document import cleaning, page_kind
from briefreader.sources.document.assembly import Draft
from briefreader.sources.html import article, line_breaks, visible_text
from briefreader.sources.html import page_blocks as blocks
from briefreader.sources.html import page_metadata as metadata
from briefreader.sources.html.page_blocks import Blocks, PageBlock
from briefreader.sources.structure import provenance
from briefreader.sources.structure.paragraph import Paragraph
from briefreader.sources.titles import title as titles
from briefreader.text import clean_line

# A fragment or a feed item has none of these marks and is all article.
_PAGE_MARKS = "//nav|//footer|//aside|//main|//article|//*[@role]|//link[contains(@rel,'stylesheet')]"
_LOSSES = frozenset(("ERR_RESOURCE_LIMIT", "ERR_INTERNAL_ERROR", "ERR_NO_MEMORY"))
_HOME_WORDS = 250
_NAVIGATION = 0.5  # share of a line outside the article that is a link, from which on it is navigation
_HOME = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default|start|main)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)
_NEAR = 12  # number of blocks before the article that may hold its date
_NEAR_AFTER = 4


def read(text: str, name: str) -> Document:
    """Return the document of a cleaned web page or fragment. Raises SourceError where it holds no article."""
    root = _tree(text, name)
    meta = metadata.read(root)
    draft = Draft(name, meta.title or "", published=meta.published, source=meta.source, url=meta.url)
    draft.stated, draft.modified, draft.language = meta.stated, meta.modified, meta.language
    found = blocks.gather(root, meta.url)
    chosen = _article(text, found, draft) if _is_page(root) else found.blocks
    _refuse_obstacle(root, found, chosen, draft)
    draft.nearby = [*meta.lines, *_nearby(found.blocks, chosen)]
    draft.paragraphs = [block.paragraph for block in chosen if not (block.heading and block.text == draft.title)]
    if draft.title and (dropped := titles.navigation(draft.paragraphs)):
        draft.paragraphs = draft.paragraphs[len(dropped) :]
        draft.removed.append(cleaning.sentence("site navigation", dropped))
    draft.seen = visible_text.read(root)
    read = {id(paragraph) for paragraph in draft.paragraphs}
    draft.elsewhere += (block.text for block in found.blocks if id(block.paragraph) not in read)
    draft.paragraphs = list(line_breaks.with_numbers(draft.paragraphs))
    return draft.document()


def _tree(text: str, name: str) -> Any:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.LxmlError:
        root = None
    # Beyond its limits (256 levels, 10 MB in one piece) libxml2 drops text and reports only this.
    if root is None or any(entry.type_name in _LOSSES for entry in parser.error_log):
        raise SourceError(f"{name}: this web page is broken beyond reading; save the article as Markdown or text")
    return root


def _is_page(root: Any) -> bool:
    scripts = (script.get("type") or "" for script in root.iter("script"))
    return bool(root.xpath(_PAGE_MARKS)) or any("json" not in kind for kind in scripts)


def _article(text: str, found: Blocks, draft: Draft) -> list[PageBlock]:
    """Return the blocks of the article and report the others in the draft. Raises SourceError for a home page."""
    chosen = article.choose(text, found, draft.title)
    _refuse_home(chosen, draft)
    if not chosen:
        return []
    taken = {id(block) for block in chosen}
    left = [block for block in found.blocks if id(block) not in taken]
    frame = [block for block in left if block.frame or block.link_share >= _NAVIGATION]
    if frame:
        draft.removed.append(
            f"site navigation and page frame: {len(frame)} {'line' if len(frame) == 1 else 'lines'} outside the article"
        )
    if texts := [block.text for block in left if not block.frame and block.link_share < _NAVIGATION]:
        draft.removed.append(cleaning.sentence("outside the article", texts))
    if captions := [block.text for block in chosen if block.caption]:
        draft.removed.append(f"image caption: {'; '.join(captions)}")
    return [block for block in chosen if not block.caption]


def _nearby(found: list[PageBlock], chosen: list[PageBlock]) -> list[str]:
    """Return the lines before the article, nearest first, and the labelled ones just after it."""
    numbers = {id(block): number for number, block in enumerate(found)}
    if not chosen:
        return []
    first, last = (numbers.get(id(block), 0) for block in (chosen[0], chosen[-1]))
    before = dateline.joined([block.text for block in found[max(0, first - _NEAR) : first] if not block.frame])
    after = dateline.joined([block.text for block in found[last + 1 : last + 1 + _NEAR_AFTER]])
    return [*reversed(before), *filter(dateline.is_labelled, after)]


def _refuse_obstacle(root: Any, found: Blocks, chosen: list[PageBlock], draft: Draft) -> None:
    """Raise SourceError for a page without an article, and note in the draft a page that lists articles."""
    if page_kind.is_running(block.paragraph for block in chosen):
        return
    visible = [block for block in found.blocks if not block.frame] or found.blocks
    notes = [Paragraph(note) for element in root.iter("noscript") if (note := clean_line("".join(element.itertext())))]
    asked = [Paragraph("Log in with your password")] if root.xpath("//input[@type='password']") else []
    headings = [clean_line("".join(element.itertext())) for element in root.iter("title", "h1")]
    heads = [draft.title, *headings]
    page_kind.refuse(draft.name, heads, [*(block.paragraph for block in chosen or visible), *notes, *asked])
    doubt = page_kind.doubt(heads, _entries(chosen))
    if not doubt and not page_kind.is_prose(_entries(chosen)):
        doubt = page_kind.doubt(heads, _entries(visible))
    if doubt:
        draft.unsure.append(doubt)
    if not chosen:
        raise SourceError(
            f"{draft.name}: {doubt.removeprefix('page: ')}"
            if doubt
            else f"{draft.name}: no article was found in this web page; save the article's own page or its text"
        )


def _entries(found: list[PageBlock]) -> list[page_kind.Entry]:
    return [
        page_kind.Entry(each.text, each.link_share >= page_kind.LINKED, each.paragraph.kind == "row") for each in found
    ]


def _refuse_home(chosen: list[PageBlock], draft: Draft) -> None:
    """Raise SourceError for the first page of a site; one with a text as long as an article only gets a warning."""
    parts = urlsplit(draft.url or "")
    if not draft.url or not _HOME.fullmatch(parts.path) or parts.query:
        return
    site = provenance.host(draft.url)
    if sum(block.words for block in chosen if block.words >= 25 and block.link_share < 0.2) < _HOME_WORDS:
        raise SourceError(
            f"{draft.name}: this is the first page of {site}, not an article; open the article and save that page"
        )
    draft.unsure.append(f"address: it is the first page of {site}; check that this is the article you meant")
