"""Walks through the content of an OpenDocument text and gives its paragraphs."""

from collections.abc import Iterator
from typing import Any

from briefreader.sources.odt.names import short, tag
from briefreader.sources.odt.styles import Styles, numbered
from briefreader.sources.structure.link_address import resolve
from briefreader.sources.structure.paragraph import MOST_COLUMNS, Paragraph, Piece, cells, joined
from briefreader.text import clean_line

_MOST_SPACES = 100
# Elements whose paragraphs are no text of the document.
_NO_TEXT = frozenset(
    (
        "office:forms office:scripts text:sequence-decls text:variable-decls text:user-field-decls svg:title svg:desc "
        "text:table-of-content-source text:illustration-index-source text:table-index-source text:object-index-source "
        "text:user-index-source text:alphabetical-index-source text:bibliography-source"
    ).split()
)
_PICTURES = frozenset(
    ("draw:image", "draw:object", "draw:object-ole", "draw:plugin", "draw:applet", "draw:floating-frame")
)


class Text:
    """Collects the paragraphs of a tree, and the texts that are left out."""

    def __init__(self, styles: Styles) -> None:
        self.paragraphs: list[Paragraph] = []
        self.title: Paragraph | None = None
        self.comments: list[str] = []
        self.deleted: list[str] = []
        self.hidden: list[str] = []
        self.pictures = 0
        self._styles = styles
        self._notes: list[Paragraph] = []
        self._later: list[Any] = []  # text boxes inside a paragraph, which follow it
        self._counts: dict[str, dict[int, int]] = {}  # of each list style, by level
        self._continued: dict[str, str] = {}  # lists by their IDs, with their style
        self._last_style = ""

    def read(self, body: Any) -> list[Paragraph]:
        """Return the paragraphs of a body, the notes at the end."""
        self.paragraphs = list(self._blocks(body, 0, ""))
        return [*self.paragraphs, *self._notes]

    def _blocks(self, holder: Any, depth: int, style: str) -> Iterator[Paragraph]:
        """Yield the paragraphs of an element; `depth` and `style` are those of the list around it."""
        for element in holder:
            name = short(element.tag)
            if name in ("text:p", "text:h"):
                yield from self._paragraph(element, name, depth)
            elif name == "text:list":
                yield from self._list(element, depth + 1, style)
            elif name == "table:table":
                yield from self._table(element)
            elif name == "text:tracked-changes":
                self._take_deletions(element)
            elif name == "text:section" and element.get(tag("text:display")) == "none":
                self.hidden.append(plain(element))
            elif name in _PICTURES:
                self.pictures += 1
            elif name not in _NO_TEXT:
                yield from self._blocks(element, depth, style)

    def _paragraph(self, element: Any, name: str, depth: int) -> Iterator[Paragraph]:
        styled = element.get(tag("text:style-name"))
        role = self._styles.role(styled)
        if role == "hidden":
            self.hidden.append(plain(element))
            return
        text, links = joined(self._pieces(element, None))
        later, self._later = self._later, []
        if text:
            level = 0
            if name == "text:h":
                level = _count(element.get(tag("text:outline-level")), 1)
            elif not depth:
                level = self._styles.heading(styled)
            paragraph = Paragraph(text, "paragraph", depth or None, links)
            if role == "title" and not depth:
                paragraph = Paragraph(text, "heading", 1, links)
                self.title = self.title or paragraph
            elif level:
                number = self._heading_number(element, level)
                paragraph = Paragraph(text, "heading", min(level, 6), links)
                paragraph = paragraph.after(f"{number} ") if number else paragraph
            elif role == "quote" and not depth:
                paragraph = Paragraph(text, "quote", 1, links)
            yield paragraph
        for box in later:
            yield from self._blocks(box, 0, "")

    def _heading_number(self, element: Any, level: int) -> str:
        """Return the number of a heading, empty where the headings of its level have none."""
        if element.get(tag("text:is-list-header")) == "true" or not self._styles.outline:
            return ""
        counts = self._counts.setdefault("", {})
        self._count_on(counts, level, self._styles.outline, element.get(tag("text:start-value")))
        return numbered(counts, level, self._styles.outline)

    def _count_on(self, counts: dict[int, int], depth: int, levels: Any, start: str | None) -> None:
        first = levels[depth].start if depth in levels else 1
        counts[depth] = _count(start, 0) or counts.get(depth, first - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]

    def _list(self, element: Any, depth: int, style: str) -> Iterator[Paragraph]:
        """Yield the paragraphs of a list; a list goes on with the numbers of another one where it says so."""
        style = element.get(tag("text:style-name")) or style or self._style_of_items(element)
        counts = self._counts.setdefault(style, {})
        continued = element.get(tag("text:continue-list"))
        goes_on = element.get(tag("text:continue-numbering")) == "true" and style == self._last_style
        if depth == 1 and not goes_on:
            counts = self._counts[self._continued[continued]] if continued in self._continued else {}
        self._counts[style] = counts
        self._last_style = style
        if identity := element.get("{http://www.w3.org/XML/1998/namespace}id"):
            self._continued[identity] = style
        for item in element:
            name = short(item.tag)
            if name == "text:list-item":
                yield from self._item(item, depth, style, counts)
            elif name == "text:list-header":
                yield from self._blocks(item, depth, style)

    def _style_of_items(self, element: Any) -> str:
        paragraph = next(element.iter(tag("text:p")), None)
        return self._styles.list_style(paragraph.get(tag("text:style-name"))) if paragraph is not None else ""

    def _item(self, item: Any, depth: int, style: str, counts: dict[int, int]) -> Iterator[Paragraph]:
        levels = self._styles.levels(style)
        self._count_on(counts, depth, levels, item.get(tag("text:start-value")))
        number = numbered(counts, depth, levels)
        begun = short(item[0].tag) == "text:list" if len(item) else True  # a list inside a list without a text
        for paragraph in self._blocks(item, depth, style):
            if not begun:
                begun = True
                if paragraph.kind == "paragraph":
                    paragraph = paragraph._replace(kind="item", level=depth)
                paragraph = paragraph.after(f"{number} ") if number else paragraph
            yield paragraph

    def _table(self, table: Any) -> Iterator[Paragraph]:
        """Yield the rows of a table; one with a single column is no table but a frame."""
        rows = [
            [(column, cell) for column, cell in _cells(row)]
            for row in table.iter(tag("table:table-row"))
            if next(row.iterancestors(tag("table:table"))) is table
        ]
        if all(column == 0 for row in rows for column, _ in row):
            for row in rows:
                for _, cell in row:
                    yield from self._blocks(cell, 0, "")
            return
        for row in rows:
            texts = [self._cell(cell) for _, cell in row]
            paragraph = cells(texts, (column for column, _ in row))
            if paragraph.text:
                yield paragraph

    def _cell(self, cell: Any) -> tuple[str, tuple[Any, ...]]:
        pieces: list[Piece] = []
        for paragraph in self._blocks(cell, 0, ""):
            pieces += (*_linked(paragraph), (" ", None))
        return joined(pieces)

    def _pieces(self, element: Any, url: str | None) -> Iterator[Piece]:
        """Yield the pieces of the text of a paragraph."""
        if element.text:
            yield element.text, url
        for child in element:
            yield from self._inline(child, short(child.tag), url)
            if child.tail:
                yield child.tail, url

    def _inline(self, child: Any, name: str, url: str | None) -> Iterator[Piece]:
        if name == "text:s":
            yield " " * min(_MOST_SPACES, _count(child.get(tag("text:c")), 1)), url
        elif name in ("text:tab", "text:line-break"):
            yield " ", url
        elif name == "text:note":
            yield self._note(child), None
        elif name == "text:a":
            yield from self._pieces(child, resolve(child.get(tag("xlink:href")) or "") or url)
        elif name == "text:ruby":
            base, said = child.find(tag("text:ruby-base")), child.find(tag("text:ruby-text"))
            if base is not None:
                yield from self._pieces(base, url)
            if said is not None and (spoken := plain(said)):
                yield f" ({spoken})", None
        elif name == "office:annotation":
            self.comments.append(plain(child, ("dc:creator", "dc:date", "meta:date-string", "meta:creator-initials")))
        elif name == "text:span" and self._styles.role(child.get(tag("text:style-name"))) == "hidden":
            self.hidden.append(plain(child))
        elif name in ("text:hidden-text", "text:hidden-paragraph"):
            self.hidden.append(child.get(tag("text:string-value")) or plain(child))
        elif name.startswith("draw:"):
            self._later.append(child)
        elif name not in ("office:annotation-end", "text:tracked-changes", "office:event-listeners", "text:script"):
            yield from self._pieces(child, url)

    def _note(self, note: Any) -> str:
        """Return the sign of a note, and keep its text for the end."""
        citation, body = note.find(tag("text:note-citation")), note.find(tag("text:note-body"))
        sign = plain(citation) if citation is not None else ""
        later, self._later = self._later, []
        first = True
        for paragraph in self._blocks(body, 0, "") if body is not None else ():
            paragraph = paragraph._replace(kind="paragraph", level=None, columns=())
            self._notes.append(paragraph.after(f"[{sign}] ") if first else paragraph)
            first = False
        self._later = later
        return f"[{sign}]"

    def _take_deletions(self, element: Any) -> None:
        for deletion in element.iter(tag("text:deletion")):
            if text := plain(deletion, ("dc:creator", "dc:date", "office:change-info")):
                self.deleted.append(text)


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    """Yield the cells of a table row with their columns, counted from 0."""
    column = 0
    for cell in row:
        name = short(cell.tag)
        if name not in ("table:table-cell", "table:covered-table-cell"):
            continue
        if name == "table:table-cell":
            yield column, cell
        column += min(MOST_COLUMNS, _count(cell.get(tag("table:number-columns-repeated")), 1))


def _linked(paragraph: Paragraph) -> Iterator[Piece]:
    """Yield the pieces of a finished paragraph with their addresses."""
    at = 0
    for link in paragraph.links:
        yield paragraph.text[at : link.start], None
        yield paragraph.text[link.start : link.end], link.url
        at = link.end
    yield paragraph.text[at:], None


def plain(element: Any, without: tuple[str, ...] = ()) -> str:
    """Return all text of an element on one line, without that of the named elements inside."""
    parts: list[str] = []

    def add(node: Any) -> None:
        parts.append(node.text or "")
        for child in node:
            name = short(child.tag)
            if name in ("text:s", "text:tab", "text:line-break"):
                parts.append(" ")
            elif name not in without:
                add(child)
                if name in ("text:p", "text:h", "text:list-item"):
                    parts.append(" ")
            parts.append(child.tail or "")

    add(element)
    return clean_line("".join(parts))


def _count(raw: str | None, otherwise: int) -> int:
    return int(raw) if raw and raw.isascii() and raw.isdigit() and len(raw) <= 6 else otherwise
