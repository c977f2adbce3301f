"""The blocks of text of a parsed web page, each with where it stands."""

import re
from typing import Any, NamedTuple

from briefreader.text import clean_line


class Block(NamedTuple):
    """One paragraph, heading, list item or table row; link_share is the part of its characters that are links.

    `ancestors` are the elements around it, outermost first; `caption` says that it is a figure's, `frame` that it
    belongs to the page and not to a text.
    """

    text: str
    words: int
    link_share: float
    ancestors: tuple[Any, ...]
    heading: bool
    caption: bool
    frame: bool


class Blocks(NamedTuple):
    """All blocks of a page in order, and how deep it is nested."""

    blocks: list[Block]
    depth: int


_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_TEXT = frozenset(
    "script style noscript template svg math iframe object embed button select textarea canvas audio video map "
    "datalist head title label".split()
)
_FRAME_TAGS = frozenset(("nav", "footer", "aside"))
_FRAME_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert")
)
_FRAME_NAMES = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs footer sidebar share sharing social cookie cookies newsletter "
    "subscribe comments pagination pager related advert ads promo masthead toolbar skip search".split()
)
_HIDDEN_NAMES = frozenset(
    ("element-invisible", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "skip-link")
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_CELL = "\x1f"
_LINE = "\x1e"


def gather(root: Any) -> Blocks:
    """Return the blocks of a parsed page. A frame told by its class alone counts only if it is the smaller part."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    gatherer = _Gatherer()
    for event, element in walker:
        if event == "end":
            gatherer.leave(element)
        elif not gatherer.enter(element):
            walker.skip_subtree()
    gatherer.flush()
    named = sum(block.words for block, by_name in gatherer.found if by_name)
    trusted = named * 2 <= sum(block.words for block, _ in gatherer.found if not block.frame)
    blocks = [block._replace(frame=block.frame or (by_name and trusted)) for block, by_name in gatherer.found]
    return Blocks(blocks, gatherer.depth)


class _Gatherer:
    """Walks a tree and collects its text block by block."""

    def __init__(self) -> None:
        self.found: list[tuple[Block, bool]] = []
        self.depth = 0
        self._stack: list[Any] = []
        self._parts: list[str] = []
        self._links = 0  # open elements of each sort
        self._headings = 0
        self._captions = 0
        self._frames = 0
        self._named_frames = 0
        self._linked = 0
        self._numbers: list[int | None] = []
        self._skipped: Any = None

    def enter(self, element: Any) -> bool:
        """Take the start of an element; False when its content is not to be walked."""
        tag = element.tag
        if tag in _NO_TEXT or _is_hidden(element):
            self._skipped = element
            return False
        if tag in _BLOCK:
            self.flush()
        self._stack.append(element)
        self.depth = max(self.depth, len(self._stack))
        self._count(element, 1)
        if tag in ("ol", "ul"):
            self._numbers.append(_first_number(element) if tag == "ol" else None)
        elif tag == "li" and self._numbers and self._numbers[-1] is not None:
            self._parts.append(f"{self._numbers[-1]}. ")
            self._numbers[-1] += 1
        elif tag == "br":
            self._parts.append(_LINE)
        elif tag in ("td", "th"):
            self._parts.append(_CELL)
        self._add(element.text)
        return True

    def leave(self, element: Any) -> None:
        """Take the end of an element and the text that follows it."""
        if element is self._skipped:
            self._skipped = None
        else:
            if element.tag in _BLOCK:
                self.flush()
            self._stack.pop()
            self._count(element, -1)
            if element.tag in ("ol", "ul"):
                self._numbers.pop()
        self._add(element.tail)

    def _count(self, element: Any, step: int) -> None:
        tag = element.tag
        self._links += step * (tag == "a")
        self._headings += step * (tag in _HEADINGS)
        self._captions += step * (tag == "figcaption")
        self._frames += step * (
            tag in _FRAME_TAGS
            or (element.get("role") or "").lower() in _FRAME_ROLES
            or (tag == "header" and not any(above.tag in ("article", "main") for above in self._stack))
        )
        self._named_frames += step * (tag not in ("html", "body", "main", "article") and _is_frame_by_name(element))

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._links:
                self._linked += len(text)

    def flush(self) -> None:
        """End the block that is being collected; two line breaks in a row part it in two."""
        raw = "".join(self._parts)
        linked, self._parts, self._linked = self._linked, [], 0
        if not raw or raw.isspace():
            return
        share = min(1.0, linked / len(raw))
        for part in re.split(rf"{_LINE}\s*{_LINE}[\s{_LINE}]*", raw):
            cells = [clean_line(cell.replace(_LINE, " ")) for cell in part.split(_CELL)]
            if text := " | ".join(cell for cell in cells if cell):
                block = Block(
                    text,
                    words=len(text.split()),
                    link_share=share,
                    ancestors=tuple(self._stack),
                    heading=self._headings > 0,
                    caption=self._captions > 0,
                    frame=self._frames > 0,
                )
                self.found.append((block, self._named_frames > 0))


def _first_number(element: Any) -> int | None:
    """Return where an ordered list begins to count, None when it counts in letters."""
    if (element.get("type") or "1") != "1":
        return None
    start = element.get("start") or "1"
    return int(start) if start.isascii() and start.isdigit() and len(start) <= 4 else 1


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower()


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    return not _HIDDEN_NAMES.isdisjoint(_names(element).split())


def _is_frame_by_name(element: Any) -> bool:
    return not _FRAME_NAMES.isdisjoint(re.split(r"[\s_-]+", _names(element)))
