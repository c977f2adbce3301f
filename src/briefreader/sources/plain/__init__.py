"""Reads plain text with its paragraphs, lists and tables."""

from briefreader.model import Document

__all__ = ["read"]


def read(text: str, name: str) -> Document:
    """Return the document of the cleaned text of a plain text. Raises SourceError where it is no article."""
    from briefreader.sources.plain import document

    return document.read(text, name)
