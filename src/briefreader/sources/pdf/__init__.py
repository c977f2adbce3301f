"""Reads the text layer of PDF files: paragraphs, headings, lists, tables and links from the places of letters."""

from briefreader.model import Document

__all__ = ["read"]


def read(data: bytes, name: str) -> Document:
    """Return the document of a PDF file. Raises SourceError where it is broken, locked or has no text."""
    from briefreader.sources.pdf import document

    return document.read(data, name)
