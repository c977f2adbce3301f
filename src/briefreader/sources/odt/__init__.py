"""Reads OpenDocument texts (ODT): paragraphs, headings, lists with their numbers, tables, notes and links."""

from briefreader.model import Document

__all__ = ["read"]


def read(data: bytes, name: str) -> Document:
    """Return the document of an ODT file. Raises SourceError where it is broken, locked or has no text."""
    from briefreader.sources.odt import document

    return document.read(data, name)
