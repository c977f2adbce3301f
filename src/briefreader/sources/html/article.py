"""Chooses the blocks of a web page that are its article.

The extractor (trafilatura) finds the text of the article, and the structure of the page tells the element that holds
that text. Blocks inside the element that the extractor lost are kept; blocks of the page's frame that it kept are not.
"""

import logging
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from briefreader.sources.html.page_blocks import Blocks, PageBlock

# Elements that are parts of an article and never all of it.
_PARTS = frozenset("p pre blockquote center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd tbody tr td".split())
_SHARE = 0.8  # of the words of an article that its element must hold
_PROSE = 0.7  # of the words that a wider element adds that must be prose
_PROSE_WORDS = 8
_GAP = 8  # blocks between two chosen ones that are chosen too
# The extractor reads a page of this size within a second; its time grows with the square of the blocks.
_MAX_BLOCKS = 2_000
_MAX_CHARACTERS = 2_000_000
_SHINGLE = 5  # words

_Shingle = tuple[str, ...]


def choose(page: str, found: Blocks, title: str) -> list[PageBlock]:
    """Return the blocks of the article; the list is empty where the page holds almost no text.

    The article consists of the element with most of the text, the extracted text beside that element, and the few
    lines (by-line, place, date) between the element and the title.
    """
    blocks = found.blocks
    prose = [number for number, block in enumerate(blocks) if _is_prose(block)]
    extracted = _extracted(page) if len(page) <= _MAX_CHARACTERS and len(blocks) <= _MAX_BLOCKS else set()
    marked = [number for number in prose if _stands_in(blocks[number].text, extracted)] or prose
    if not marked:
        rest = [block for block in blocks if not block.frame and block.link_share < 0.5]
        return rest if sum(block.words for block in rest) >= _PROSE_WORDS else []
    core = _core(found, marked)
    inside, holder = _widened(found, core)
    taken = {number for number in inside if not blocks[number].frame}
    taken.update(number for number in marked if number in holder)
    first = min(taken)
    titled = [number for number in range(first) if blocks[number].heading and blocks[number].text == title]
    return [blocks[number] for number in _joined([*titled[-1:], *sorted(taken)], blocks)]


def _is_prose(block: PageBlock) -> bool:
    return not block.frame and not block.heading and block.words >= _PROSE_WORDS and block.link_share < 0.5


def _extracted(page: str) -> set[_Shingle]:
    """Return the shingles of the extracted article; the set is empty where the extractor fails."""
    import trafilatura

    # Without a handler its warnings would be printed over the screen.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # any page may break it, and the structure of the page is still there
        return set()
    return set(_shingles((text or "").split()))


def _shingles(words: list[str]) -> Iterator[_Shingle]:
    return (tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _stands_in(text: str, extracted: set[_Shingle]) -> bool:
    words = text.split()
    return tuple(words[:_SHINGLE]) in extracted or tuple(words[-_SHINGLE:]) in extracted


def _core(found: Blocks, marked: list[int]) -> Any:
    """Return the innermost element that holds most of the words of the marked blocks."""
    numbers = set(marked)
    sums = [0, *accumulate(block.words * (number in numbers) for number, block in enumerate(found.blocks))]
    return next(
        element
        for element, (start, end) in found.extents.items()
        if element.tag == "html" or (sums[end] - sums[start] >= _SHARE * sums[-1] and element.tag not in _PARTS)
    )


def _widened(found: Blocks, core: Any) -> tuple[range, range]:
    """Widen the core to the elements around it while the blocks that they add are mostly prose.

    Returns the numbers of the blocks of the widest element taken, and those of the first element not taken.
    """
    taken = range(*found.extents[core])
    for holder in core.iterancestors():
        if holder.tag in ("body", "html"):
            break
        wider = range(*found.extents.get(holder, (taken.start, taken.stop)))
        won = [found.blocks[number] for number in wider if number not in taken]
        running = [block for block in won if not block.frame and not block.heading]
        prose = sum(block.words for block in running if _is_prose(block))
        if won and prose < _PROSE * sum(block.words for block in running):
            return taken, wider
        taken = wider
    return taken, taken


def _joined(taken: list[int], blocks: list[PageBlock]) -> list[int]:
    """Return the numbers taken, with the numbers of the blocks in the small gaps between them."""
    joined = taken[:1]
    for number in taken[1:]:
        between = range(joined[-1] + 1, number)
        if len(between) <= _GAP:
            joined += (at for at in between if not blocks[at].frame and blocks[at].link_share < 0.3)
        joined.append(number)
    return joined
