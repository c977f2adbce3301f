"""Opens a DOCX file, and makes a document of it."""

import io
from collections.abc import Iterator
from typing import Any

from briefreader.model import Document
from briefreader.sources.document.assembly import Draft
from briefreader.sources.docx.names import short, tag, value
from briefreader.sources.docx.numbering import Numbering
from briefreader.sources.docx.plain_form import PlainForm
from briefreader.sources.docx.styles import Styles
from briefreader.sources.html import page_blocks as blocks
from briefreader.sources.office import file_properties
from briefreader.sources.office.office_archive import OfficeArchive
from briefreader.sources.structure.paragraph import Paragraph
from briefreader.text import clean, clean_line

_TYPES = "/officeDocument/2006/relationships/"
_PORTION = 100_000  # characters
# The map of mammoth itself is longer than needed, and every paragraph is tried against all of it.
_STYLE_MAP = "\n".join(
    (
        "p[style-name='Title'] => h1.title:fresh",
        "p[style-name='Quote'] => blockquote > p:fresh",
        *(f"p[style-name='Heading {level}'] => h{level}:fresh" for level in range(1, 7)),
        *(f"p[style-name='Continue {level}'] => {'ul > li > ' * level}p:fresh" for level in range(1, 10)),
        *(f"p:unordered-list({level}) => {'ul|ol > li > ' * (level - 1)}ul > li:fresh" for level in range(1, 10)),
    )
)


def read(data: bytes, name: str) -> Document:
    """Return the document of a DOCX file. Raises SourceError where it is broken or has no text."""
    archive = OfficeArchive(data, name)
    main = _main(archive)
    root = archive.tree(main)
    body = root.find(tag("body")) if root is not None else None
    if body is None:
        raise archive.refusal("has no text part (word/document.xml)", "open it in its program and save it again")
    file = _File(archive, main)
    seen = _visible(body)
    form = PlainForm(Styles(file.tree("styles")), Numbering(file.tree("numbering")), file.notes(), file.formats(root))
    try:
        paragraphs = [
            each for part in _portions(form.blocks(body, file.addresses())) for each in _converted(form.package(part))
        ]
    except RecursionError as error:
        raise archive.refusal("has tables inside tables beyond reading", "save its text alone") from error
    if not paragraphs:
        reason = "has no text, only pictures" if form.runs.pictures else "has no text"
        raise archive.refusal(reason, "check that it is the file you meant")
    draft = Draft(name)
    properties = archive.tree("docProps/core.xml")
    titled = next((paragraph for paragraph, styled in paragraphs if styled), None)
    found = [paragraph for paragraph, _ in paragraphs]
    title = file_properties.chosen_title(found, titled, _property(properties, "title"))
    draft.title = title.text if isinstance(title, Paragraph) else title
    draft.paragraphs = [paragraph for paragraph in found if paragraph is not title]
    draft.seen = seen
    draft.elsewhere += [draft.title, *form.runs.hidden]
    for label, texts in (
        ("page header or footer", file.furniture()),
        ("comment", file.comments()),
        ("note without a place in the text", map(_text, form.unused_notes())),
        ("deleted text (tracked changes)", form.runs.deleted),
        ("hidden text", form.runs.hidden),
    ):
        if told := [each for each in dict.fromkeys(texts) if each]:
            draft.removed.append(f"{label}: {'; '.join(told)}")
    if form.runs.pictures:
        draft.removed.append(f"pictures: {form.runs.pictures}")
    if form.runs.unknown:
        draft.unsure.append(f"letters: {form.runs.unknown} signs of symbol fonts have no known letter")
    if form.included:
        draft.unsure.append(f"text: {form.included} other files stand inside this file and are not read")
    return file_properties.with_day_of_file(draft.document(), _property(properties, "created"))


