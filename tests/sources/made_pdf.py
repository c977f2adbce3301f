"""Makes PDF files of invented documents, by reportlab."""

from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph, Table

from sources.made_documents import Made, Part


class Look(NamedTuple):
    """The look of a file; lengths in points. `ruled` draws the lines of tables, `space` stands between paragraphs."""

    columns: int = 1
    size: float = 11.0
    leading: float = 13.5
    justified: bool = False
    header: str = ""
    numbered: bool = True
    font: str = "Times"
    centred: bool = False
    ruled: bool = True
    first_indent: float = 0.0
    space: float = 7.0


LOOKS = (
    Look(),
    Look(columns=2, size=9.5, leading=11.5, justified=True),
    Look(justified=True, ruled=False, size=12),
    Look(font="Helvetica", size=10, leading=14),
    Look(columns=2, size=9, leading=11),
    Look(centred=True, ruled=False),
    Look(first_indent=18, space=0, justified=True),
    Look(size=12, leading=24, font="Helvetica", header="Press Service of the Ministry of Sea Lanes"),
    Look(columns=2, size=10, leading=12, first_indent=12, space=0, justified=True, ruled=False),
    Look(numbered=False, size=13, leading=20, header="Unofficial text 2024"),
    Look(ruled=False, font="Helvetica", justified=True),
    Look(size=14, leading=19, header="Harbour Declaration"),
)
"""The looks of the files of `made_documents.DOCUMENTS`; those with a header fill more than one page."""


def pdf(made: Made, look: Look) -> bytes:
    """Return a PDF file of a document; its title stands over all columns."""
    out = BytesIO()
    width, height = A4
    margin, gutter = 62.0, 20.0
    text_width = width - 2 * margin
    doc = BaseDocTemplate(out, pagesize=A4, invariant=1)

    def frame_lines(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 8)
        if look.header:
            canvas.drawString(margin, height - 36, look.header)
        if look.numbered:
            canvas.drawCentredString(width / 2, 30, str(canvas.getPageNumber()))

    def columns(top: float) -> list[Frame]:
        each = (text_width - gutter * (look.columns - 1)) / look.columns
        return [
            Frame(
                margin + number * (each + gutter),
                56,
                each,
                top - 56,
                leftPadding=0,
                rightPadding=0,
                topPadding=0,
                bottomPadding=0,
            )
            for number in range(look.columns)
        ]

    head = Frame(margin, height - 130, text_width, 74, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    doc.addPageTemplates(
        [
            PageTemplate("first", [head, *columns(height - 135)], onPage=frame_lines),
            PageTemplate("later", columns(height - 60), onPage=frame_lines),
        ]
    )
    regular, bold = (
        (f"{look.font}-Roman", f"{look.font}-Bold") if look.font == "Times" else (look.font, f"{look.font}-Bold")
    )
    alignment = TA_CENTER if look.centred else TA_LEFT
    title = ParagraphStyle("title", fontName=bold, fontSize=look.size + 7, leading=look.size + 9, alignment=alignment)
    story: list[Any] = [NextPageTemplate("later"), Paragraph(made.title, title), FrameBreak()]
    body = ParagraphStyle(
        "body",
        fontName=regular,
        fontSize=look.size,
        leading=look.leading,
        alignment=TA_JUSTIFY if look.justified else TA_LEFT,
        spaceAfter=look.space,
        firstLineIndent=look.first_indent,
    )
    rows: list[tuple[str, ...]] = []
    for part in made.parts:
        if part.kind == "row":
            rows.append(part.cells)
            continue
        if rows:
            story.append(_table(rows, body, look.ruled))
            rows = []
        story.append(_flowable(part, body, bold, look))
    if rows:
        story.append(_table(rows, body, look.ruled))
    doc.build(story)
    return out.getvalue()


def _flowable(part: Part, body: ParagraphStyle, bold: str, look: Look) -> Paragraph:
    if part.kind == "heading":
        size = look.size + (4 if part.level == 1 else 0)
        style = ParagraphStyle(
            "heading", fontName=bold, fontSize=size, leading=size * 1.25, spaceBefore=8, spaceAfter=5, keepWithNext=1
        )
        return Paragraph(part.text, style)
    if part.kind == "item":
        left = 18.0 * part.level
        style = ParagraphStyle(
            "item", parent=body, leftIndent=left, bulletIndent=left - 16, firstLineIndent=0, spaceAfter=3
        )
        return Paragraph(part.text, style, bulletText=part.number or "•")
    if part.kind == "quote":
        return Paragraph(
            part.text, ParagraphStyle("quote", parent=body, leftIndent=30, rightIndent=30, firstLineIndent=0)
        )
    return Paragraph(part.text, body)


def _table(rows: list[tuple[str, ...]], body: ParagraphStyle, ruled: bool) -> Table:
    style: list[tuple[Any, ...]] = [("FONT", (0, 0), (-1, -1), body.fontName, body.fontSize)]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    return Table([list(row) for row in rows], style=style, hAlign="LEFT", spaceAfter=10, spaceBefore=4)
