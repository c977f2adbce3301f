"""Reads files of text: Markdown, plain text and web pages."""

from importlib import import_module

from briefreader.model import Document, SourceError
from briefreader.sources.kinds import Kind
from briefreader.sources.letters import encoding


def read(kind: Kind, data: bytes, name: str) -> Document:
    """Return the document of the bytes of a text of a kind. Raises SourceError."""
    try:
        decoded = encoding.decode(data)
    except SourceError as error:
        raise SourceError(f"{name}: {error}") from error
    if not decoded.text.strip():
        raise SourceError(f"{name}: the file is empty; save the article again")
    found: Document = import_module(f"briefreader.sources.{kind}").read(decoded.text, name)
    return found._replace(unsure=(*decoded.unsure, *found.unsure)) if decoded.unsure else found
