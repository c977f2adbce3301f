"""Opens an OpenDocument text, and makes a document of it."""

from collections.abc import Iterable
from typing import Any

from lxml import etree

from briefreader.model import Document
from briefreader.sources.document.assembly import Draft
from briefreader.sources.odt.names import tag
from briefreader.sources.odt.styles import Styles
from briefreader.sources.odt.text import Text, plain
from briefreader.sources.office import file_properties
from briefreader.sources.office.office_archive import OfficeArchive
from briefreader.sources.structure.paragraph import Paragraph
from briefreader.text import clean

_UNSEEN = frozenset(
    map(tag, ("text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text", "text:script"))
)
_SPACES = frozenset(map(tag, ("text:s", "text:tab", "text:line-break")))
_BREAKS = frozenset(map(tag, ("text:p", "text:h", "table:table-cell", "text:note")))
_FURNITURE = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")


def read(data: bytes, name: str) -> Document:
    """Return the document of an ODT file. Raises SourceError where it is broken, locked or has no text."""
    archive = OfficeArchive(data, name)
    manifest = archive.tree("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(tag("manifest:encryption-data")), None) is not None:
        raise archive.refusal("is locked by a password", "save it without one")
    root = archive.tree("content.xml")
    body = root.find(f"{tag('office:body')}/{tag('office:text')}") if root is not None else None
    if body is None:
        raise archive.refusal("has no text part (content.xml)", "open it in its program and save it again")
    styles = archive.tree("styles.xml")
    text = Text(Styles(each for each in (styles, root) if each is not None))
    seen = _visible(body)
    paragraphs = text.read(body)
    if not paragraphs:
        reason = "has no text, only pictures" if text.pictures else "has no text"
        raise archive.refusal(reason, "check that it is the file you meant")
    meta = archive.tree("meta.xml")
    draft = Draft(name)
    title = file_properties.chosen_title(paragraphs, text.title, _property(meta, "dc:title"))
    draft.title = title.text if isinstance(title, Paragraph) else title
    draft.paragraphs = [paragraph for paragraph in paragraphs if paragraph is not title]
    draft.seen = seen
    draft.elsewhere += [draft.title, *text.hidden]
    for label, texts in (
        ("page header or footer", _furniture(styles)),
        ("comment", text.comments),
        ("deleted text (tracked changes)", text.deleted),
        ("hidden text", text.hidden),
    ):
        if told := [each for each in dict.fromkeys(texts) if each]:
            draft.removed.append(f"{label}: {'; '.join(told)}")
    if text.pictures:
        draft.removed.append(f"pictures: {text.pictures}")
    return file_properties.with_day_of_file(draft.document(), _property(meta, "meta:creation-date"))


def _visible(body: Any) -> str:
    """Return the text that a person sees, in the order of the file."""
    texts: list[str] = []
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            texts += element.tail or "", "\n" if element.tag in _BREAKS else ""
        elif element.tag in _UNSEEN:
            walker.skip_subtree()
        else:
            texts.append(" " if element.tag in _SPACES else element.text or "")
    return clean("".join(texts))


def _property(meta: Any, name: str) -> str:
    found = next(meta.iter(tag(name)), None) if meta is not None else None
    return (found.text or "") if found is not None else ""


def _furniture(styles: Any) -> Iterable[str]:
    """Yield the texts of the headers and footers of the pages."""
    if styles is None:
        return
    for kind in _FURNITURE:
        for element in styles.iter(tag(f"style:{kind}")):
            for paragraph in element.iter(tag("text:p"), tag("text:h")):
                yield plain(paragraph)
