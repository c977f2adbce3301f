"""Makes OpenDocument texts (ODT) as zip archives of XML that is written here."""

import io
import zipfile
from xml.sax.saxutils import escape

from sources.made_documents import Made, Part

MIMETYPE = "application/vnd.oasis.opendocument.text"
_SPACES = " ".join(
    f'xmlns:{prefix}="{space}"'
    for prefix, space in (
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
        ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
        ("xlink", "http://www.w3.org/1999/xlink"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
BULLETS = '<text:list-style style:name="Bullets">{}</text:list-style>'.format(
    "".join(f'<text:list-level-style-bullet text:level="{level}" text:bullet-char="•"/>' for level in (1, 2, 3))
)
NUMBERS = (
    '<text:list-style style:name="Numbers">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
)
LETTERS = (
    '<text:list-style style:name="Letters">'
    '<text:list-level-style-number text:level="1" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="2" style:num-format="i" style:num-prefix="(" style:num-suffix=")"/>'
    "</text:list-style>"
)


def archive(parts: dict[str, str]) -> bytes:
    """Return a zip archive of parts, the kind of file first."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", MIMETYPE)
        for path, text in parts.items():
            packed.writestr(path, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def content(body: str, styles: str = "") -> str:
    """Return the part with the text of a document."""
    return (
        f"{_HEAD}<office:document-content {_SPACES}><office:automatic-styles>{BULLETS}{NUMBERS}{LETTERS}{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )


def odt(body: str, styles: str = "", page_styles: str = "", meta: str = "") -> bytes:
    """Return an ODT file with a body; `page_styles` stand in `styles.xml`, `meta` holds the properties of the file."""
    return archive(
        {
            "content.xml": content(body, styles),
            "styles.xml": f"{_HEAD}<office:document-styles {_SPACES}>{page_styles}</office:document-styles>",
            "meta.xml": f"{_HEAD}<office:document-meta {_SPACES}>"
            f"<office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def of(made: Made) -> bytes:
    """Return the ODT file of an invented document."""
    body = [f'<text:p text:style-name="Title">{escape(made.title)}</text:p>']
    parts = list(made.parts)
    while parts:
        part = parts.pop(0)
        if part.kind == "item":
            items = [part]
            while parts and parts[0].kind == "item":
                items.append(parts.pop(0))
            body.append(_items(items))
        elif part.kind == "row":
            rows = [part]
            while parts and parts[0].kind == "row":
                rows.append(parts.pop(0))
            body.append(_table(rows))
        elif part.kind == "heading":
            body.append(f'<text:h text:outline-level="{part.level}">{escape(part.text)}</text:h>')
        elif part.kind == "quote":
            body.append(f'<text:p text:style-name="Quotations">{escape(part.text)}</text:p>')
        else:
            body.append(f"<text:p>{escape(part.text)}</text:p>")
    return odt("".join(body))


def _items(items: list[Part]) -> str:
    first = items[0].number
    style = "Letters" if first.startswith("(") else "Numbers" if first else "Bullets"
    text = f'<text:list text:style-name="{style}">'
    depth = 0
    for item in items:
        if item.level > depth:
            text += "<text:list>" * (item.level - depth - (depth == 0))
        elif item.level < depth:
            text += "</text:list-item></text:list></text:list-item>" * (depth - item.level)
        else:
            text += "</text:list-item>"
        text += f"<text:list-item><text:p>{escape(item.text)}</text:p>"
        depth = item.level
    return text + "</text:list-item></text:list>" * depth


def _table(rows: list[Part]) -> str:
    lines = (
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row.cells)
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{''.join(lines)}</table:table>"
