"""Turns the bytes of a file into a document, and a document into a brief; other rooms import from here alone.

The functions import their modules when they are called: a search needs none of them, and lxml alone takes 20 ms.
"""

import re
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Literal

from briefreader.model import Document, SourceError
from briefreader.text import decode

if TYPE_CHECKING:
    from briefreader.sources.preview import Preview

__all__ = ["LARGEST", "SUFFIXES", "TOO_LARGE", "host", "parse", "read_preview", "render"]

Kind = Literal["markdown", "plain", "html"]
KINDS: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "plain",
    ".text": "plain",
    ".html": "html",
    ".htm": "html",
}
SUFFIXES = frozenset(KINDS)
LARGEST = 20_000_000
"""The size in bytes of the largest file that is read; a readout has some thousands, and memory holds all of it."""
TOO_LARGE = f"the file is larger than {LARGEST // 1_000_000} MB; split it or save its text alone"

_REMEDY = "save the article as a web page, Markdown or text"
_NOT_READ = {
    **dict.fromkeys((".rss", ".xml", ".atom"), "feeds are"),
    **dict.fromkeys((".eml", ".mbox", ".msg"), "mail is"),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages"), "word processor files are"),
    **dict.fromkeys((".zip", ".tar", ".gz", ".tgz", ".xz", ".bz2", ".7z"), "archives are"),
    **dict.fromkeys((".mhtml", ".mht", ".webarchive"), "web archives are"),
    ".pdf": "PDF files are",
}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_PAGE = re.compile(r"(?:<\?xml[^>]{0,200}>)?(?:\s|<!--(?:[^-]|-(?!->)){0,2000}-->)*<(?:!doctype\s+html|html)\b", re.I)
_FEED = re.compile(r"(?:<\?xml[^>]{0,200}>)?(?:\s|<!--(?:[^-]|-(?!->)){0,2000}-->)*<(?:rss|feed|rdf:RDF)\b", re.I)


def parse(data: bytes, name: str) -> Document:
    """Return the document that the bytes of a file hold.

    The suffix of `name` tells the kind of the file; where it has none, the content does. Raises SourceError where the
    bytes hold no document.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _NOT_READ:
        raise SourceError(f"{name}: {_NOT_READ[suffix]} not read yet; {_REMEDY}")
    if suffix and suffix not in SUFFIXES:
        raise SourceError(f"{name}: files of the kind {suffix} are not read; {_REMEDY}")
    if len(data) > LARGEST:
        raise SourceError(f"{name}: {TOO_LARGE}")
    declared = _CHARSET.search(data[:4096])
    try:
        text = decode(data, declared[1].decode("ascii") if declared else None)
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from error
    if not text.strip():
        raise SourceError(f"{name}: the file is empty; save the article again")
    if _FEED.match(text):
        raise SourceError(f"{name}: feeds are not read yet; {_REMEDY}")
    return _reader("html" if _PAGE.match(text) else KINDS.get(suffix) or _guessed_kind(text))(text, name)


def read_preview(path: Path) -> "Preview":
    """Return the title, date and series of a file, read from its first 8 KiB; raises nothing."""
    from briefreader.sources import preview

    return preview.read(path)


def render(document: Document, id: str) -> str:
    """Return the Markdown file of a brief: a document with its ID in the front matter."""
    from briefreader.sources import rendering

    return rendering.render(document, id)


def host(url: str) -> str | None:
    """Return the host of a web address without `www.`, else None."""
    from briefreader.sources import provenance

    return provenance.host(url)


def _guessed_kind(text: str) -> Kind:
    return "markdown" if text.startswith("---\n") else "plain"


def _reader(kind: Kind) -> Callable[[str, str], Document]:
    if kind == "markdown":
        from briefreader.sources import markdown

        return markdown.read
    if kind == "plain":
        from briefreader.sources import plain

        return plain.read
    from briefreader.sources import html

    return html.read
