"""Makes a document of the raw fields that a reader of one kind of file found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from briefreader.model import Document
from briefreader.sources import cleaning, facts, provenance
from briefreader.sources import document_dates as dates
from briefreader.sources.frontmatter import Value
from briefreader.text import clean, clean_line

_TITLE = 1_000  # characters; the longest title of 16,000 texts has 441
MAX_TITLE_PARAGRAPH = 250
"""The length in characters up to which the first paragraph of a text without a stated title is its title."""


@dataclass
class Draft:
    """The fields of a file before they are cleaned."""

    name: str
    title: str = ""
    paragraphs: Sequence[str] = ()
    date: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    text_status: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)

    def state(self, values: Mapping[str, Value]) -> None:
        """Take over the values of front matter, which outrank the fields found in the text."""
        stated, unsure = facts.read(values)
        self.facts = stated
        self.unsure += unsure
        self.title = _text(values, "title") or self.title
        self.url = next(
            filter(None, (provenance.address(values.get(key)) for key in ("url", "source_url", "link"))), None
        )
        self.text_status = _text(values, "text_status")
        self.published = next(filter(None, (dates.moment(_text(values, key)) for key in facts.TIME_KEYS)), None)
        self.date = next(filter(None, (dates.day(_text(values, key)) for key in facts.DATE_KEYS)), None)
        self.source = next(filter(None, (_text(values, key) for key in ("source", "publisher", "author"))), None)
        listed = stated.get("sources")
        for source in listed if isinstance(listed, tuple) else ():
            if found := provenance.address(source):
                self.url = self.url or found
            else:
                self.source = self.source or source

    def document(self) -> Document:
        """Return the document with every field cleaned; raises nothing."""
        unsure = list(self.unsure)
        lines = clean("\n".join(self.paragraphs)).split("\n")
        paragraphs = [text for line in lines if (text := " ".join(line.split()) if "  " in line else line.strip(" "))]
        title = clean_line(self.title)
        if not title:
            title = clean_line(PurePath(self.name).stem) or "untitled"
            unsure.append("title: the text has none, the name of its file is used")
        if len(title) > _TITLE:
            paragraphs = [title, *paragraphs]
            title = f"{title[: _TITLE - 1].rstrip()}…"
            unsure.append("title: it was too long to be one, it is cut and stands whole at the head of the text")
        cleaned = cleaning.clean(title, paragraphs)
        if not cleaned.paragraphs:
            unsure.append("text: there is nothing but a title")
        return Document(
            title=cleaned.title,
            body="\n\n".join(cleaned.paragraphs),
            date=self.date or dates.dateline(cleaned.paragraphs),
            published=self.published,
            source=self._source(),
            url=self.url,
            text_status=provenance.status(self.text_status, self.url, cleaned.aggregator),
            facts=self.facts,
            removed=(*map(clean_line, self.removed), *cleaned.removed),
            unsure=tuple(map(clean_line, unsure)),
        )

    def _source(self) -> str | None:
        named = clean_line(self.source or "")
        return named or (provenance.host(self.url) if self.url else None)


def _text(values: Mapping[str, Value], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""