class _File:
    """The parts of a file beside its text."""

    def __init__(self, archive: OfficeArchive, main: str) -> None:
        self._archive = archive
        self._folder = main.rpartition("/")[0]
        self._main = main
        self._relations = list(_relations(archive, main))

    def tree(self, kind: str) -> Any:
        """Return the part of a kind, None where there is none."""
        return next(
            (self._archive.tree(self._path(target)) for each, _, target in self._relations if each == kind), None
        )

    def notes(self) -> dict[str, dict[str, Any]]:
        """Return the notes of each kind by their IDs, without the lines that part them from the text."""
        found: dict[str, dict[str, Any]] = {}
        for kind in ("footnote", "endnote"):
            root = self.tree(f"{kind}s")
            found[kind] = {
                note.get(tag("id")) or "": note
                for note in (root if root is not None else ())
                if short(note.tag) == f"w:{kind}" and note.get(tag("type")) in (None, "normal")
            }
        return found

    def formats(self, root: Any) -> dict[str, str]:
        """Return the formats of the numbers of notes that the file states."""
        found: dict[str, str] = {}
        for kind in ("footnote", "endnote"):
            for part in (self.tree("settings"), root):
                for stated in part.iter(tag(f"{kind}Pr")) if part is not None else ():
                    if style := value(stated, "numFmt"):
                        found[kind] = style
        return found

    def addresses(self) -> dict[str, dict[str, str]]:
        """Return the addresses of the links of the text and of each kind of notes by their IDs."""
        found = {"document": _addresses(self._relations)}
        for kind in ("footnote", "endnote"):
            for each, _, target in self._relations:
                if each == f"{kind}s":
                    found[kind] = _addresses(list(_relations(self._archive, self._path(target))))
        return found

    def furniture(self) -> Iterator[str]:
        """Yield the lines of the headers and footers of the pages."""
        for kind, _, target in self._relations:
            if kind in ("header", "footer") and (root := self._archive.tree(self._path(target))) is not None:
                for paragraph in root.iter(tag("p")):
                    yield _text(paragraph)

    def comments(self) -> Iterator[str]:
        """Yield the comments."""
        root = self.tree("comments")
        for comment in root if root is not None else ():
            yield " ".join(filter(None, map(_text, comment.iter(tag("p")))))

    def _path(self, target: str) -> str:
        return _resolved(self._folder, target)


def _main(archive: OfficeArchive) -> str:
    return next(
        (_resolved("", target) for kind, _, target in _relations(archive, "") if kind == "officeDocument"),
        "word/document.xml",
    )


def _relations(archive: OfficeArchive, path: str) -> Iterator[tuple[str, str, str]]:
    """Yield kind, ID and target of the relationships of a part, of the whole file where it has no name."""
    folder, _, name = path.rpartition("/")
    root = archive.tree(f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    for element in root if root is not None else ():
        _, _, kind = (element.get("Type") or "").partition(_TYPES)
        if kind:
            yield kind, element.get("Id") or "", element.get("Target") or ""


def _resolved(folder: str, target: str) -> str:
    """Return the name of the part that a relationship leads to."""
    parts = [] if target.startswith("/") else folder.split("/")
    for part in target.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(filter(None, parts))


def _addresses(relations: list[tuple[str, str, str]]) -> dict[str, str]:
    return {identity: target for kind, identity, target in relations if kind == "hyperlink"}


def _portions(texts: Iterator[str]) -> Iterator[str]:
    """Yield blocks in plain form by portions, for mammoth takes 100 times the memory of the text that it converts."""
    portion: list[str] = []
    size = 0
    for text in texts:
        portion.append(text)
        size += len(text)
        if size > _PORTION:
            yield "".join(portion)
            portion, size = [], 0
    yield "".join(portion)


def _converted(data: bytes) -> list[tuple[Paragraph, bool]]:
    """Return the paragraphs of a DOCX file in plain form, and whether each has the style of titles."""
    import mammoth
    from lxml import etree

    page = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLE_MAP, include_default_style_map=False).value
    if not page.strip():
        return []
    root = etree.fromstring(page.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))
    found = blocks.gather(root)
    titles = {
        at
        for element, (start, end) in found.extents.items()
        if element.get("class") == "title"
        for at in range(start, end)
    }
    return [(block.paragraph, number in titles) for number, block in enumerate(found.blocks)]


def _visible(body: Any) -> str:
    """Return the text that a person sees, in the order of the file; the second form of a drawing's text is left out."""
    texts: list[str] = []
    for element in body.iter(tag("t"), tag("p"), tag("tab"), tag("br")):
        if short(element.tag) != "w:t":
            texts.append("\n")
        elif not any(_is_left_out(outer.tag) for outer in element.iterancestors()):
            texts.append(element.text or "")
    return clean("".join(texts))


def _is_left_out(name: str) -> bool:
    return name.rpartition("}")[2] in ("Fallback", "moveFrom", "del")


def _property(root: Any, name: str) -> str:
    for element in root if root is not None else ():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] == name:
            return element.text or ""
    return ""


def _text(element: Any) -> str:
    parts = (
        " " if short(each.tag) in ("w:tab", "w:br") else each.text or ""
        for each in element.iter(tag("t"), tag("tab"), tag("br"))
    )
    return clean_line("".join(parts))
