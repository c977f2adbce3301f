"""Reads DOCX files: paragraphs, headings, lists with their numbers, tables, notes and links, by mammoth."""

from briefreader.model import Document

__all__ = ["read"]


def read(data: bytes, name: str) -> Document:
    """Return the document of a DOCX file. Raises SourceError where it is broken or has no text."""
    from briefreader.sources.docx import document

    return document.read(data, name)
