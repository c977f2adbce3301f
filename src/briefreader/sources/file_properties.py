"""Judges the properties that a program wrote into a file: a title may be the program's, a date is that of the file."""

import re

from briefreader.model import Document
from briefreader.sources.assembly import MAX_TITLE_PARAGRAPH
from briefreader.sources.paragraph import Paragraph
from briefreader.text import clean_line

_JUNK = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|untitled|document|slide|print|layout|doc|pdf|title|word document|"
    r"powerpoint presentation|blank|template|normal)\s*\d*\s*(?:[-–:.].*)?"
    r"|.*\.(?:docx?|dotx?|pdf|indd|odt|ott|rtf|tmp|qxd|pptx?|xlsx?|wpd|html?)|[\w-]*\d[\w-]*|https?://.*|.{0,3}",
    re.I,
)
_LABEL = re.compile(
    r"(?:for )?immediate release\W*|(?:press|news|media) (?:release|note|statement|advisory)\W*|readout\W*"
    r"|(?:unofficial|provisional|courtesy) translation\W*|embargoed .*|(?:annex|appendix) \w+"
    r"|check against delivery\W*",
    re.I,
)
_HEAD = 5  # paragraphs among which the first heading is the title
_DAY = re.compile(r"((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])")


def title(raw: str | None) -> str:
    """Return the title in the properties of a file, empty where a program or a template put it there."""
    stated = clean_line(raw or "")
    return "" if _JUNK.fullmatch(stated) else stated


def chosen_title(paragraphs: list[Paragraph], styled: Paragraph | None, property: str) -> Paragraph | str:
    """Return the title or its paragraph: in the style of titles, the first heading, as the file states, the first line.

    `property` is the title in the properties of the file.
    """
    stated = title(property)
    if styled is not None:
        return styled
    head = [paragraph for paragraph in paragraphs[:_HEAD] if not is_label(paragraph.text)]
    for paragraph in head:
        if paragraph.kind == "heading" or paragraph.text.casefold() == stated.casefold():
            return paragraph
    if stated:
        return stated
    first = next((paragraph for paragraph in head if paragraph.kind == "paragraph"), None)
    return first if first is not None and len(first.text) <= MAX_TITLE_PARAGRAPH else ""


def is_label(text: str) -> bool:
    """Tell whether a line names the sort of a document, not its subject, such as PRESS RELEASE."""
    return _LABEL.fullmatch(text) is not None


def with_day_of_file(document: Document, raw: str | None) -> Document:
    """Return the document with a remark about the day on which its file was made, if its text has no date.

    `raw` begins with the day (`2024-09-04` or `D:20240904`). That day is no date of publication.
    """
    found = _DAY.search(clean_line(raw or "")[:14])
    if document.date or document.published or not found:
        return document
    told = f"date: the text states none; its file was made on {'-'.join(found.groups())}, perhaps long after the text"
    return document._replace(unsure=(*document.unsure, told))
