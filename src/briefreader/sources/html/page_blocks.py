"""Splits a parsed web page into blocks of text and tells the blocks of each element."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefreader.sources.html import line_breaks
from briefreader.sources.html.page_frame import FRAME_ROLES, FRAME_TAGS, TEXT_TAGS, is_frame_by_name, is_hidden
from briefreader.sources.html.page_lists import OpenLists
from briefreader.sources.html.page_tables import OpenTables
from briefreader.sources.structure import list_marks
from briefreader.sources.structure.link_address import resolve
from briefreader.sources.structure.paragraph import Paragraph, Piece, cells, joined


class PageBlock(NamedTuple):
    """One paragraph of a page with its number of words; `link_share` is the part of its characters inside links.

    `caption` marks the caption of a figure, `frame` a part of the page that is no text: menus, headers, footers.
    """

    paragraph: Paragraph
    words: int
    link_share: float
    caption: bool
    frame: bool

    @property
    def text(self) -> str:
        """The text of the paragraph."""
        return self.paragraph.text

    @property
    def heading(self) -> bool:
        """Whether the paragraph is a heading."""
        return self.paragraph.kind == "heading"


class Blocks(NamedTuple):
    """The blocks of a page in order, and for each element the range (start, end) of its blocks.

    Inner elements come before outer ones.
    """

    blocks: list[PageBlock]
    extents: dict[Any, tuple[int, int]]


_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot "
    "thead tr ul".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CONTROLS = frozenset(("button", "label"))  # in a heading they open the text below it
_NO_TEXT = frozenset(
    "script style noscript template svg math iframe object embed button select textarea canvas audio video map "
    "datalist title label".split()
)
# A piece that marks the next cell of a row; it is told by identity.
_CELL: Piece = ("", None)
_WORD = re.compile(r"\w")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


class _Open(NamedTuple):
    """The context of an element: what its text belongs to."""

    link: str | None = None  # the address, empty where it leads nowhere outside the page
    heading: int = 0
    quoted: int = 0
    caption: bool = False
    frame: bool = False
    by_name: bool = False  # frame by a class or an ID alone
    row: bool = False
    verbatim: bool = False
    strong: bool = False


def gather(root: Any, base: str | None = None) -> Blocks:
    """Return the blocks of a parsed page whose address is `base`.

    Elements that are frame by their class or ID alone count as frame only if they hold at most half of the words
    outside of other frame.
    """
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    gatherer = _Gatherer(_base(root, base))
    for event, element in walker:
        if event == "end":
            gatherer.leave(element)
        elif not gatherer.enter(element):
            walker.skip_subtree()
    named = sum(block.words for block, by_name in gatherer.found if by_name)
    trusted = named * 2 <= sum(block.words for block, _ in gatherer.found if not block.frame)
    blocks = [block._replace(frame=block.frame or (by_name and trusted)) for block, by_name in gatherer.found]
    return Blocks(blocks, gatherer.extents)


def _base(root: Any, address: str | None) -> str | None:
    """Return the address against which the links of a page are resolved."""
    stated = next((element.get("href") for element in root.iter("base")), None)
    return (resolve(stated, address) if stated else None) or address


class _Gatherer:
    """Collects the blocks of a tree from the starts and ends of its elements."""

    def __init__(self, base: str | None) -> None:
        self.found: list[tuple[PageBlock, bool]] = []
        self.extents: dict[Any, tuple[int, int]] = {}
        self._base = base
        self._stack: list[tuple[_Open, int]] = []  # of each open element: the context around it and its first block
        self._open = _Open()
        self._texts = 0  # number of open elements of the kinds article and main
        self._pieces: list[Piece] = []
        self._linked = 0
        self._is_strong = True  # until a word of the current block is not in bold letters
        self._lists = OpenLists()
        self._tables = OpenTables()
        self._skipped: Any = None

    def enter(self, element: Any) -> bool:
        """Take the start of an element; return False when its content is no text."""
        tag = element.tag
        control = tag in _CONTROLS and self._open.heading
        if (tag in _NO_TEXT and not control) or (element.attrib and is_hidden(element)):
            self._skipped = element
            return False
        if tag in _BLOCK:
            self._part()
        self._stack.append((self._open, len(self.found)))
        self._open = self._inside(element, tag)
        self._texts += tag in ("article", "main")
        if tag in ("ol", "ul"):
            self._lists.begin(element)
        elif tag == "li":
            self._lists.begin_item(element)
            if self._open.row:
                self._pieces.append((self._lists.take_item()[1], None))
        elif tag == "table":
            self._tables.begin(element)
        elif tag == "tr":
            self._tables.begin_row()
        elif tag in ("td", "th"):
            self._tables.begin_cell(element)
            if self._open.row:
                self._pieces.append(_CELL)
        elif tag == "br":
            self._pieces.append(line_breaks.LINE)
        self._add(element.text)
        return True

    def leave(self, element: Any) -> None:
        """Take the end of an element and the text that follows it."""
        if element is self._skipped:
            self._skipped = None
        else:
            tag = element.tag
            if tag in _BLOCK:
                self._part()
            self._open, first = self._stack.pop()
            if tag in _BLOCK:
                self.extents[element] = (first, len(self.found))
            self._texts -= tag in ("article", "main")
            if tag in ("ol", "ul"):
                self._lists.end()
            elif tag == "li":
                self._lists.end_item()
            elif tag == "table":
                self._tables.end()
        self._add(element.tail)

    def _inside(self, element: Any, tag: str) -> _Open:
        """Return the context of the content of an element."""
        outer = self._open
        changes: dict[str, Any] = {}
        names_speaker = tag == "footer" and outer.quoted
        if element.attrib:
            role = (element.get("role") or "").lower()
            if role in FRAME_ROLES:
                changes["frame"] = True
            if not outer.by_name and tag not in TEXT_TAGS and not names_speaker and is_frame_by_name(element):
                changes["by_name"] = True
        if (tag in FRAME_TAGS and not names_speaker) or (tag == "header" and not self._texts):
            changes["frame"] = True
        if tag == "a":
            changes["link"] = resolve(element.get("href") or "", self._base) or ""
        elif tag in _HEADINGS:
            changes["heading"] = int(tag[1])
        elif tag == "figcaption":
            changes["caption"] = True
        elif tag == "blockquote":
            changes["quoted"] = outer.quoted + 1
        elif tag == "pre":
            changes["verbatim"] = True
        elif tag in ("b", "strong"):
            changes["strong"] = True
        elif tag == "tr":
            changes["row"] = self._tables.is_data
        elif tag == "table":
            changes["row"] = False
        return outer._replace(**changes) if changes else outer

    def _add(self, text: str | None) -> None:
        if not text:
            return
        link = self._open.link
        if link is not None:
            self._linked += len(text)
        if self._is_strong and not self._open.strong and _WORD.search(text):
            self._is_strong = False
        if self._open.verbatim and _EMPTY_LINE.search(text):
            first, *rest = _EMPTY_LINE.split(text)
            self._pieces.append((first, link or None))
            for part in rest:
                self._pieces += line_breaks.LINE, line_breaks.LINE, (part, link or None)
        else:
            self._pieces.append((text, link or None))

    def _part(self) -> None:
        """Part two blocks; inside the row of a table of data it is only a space."""
        if self._open.row and self._stack[-1][0].row:
            self._pieces.append(line_breaks.LINE)
        else:
            self._flush()

    def _flush(self) -> None:
        """End the current block; two line breaks in a row split it in two."""
        pieces, linked = self._pieces, self._linked
        length = sum(len(piece[0]) for piece in pieces)
        is_strong, self._pieces, self._linked, self._is_strong = self._is_strong, [], 0, True
        if not any(piece[0] and not piece[0].isspace() for piece in pieces):
            return
        _, _, _, caption, frame, by_name, *_ = self._open
        share = min(1.0, linked / length)
        for paragraph in self._paragraphs(pieces):
            if paragraph.text:
                if is_strong and paragraph.kind == "paragraph":
                    paragraph = paragraph._replace(strong=True)
                words = len(paragraph.text.split())
                self.found.append((PageBlock(paragraph, words, share, caption, frame), by_name))

    def _paragraphs(self, pieces: list[Piece]) -> Iterator[Paragraph]:
        if self._open.row:
            before, *parts = (joined(cell) for cell in line_breaks.split(pieces, _CELL))
            broken = before[0] or len(parts) != len(self._tables.columns)
            yield self._paragraph(pieces) if broken else cells(parts, self._tables.columns)
            return
        listed = line_breaks.listed(pieces)
        for part in line_breaks.parts(pieces, listed):
            yield self._paragraph(part, listed)

    def _paragraph(self, pieces: list[Piece], listed: frozenset[str] = frozenset()) -> Paragraph:
        """Return the pieces of one block as a paragraph of its kind; bullets go, numbers stay."""
        text, links = joined(pieces)
        if not text:
            return Paragraph("")
        if self._open.heading:
            paragraph = Paragraph(text, "heading", self._open.heading, links)
        elif self._open.quoted and not self._lists.depth:
            paragraph = Paragraph(text, "quote", self._open.quoted, links)
        else:
            paragraph = Paragraph(text, "paragraph", self._lists.depth or None, links)
        begins, number = self._lists.take_item()
        if begins and paragraph.kind != "heading":
            paragraph = paragraph._replace(kind="item", level=self._lists.depth)
        if text in listed and (mark := list_marks.find(text)) and paragraph.kind in ("paragraph", "quote"):
            paragraph = paragraph.part(mark.length if mark.bullet else 0, len(text))
            paragraph = paragraph._replace(kind="item", level=self._lists.depth + 1)
        elif (bullet := line_breaks.BULLET.match(text)) and bullet.end() < len(text):
            paragraph = paragraph.part(bullet.end(), len(text))
            if paragraph.kind in ("paragraph", "quote"):
                paragraph = paragraph._replace(kind="item", level=self._lists.depth + 1)
        # Some pages write the number into the item as well, where a browser shows it twice.
        return paragraph.after(number) if number and not text.startswith(number) else paragraph
