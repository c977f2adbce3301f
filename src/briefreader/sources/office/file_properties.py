"""Judges the properties that a program wrote into a file: a title may be the program's, a date is that of the file."""

import re

from briefreader.model import Document
from briefreader.sources.structure.paragraph import Paragraph
from briefreader.sources.titles import title as titles
from briefreader.sources.titles.mastheads import masthead
from briefreader.text import clean_line

_JUNK = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)|untitled|document|slide|print|layout|doc|pdf|title|word document|"
    r"powerpoint presentation|blank|template|normal)\s*\d*\s*(?:[-–:.].*)?"
    r"|.*\.(?:docx?|dotx?|pdf|indd|odt|ott|rtf|tmp|qxd|pptx?|xlsx?|wpd|html?)|[\w-]*\d[\w-]*|https?://.*|.{0,3}",
    re.I,
)
_HEAD = 5  # paragraphs among which the first heading is the title
_DAY = re.compile(r"((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])")


def title(raw: str | None) -> str:
    """Return the title in the properties of a file, empty where a program or a template put it there."""
    stated = clean_line(raw or "")
    return "" if _JUNK.fullmatch(stated) else stated


def chosen_title(paragraphs: list[Paragraph], preferred: Paragraph | None, property: str) -> Paragraph | str:
    """Return the title or its paragraph: the preferred one, the first heading, as the file states, or the first line.

    `property` is the title in the properties of the file. A line of a masthead is no title.
    """
    if preferred is not None:
        return preferred
    stated = title(property)
    for paragraph in paragraphs[:_HEAD]:
        heading = paragraph.kind == "heading" and masthead(paragraph.text) is None
        if heading or paragraph.text.casefold() == stated.casefold():
            return paragraph
    if stated and masthead(stated) is None:
        return stated
    chosen = titles.choose(paragraphs, headed=True).title
    return next((paragraph for paragraph in paragraphs if paragraph.text == chosen), chosen)


def with_day_of_file(document: Document, raw: str | None) -> Document:
    """Return the document with a remark about the day on which its file was made, if its text has no date.

    `raw` begins with the day (`2024-09-04` or `D:20240904`). That day is no date of publication.
    """
    found = _DAY.search(clean_line(raw or "")[:14])
    if document.date or document.published or not found:
        return document
    told = f"date: the text states none; its file was made on {'-'.join(found.groups())}, perhaps long after the text"
    return document._replace(unsure=(*document.unsure, told))
