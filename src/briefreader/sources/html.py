"""Saved web pages, fragments and feed items: the article out of its page, as paragraphs of plain text."""

import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from briefreader.model import Document, SourceError
from briefreader.sources import dates, metadata, provenance
from briefreader.sources.assembly import Draft
from briefreader.sources.blocks import Block, Blocks, gather
from briefreader.text import clean_line

_PAGE_MARKS = "//nav|//footer|//aside|//main|//article|//*[@role]|//link[contains(@rel,'stylesheet')]"
_PARTS = frozenset("p pre blockquote center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd tbody tr td".split())  # of an article
_SHARE = 0.8  # of the article's words must lie in the element that is taken for the article's
_PROSE_WORDS = 8
_DEEPEST = 200  # levels: what the extractor's own recursion bears
_HOME_WORDS = 250


def read(text: str, name: str) -> Document:
    """Return the document of a cleaned web page or fragment. Raises SourceError where it holds no article."""
    root = _tree(text, name)
    page = bool(root.xpath(_PAGE_MARKS)) or any(_runs(script) for script in root.iter("script"))
    found = gather(root)
    headings = [clean_line("".join(heading.itertext())) for heading in root.iter("h1")][:5]
    meta = metadata.read(root, [heading for heading in headings if heading])
    draft = Draft(name, meta.title or "", date=meta.date, published=meta.published, source=meta.source, url=meta.url)
    article = _article(text, found, name) if page else found.blocks
    _refuse_home(root, article, meta, draft)
    draft.paragraphs = [
        block.text
        for block in article
        if not (block.heading and block.text == draft.title) and not (page and block.caption)
    ]
    if not draft.title and article and len(article[0].text) <= 250:
        draft.title = article[0].text
    if left := len(found.blocks) - len(article):
        draft.removed.append(f"site navigation and page frame: {left} lines outside the article")
    if captions := [block.text for block in article if page and block.caption]:
        draft.removed.append(f"image caption: {'; '.join(captions)}")
    draft.date = draft.date or _stated_day(found.blocks, article) or metadata.url_day(meta.url)
    return draft.document()


def _runs(script: Any) -> bool:
    return "json" not in (script.get("type") or "")


def _tree(text: str, name: str) -> Any:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.LxmlError:
        root = None
    # Below libxml2's deepest level text would be lost without a word.
    if root is None or any(entry.type_name == "ERR_INTERNAL_ERROR" for entry in parser.error_log):
        raise SourceError(f"{name}: this web page is broken beyond reading; save the article as Markdown or text")
    return root


def _article(text: str, found: Blocks, name: str) -> list[Block]:
    """Return the blocks of the article: those of the element that holds it, and prose of it that stands beside.

    The extractor says which text is the article's, the page's own structure says where that is; whatever the
    extractor lost inside is thus kept, and what it kept of the page's frame goes.
    """
    blocks = found.blocks
    prose = [block for block in blocks if _is_prose(block)]
    extracted = _extracted(text) if found.depth <= _DEEPEST else ""
    marked = [block for block in prose if _key(block.text) in extracted] or prose
    if not marked:
        raise SourceError(f"{name}: no article was found in this web page; save the article's own page or its text")
    core = _core(marked)
    inside = {id(block) for block in blocks if core in block.ancestors and not block.frame}
    holder, inside = _widened(core, blocks, inside)
    beside = {id(block) for block in marked if holder is not None and holder in block.ancestors}
    return [block for block in blocks if id(block) in inside or id(block) in beside]


def _is_prose(block: Block) -> bool:
    return not block.frame and block.words >= _PROSE_WORDS and block.link_share < 0.5


def _key(text: str) -> str:
    return "".join(re.findall(r"\w+", text))


def _extracted(text: str) -> str:
    """Return the letters of the article as trafilatura finds it, empty when it finds none."""
    import trafilatura

    try:
        article = trafilatura.extract(text, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # whatever a page makes it stumble over, our own walk is still there
        return ""
    return _key(article or "")


def _core(marked: list[Block]) -> Any:
    """Return the deepest element that holds most of the words of the marked blocks."""
    weights: Counter[Any] = Counter()
    for block in marked:
        for element in block.ancestors:
            weights[element] += block.words
    needed = _SHARE * sum(block.words for block in marked)
    core = max((element for element, weight in weights.items() if weight >= needed), key=_depth)
    while core.tag in _PARTS and core.getparent() is not None:
        core = core.getparent()
    return core


def _depth(element: Any) -> int:
    return sum(1 for _ in element.iterancestors())


def _widened(core: Any, blocks: list[Block], inside: set[int]) -> tuple[Any, set[int]]:
    """Climb from the core as long as what is won is mostly prose; return the first holder not taken and the blocks."""
    for holder in core.iterancestors():
        if holder.tag in ("body", "html"):
            return None, inside
        won = [block for block in blocks if holder in block.ancestors and not block.frame and id(block) not in inside]
        body = [block for block in won if not block.heading]
        if sum(block.words for block in body if _is_prose(block)) < 0.7 * sum(block.words for block in body):
            return holder, inside
        inside = inside | {id(block) for block in won}
    return None, inside


def _stated_day(blocks: list[Block], article: list[Block]) -> str | None:
    """Return the day that a line of its own states nearest before the article's text, or at its head."""
    first = next((number for number, block in enumerate(blocks) if article and block is article[0]), 0)
    nearest = [block.text for block in reversed(blocks[max(0, first - 12) : first]) if len(block.text) <= 60]
    return next(filter(None, map(dates.whole_day, nearest)), None) or dates.dateline([b.text for b in article[:5]])


def _refuse_home(root: Any, article: list[Block], meta: metadata.Metadata, draft: Draft) -> None:
    """Refuse a site's first page saved instead of an article; with a text long enough to be one, only say so."""
    if not meta.url or urlsplit(meta.url).path.strip("/") or urlsplit(meta.url).query:
        return
    site = provenance.host(meta.url)
    if sum(block.words for block in article if block.words >= 25 and block.link_share < 0.2) < _HOME_WORDS:
        raise SourceError(
            f"{draft.name}: this is the first page of {site}, not an article; open the article and save that page"
        )
    draft.unsure.append(f"address: it is the first page of {site}; check that this is the article you meant")
