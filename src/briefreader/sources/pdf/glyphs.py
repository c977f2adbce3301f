"""Reads the characters, the ruled lines and the links of a page of a PDF file, by pypdfium2.

Lengths are points, 72 to an inch; y grows upwards. The text of a page is turned upright before it is measured.
"""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from briefreader.sources.structure.link_address import resolve


class Font(NamedTuple):
    """The look of a piece of text: its size, whether it is bold, whether it is drawn, its turn anticlockwise."""

    size: float
    bold: bool
    drawn: bool
    turn: int


class Glyph(NamedTuple):
    """A character at its place; `base` is the height of its baseline, `url` the address that it links to."""

    text: str
    left: float
    right: float
    base: float
    font: Font
    url: str | None = None


class Rule(NamedTuple):
    """A thin straight line between two points; `left` <= `right` and `bottom` <= `top`."""

    left: float
    bottom: float
    right: float
    top: float


class Page(NamedTuple):
    """The upright glyphs of a page in the order of the file, its ruled lines, and the text that is left out.

    `turned` is text at an angle to the rest, `hidden` text that is not drawn or lies outside of the page; `unknown`
    counts the characters whose font does not tell their letter.
    """

    glyphs: list[Glyph]
    rules: list[Rule]
    turned: str
    hidden: str
    unknown: int


_LETTERS = {
    2: "-",  # so pdfium marks a hyphen at a line's end
    0xAD: "-",
    **{ord(sign): "•" for sign in "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf0a8\uf06c\uf06e\uf071\uf0be"},
    **dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_GENERATED = frozenset(map(ord, " \r\n"))  # what pdfium puts between words and lines
_THIN = 2.0  # points; the greatest width of a ruled line
_SHORTEST_RULE = 8.0  # points
_MOST_OBJECTS = 20_000
_BOLD = 600  # the least weight of bold type
_BOLD_NAMES = ("bold", "black", "heavy", "demi")


def read(page: Any, text_page: Any) -> Page:
    """Return the glyphs and lines of an open page of pypdfium2, turned so that most of its text is upright."""
    fonts: dict[int, Font] = {}  # by the address of the piece of text
    doubtful: set[int] = set()  # pieces of text with a letter that is not known
    links = list(_links(page))
    left, bottom, right, top = page.get_bbox()
    glyphs: list[Glyph] = []
    outside: list[str] = []
    unknown = 0
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    raw = text_page.raw
    boxes: list[tuple[float, float, float, float]] = []
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if code in _GENERATED and pdfium.FPDFText_IsGenerated(raw, index) == 1:
            continue
        text_object = pdfium.FPDFText_GetTextObject(raw, index)
        holder = ctypes.addressof(text_object.contents) if text_object else 0
        if (code < 32 or code >= 0xE000 or holder in doubtful or holder not in fonts) and (
            code == 0 or pdfium.FPDFText_HasUnicodeMapError(raw, index) == 1
        ):
            unknown += 1
            doubtful.add(holder)
        text = _LETTERS.get(code) or (chr(code) if 0 < code <= 0x10FFFF else "\ufffd")
        if 0xFB13 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:  # letters in the form that they have inside of words
            text = unicodedata.normalize("NFKC", text)
        pdfium.FPDFText_GetLooseCharBox(raw, index, box)
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        if not math.isfinite(box.left + box.bottom + box.right + box.top + x.value + y.value):
            outside.append(text)
            continue
        area = (box.left, box.bottom, box.right, box.top)
        if boxes and area == boxes[-1] and x.value == glyphs[-1].left:  # the next letter of a ligature
            glyphs[-1] = glyphs[-1]._replace(text=glyphs[-1].text + text)
            continue
        font = fonts.get(holder)
        if font is None:
            font = fonts[holder] = _font(raw, index)
            inside = left - 1 <= x.value <= right + 1 and bottom - 1 <= y.value <= top + 1
            if not inside:
                font = fonts[holder] = font._replace(drawn=False)
        url = None
        if links:
            url = next((url for url, target in links if _inside(x.value, y.value + font.size / 4, target)), None)
        glyphs.append(Glyph(text, x.value, 0.0, y.value, font, url))
        boxes.append(area)
    return _upright(glyphs, boxes, _rules(page), "".join(outside), unknown)


def _upright(
    glyphs: list[Glyph], boxes: list[tuple[float, float, float, float]], rules: list[Rule], outside: str, unknown: int
) -> Page:
    """Return the page turned by the turn of most of its text, without text at another angle and without hidden text.

    Text that is not drawn is the text of a scan where there is no other; beside drawn text it is hidden.
    """
    drawn = any(glyph.font.drawn and not glyph.text.isspace() for glyph in glyphs)
    turns = Counter(glyph.font.turn for glyph in glyphs if glyph.font.drawn or not drawn)
    turn = max((turn for turn in turns if turn % 90 == 0), key=lambda each: turns[each], default=0)
    upright: list[Glyph] = []
    turned: list[str] = []
    hidden = [outside] if outside else []
    before: Font | None = None
    for glyph, (left, bottom, right, top) in zip(glyphs, boxes, strict=True):
        left_out = hidden if drawn and not glyph.font.drawn else turned if glyph.font.turn != turn else None
        if left_out is not None:
            left_out.append(glyph.text if glyph.font is before else f" {glyph.text}")
            before = glyph.font
        else:
            base = glyph.base
            if turn:
                base = _turned(glyph.left, base, turn)[1]
                (left, _), (right, _) = _turned(left, bottom, turn), _turned(right, top, turn)
            upright.append(Glyph(glyph.text, min(left, right), max(left, right), base, glyph.font, glyph.url))
    corners = [(_turned(rule.left, rule.bottom, turn), _turned(rule.right, rule.top, turn)) for rule in rules]
    lines = [Rule(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])) for a, b in corners]
    return Page(upright, lines, "".join(turned), "".join(hidden), unknown)


