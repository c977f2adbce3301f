"""Keeps what a person takes out of briefs: citations of them in the formats of other programs."""

from briefreader.notes.citations import FORMATS, Citation, CitationFormat, citation_of, cited, cited_all, passage_in

__all__ = ["FORMATS", "Citation", "CitationFormat", "citation_of", "cited", "cited_all", "passage_in"]
