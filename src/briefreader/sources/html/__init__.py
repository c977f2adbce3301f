"""Reads saved web pages, fragments and feed items."""

from briefreader.model import Document

__all__ = ["read"]


def read(text: str, name: str) -> Document:
    """Return the document of the cleaned text of a web page. Raises SourceError where it holds no article."""
    from briefreader.sources.html import document

    return document.read(text, name)
