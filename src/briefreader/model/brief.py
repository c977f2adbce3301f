"""A brief of a library, and the metadata by which lists show it."""

from typing import NamedTuple

from briefreader.model.annotation import Annotation
from briefreader.model.document import Block, Link, TextStatus


class Entry(NamedTuple):
    """The metadata that list, sort and group a brief without opening its file.

    `date` is the date of the document, else of the meeting. `path` is relative to the library, with `/`; `url` is the
    address of the text.
    """

    id: str
    title: str
    date: str | None
    series: str | None
    ordinal: int | None
    city: str | None
    country: str | None
    path: str
    url: str | None = None

    @property
    def place(self) -> str:
        """The city and the country of the meeting in words, one where both have the same name; empty if unknown."""
        return ", ".join(dict.fromkeys(part for part in (self.city, self.country) if part))


class Brief(NamedTuple):
    """A brief with its entry, its text with blocks and links, and the annotation of the text."""

    entry: Entry
    source: str | None
    url: str | None
    text_status: TextStatus
    text: str
    annotation: Annotation
    removed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def body_start(self) -> int:
        """The offset of the body in the text, after the title and a blank line."""
        gap = self.text.find("\n\n")
        return len(self.text) if gap < 0 else gap + 2
