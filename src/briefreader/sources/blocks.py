"""Splits a parsed web page into blocks of text and tells the blocks of each element."""

import re
from typing import Any, NamedTuple

from briefreader.text import clean_line


class Block(NamedTuple):
    """One paragraph, heading, list item or table row; `link_share` is the part of its characters inside links.

    `caption` marks the caption of a figure, `frame` a part of the page that is no text: menus, headers, footers.
    """

    text: str
    words: int
    link_share: float
    heading: bool
    caption: bool
    frame: bool


class Blocks(NamedTuple):
    """The blocks of a page in order, and for each element the range (start, end) of its blocks.

    Inner elements come before outer ones.
    """

    blocks: list[Block]
    extents: dict[Any, tuple[int, int]]


_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_NO_TEXT = frozenset(
    "script style noscript template svg math iframe object embed button select textarea canvas audio video map "
    "datalist title label".split()
)
_FRAME_TAGS = frozenset(("nav", "footer", "aside"))
_FRAME_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "dialog", "alert")
)
_FRAME_NAMES = frozenset(
    "nav navbar navigation menu breadcrumb breadcrumbs footer sidebar share sharing social cookie cookies newsletter "
    "subscribe comments pagination pager related advert ads promo masthead toolbar skip search".split()
)
_TEXT_TAGS = frozenset(("html", "body", "main", "article"))  # never frame, whatever their class says
_HIDDEN_NAMES = frozenset(
    ("element-invisible", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "skip-link")
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
# Marks in the raw text of a block; cleaned text contains neither.
_CELL = "\x1f"
_LINE = "\x1e"
_PARTING = re.compile(rf"{_LINE}\s*{_LINE}[\s{_LINE}]*")

_Open = tuple[bool, bool, bool, bool, bool]  # inside a link, a heading, a caption, frame, frame by name alone


def gather(root: Any) -> Blocks:
    """Return the blocks of a parsed page.

    Elements that are frame by their class or ID alone count as frame only if they hold at most half of the words
    outside of other frame.
    """
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    gatherer = _Gatherer()
    for event, element in walker:
        if event == "end":
            gatherer.leave(element)
        elif not gatherer.enter(element):
            walker.skip_subtree()
    named = sum(block.words for block, by_name in gatherer.found if by_name)
    trusted = named * 2 <= sum(block.words for block, _ in gatherer.found if not block.frame)
    blocks = [block._replace(frame=block.frame or (by_name and trusted)) for block, by_name in gatherer.found]
    return Blocks(blocks, gatherer.extents)


class _Gatherer:
    """Collects the blocks of a tree from the starts and ends of its elements."""

    def __init__(self) -> None:
        self.found: list[tuple[Block, bool]] = []
        self.extents: dict[Any, tuple[int, int]] = {}
        self._stack: list[tuple[_Open, int]] = []  # of each open element: its context and its first block
        self._open: _Open = (False, False, False, False, False)
        self._texts = 0  # number of open elements of the kinds article and main
        self._parts: list[str] = []
        self._linked = 0
        self._numbers: list[int | None] = []
        self._skipped: Any = None

    def enter(self, element: Any) -> bool:
        """Take the start of an element; return False when its content is no text."""
        tag = element.tag
        if tag in _NO_TEXT or (element.attrib and _is_hidden(element)):
            self._skipped = element
            return False
        if tag in _BLOCK:
            self._flush()
        self._stack.append((self._open, len(self.found)))
        self._open = self._inside(element, tag)
        self._texts += tag in ("article", "main")
        if tag in ("ol", "ul"):
            self._numbers.append(_first_number(element) if tag == "ol" else None)
        elif tag == "li" and self._numbers and (number := self._numbers[-1]) is not None:
            self._parts.append(f"{number}. ")
            self._numbers[-1] = number + 1
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
            tag = element.tag
            if tag in _BLOCK:
                self._flush()
            self._open, first = self._stack.pop()
            if first < len(self.found) and tag in _BLOCK:
                self.extents[element] = (first, len(self.found))
            self._texts -= tag in ("article", "main")
            if tag in ("ol", "ul"):
                self._numbers.pop()
        self._add(element.tail)

    def _inside(self, element: Any, tag: str) -> _Open:
        """Return the context of the content of an element."""
        link, heading, caption, frame, by_name = self._open
        if element.attrib:
            role = (element.get("role") or "").lower()
            frame = frame or role in _FRAME_ROLES
            by_name = by_name or (tag not in _TEXT_TAGS and _is_frame_by_name(element))
        return (
            link or tag == "a",
            heading or tag in _HEADINGS,
            caption or tag == "figcaption",
            frame or tag in _FRAME_TAGS or (tag == "header" and not self._texts),
            by_name,
        )

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._open[0]:
                self._linked += len(text)

    def _flush(self) -> None:
        """End the current block; two line breaks in a row split it in two."""
        raw = "".join(self._parts)
        linked, self._parts, self._linked = self._linked, [], 0
        if not raw or raw.isspace():
            return
        _, heading, caption, frame, by_name = self._open
        for part in _PARTING.split(raw):
            cells = [clean_line(cell.replace(_LINE, " ")) for cell in part.split(_CELL)]
            if text := " | ".join(cell for cell in cells if cell):
                block = Block(text, len(text.split()), min(1.0, linked / len(raw)), heading, caption, frame)
                self.found.append((block, by_name))


def _first_number(element: Any) -> int | None:
    """Return the first number of an ordered list, None when it counts in letters."""
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
