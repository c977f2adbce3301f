"""Cites briefs, with or without a passage, as text, Markdown, BibTeX, CSL-JSON and RIS."""

from briefreader.notes.citations.citation import Citation, citation_of
from briefreader.notes.citations.formats import FORMATS, CitationFormat, cited, cited_all
from briefreader.notes.citations.passage import passage_in
from briefreader.notes.citations.prose import markdown_line

__all__ = ["FORMATS", "Citation", "CitationFormat", "citation_of", "cited", "cited_all", "markdown_line", "passage_in"]
