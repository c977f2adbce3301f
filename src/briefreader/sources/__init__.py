"""Turns the bytes of a file into a document, and a document into a brief; other rooms import from here alone.

The functions import their modules when they are called: a search needs none of them, and lxml alone takes 20 ms.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.model import Document, SourceError
from briefreader.sources.containers.item import Item
from briefreader.sources.kinds import SEVERAL, SUFFIXES, TEXTS
from briefreader.sources.limits import LARGE_TEXT, LARGEST, TOO_LARGE

if TYPE_CHECKING:
    from briefreader.sources.preview import Preview

__all__ = [
    "LARGEST",
    "SEVERAL",
    "SUFFIXES",
    "TOO_LARGE",
    "Item",
    "host",
    "items",
    "markdown_body",
    "parse",
    "read_preview",
    "render",
    "told_suffix",
]


def parse(data: bytes, name: str) -> Document:
    """Return the document that the bytes of a file hold.

    The content tells the kind of the file; where it does not, the suffix of `name` does. Raises SourceError where the
    bytes hold no document, or may hold several.
    """
    from briefreader.sources.recognition import kind_of

    if len(data) > LARGEST:
        raise SourceError(f"{name}: {TOO_LARGE}")
    kind = kind_of(data, name)
    if kind in TEXTS.values() and len(data) <= LARGE_TEXT:
        from briefreader.sources import text_files

        return text_files.read(kind, data, name)
    if kind in SEVERAL.values():
        raise SourceError(f"{name}: the file may hold several documents; take them out of it with `briefreader add`")
    from briefreader.sources.converter.converter import converter

    return converter.read(kind, data, name)


def items(data: bytes, name: str) -> Iterator[Item]:
    """Yield the documents in the bytes of a file, each with its name in it; a file may hold only itself."""
    from briefreader.sources.converter import unpacking

    return unpacking.items(data, name)


def told_suffix(data: bytes) -> str:
    """Return the suffix of the kind that the content of a file tells, an empty text if it tells none."""
    from briefreader.sources import recognition

    return recognition.told_suffix(data)


def read_preview(path: Path) -> "Preview":
    """Return the title, date and series of a file, read from its first 8 KiB; raises nothing."""
    from briefreader.sources import preview

    return preview.read(path)


def render(document: Document, id: str) -> str:
    """Return the Markdown file of a brief: a document with its ID in the front matter."""
    from briefreader.sources.brief import rendering

    return rendering.render(document, id)


def markdown_body(document: Document) -> str:
    """Return the body of a document as Markdown."""
    from briefreader.sources.brief import markdown_writer

    return markdown_writer.write(document)


def host(url: str) -> str | None:
    """Return the host of a web address without `www.`, else None."""
    from briefreader.sources.structure import provenance

    return provenance.host(url)
