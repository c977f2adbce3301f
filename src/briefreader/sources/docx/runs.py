"""Reads the text of a paragraph of a DOCX file: tracked changes, fields, links, notes and signs."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from briefreader.sources.docx.names import RELATIONSHIPS, is_on, short, tag, value
from briefreader.sources.docx.styles import Styles
from briefreader.sources.structure.link_address import resolve
from briefreader.sources.structure.paragraph import Piece
from briefreader.text import clean_line

BREAK: Piece = ("\n", None)
"""The piece that stands for a line break; it is told by identity."""
_LINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))', re.I)
_SPACES = frozenset(("w:tab", "w:ptab"))
_NO_TEXT = frozenset(
    (
        "w:pPr w:rPr w:sdtPr w:sdtEndPr w:instrText w:delInstrText w:delText w:commentReference w:annotationRef "
        "w:footnoteRef w:endnoteRef w:separator w:continuationSeparator w:pgNum w:rt w:moveFrom w:softHyphen w:fldData "
        "w:lastRenderedPageBreak w:smartTagPr w:customXmlPr m:ctrlPr"
    ).split()
)


class Runs:
    """Yields the pieces of paragraphs, and collects what is left out of them."""

    def __init__(self, styles: Styles, addresses: dict[str, str], note: Callable[[str, str], str]) -> None:
        self.deleted: list[str] = []
        self.hidden: list[str] = []
        self.boxes: list[Any] = []
        self.pictures = 0
        self.unknown = 0
        self.addresses = addresses
        self._styles = styles
        self._note = note
        self._fields: list[tuple[list[str], bool]] = []  # the code of each open field, and whether it has ended

    def pieces(self, element: Any, url: str | None = None) -> Iterator[Piece]:
        """Yield the pieces of the content of an element."""
        for child in element:
            yield from self._of(child, short(child.tag), url)

    def _of(self, child: Any, name: str, url: str | None) -> Iterator[Piece]:
        if name == "w:r":
            yield from self._run(child, url)
        elif name == "w:hyperlink":
            target = self.addresses.get(child.get(f"{{{RELATIONSHIPS}}}id") or "")
            yield from self.pieces(child, resolve(target or "") or url)
        elif name == "w:del":
            if text := _plain(child):
                self.deleted.append(text)
        elif name == "w:fldSimple":
            yield from self.pieces(child, _address(child.get(tag("instr")) or "") or url)
        elif name in ("m:oMath", "m:oMathPara"):
            yield "".join(child.itertext("{http://schemas.openxmlformats.org/officeDocument/2006/math}t")), url
        elif name == "mc:AlternateContent":
            yield from self._alternative(child, url)
        elif name and name not in _NO_TEXT:
            yield from self.pieces(child, url)

    def _alternative(self, element: Any, url: str | None) -> Iterator[Piece]:
        """Yield the pieces of the first of several forms of the same content that holds a text, else of the first."""
        forms = list(element)
        texts = (form for form in forms if next(form.iter(tag("t")), None) is not None)
        chosen = next(texts, forms[0] if forms else None)
        if chosen is not None:
            yield from self.pieces(chosen, url)

    def _run(self, run: Any, url: str | None) -> Iterator[Piece]:
        properties = run.find(tag("rPr"))
        hidden = is_on(properties, "vanish") or self._styles.is_hidden(value(properties, "rStyle"))
        for child in run:
            name = short(child.tag)
            if name == "w:fldChar":
                self._field(child.get(tag("fldCharType")))
            elif name == "w:instrText":
                if self._fields and not self._fields[-1][1]:
                    self._fields[-1][0].append(child.text or "")
            elif any(not ended for _, ended in self._fields):
                continue  # the code of a field
            elif hidden:
                if text := clean_line("".join(child.itertext())):
                    self.hidden.append(text)
            else:
                yield from self._sign(child, name, self._field_address() or url)

    def _sign(self, child: Any, name: str, url: str | None) -> Iterator[Piece]:
        """Yield the pieces of a part of a run."""
        if name == "w:t":
            yield child.text or "", url
        elif name in _SPACES:
            yield " ", url
        elif name in ("w:br", "w:cr"):
            yield BREAK if child.get(tag("type")) in (None, "textWrapping") else (" ", url)
        elif name == "w:noBreakHyphen":
            yield "\u2011", url
        elif name == "w:sym":
            yield self._symbol(child), url
        elif name in ("w:footnoteReference", "w:endnoteReference"):
            kind = name.removeprefix("w:").removesuffix("Reference")
            own_mark = child.get(tag("customMarkFollows")) in ("1", "true", "on")
            sign = self._note(kind, child.get(tag("id")) or "")
            if sign and not own_mark:
                yield f"[{sign}]", None
        elif name == "w:ruby":
            yield from self._ruby(child, url)
        elif name in ("w:drawing", "w:pict", "w:object"):
            self._take_drawing(child)
        elif name == "mc:AlternateContent":
            self._take_alternative(child)
        elif name and name not in _NO_TEXT:
            yield from self.pieces(child, url)

    def _take_alternative(self, element: Any) -> None:
        forms = list(element)
        boxed = (form for form in forms if next(form.iter(tag("txbxContent")), None) is not None)
        chosen = next(boxed, forms[0] if forms else None)
        if chosen is not None:
            self._take_drawing(chosen)

    def _take_drawing(self, element: Any) -> None:
        """Keep the text boxes of a drawing for later, and count its pictures."""
        boxes = [
            box
            for box in element.iter(tag("txbxContent"))
            if not any(above.tag == tag("txbxContent") for above in box.iterancestors() if above is not element)
            or element.tag == tag("txbxContent")
        ]
        self.boxes += boxes
        self.pictures += (
            sum(short(each.tag) in ("a:blip", "v:imagedata") for each in element.iter()) if not boxes else 0
        )

    def _ruby(self, ruby: Any, url: str | None) -> Iterator[Piece]:
        base, said = ruby.find(tag("rubyBase")), ruby.find(tag("rt"))
        if base is not None:
            yield from self.pieces(base, url)
        if said is not None and (text := _plain(said)):
            yield f" ({text})", url

    def _symbol(self, element: Any) -> str:
        """Return the letter of a sign of a symbol font, U+FFFD where it is not known."""
        from mammoth.docx.dingbats import dingbats

        font, raw = element.get(tag("font")) or "", element.get(tag("char")) or ""
        try:
            code = int(raw, 16)
        except ValueError:
            return ""
        for each in (code, code & 0xFF):
            if (font, each) in dingbats:
                return chr(dingbats[font, each])
        self.unknown += 1
        return "\ufffd"

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(([], False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _field_address(self) -> str | None:
        return next((found for code, _ in reversed(self._fields) if (found := _address("".join(code)))), None)


def _address(code: str) -> str | None:
    match = _LINK.match(code)
    return resolve(match[1] or match[2] or "") if match else None


def _plain(element: Any) -> str:
    return clean_line("".join(element.itertext(tag("t"), tag("delText"))))
