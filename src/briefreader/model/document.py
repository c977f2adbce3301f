"""A text with its structure as a source gives it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

TextStatus = Literal["official", "wire", "aggregator", "translation", "summary", "unknown"]
BlockKind = Literal["heading", "paragraph", "item", "quote", "row"]
TEXT_STATUSES: tuple[TextStatus, ...] = get_args(TextStatus)
TEXT_STATUS_WORDS: Mapping[TextStatus, str] = {
    "official": "official text",
    "wire": "wire report",
    "aggregator": "aggregator's copy",
    "translation": "translation",
    "summary": "summary, not the official text",
    "unknown": "",
}
"""The status of a text as people read it."""


class Block(NamedTuple):
    """A paragraph of a text with its kind.

    `level` is that of a heading (1 to 6), of a list item or of a quotation (1 is the outermost). The level of a
    paragraph is that of the list item that it continues, None outside of lists. `columns` are the columns of the cells
    of a table row, counted from 0; the cells are separated by ` | ` in the text, which leaves out empty ones. `strong`
    marks a paragraph all in bold letters, which many sources use for headings.
    """

    start: int
    end: int
    kind: BlockKind
    level: int | None = None
    columns: tuple[int, ...] = ()
    strong: bool = False


class Link(NamedTuple):
    """A part of a text that leads to a web or mail address."""

    start: int
    end: int
    url: str


class Document(NamedTuple):
    """The cleaned text of a source: paragraphs without line breaks, separated by blank lines.

    `facts` are statements of the source about the meeting under the keys of front matter (`id`, `series`, `ordinal`,
    `date`, `city`, `country`, `sides`, `leads`, `next`); `meeting` says that they stand under that key. `date` is the
    date of the document and `published` its time with zone, ISO 8601, if the source has one. `removed` describes the
    text that cleaning dropped, and `unsure` the facts that a person should check. `blocks` has one block for each
    paragraph, the title included; `links` are in order and never overlap.
    """

    title: str
    body: str
    date: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    text_status: TextStatus = "unknown"
    facts: Mapping[str, object] = MappingProxyType({})
    removed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def text(self) -> str:
        """Title, blank line and body, in which all offsets count."""
        return f"{self.title}\n\n{self.body}" if self.body else self.title
