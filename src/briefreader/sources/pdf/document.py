"""Opens a PDF file, and makes a document of the text of its pages."""

from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from briefreader.model import Document, SourceError
from briefreader.sources.document.assembly import Draft
from briefreader.sources.office import file_properties
from briefreader.sources.pdf import furniture, glyphs, layout, lines, structure, tables, typography
from briefreader.sources.pdf.wording import Wording
from briefreader.sources.structure.paragraph import Paragraph
from briefreader.sources.titles.mastheads import masthead
from briefreader.text import clean, clean_line

_MOST_PAGES = 3_000
_MOST_LETTERS = 900_000
_MOST_UNKNOWN = 0.3  # part of the letters
_WITHOUT_TEXT = 8  # letters of a page, below which it is a picture
_TITLE_AMONG = 12  # paragraphs
_RUNNING = 300  # characters; the title stands above a longer paragraph


def read(data: bytes, name: str) -> Document:
    """Return the document of a PDF file. Raises SourceError where it is broken, locked or has no text."""
    pdf = _opened(data, name)
    try:
        document = _draft(pdf, name).document()
        return file_properties.with_day_of_file(document, pdf.get_metadata_value("CreationDate"))
    except pypdfium2.PdfiumError as error:
        raise SourceError(
            f"{name}: a page of this PDF file is broken; print it to a new PDF file or save its text"
        ) from error
    finally:
        pdf.close()


def _opened(data: bytes, name: str) -> Any:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise SourceError(f"{name}: this PDF file is locked by a password; save it without one") from error
        raise SourceError(
            f"{name}: this PDF file is broken; download it again, or print it to a new PDF file"
        ) from error
    if not 0 < len(pdf) <= _MOST_PAGES:
        pages = len(pdf)
        pdf.close()
        raise SourceError(f"{name}: this PDF file has {pages} pages, and from 1 to {_MOST_PAGES} are read; split it")
    return pdf


def _draft(pdf: Any, name: str) -> Draft:
    """Return the draft of an open file. Raises SourceError where its pages have no text."""
    draft = Draft(name)
    pages = list(_pages(pdf, name, draft))
    parted = furniture.separate([lines.pieces(page.glyphs, page.rules) for page in pages])
    known: list[float] = []
    flows = [layout.flows(parts, page.rules, known) for parts, page in zip(parted.pages, pages, strict=True)]
    found = _structured(flows)
    draft.paragraphs = found.paragraphs
    title = _title(found, pdf.get_metadata_value("Title"))
    draft.title = title.text if isinstance(title, Paragraph) else title
    draft.paragraphs = [paragraph for paragraph in found.paragraphs if paragraph is not title]
    draft.seen = clean(draft.seen)
    draft.elsewhere += [draft.title, *parted.headers, *parted.numbers]
    for label, texts in (("page header or footer", parted.headers), ("page number", parted.numbers)):
        if texts:
            counts = {text: texts.count(text) for text in dict.fromkeys(texts)}
            told = (f"{text} ({count} times)" if count > 1 else text for text, count in counts.items())
            draft.removed.append(f"{label}: {'; '.join(told)}")
    return draft


def _pages(pdf: Any, name: str, draft: Draft) -> Iterator[glyphs.Page]:
    """Yield the pages, and report the text left out. Raises SourceError where there is nearly no text."""
    letters = unknown = 0
    empty: list[int] = []
    for index in range(len(pdf)):
        page = pdf[index]
        text_page = page.get_textpage()
        if letters + text_page.count_chars() > _MOST_LETTERS:
            raise SourceError(f"{name}: this PDF file has more than {_MOST_LETTERS:,} letters; split it")
        found = glyphs.read(page, text_page)
        draft.seen += f"{text_page.get_text_range()}\n"
        text_page.close()
        page.close()
        count = sum(not glyph.text.isspace() for glyph in found.glyphs)
        letters += count
        unknown += found.unknown
        if count < _WITHOUT_TEXT:
            empty.append(index + 1)
        for label, text in (("text at an angle", found.turned), ("hidden text", found.hidden)):
            if shown := clean_line(text):
                draft.removed.append(f"{label} on page {index + 1}: {shown}")
                draft.elsewhere.append(shown)
        yield found
    if letters < _WITHOUT_TEXT:
        raise SourceError(
            f"{name}: this PDF file has no text, its pages are pictures, perhaps a scan; "
            "recognize its text (OCR) and save it again"
        )
    if unknown > _MOST_UNKNOWN * letters:
        raise SourceError(
            f"{name}: the fonts of this PDF file do not tell its letters; recognize its text (OCR) and save it again"
        )
    if unknown:
        draft.unsure.append(f"letters: {unknown} characters have a font that does not tell which letter they are")
    if empty:
        pages = ", ".join(map(str, empty[:10])) + (f" and {len(empty) - 10} more" if len(empty) > 10 else "")
        draft.unsure.append(f"text: page {pages} of {len(pdf)} has no text, perhaps it is a picture")


def _structured(flows: list[list[layout.Flow]]) -> structure.Found:
    pieces = [part for page in flows for flow in page for part in flow.parts]
    texts = [part for part in pieces if isinstance(part, lines.Piece)]
    texts += [line for row in pieces if isinstance(row, tables.Row) for _, cell in row.cells for line in cell]
    builder = structure.Structure(typography.shape(flows), Wording(texts), [text.text for text in texts])
    for page in flows:
        for flow in page:
            builder.add(flow)
    return builder.finish()


def _title(found: structure.Found, stated: str) -> Paragraph | str:
    """Return the title or its paragraph: the one that the file states, else the largest heading at its head."""
    head = list(zip(found.paragraphs, found.styles, strict=True))[:_TITLE_AMONG]
    named = file_properties.title(stated).casefold()
    preferred = next((paragraph for paragraph, _ in head if named and paragraph.text.casefold() == named), None)
    running = next((at for at, (paragraph, _) in enumerate(head) if len(paragraph.text) > _RUNNING), len(head))
    headings = [(style, -at, paragraph) for at, (paragraph, style) in enumerate(head[:running]) if style]
    for kinds in ((None,), ("kind",)):  # "Joint Statement" is a title where there is no other
        candidates = [each for each in headings if masthead(each[2].text) in kinds]
        if preferred is None and candidates:
            preferred = max(candidates, key=lambda each: each[:2])[2]
    return file_properties.chosen_title(found.paragraphs, preferred, stated)
