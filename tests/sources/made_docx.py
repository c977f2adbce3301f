"""Makes DOCX files of invented documents by python-docx, and of XML that is written here."""

import io
import zipfile
from typing import Any

import docx
from docx.oxml import parse_xml

from sources.made_documents import Made

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>{more}</w:style>'
    for identity, name, more in (
        ("Titel", "Title", ""),
        ("berschrift1", "heading 1", ""),
        ("berschrift2", "heading 2", ""),
        ("Zitat", "Quote", ""),
        ("MyHeading", "my heading", '<w:basedOn w:val="berschrift2"/>'),
        ("Outlined", "outlined", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
    )
)


def level(at: int, style: str, text: str, more: str = "") -> str:
    """Return a level of a list, counted from 0."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, more: str = "") -> str:
    """Return the part with lists; the list of number N has the levels of the Nth text."""
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>' for at, levels in enumerate(lists)
    )
    found = "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in range(len(lists)))
    return abstract + found + more


def paragraph(text: str, style: str = "", listed: tuple[int, int] | None = None) -> str:
    """Return a paragraph; `listed` is its list and its level from 0."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if listed:
        properties += f'<w:numPr><w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/></w:numPr>'
    runs = text if text.startswith("<") else f"<w:r><w:t>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def archive(parts: dict[str, str]) -> bytes:
    """Return a zip archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, text in parts.items():
            packed.writestr(path, text)
    return out.getvalue()


def document(body: str) -> str:
    """Return the part with the text."""
    return f'<?xml version="1.0"?><w:document {_SPACES}><w:body>{body}</w:body></w:document>'


def written(body: str, title: str = "", links: str = "", **parts: str) -> bytes:
    """Return a DOCX file; `parts` are the contents of further parts by their kind, such as `footnotes`."""
    content = {"styles": STYLES, **parts}
    relations = "".join(
        f'<Relationship Id="p{at}" Type="{RELATIONSHIPS}/{kind.rstrip("123")}" Target="{kind}.xml"/>'
        for at, kind in enumerate(content)
    )
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dcterms:created>2024-09-05T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    roots = {"header1": "hdr", "footer1": "ftr"}
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{space}"><Relationship Id="d" Type="{RELATIONSHIPS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{space}">{relations}{links}</Relationships>',
            "word/document.xml": document(body),
            "docProps/core.xml": core,
            **{
                f"word/{kind}.xml": f"<w:{roots.get(kind, kind)} {_SPACES}>{text}</w:{roots.get(kind, kind)}>"
                for kind, text in content.items()
            },
        }
    )


def of(made: Made) -> bytes:
    """Return the DOCX file of an invented document."""
    file = docx.Document()
    file.add_paragraph(made.title, style="Title")
    table: Any = None
    for part in made.parts:
        if part.kind == "row":
            table = table or file.add_table(rows=0, cols=len(part.cells))
            for cell, text in zip(table.add_row().cells, part.cells, strict=True):
                cell.text = text
            continue
        table = None
        if part.kind == "heading":
            file.add_heading(part.text, part.level)
        elif part.kind == "quote":
            file.add_paragraph(part.text, style="Quote")
        elif part.kind == "item" and part.number:
            _number(file, file.add_paragraph(part.text), part.number, part.level)
        elif part.kind == "item":
            file.add_paragraph(part.text, style="List Bullet" if part.level == 1 else f"List Bullet {part.level}")
        else:
            file.add_paragraph(part.text)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _number(file: Any, added: Any, first: str, depth: int) -> None:
    """Put a paragraph into a list of the file with numbers such as the first one of the list."""
    root = file.part.numbering_part.element
    listed = "901" if first.startswith("(") else "902"
    if not root.xpath(f'w:num[@w:numId="{listed}"]'):
        levels = level(0, "lowerLetter", "(%1)") + level(1, "lowerRoman", "(%2)")
        levels = levels if listed == "901" else level(0, "decimal", "%1.")
        root.insert(0, parse_xml(f'<w:abstractNum {_SPACES} w:abstractNumId="{listed}">{levels}</w:abstractNum>'))
        root.append(parse_xml(f'<w:num {_SPACES} w:numId="{listed}"><w:abstractNumId w:val="{listed}"/></w:num>'))
    added._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {_SPACES}><w:ilvl w:val="{depth - 1}"/><w:numId w:val="{listed}"/></w:numPr>')
    )
