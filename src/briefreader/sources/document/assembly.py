"""Makes a document of the raw fields that a reader of one kind of file found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from briefreader.model import Block, Document, Link
from briefreader.sources.brief import facts
from briefreader.sources.brief.frontmatter import Value
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.document import cleaning, lost_words, page_kind
from briefreader.sources.structure import provenance
from briefreader.sources.structure.paragraph import Paragraph, nested
from briefreader.text import clean_line

_TITLE = 1_000  # characters; the longest title of 16,000 texts has 441


@dataclass
class Draft:
    """The fields of a file before they are cleaned.

    `stated`, `modified`, `nearby` and `language` are those of `publication.Evidence`; they count if there is no `date`.
    `seen` is the text that a greedy reading finds in the file, empty where none was made. `elsewhere` are parts of it
    that are no paragraphs: navigation, the title, and texts that `removed` names. Other words of it that are lost are
    doubted.
    """

    name: str
    title: str = ""
    paragraphs: Sequence[Paragraph] = ()
    date: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    text_status: str | None = None
    facts: Mapping[str, object] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    unsure: list[str] = field(default_factory=list)
    stated: Sequence[str] = ()
    modified: Sequence[str] = ()
    nearby: Sequence[str] = ()
    language: str | None = None
    is_brief: bool = False
    seen: str = ""
    elsewhere: list[str] = field(default_factory=list)

    def state(self, values: Mapping[str, Value]) -> None:
        """Take over the values of front matter, which outrank the fields found in the text."""
        stated, unsure = facts.read(values)
        self.facts = stated
        self.unsure += unsure
        self.title = _text(values, "title") or self.title
        self.url = stated_address(values)
        self.text_status = _text(values, "text_status")
        times = (time for key in facts.TIME_KEYS if (time := _text(values, key)))
        self.published = next(filter(None, map(dates.moment, times)), None)
        self.is_brief = facts.is_brief(values)
        stated_dates = [date for key in facts.DATE_KEYS if (date := _text(values, key))]
        self.date = dates.day(stated_dates[0]) if stated_dates else None
        self.stated = stated_dates
        self.language = _text(values, "lang") or _text(values, "language") or self.language
        self.modified = [date for key in facts.MODIFIED_KEYS if (date := _text(values, key))]
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
        paragraphs = [each for each in self.paragraphs if each.text]
        title = clean_line(self.title)
        if not title:
            title, paragraphs = self._titled(paragraphs)
        if not title:
            title = clean_line(PurePath(self.name).stem) or "untitled"
            unsure.append("title: the text has none, the name of its file is used")
        if len(title) > _TITLE:
            paragraphs = [Paragraph(title), *paragraphs]
            title = f"{title[: _TITLE - 1].rstrip()}…"
            unsure.append("title: it was too long to be one, it is cut and stands whole at the head of the text")
        cleaned = cleaning.clean(title, paragraphs)
        if not cleaned.paragraphs:
            remedy = "; open its address and save the whole page" if self.url else ""
            unsure.append(f"text: there is nothing but a title{remedy}")
        date = self.date
        if date is None:
            date, doubt = self._dated(cleaned.title, cleaned.paragraphs)
            unsure += [doubt] if doubt else []
        if not page_kind.is_running(paragraphs) and not any(doubt.startswith("page:") for doubt in unsure):
            unsure += filter(None, [page_kind.doubt([title], page_kind.entries(paragraphs))])
        body = "\n\n".join(each.text for each in cleaned.paragraphs)
        if self.seen:
            kept = "\n".join((body, *cleaned.dropped, *self.elsewhere))
            unsure += filter(None, [lost_words.doubt(self.seen, kept)])
        blocks, links = _structure(cleaned.title, cleaned.paragraphs)
        return Document(
            title=cleaned.title,
            body=body,
            date=date,
            published=self.published,
            source=self._source(),
            url=self.url,
            text_status=provenance.status(self.text_status, self.url, cleaned.aggregator),
            facts=self.facts,
            removed=(*map(clean_line, self.removed), *cleaned.removed),
            unsure=tuple(map(clean_line, unsure)),
            blocks=blocks,
            links=links,
        )

    def _titled(self, paragraphs: list[Paragraph]) -> tuple[str, list[Paragraph]]:
        """Return the title among the first paragraphs, empty without one, and the paragraphs but for it."""
        from briefreader.sources.titles import title as titles  # most files state theirs

        chosen = titles.choose(paragraphs, headed=True)
        self.elsewhere += (paragraphs[number].text for number in chosen.taken)
        if chosen.dropped:
            self.removed.append(cleaning.sentence("site navigation", chosen.dropped))
        return chosen.title, titles.without(paragraphs, chosen.taken)

    def _dated(self, title: str, paragraphs: Sequence[Paragraph]) -> tuple[str | None, str | None]:
        """Return the date that a text without a certain one states, and a sentence about a doubt."""
        from briefreader.sources.dates import publication

        return publication.choose(
            publication.Evidence(
                title,
                [each.text for each in paragraphs],
                self.stated,
                self.modified,
                self.nearby,
                self.language,
                self.url,
                "" if self.is_brief else self.name,
            )
        )

    def _source(self) -> str | None:
        named = clean_line(self.source or "")
        return named or (provenance.host(self.url) if self.url else None)


def stated_address(values: Mapping[str, Value]) -> str | None:
    """Return the web address that front matter states, else None."""
    return next(filter(None, (provenance.address(values.get(key)) for key in ("url", "source_url", "link"))), None)


def _structure(title: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """Return the blocks and the links of a text, of which the title is the first block."""
    blocks = [Block(0, len(title), "heading", 1)]
    links: list[Link] = []
    for paragraph in nested(paragraphs):
        block = paragraph.block(blocks[-1].end + 2)
        blocks.append(block)
        links += (Link(block.start + link.start, block.start + link.end, link.url) for link in paragraph.links)
    return tuple(blocks), tuple(links)


def _text(values: Mapping[str, Value], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""
