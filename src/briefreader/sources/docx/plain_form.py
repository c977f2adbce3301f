"""Writes the content of a DOCX file anew in a plain form, with numbers and notes as text, for mammoth to convert."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from briefreader.sources.docx.names import RELATIONSHIPS, WORD, number, short, tag, value
from briefreader.sources.docx.numbering import Numbering
from briefreader.sources.docx.runs import BREAK, Runs
from briefreader.sources.docx.styles import Styles, indented
from briefreader.sources.structure import list_numbers
from briefreader.sources.structure.paragraph import Piece
from briefreader.text import clean

_DEEPEST = 9
_STEP = 120  # twips; a list that is indented by more than this under an item is inside of it
_ROWS = 50  # the number of rows that are converted at once
_CONTINUED = '<w:vMerge w:val="continue"/>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BLOCKS = frozenset(("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "mc:AlternateContent", "mc:Choice"))


class PlainForm:
    """Turns blocks of a file into those of its plain form, and counts lists and notes on the way."""

    def __init__(
        self, styles: Styles, numbering: Numbering, notes: dict[str, dict[str, Any]], formats: dict[str, str]
    ) -> None:
        self.runs = Runs(styles, {}, self._note)
        self.included = 0
        """The number of documents of other kinds that stand inside this one and are not read."""
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._formats = formats  # of the numbers of notes, by the kind of note
        self._numbers: dict[str, int] = {}
        self._waiting: list[tuple[str, Any]] = []
        self._addresses: dict[str, str] = {}
        self._carried: list[Piece] = []  # the text of a paragraph whose end is deleted
        self._indents: list[tuple[int, str]] = []  # of the open items of lists of one level: indent and list
        self._item: tuple[int, int] | None = None  # the level and the indent of the item that may go on

    def blocks(self, element: Any, addresses: dict[str, dict[str, str]]) -> Iterator[str]:
        """Yield the blocks of a body and then its notes; `addresses` are the links of each part by their IDs."""
        self.runs.addresses = addresses.get("document", {})
        yield from self._blocks(element)
        if self._carried:
            yield self._paragraph("", self._taken([]))
        while self._waiting:
            sign, note = self._waiting.pop(0)
            self.runs.addresses = addresses.get(short(note.tag).removeprefix("w:"), {})
            self._end_lists()
            yield from self._note_blocks(sign, note)

    def unused_notes(self) -> Iterator[Any]:
        """Yield the notes to which no text refers."""
        for notes in self._notes.values():
            yield from notes.values()

    def package(self, body: str) -> bytes:
        """Return the DOCX file of a body in plain form."""
        links = "".join(
            f'<Relationship Id="{identity}" Type="{RELATIONSHIPS}/hyperlink" TargetMode="External" '
            f"Target={quoteattr(url)}/>"
            for url, identity in self._addresses.items()
        )
        levels = "".join(f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="bullet"/></w:lvl>' for at in range(_DEEPEST))
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
            for name in (
                *("Title", "Quote"),
                *(f"Heading {level}" for level in range(1, 7)),
                *(f"Continue {level}" for level in range(1, _DEEPEST + 1)),
            )
        )
        parts = {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="d" '
            f'Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
            "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
            "word/styles.xml": _part("styles", styles),
            "word/numbering.xml": _part(
                "numbering",
                f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1">'
                '<w:abstractNumId w:val="0"/></w:num>',
            ),
        }
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for path, text in parts.items():
                packed.writestr(path, text)
        return out.getvalue()

    def _blocks(self, element: Any) -> Iterator[str]:
        for child in element:
            name = short(child.tag)
            if name == "w:p":
                yield from self._read_paragraph(child)
            elif name == "w:tbl":
                yield from self._tables(child)
                self._end_lists()
            elif name == "w:altChunk":
                self.included += 1
            elif name in _BLOCKS:
                yield from self._blocks(child)

    def _read_paragraph(self, element: Any) -> Iterator[str]:
        properties = element.find(tag("pPr"))
        pieces = list(self.runs.pieces(element))
        boxes, self.runs.boxes = self.runs.boxes, []
        mark = properties.find(tag("rPr")) if properties is not None else None
        if mark is not None and mark.find(tag("del")) is not None:
            self._carried += pieces
        else:
            pieces = self._taken(pieces)
            if any(text.strip() for text, _ in pieces):
                yield self._paragraph(*self._with_number(properties, pieces))
            elif self._counts(properties):
                self._with_number(properties, [])
        for box in boxes:
            yield from self._blocks(box)

    def _taken(self, pieces: list[Piece]) -> list[Piece]:
        carried, self._carried = self._carried, []
        return carried + pieces

    def _counts(self, properties: Any) -> bool:
        """Tell whether an empty paragraph takes a number, which Word shows."""
        listed = self._list(properties)
        return listed is not None and self._numbering.is_list(listed[0])

    def _list(self, properties: Any) -> tuple[str, int] | None:
        """Return the list of a paragraph and its level from 0: its own, that of its style, or that for its style."""
        style = value(properties, "pStyle")
        own = properties.find(tag("numPr")) if properties is not None else None
        stated, level = value(own, "numId"), value(own, "ilvl")
        by_style = self._styles.listed(style)
        listed = stated if stated is not None else by_style.list
        if not listed or listed == "0":
            return None if stated == "0" else self._numbering.by_style(style)
        linked = self._numbering.by_style(style)
        if level is not None:
            return listed, number(level, 0)
        return listed, by_style.level if by_style.level is not None else (linked[1] if linked and not stated else 0)

    def _with_number(self, properties: Any, pieces: list[Piece]) -> tuple[str, list[Piece]]:
        """Return the properties of a paragraph in plain form, and its pieces after its number."""
        style = value(properties, "pStyle")
        stated = value(properties, "outlineLvl")
        heading = number(stated, 9) + 1 if stated is not None else self._styles.heading(style)
        role = self._styles.role(style)
        listed = self._list(properties)
        sign = ""
        if listed and self._numbering.is_list(listed[0]):
            sign = self._numbering.count(*listed)
            if sign and pieces:
                pieces = [(f"{sign} ", None), *pieces]
        if role == "title":
            self._end_lists()
            return '<w:pStyle w:val="Title"/>', pieces
        if 0 < heading <= _DEEPEST:
            self._end_lists()
            return f'<w:pStyle w:val="Heading{min(heading, 6)}"/>', pieces
        if listed and self._numbering.is_list(listed[0]):
            indent = self._indent(properties, style, *listed)
            level = self._level(style, *listed, indent)
            self._item = level, indent
            return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>', pieces
        if role == "" and self._item and self._goes_on(properties, style, self._item[1]):
            return f'<w:pStyle w:val="Continue{self._item[0] + 1}"/>', pieces
        self._end_lists()
        return ('<w:pStyle w:val="Quote"/>' if role == "quote" else ""), pieces

    def _end_lists(self) -> None:
        self._indents = []
        self._item = None

    def _goes_on(self, properties: Any, style: str | None, indent: int) -> bool:
        """Tell whether a paragraph without a number goes on with an item: it is set in as far as the item is."""
        own = indented(properties)
        own = self._styles.listed(style).indent if own is None else own
        return own is not None and own > 0 and own >= indent - _STEP

    def _indent(self, properties: Any, style: str | None, listed: str, level: int) -> int:
        """Return the left indent of an item, in twips: its own, that of its list or that of its style."""
        indent = indented(properties)
        if indent is None:
            indent = self._numbering.indent(listed, level)
        if indent is None:
            indent = self._styles.listed(style).indent
        return indent or 0

    def _level(self, style: str | None, listed: str, level: int, indent: int) -> int:
        """Return the level of an item from 0.

        A list of one level inside an item of another list is told by the name of its style or by its indent.
        """
        if level:
            return min(level, _DEEPEST - 1)
        if depth := self._styles.depth(style):
            return depth - 1
        while self._indents and self._indents[-1][0] > indent + _STEP:
            self._indents.pop()
        if not self._indents or (self._indents[-1][0] < indent - _STEP and self._indents[-1][1] != listed):
            self._indents.append((indent, listed))
        return min(len(self._indents), _DEEPEST) - 1

    def _tables(self, table: Any) -> Iterator[str]:
        """Yield a table by portions of rows, none of which parts cells that are merged."""
        rows = [row for row in (self._row(each) for each in _inside(table, "w:tr")) if row]
        start = 0
        for at, row in enumerate(rows):
            if at - start >= _ROWS and len(rows) - at >= _ROWS // 2 and _CONTINUED not in row:
                yield f"<w:tbl>{''.join(rows[start:at])}</w:tbl>"
                start = at
        if rows:
            yield f"<w:tbl>{''.join(rows[start:])}</w:tbl>"

    def _row(self, row: Any) -> str:
        properties = row.find(tag("trPr"))
        if properties is not None and properties.find(tag("del")) is not None:
            self.runs.deleted += filter(None, (_text(cell) for cell in _inside(row, "w:tc")))
            return ""
        before = number(value(properties, "gridBefore"), 0)
        cells = [f'<w:tc><w:tcPr><w:gridSpan w:val="{before}"/></w:tcPr><w:p/></w:tc>'] if 0 < before < 100 else []
        for cell in _inside(row, "w:tc"):
            own = cell.find(tag("tcPr"))
            span = max(1, min(100, number(value(own, "gridSpan"), 1)))
            merged = value(own, "vMerge")
            merge = "" if merged is None else '<w:vMerge w:val="restart"/>' if merged == "restart" else _CONTINUED
            self._end_lists()
            content = "".join(self._blocks(cell))
            stated = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            properties = f"<w:tcPr>{stated}{merge}</w:tcPr>" if stated or merge else ""
            cells.append(f"<w:tc>{properties}{content or '<w:p/>'}</w:tc>")
        return f"<w:tr>{''.join(cells)}</w:tr>"

    def _note(self, kind: str, identity: str) -> str:
        """Return the sign of the next note, and keep the note for the end; empty where it is not there."""
        note = self._notes.get(kind, {}).pop(identity, None)
        if note is None:
            return ""
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        style = self._formats.get(kind) or ("lowerRoman" if kind == "endnote" else "decimal")
        sign = list_numbers.shown(self._numbers[kind], style)
        self._waiting.append((sign, note))
        return sign

    def _note_blocks(self, sign: str, note: Any) -> Iterator[str]:
        self._carried = [(f"[{sign}] ", None)]
        yield from self._blocks(note)
        self._carried = []

    def _paragraph(self, properties: str, pieces: list[Piece]) -> str:
        """Return a paragraph in plain form."""
        runs = []
        for piece in _merged(pieces):
            if piece is BREAK:
                runs.append("<w:r><w:br/></w:r>")
                continue
            text, url = piece
            run = f'<w:r><w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r>'
            if url:
                identity = self._addresses.setdefault(url, f"l{len(self._addresses)}")
                run = f'<w:hyperlink r:id="{identity}">{run}</w:hyperlink>'
            runs.append(run)
        stated = f"<w:pPr>{properties}</w:pPr>" if properties else ""
        return f"<w:p>{stated}{''.join(runs)}</w:p>"


def _merged(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces with those that lead to the same address as one."""
    text, url = "", None
    for piece in pieces:
        if piece is BREAK or piece[1] != url:
            if text:
                yield text, url
            text, url = "", piece[1]
        if piece is BREAK:
            yield BREAK
        else:
            text += piece[0]
    if text:
        yield text, url


def _inside(element: Any, name: str) -> Iterator[Any]:
    """Yield the children of a name, and those inside of the blocks that only mark a part of the content."""
    for child in element:
        found = short(child.tag)
        if found == name:
            yield child
        elif found in _BLOCKS:
            yield from _inside(child, name)


def _text(element: Any) -> str:
    return " ".join(clean("".join(element.itertext(tag("t"), tag("delText")))).split())


def _part(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}">{content}</w:{name}>'
