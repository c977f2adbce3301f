"""Writes citations in a format that a person chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

from briefreader.notes.citations.bibtex import bibtex
from briefreader.notes.citations.citation import Citation
from briefreader.notes.citations.csl_json import csl_json
from briefreader.notes.citations.prose import markdown_citation, text_citation
from briefreader.notes.citations.ris import ris

CitationFormat = Literal["text", "markdown", "bibtex", "csl-json", "ris"]
FORMATS: tuple[CitationFormat, ...] = get_args(CitationFormat)

_WRITERS: Mapping[CitationFormat, Callable[[Citation, str | None], str]] = {
    "text": text_citation,
    "markdown": markdown_citation,
    "bibtex": bibtex,
    "ris": ris,
}


def cited(citation: Citation, format: CitationFormat, passage: str | None = None) -> str:
    """Return a citation in a format, with a passage of the text if one is given; there is no line break at the end."""
    return cited_all([(citation, passage)], format)


def cited_all(citations: Sequence[tuple[Citation, str | None]], format: CitationFormat) -> str:
    """Return citations, each with its passage or None, as one document in a format."""
    if format == "csl-json":
        return csl_json(citations)
    return "\n\n".join(_WRITERS[format](citation, passage) for citation, passage in citations)
