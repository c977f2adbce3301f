"""Reads plain text files: header lines, and paragraphs that are wrapped or stand on one line each."""

from typing import NamedTuple

from briefreader.model import Document
from briefreader.sources.brief import frontmatter
from briefreader.sources.document import cleaning, header_lines, page_kind
from briefreader.sources.document.assembly import Draft
from briefreader.sources.plain import line_wraps, page_furniture, text_lines
from briefreader.sources.structure.paragraph import Paragraph


class Content(NamedTuple):
    """The header lines (keys in lower case), the title and the paragraphs of a plain text.

    `removed` are sentences about the page numbers, running heads and lines of navigation that were taken out. `seen` is
    the text below the header, and `elsewhere` are the parts of it that are no paragraphs.
    """

    header: dict[str, str]
    title: str
    paragraphs: list[Paragraph]
    removed: list[str]
    seen: str
    elsewhere: list[str]


def read(text: str, name: str) -> Document:
    """Return the document of a cleaned plain text; header lines count as front matter, which outranks them.

    Raises SourceError where it is an error page or the like in place of an article.
    """
    front = frontmatter.read(text)
    found = content(front.body, titled=bool(front.values.get("title")))
    draft = Draft(name, title=found.title, paragraphs=found.paragraphs)
    draft.removed += found.removed
    draft.unsure += front.unsure
    draft.state({**found.header, **front.values})
    draft.removed += header_lines.unused(found.header, draft)
    draft.seen = found.seen
    draft.elsewhere += found.elsewhere
    page_kind.refuse(name, [draft.title], found.paragraphs)
    return draft.document()


def content(text: str, titled: bool = False) -> Content:
    """Return the content of a cleaned plain text; the title of a text that is `titled` stands in its front matter.

    A line ends a paragraph if the first word of the next line would have fitted into it.
    """
    lines = text.split("\n")
    header, start = header_lines.read(lines)
    freed = page_furniture.without(text_lines.single_spaced(text_lines.lines(lines[start:])))
    paragraphs = line_wraps.paragraphs(freed.lines)
    title = header.get("title") or header.get("subject") or header.get("headline") or ""
    taken: list[str] = []
    dropped: list[str] = []
    if not title and not titled:
        from briefreader.sources.titles import title as titles  # its expressions take a while to compile

        title, numbers, dropped = titles.choose(paragraphs)
        taken = [paragraphs[number].text for number in numbers]
        paragraphs = titles.without(paragraphs, numbers)
    told = (("page number", freed.numbers), ("running head", freed.heads), ("site navigation", dropped))
    return Content(
        header,
        title,
        paragraphs,
        [cleaning.sentence(kind, texts) for kind, texts in told if texts],
        "\n".join(lines[start:]),
        [*taken, *freed.numbers, *freed.heads],
    )