def _turned(x: float, y: float, turn: int) -> tuple[float, float]:
    """Return a point turned clockwise by 0, 90, 180 or 270 degrees."""
    return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(turn, (x, y))


def _font(text_page: Any, index: int) -> Font:
    matrix = pdfium.FS_MATRIX()
    scale, turn = 1.0, 0
    if pdfium.FPDFText_GetMatrix(text_page, index, matrix):
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        turn = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        turn = next((right for right in (0, 90, 180, 270, 360) if abs(turn - right) <= 3), turn) % 360
    size = max(1.0, min(1_000.0, pdfium.FPDFText_GetFontSize(text_page, index) * scale))
    buffer = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, index, buffer, len(buffer), flags)
    name = buffer.value.decode("ascii", "replace").lower()
    bold = pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD or any(each in name for each in _BOLD_NAMES)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text_page, index))
    return Font(round(size, 1), bold, mode != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, turn)


def _links(page: Any) -> Iterator[tuple[str, pdfium.FS_RECTF]]:
    """Yield the web and mail addresses of a page with the areas that lead to them."""
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
        if not 1 < length < 4_000:
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
        area = pdfium.FS_RECTF()
        if pdfium.FPDFLink_GetAnnotRect(link, area) and (url := resolve(buffer.value.decode("utf-8", "replace"))):
            yield url, area


def _inside(x: float, y: float, area: pdfium.FS_RECTF) -> bool:
    low, high = sorted((area.bottom, area.top))
    return bool(area.left - 0.5 <= x < area.right and low <= y <= high)


def _rules(page: Any) -> list[Rule]:
    """Return the thin lines of a page, and the edges of its frames."""
    rules: list[Rule] = []
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for index in range(min(_MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page.raw))):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
            continue
        rule = Rule(left.value, bottom.value, right.value, top.value)
        width, height = rule.right - rule.left, rule.top - rule.bottom
        if max(width, height) < _SHORTEST_RULE:
            continue
        if min(width, height) <= _THIN:
            rules.append(rule)
        else:
            rules += (rule._replace(top=rule.bottom), rule._replace(bottom=rule.top))
            rules += (rule._replace(right=rule.left), rule._replace(left=rule.right))
    return rules
