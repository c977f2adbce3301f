"""Reads Markdown, as people and converters write it."""

from briefreader.model import Document

__all__ = ["read"]


def read(text: str, name: str) -> Document:
    """Return the document of the cleaned text of a Markdown text."""
    from briefreader.sources.markdown import document

    return document.read(text, name)
