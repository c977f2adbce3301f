"""Which blocks of a web page are its article.

The extractor (trafilatura) says which text is the article's, the page's own structure says where that is: whatever
the extractor lost inside is kept, and what it kept of the page's frame goes.
"""

import logging
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from briefreader.sources.blocks import Block, Blocks

_PARTS = frozenset("p pre blockquote center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd tbody tr td".split())  # of an article
_SHARE = 0.8  # of the article's words must lie in the element that is taken for the article's
_PROSE = 0.7  # of the words won by a step up must be prose
_PROSE_WORDS = 8
_GAP = 8  # lines
# What the extractor reads within a second: its time grows with the square of the blocks.
_MOST_BLOCKS = 2_000
_LARGEST = 2_000_000  # characters
_SHINGLE = 5  # words

_Shingle = tuple[str, ...]


def choose(page: str, found: Blocks, title: str) -> list[Block]:
    """Return the blocks of the article, none when the page holds no text to speak of.

    They are those of the element that holds most of the text, the text of it that stands beside, and the few lines
    (by-line, place, date) between that and the title.
    """
    blocks = found.blocks
    prose = [number for number, block in enumerate(blocks) if _is_prose(block)]
    extracted = _extracted(page) if len(page) <= _LARGEST and len(blocks) <= _MOST_BLOCKS else set()
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


def _is_prose(block: Block) -> bool:
    return not block.frame and not block.heading and block.words >= _PROSE_WORDS and block.link_share < 0.5


def _extracted(page: str) -> set[_Shingle]:
    """Return what the extractor takes for the article's text as sets of words in a row, none where it fails."""
    import trafilatura

    # Its complaints would otherwise be printed over the reader's screen.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    except Exception:  # whatever a page makes it stumble over, the page's own structure is still there
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
    """Climb from the core as long as what is won is mostly prose.

    Returned are the numbers of the blocks taken, and of those of the first element that was not taken.
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


def _joined(taken: list[int], blocks: list[Block]) -> list[int]:
    """Return the numbers taken and those of a few lines between them."""
    joined = taken[:1]
    for number in taken[1:]:
        between = range(joined[-1] + 1, number)
        if len(between) <= _GAP:
            joined += (at for at in between if not blocks[at].frame and blocks[at].link_share < 0.3)
        joined.append(number)
    return joined
